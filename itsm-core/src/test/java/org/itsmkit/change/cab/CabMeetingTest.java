package org.itsmkit.change.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.change.cab.Meeting.CONTENT;
import static org.itsmkit.change.cab.Meeting.REVISED;
import static org.itsmkit.change.cab.Meeting.approval;
import static org.itsmkit.change.cab.Meeting.hourFrom;
import static org.itsmkit.change.cab.Meeting.plan;
import static org.itsmkit.change.cab.Meeting.planned;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Vote;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.LifecycleEditor;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;

/** How meetings are planned, held and closed. */
class CabMeetingTest {

    private final Company company = Company.open();

    private List<String> told(String code) {
        company.work();
        return company.told.stream()
                .filter(notice -> notice.code().equals(code))
                .flatMap(notice -> notice.person().stream())
                .map(PersonId::value)
                .toList();
    }

    private Notice lastTold(String code) {
        company.work();
        List<Notice> all = company.told.stream()
                .filter(notice -> notice.code().equals(code))
                .toList();
        return all.get(all.size() - 1);
    }

    @Test
    void aMeetingHasANumberAndIsOfTheBoardUnlessItIsSaidOtherwise() {
        CabMeeting meeting =
                planned(company, plan(company).place("Room 4").build()).now();

        assertThat(meeting.number()).isEqualTo("CAB0000001");
        assertThat(meeting.authority()).isEqualTo("cab");
        assertThat(meeting.status()).isEqualTo(CabMeetingLifecycle.PLANNED);
        assertThat(meeting.chair()).isEqualTo(DORA);
        assertThat(meeting.invited()).containsExactlyInAnyOrder(BEN, CARLA);
        assertThat(meeting.board()).containsExactlyInAnyOrder(BEN, CARLA, DORA);
        assertThat(meeting.place()).contains("Room 4");
        assertThat(meeting.agenda()).isEmpty();
        assertThat(meeting.present()).isEmpty();
        assertThat(meeting.minutes()).isEmpty();

        CabMeeting emergency = planned(
                        company,
                        plan(company).authority(Authority.EMERGENCY_CAB).build())
                .now();
        assertThat(emergency.number()).isEqualTo("CAB0000002");
        assertThat(emergency.authority()).isEqualTo("emergency-cab");
    }

    @Test
    void aBoardMeetsVotesAndGoesHome() {
        Meeting meeting = planned(company);
        RecordRef disk = meeting.first();
        RecordRef mail = meeting.change();
        meeting.puts(mail);
        meeting.does(new AttendanceCommand.Convene(Set.of(DORA, CARLA)));
        company.aMinuteLater();
        meeting.does(new AgendaCommand.Decide(
                disk,
                List.of(new BoardVote(DORA, Vote.Choice.APPROVE), new BoardVote(CARLA, Vote.Choice.ABSTAIN)),
                "only at night"));
        meeting.does(new AgendaCommand.Defer(mail, "nobody knows how to take it back"));
        meeting.does(new CabMeetingCommand.WriteMinutes("We looked at two changes."));
        CabMeeting closed = meeting.does(new CabMeetingCommand.Close());

        Decision decision = closed.item(disk).flatMap(AgendaItem::decision).orElseThrow();
        assertThat(decision.kind()).isEqualTo(Decision.Kind.VOTED);
        assertThat(decision.votes())
                .containsExactly(new BoardVote(CARLA, Vote.Choice.ABSTAIN), new BoardVote(DORA, Vote.Choice.APPROVE));
        assertThat(decision.note()).isEqualTo("only at night");
        assertThat(decision.by()).isEqualTo(DORA);
        assertThat(decision.at()).isEqualTo(company.clock.instant());
        assertThat(closed.item(disk)).map(AgendaItem::content).contains(CONTENT);
        assertThat(closed.deferred()).containsExactly(mail);
        assertThat(closed.item(mail).flatMap(AgendaItem::decision))
                .contains(new Decision(
                        Decision.Kind.DEFERRED,
                        List.of(),
                        "nobody knows how to take it back",
                        DORA,
                        company.clock.instant()));
        assertThat(closed.minutes()).contains("We looked at two changes.");
        assertThat(closed.status()).isEqualTo(CabMeetingLifecycle.CLOSED);
        assertThat(meeting.events())
                .containsExactly(
                        "planned",
                        "put-on-agenda",
                        "put-on-agenda",
                        "convened",
                        "decided",
                        "deferred",
                        "minutes-written",
                        "closed");
    }

    @Test
    void whatWasPutOffIsCarriedToAnotherMeeting() {
        Meeting meeting = Meeting.in(company, "closed");
        RecordRef change = meeting.first();
        Meeting next = planned(company, plan(company).build());

        for (RecordRef deferred : meeting.now().deferred()) {
            next.does(new AgendaCommand.PutOnAgenda(deferred, REVISED, Optional.of(BEN)));
        }

        assertThat(next.now().agenda())
                .containsExactly(new AgendaItem(change, REVISED, Optional.of(BEN), Optional.empty()));
    }

    @Test
    void whatWasPutOffMayBeVotedOnLaterInTheSameSession() {
        Meeting meeting = Meeting.convened(company);
        RecordRef change = meeting.first();
        meeting.does(new AgendaCommand.Defer(change, "let us wait for Ben"));
        meeting.does(AttendanceCommand.NoteAttendance.came(BEN));
        CabMeeting after = meeting.does(approval(change, BEN, CARLA, DORA));

        assertThat(after.deferred()).isEmpty();
        assertThat(after.item(change)).map(AgendaItem::isVoted).contains(true);
    }

    @Test
    void whatChangedSinceIsPutOnTheAgendaAnewAndKeepsItsPlace() {
        Meeting meeting = Meeting.convened(company);
        RecordRef first = meeting.first();
        RecordRef second = meeting.change();
        meeting.puts(second);
        meeting.does(new AgendaCommand.Defer(first, "the plan is not clear"));

        CabMeeting after = meeting.does(new AgendaCommand.PutOnAgenda(first, REVISED, Optional.of(CARLA)));

        assertThat(after.agenda())
                .containsExactly(
                        new AgendaItem(first, REVISED, Optional.of(CARLA), Optional.empty()),
                        AgendaItem.of(second, CONTENT, Optional.empty()));
        assertThat(after.deferred()).isEmpty();
    }

    @Test
    void theAgendaIsPutInOrderAndThingsAreTakenOffIt() {
        Meeting meeting = planned(company);
        RecordRef first = meeting.first();
        RecordRef second = meeting.change();
        RecordRef third = meeting.change();
        meeting.puts(second);
        meeting.puts(third);

        CabMeeting ordered = meeting.does(new AgendaCommand.OrderAgenda(List.of(third, first, second)));
        assertThat(ordered.agenda()).extracting(AgendaItem::change).containsExactly(third, first, second);
        CabMeeting shorter = meeting.does(new AgendaCommand.TakeOffAgenda(first));
        assertThat(shorter.agenda()).extracting(AgendaItem::change).containsExactly(third, second);
    }

    @Test
    void peopleComeAndGo() {
        Meeting meeting = Meeting.convened(company);
        assertThat(meeting.now().present()).containsExactlyInAnyOrder(DORA, CARLA, ANNA);

        CabMeeting after = meeting.does(new AttendanceCommand.NoteAttendance(Set.of(BEN, CARLA), Set.of(ANNA)));

        assertThat(after.present()).containsExactlyInAnyOrder(DORA, CARLA, BEN);
        assertThat(meeting.does(AttendanceCommand.NoteAttendance.left(BEN)).present())
                .containsExactlyInAnyOrder(DORA, CARLA);
    }

    @Test
    void whoMustLeaveHandsOverAndStaysOfTheBoard() {
        Meeting meeting = Meeting.convened(company);
        meeting.does(new AttendanceCommand.HandOver(CARLA));
        assertThat(meeting.now().chair()).isEqualTo(CARLA);
        assertThat(meeting.now().invited()).containsExactlyInAnyOrder(BEN, CARLA, DORA);

        CabMeeting after = meeting.does(approval(meeting.first(), DORA));
        assertThat(after.agenda().get(0).isVoted()).isTrue();
        assertThat(meeting.does(AttendanceCommand.NoteAttendance.left(DORA)).present())
                .containsExactlyInAnyOrder(CARLA, ANNA);
    }

    @Test
    void whoIsInvitedWhileTheBoardIsInSessionMayVote() {
        Meeting meeting = Meeting.convened(company);
        meeting.does(new AttendanceCommand.Invite(Set.of(ANNA)));

        CabMeeting after = meeting.does(approval(meeting.first(), ANNA));

        assertThat(after.agenda().get(0).isVoted()).isTrue();
    }

    @Test
    void minutesAreWrittenWhenAllIsOverToo() {
        Meeting meeting = Meeting.in(company, "closed");
        meeting.does(new CabMeetingCommand.WriteMinutes("We met."));

        assertThat(meeting.does(new CabMeetingCommand.WriteMinutes("We met, and were many."))
                        .minutes())
                .contains("We met, and were many.");
        assertThat(meeting.now().status()).isEqualTo(CabMeetingLifecycle.CLOSED);
    }

    @Test
    void meetingsAreFoundByTheChangeOnTheirAgenda() {
        Meeting meeting = planned(company);
        Meeting other = planned(company);
        RecordRef change = meeting.first();
        other.puts(change);
        planned(company);

        assertThat(company.itsm
                        .cabMeetings()
                        .query(caller(DORA), Query.where(Condition.linkedTo(CabMeetingKind.ON_AGENDA, change)))
                        .items())
                .extracting(Stored::id)
                .containsExactlyInAnyOrder(meeting.id, other.id);
        meeting.does(new AgendaCommand.TakeOffAgenda(change));
        assertThat(company.store.count(ACME, CabMeetings.KIND, Condition.linkedTo(CabMeetingKind.ON_AGENDA, change)))
                .isEqualTo(1);
    }

    @Test
    void meetingsAreFoundByWhatTheyAre() {
        Meeting other = planned(company);
        other.does(new AttendanceCommand.Convene(Set.of(DORA)));
        company.aMinuteLater();
        CabMeeting meeting = planned(
                        company,
                        plan(company)
                                .title("Mail cannot wait")
                                .authority(Authority.EMERGENCY_CAB)
                                .chair(FRIDA)
                                .build())
                .now();

        for (Condition condition : List.of(
                CabMeetingKind.NUMBER.is(meeting.number()),
                Condition.words(CabMeetingKind.TITLE.key(), "wait"),
                CabMeetingKind.STATUS.is(CabMeetingLifecycle.PLANNED),
                CabMeetingKind.PHASE.is(Phase.NEW),
                CabMeetingKind.CHAIR.is(FRIDA),
                CabMeetingKind.AUTHORITY.is("emergency-cab"),
                CabMeetingKind.BEGINS.is(meeting.planned().fromInclusive()),
                CabMeetingKind.ENDS.is(meeting.planned().toExclusive()),
                CabMeetingKind.OPENED.is(company.clock.instant()),
                CabMeetingKind.UPDATED.isAtLeast(company.clock.instant()))) {
            assertThat(company.store
                            .query(ACME, CabMeetings.KIND, Query.where(condition))
                            .items())
                    .as("%s", condition)
                    .extracting(Stored::record)
                    .containsExactly(meeting);
        }
    }

    @Test
    void theBoardIsToldOfWhatConcernsIt() {
        Meeting meeting = planned(company, plan(company).chair(FRIDA).build());
        assertThat(told("cab-meeting-planned")).containsExactlyInAnyOrder("ben", "carla", "frida");

        meeting.does(new CabMeetingCommand.Reschedule(hourFrom(company.clock.instant()), Optional.of("Room 7")));
        assertThat(told("cab-meeting-rescheduled")).containsExactlyInAnyOrder("ben", "carla", "frida");
        meeting.does(new AttendanceCommand.Invite(Set.of(EMIL, CARLA)));
        assertThat(told("cab-meeting-planned")).containsExactlyInAnyOrder("ben", "carla", "frida", "emil");
        meeting.does(new AttendanceCommand.Uninvite(Set.of(EMIL)));
        assertThat(told("cab-meeting-uninvited")).containsExactly("emil");
        meeting.does(new AttendanceCommand.HandOver(CARLA));
        assertThat(told("cab-meeting-handed-over")).containsExactly("carla");
        RecordRef change = meeting.change();
        meeting.does(new AgendaCommand.PutOnAgenda(change, CONTENT, Optional.of(ANNA)));
        assertThat(told("cab-meeting-present")).containsExactly("anna");
        assertThat(lastTold("cab-meeting-present").arguments())
                .containsEntry("number", "CAB0000001")
                .containsEntry("change", change.id().value());

        meeting.does(new AttendanceCommand.Convene(Set.of(CARLA)));
        meeting.does(new AgendaCommand.Defer(change, "too late today"));
        meeting.does(new CabMeetingCommand.Close());
        assertThat(told("cab-meeting-closed")).containsExactlyInAnyOrder("ben", "carla", "frida");
        assertThat(lastTold("cab-meeting-closed").arguments())
                .containsEntry("items", "1")
                .containsEntry("deferred", "1")
                .containsEntry("status", "closed");
    }

    @Test
    void theBoardIsToldThatNobodyMeets() {
        Meeting.in(company, "cancelled");

        assertThat(told("cab-meeting-cancelled")).containsExactlyInAnyOrder("ben", "carla");
    }

    @Test
    void theBoardIsRemindedOneDayBeforeAndOnce() {
        Meeting meeting = planned(company, plan(company).build());
        Instant begin = meeting.now().planned().fromInclusive();
        company.clock.set(begin.minus(Duration.ofDays(1)).minusNanos(1_000));
        assertThat(told("cab-meeting-near")).isEmpty();

        company.clock.set(begin.minus(Duration.ofDays(1)));
        assertThat(told("cab-meeting-near")).containsExactlyInAnyOrder("ben", "carla", "dora");
        assertThat(lastTold("cab-meeting-near").arguments()).containsEntry("begins", begin.toString());
        company.aMinuteLater();
        assertThat(told("cab-meeting-near")).hasSize(3);
        assertThat(meeting.events()).containsExactly("planned", "reminded");
    }

    @Test
    void theBoardIsRemindedOfEachBeginningThatWasPlanned() {
        Meeting meeting = planned(company, plan(company).build());
        Instant begin = meeting.now().planned().fromInclusive();
        company.clock.set(begin.minus(Duration.ofDays(1)));
        assertThat(told("cab-meeting-near")).hasSize(3);

        Window later = hourFrom(begin.plus(Duration.ofDays(7)));
        meeting.does(new CabMeetingCommand.Reschedule(later, Optional.empty()));
        company.clock.set(begin);
        assertThat(told("cab-meeting-near")).hasSize(3);
        company.clock.set(later.fromInclusive().minus(Duration.ofHours(20)));
        assertThat(told("cab-meeting-near")).hasSize(6);
    }

    @Test
    void whoIsToldLessThanADayBeforeNeedsNoReminder() {
        Instant now = company.clock.instant();
        Meeting soon = planned(
                company,
                plan(company).planned(hourFrom(now.plus(Duration.ofHours(23)))).build());
        Meeting moved = planned(company, plan(company).build());
        moved.does(new CabMeetingCommand.Reschedule(hourFrom(now.plus(Duration.ofHours(22))), Optional.empty()));
        Meeting tomorrow = planned(
                company,
                plan(company).planned(hourFrom(now.plus(Duration.ofDays(1)))).build());
        company.clock.advance(Duration.ofHours(1));

        assertThat(told("cab-meeting-near")).containsExactlyInAnyOrder("ben", "carla", "dora");
        assertThat(tomorrow.events()).contains("reminded");
        assertThat(soon.events()).containsExactly("planned");
        assertThat(moved.events()).containsExactly("planned", "rescheduled");
    }

    @Test
    void nobodyIsRemindedOfWhatHasBegunOrWillNotBe() {
        Meeting late = planned(company, plan(company).build());
        Meeting cancelled = planned(company, plan(company).build());
        cancelled.does(new CabMeetingCommand.Cancel("nobody has time"));
        company.clock.advance(Duration.ofDays(3));

        assertThat(told("cab-meeting-near")).isEmpty();
        assertThat(late.events()).containsExactly("planned");
    }

    @Test
    void aReminderIsOfTheBeginningThatIsPlannedAndComesOnTheDayBefore() {
        Meeting meeting = planned(company, plan(company).build());
        Instant begin = meeting.now().planned().fromInclusive();
        meeting.does(new CabMeetingCommand.Remind(begin));
        company.clock.set(begin.minus(Duration.ofHours(2)));
        meeting.does(new CabMeetingCommand.Remind(begin.plusSeconds(1)));
        assertThat(meeting.events()).containsExactly("planned");

        meeting.does(new CabMeetingCommand.Remind(begin));
        meeting.does(new CabMeetingCommand.Remind(begin));
        assertThat(meeting.events()).containsExactly("planned", "reminded");
    }

    /** Everything that can be said again, as it is already. */
    private static List<Command<CabMeeting>> theSame(Meeting meeting) {
        CabMeeting now = meeting.now();
        RecordRef first = meeting.first();
        RecordRef second = now.agenda().get(1).change();
        return List.of(
                new AttendanceCommand.Invite(Set.of(BEN)),
                new AttendanceCommand.HandOver(DORA),
                new AttendanceCommand.NoteAttendance(Set.of(CARLA), Set.of()),
                new AgendaCommand.PutOnAgenda(second, CONTENT, Optional.empty()),
                new AgendaCommand.OrderAgenda(List.of(first, second)),
                new AgendaCommand.Defer(first, "the plan is not clear"),
                new CabMeetingCommand.WriteMinutes("We met."));
    }

    private Meeting inSession() {
        Meeting meeting = Meeting.convened(company);
        meeting.puts(meeting.change());
        meeting.does(new AgendaCommand.Defer(meeting.first(), "the plan is not clear"));
        meeting.does(new CabMeetingCommand.WriteMinutes("We met."));
        return meeting;
    }

    @Test
    void whatIsSaidAgainLeavesNoEvent() {
        Meeting meeting = inSession();
        CabMeeting before = meeting.now();
        List<String> events = meeting.events();
        company.aMinuteLater();

        for (Command<CabMeeting> command : theSame(meeting)) {
            assertThat(meeting.does(command)).as("%s", command).isEqualTo(before);
            assertThat(meeting.events()).as("%s", command).isEqualTo(events);
        }
        Meeting standing = planned(company);
        CabMeeting now = standing.now();
        assertThat(standing.does(new CabMeetingCommand.Reschedule(now.planned(), now.place())))
                .isEqualTo(now);
    }

    @Test
    void whatIsSaidAgainMovesAMeetingWhereTheLifecycleLeadsElsewhere() {
        int many = theSame(inSession()).size();
        for (int i = 0; i < many; i++) {
            done(company.itsm.tailor(caller(DORA), Tailoring.none()));
            Meeting meeting = inSession();
            Command<CabMeeting> command = theSame(meeting).get(i);
            done(company.itsm.tailor(caller(DORA), movingBy(command.action())));

            assertThat(meeting.does(command).status()).as("%s", command).isEqualTo(CabMeetingLifecycle.PLANNED);
        }
    }

    private static Tailoring movingBy(Action action) {
        LifecycleEditor editor = CabMeetingLifecycle.standard()
                .edit()
                .remove(CabMeetingLifecycle.IN_SESSION, action)
                .move(CabMeetingLifecycle.IN_SESSION, action, CabMeetingLifecycle.PLANNED);
        return Tailoring.builder().putLifecycles("cab-meeting", editor.toData()).build();
    }

    @Test
    void nobodyVotesTwiceAndNobodyOnWhatIsPutOff() {
        BoardVote vote = new BoardVote(CARLA, Vote.Choice.REJECT);
        Instant now = company.clock.instant();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Decision(Decision.Kind.VOTED, List.of(vote, vote), "", DORA, now))
                .withMessageContaining("once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Decision(Decision.Kind.DEFERRED, List.of(vote), "", DORA, now))
                .withMessageContaining("put off");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AgendaItem.of(Company.change(company.draft().id()), "no digest", Optional.<PersonId>empty()))
                .withMessageContaining("content");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(company).authority("the board").build())
                .withMessageContaining("authority");
    }
}
