package org.itsmkit.change.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.change.cab.Meeting.CONTENT;
import static org.itsmkit.change.cab.Meeting.REVISED;
import static org.itsmkit.change.cab.Meeting.approval;
import static org.itsmkit.change.cab.Meeting.hourFrom;
import static org.itsmkit.change.cab.Meeting.plan;
import static org.itsmkit.change.cab.Meeting.planned;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.approval.Vote;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.people.Directories;
import org.itsmkit.people.FixedDirectory;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** What is refused with meetings, and by which code; and what comes close, and is not. */
class CabMeetingRulesTest {

    private static final List<PersonId> CROWD =
            IntStream.range(0, 400).mapToObj(i -> PersonId.of("p" + i)).toList();

    private final Company company = Company.with(builder -> builder.directory(everybody()));

    private static Directory everybody() {
        FixedDirectory.Builder people = Directories.fixed();
        List.of(ANNA, BEN, CARLA, DORA, EMIL, FRIDA, HANNA).forEach(person -> people.person(person));
        CROWD.forEach(person -> people.person(person));
        return people.build();
    }

    private static Set<PersonId> crowd(int size) {
        return Set.copyOf(CROWD.subList(0, size));
    }

    private List<String> refused(CabMeetingCommand.Plan plan) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<CabMeeting>> outcome =
                company.itsm.cabMeetings().submit(caller(DORA), plan);
        assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft().violations().stream().map(Violation::code).toList();
    }

    @Test
    void theStandardPolicyHasTheseRules() {
        assertThat(CabMeetingPolicy.standard().rules())
                .extracting(Rule::name)
                .containsExactly(
                        "time-goes-forward",
                        "people-are-known",
                        "planned-for-what-lies-ahead",
                        "board-has-room",
                        "who-is-uninvited-was-invited",
                        "change-is-known",
                        "change-is-not-over",
                        "agenda-has-room",
                        "is-on-the-agenda",
                        "voted-on-once",
                        "what-was-decided-stays",
                        "order-is-whole",
                        "convened-on-its-day",
                        "chair-is-present",
                        "who-leaves-was-there",
                        "room-is-large-enough",
                        "those-present-vote",
                        "the-board-votes",
                        "agenda-is-settled");
    }

    @Test
    void nothingHappensBeforeWhatHasHappened() {
        Meeting meeting = planned(company);
        Options before = Options.none().occurredAt(company.clock.instant().minusSeconds(1));

        Either<Rejection, Stored<CabMeeting>> outcome = company.itsm
                .cabMeetings()
                .submit(caller(DORA), meeting.id, new CabMeetingCommand.Cancel("nobody has time"), before);

        assertThat(outcome.getLeft().code()).isEqualTo("rule:time-goes-forward");
    }

    @Test
    void everybodyWhoIsNamedIsSomebody() {
        assertThat(refused(plan(company).chair(GUS).build())).containsExactly("rule:people-are-known");
        assertThat(refused(plan(company).addInvited(GUS).build())).containsExactly("rule:people-are-known");
        Meeting meeting = planned(company);
        RecordRef change = meeting.first();
        assertThat(meeting.refused(new AttendanceCommand.Invite(Set.of(EMIL, GUS))))
                .containsExactly("rule:people-are-known");
        assertThat(meeting.refused(new AttendanceCommand.HandOver(GUS))).containsExactly("rule:people-are-known");
        assertThat(meeting.refused(new AgendaCommand.PutOnAgenda(change, CONTENT, Optional.of(GUS))))
                .containsExactly("rule:people-are-known");
        assertThat(meeting.refused(new AttendanceCommand.Convene(Set.of(DORA, GUS))))
                .containsExactly("rule:people-are-known");
        meeting.does(new AttendanceCommand.Convene(Set.of(DORA)));
        assertThat(meeting.refused(AttendanceCommand.NoteAttendance.came(GUS)))
                .containsExactly("rule:people-are-known");
    }

    @Test
    void aMeetingIsPlannedForWhatIsNotOver() {
        Instant now = company.clock.instant();
        Window over = new Window(now.minusSeconds(60), now);
        Window almost = new Window(now.minusSeconds(60), now.plusNanos(1_000));

        assertThat(refused(plan(company).planned(over).build())).containsExactly("rule:planned-for-what-lies-ahead");
        Meeting meeting = planned(company, plan(company).planned(almost).build());
        assertThat(meeting.refused(new CabMeetingCommand.Reschedule(over, Optional.empty())))
                .containsExactly("rule:planned-for-what-lies-ahead");
    }

    @Test
    void aMeetingLastsSevenDaysAtMost() {
        Instant now = company.clock.instant();
        Window week = new Window(now, now.plus(Duration.ofDays(7)));
        Window longer = new Window(now, week.toExclusive().plusNanos(1_000));

        assertThat(refused(plan(company).planned(longer).build())).containsExactly("window.too-long");
        Meeting meeting = planned(company, plan(company).planned(week).build());
        assertThat(meeting.refused(new CabMeetingCommand.Reschedule(longer, Optional.of("Room\n4"))))
                .containsExactly("window.too-long", "text.not-one-line");
    }

    @Test
    void instantsAreWholeMicroseconds() {
        Instant now = company.clock.instant();
        Window fine = new Window(now.plusNanos(1_001), now.plusNanos(9_999));

        assertThat(planned(company, plan(company).planned(fine).build()).now().planned())
                .isEqualTo(new Window(now.plusNanos(1_000), now.plusNanos(9_000)));
        assertThat(new CabMeetingCommand.Reschedule(fine, Optional.empty()).planned())
                .isEqualTo(new Window(now.plusNanos(1_000), now.plusNanos(9_000)));
    }

    @Test
    void whatIsSaidSaysSomething() {
        assertThat(refused(plan(company).title(" ").build())).containsExactly("text.missing");
        assertThat(refused(plan(company).title("a\nb").build())).containsExactly("text.not-one-line");
        assertThat(refused(plan(company).title("x".repeat(256)).build())).containsExactly("text.too-long");
        assertThat(refused(plan(company).place("").build())).containsExactly("text.missing");
        Meeting meeting = planned(company);
        assertThat(meeting.refused(new CabMeetingCommand.Cancel(""))).containsExactly("text.missing");
        assertThat(meeting.refused(new AttendanceCommand.Invite(Set.of()))).containsExactly("list.missing");
        assertThat(meeting.refused(new AttendanceCommand.Uninvite(Set.of()))).containsExactly("list.missing");
        assertThat(meeting.refused(new AttendanceCommand.Convene(Set.of()))).containsExactly("list.missing");
        meeting.does(new AttendanceCommand.Convene(Set.of(DORA)));
        RecordRef change = meeting.first();
        assertThat(meeting.refused(new AgendaCommand.Defer(change, ""))).containsExactly("text.missing");
        assertThat(meeting.refused(new CabMeetingCommand.WriteMinutes(""))).containsExactly("text.missing");
        assertThat(meeting.refused(new CabMeetingCommand.WriteMinutes("x".repeat(100_001))))
                .containsExactly("text.too-long");
        assertThat(meeting.refused(new AgendaCommand.Decide(
                        change, List.of(new BoardVote(DORA, Vote.Choice.APPROVE)), "x".repeat(4_001))))
                .containsExactly("text.too-long");
    }

    @Test
    void aBoardHasTwoHundredMembersAtMost() {
        assertThat(refused(plan(company).invited(crowd(201)).build())).containsExactly("list.too-long");
        Meeting meeting = planned(company, plan(company).invited(crowd(199)).build());
        assertThat(meeting.refused(new AttendanceCommand.Invite(Set.of(EMIL, HANNA))))
                .containsExactly("rule:board-has-room");
        meeting.does(new AttendanceCommand.Invite(Set.of(EMIL, CROWD.get(0))));
        assertThat(meeting.now().invited()).hasSize(200);
        assertThat(meeting.refused(new AttendanceCommand.HandOver(HANNA))).containsExactly("rule:board-has-room");
        assertThat(meeting.refused(new AttendanceCommand.Invite(crowd(301)))).containsExactly("list.too-long");
        assertThat(meeting.does(new AttendanceCommand.HandOver(DORA)).invited()).hasSize(200);
    }

    @Test
    void threeHundredAreThereAtMost() {
        Meeting meeting = planned(company);
        Set<PersonId> many = CabMeeting.and(crowd(299), Set.of(DORA));
        assertThat(meeting.refused(new AttendanceCommand.Convene(CabMeeting.and(crowd(300), Set.of(DORA)))))
                .containsExactly("list.too-long");
        meeting.does(new AttendanceCommand.Convene(many));
        assertThat(meeting.refused(AttendanceCommand.NoteAttendance.came(EMIL)))
                .containsExactly("rule:room-is-large-enough");
        assertThat(meeting.refused(new AttendanceCommand.NoteAttendance(crowd(301), Set.of())))
                .containsExactly("list.too-long");
        assertThat(meeting.refused(new AttendanceCommand.NoteAttendance(Set.of(), crowd(301))))
                .containsExactly("list.too-long");
        meeting.does(new AttendanceCommand.NoteAttendance(Set.of(EMIL), Set.of(CROWD.get(0))));
        assertThat(meeting.now().present()).hasSize(300);
    }

    @Test
    void onlyWhoIsInvitedIsUninvited() {
        Meeting meeting = planned(company);

        assertThat(meeting.refused(new AttendanceCommand.Uninvite(Set.of(BEN, EMIL))))
                .containsExactly("rule:who-is-uninvited-was-invited");
        assertThat(meeting.does(new AttendanceCommand.Uninvite(Set.of(BEN))).invited())
                .containsExactly(CARLA);
    }

    @Test
    void onlyChangesThatAreThereAndNotOverStandOnAnAgenda() {
        Meeting meeting = planned(company);
        RecordRef none = Company.change(RecordId.of("none"));
        RecordRef incident = Company.incident(company.log().id());
        RecordRef cancelled = meeting.change();
        company.changes(DORA, cancelled.id(), new TicketCommand.Cancel<>("not needed"));

        assertThat(meeting.refused(new AgendaCommand.PutOnAgenda(none, CONTENT, Optional.empty())))
                .containsExactly("rule:change-is-known");
        assertThat(meeting.refused(new AgendaCommand.PutOnAgenda(incident, CONTENT, Optional.empty())))
                .containsExactly("agenda.no-change");
        assertThat(meeting.refused(new AgendaCommand.PutOnAgenda(cancelled, CONTENT, Optional.empty())))
                .containsExactly("rule:change-is-not-over");
    }

    @Test
    void aChangeThatWasMadeMayStillBeLookedAt() {
        Meeting meeting = planned(company);
        RecordRef made = meeting.change();
        company.changes(DORA, made.id(), new ChangeCommand.Authorise("go"));
        company.changes(DORA, made.id(), new ChangeCommand.Implement("done"));

        assertThat(meeting.puts(made).agenda()).hasSize(2);
    }

    @Test
    void anAgendaHasAHundredItemsAtMost() {
        Meeting meeting = planned(company);
        for (int i = 1; i < 100; i++) {
            meeting.puts(meeting.change());
        }
        RecordRef more = meeting.change();

        assertThat(meeting.refused(new AgendaCommand.PutOnAgenda(more, CONTENT, Optional.empty())))
                .containsExactly("rule:agenda-has-room");
        meeting.does(new AgendaCommand.PutOnAgenda(meeting.first(), REVISED, Optional.empty()));
        assertThat(meeting.now().agenda()).hasSize(100);
    }

    @Test
    void onlyWhatStandsOnTheAgendaIsDealtWith() {
        Meeting meeting = Meeting.convened(company);
        RecordRef other = meeting.change();

        assertThat(meeting.refused(new AgendaCommand.TakeOffAgenda(other))).containsExactly("rule:is-on-the-agenda");
        assertThat(meeting.refused(new AgendaCommand.Defer(other, "later"))).containsExactly("rule:is-on-the-agenda");
        assertThat(meeting.refused(approval(other, DORA))).containsExactly("rule:is-on-the-agenda");
    }

    @Test
    void whatWasVotedOnIsDoneWith() {
        Meeting meeting = Meeting.convened(company);
        RecordRef change = meeting.first();
        meeting.does(approval(change, DORA));

        assertThat(meeting.refused(approval(change, CARLA))).containsExactly("rule:voted-on-once");
        assertThat(meeting.refused(new AgendaCommand.Defer(change, "later"))).containsExactly("rule:voted-on-once");
        assertThat(meeting.refused(new AgendaCommand.PutOnAgenda(change, REVISED, Optional.empty())))
                .containsExactly("rule:voted-on-once");
        assertThat(meeting.refused(new AgendaCommand.TakeOffAgenda(change)))
                .containsExactly("rule:what-was-decided-stays");
    }

    @Test
    void whatWasPutOffStaysOnTheAgenda() {
        Meeting meeting = Meeting.convened(company);
        meeting.does(new AgendaCommand.Defer(meeting.first(), "later"));

        assertThat(meeting.refused(new AgendaCommand.TakeOffAgenda(meeting.first())))
                .containsExactly("rule:what-was-decided-stays");
        assertThat(meeting.does(new AgendaCommand.Defer(meeting.first(), "next week"))
                        .item(meeting.first())
                        .flatMap(AgendaItem::decision))
                .map(Decision::note)
                .contains("next week");
    }

    @Test
    void anOrderNamesAllAndNothingElse() {
        Meeting meeting = planned(company);
        RecordRef first = meeting.first();
        RecordRef second = meeting.change();
        meeting.puts(second);
        RecordRef other = meeting.change();

        for (List<RecordRef> order : List.of(
                List.<RecordRef>of(),
                List.of(first),
                List.of(first, first),
                List.of(first, other),
                List.of(first, second, second),
                List.of(first, second, other))) {
            assertThat(meeting.refused(new AgendaCommand.OrderAgenda(order)))
                    .as("%s", order)
                    .containsExactly("rule:order-is-whole");
        }
    }

    @Test
    void nobodyMeetsBeforeTheDay() {
        Meeting meeting = planned(company, plan(company).build());
        Instant begin = meeting.now().planned().fromInclusive();
        company.clock.set(begin.minus(Duration.ofHours(12)).minusNanos(1_000));
        assertThat(meeting.refused(new AttendanceCommand.Convene(Set.of(DORA))))
                .containsExactly("rule:convened-on-its-day");

        company.clock.set(begin.minus(Duration.ofHours(12)));
        assertThat(meeting.does(new AttendanceCommand.Convene(Set.of(DORA))).status())
                .isEqualTo(CabMeetingLifecycle.IN_SESSION);
    }

    @Test
    void theChairIsThere() {
        Meeting meeting = planned(company);
        assertThat(meeting.refused(new AttendanceCommand.Convene(Set.of(CARLA, BEN))))
                .containsExactly("rule:chair-is-present");
        meeting.does(new AttendanceCommand.HandOver(CARLA));
        meeting.does(new AttendanceCommand.Convene(Set.of(CARLA, BEN)));

        assertThat(meeting.refused(AttendanceCommand.NoteAttendance.left(CARLA)))
                .containsExactly("rule:chair-is-present");
        assertThat(meeting.refused(new AttendanceCommand.HandOver(DORA))).containsExactly("rule:chair-is-present");
        meeting.does(new AttendanceCommand.HandOver(BEN));
        meeting.does(AttendanceCommand.NoteAttendance.left(CARLA));
        assertThat(meeting.now().present()).containsExactly(BEN);
    }

    @Test
    void whoLeavesWasThere() {
        Meeting meeting = Meeting.convened(company);

        assertThat(meeting.refused(AttendanceCommand.NoteAttendance.left(CARLA, BEN)))
                .containsExactly("rule:who-leaves-was-there");
        assertThat(meeting.refused(new AttendanceCommand.NoteAttendance(Set.of(CARLA), Set.of(CARLA))))
                .containsExactly("list.not-distinct");
    }

    @Test
    void onlyThoseOfTheBoardWhoAreThereVote() {
        Meeting meeting = Meeting.convened(company);
        RecordRef change = meeting.first();

        assertThat(meeting.refused(approval(change, DORA, BEN))).containsExactly("rule:those-present-vote");
        assertThat(meeting.refused(approval(change, DORA, ANNA))).containsExactly("rule:the-board-votes");
        assertThat(meeting.refused(approval(change, GUS)))
                .containsExactlyInAnyOrder("rule:those-present-vote", "rule:the-board-votes");
        assertThat(meeting.refused(approval(change, DORA, DORA))).containsExactly("list.not-distinct");
        assertThat(meeting.refused(approval(change))).containsExactly("list.missing");
        assertThat(meeting.refused(approval(change, CROWD.subList(0, 301).toArray(PersonId[]::new))))
                .containsExactly("list.too-long");
    }

    @Test
    void nobodyGoesHomeBeforeAllIsSettled() {
        Meeting meeting = Meeting.convened(company);
        RecordRef late = meeting.change();
        meeting.puts(late);
        meeting.does(approval(meeting.first(), DORA));
        assertThat(meeting.refused(new CabMeetingCommand.Close())).containsExactly("rule:agenda-is-settled");

        meeting.does(new AgendaCommand.Defer(late, "too late today"));
        assertThat(meeting.does(new CabMeetingCommand.Close()).deferred()).containsExactly(late);
    }

    @Test
    void aMeetingWithoutAnAgendaMayEndToo() {
        Meeting meeting = planned(
                company,
                plan(company).planned(hourFrom(company.clock.instant())).build());
        meeting.does(new AttendanceCommand.Convene(Set.of(DORA)));

        assertThat(meeting.does(new CabMeetingCommand.Close()).status()).isEqualTo(CabMeetingLifecycle.CLOSED);
    }

    @Test
    void whatIsOfferedSaysWhatStandsAgainstIt() {
        Meeting meeting = planned(company, plan(company).build());

        Set<String> refusals = company.itsm.cabMeetings().availableActions(caller(DORA), meeting.id).stream()
                .flatMap(offer -> offer.refusal().stream())
                .filter(refusal -> refusal.reason() == Rejection.Reason.NOT_PERMITTED)
                .map(Rejection::code)
                .collect(Collectors.toSet());

        assertThat(refusals).containsExactly("rule:convened-on-its-day");
    }
}
