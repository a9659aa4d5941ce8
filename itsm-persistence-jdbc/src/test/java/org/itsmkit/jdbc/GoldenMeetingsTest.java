package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.approval.ContentDigest;
import org.itsmkit.approval.Vote;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.BoardVote;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.cab.CabMeetingLifecycle;
import org.itsmkit.change.cab.CabMeetings;
import org.itsmkit.engine.DataProtection;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a meeting of a board is stored as; as {@link GoldenJournalTest} has it for the others. */
class GoldenMeetingsTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final PersonId CLARA = PersonId.of("clara");
    private static final Instant BEGIN = Instant.parse("2026-03-02T07:30:00.123456Z");
    private static final RecordRef DISK = RecordRef.of("change", RecordId.of("chg-1"));
    private static final RecordRef MAIL = RecordRef.of("change", RecordId.of("chg-2"));

    /** Where what was held can be called off too. */
    private static final Lifecycle OVER_AND_OVER = CabMeetingLifecycle.standard()
            .edit()
            .move(CabMeetingLifecycle.CLOSED, CabMeetingLifecycle.CANCEL, CabMeetingLifecycle.CANCELLED)
            .build();

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(
                    Directories.fixed().person(ANNA).person(BOB).person(CLARA).build())
            .clock(clock)
            .defaults(Tailoring.builder()
                    .putLifecycles("cab-meeting", OVER_AND_OVER.toData())
                    .build())
            .build();
    private final Caller bob = Caller.of(ACME, BOB);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void meetingsAreStoredAsTheyWere() throws Exception {
        liveAMeeting();

        golden.assertStored("cab-meeting", "cab-1", Golden.ownEvents(CabMeetings.KIND));
        assertThat(fold()).contains(meeting());
    }

    /** Whoever voted are as many as they were, and nothing of what they wrote is left. */
    @Test
    void whatIsErasedStillFolds() throws Exception {
        liveAMeeting();
        RecordRef ref = RecordRef.of("cab-meeting", RecordId.of("cab-1"));

        DataProtection.Outcome outcome = itsm.protection()
                .erase(bob, ref, Erasure.personal(CabMeetings.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));

        assertThat(outcome).isNotNull();
        CabMeeting erased = meeting();
        assertThat(fold()).contains(erased);
        assertThat(FoldLaw.check(store, ACME, CabMeetings.KIND, done -> {}).breaks())
                .isEmpty();
        assertThat(erased.toString())
                .doesNotContain("anna", "bob", "clara", "Changes of", "Room", "at night", "We met", "disk is");
        assertThat(erased.item(DISK)
                        .flatMap(item -> item.decision())
                        .orElseThrow()
                        .votes())
                .extracting(BoardVote::person)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(erased.deferred()).containsExactly(MAIL);
    }

    private void liveAMeeting() {
        clock.set(BEGIN);
        for (RecordRef change : List.of(DISK, MAIL)) {
            make(
                    itsm.changes(),
                    change.id().value(),
                    new ChangeCommand.Draft(
                            TicketDraft.builder().title("New disk").build(), "replace it"));
        }
        Instant first = BEGIN.plus(Duration.ofDays(7));
        Instant nextDay = first.plus(Duration.ofDays(1));
        make(
                itsm.cabMeetings(),
                "cab-1",
                CabMeetingCommand.plan()
                        .title("Changes of the week")
                        .chair(ANNA)
                        .addInvited(BOB)
                        .planned(new Window(first, first.plusSeconds(3_600)))
                        .build());
        String content = ContentDigest.empty().with("plan", "replace it").hex();
        List<Command<CabMeeting>> before = List.of(
                new AttendanceCommand.Invite(Set.of(CLARA)),
                new AttendanceCommand.Uninvite(Set.of(CLARA)),
                new AttendanceCommand.Invite(Set.of(CLARA)),
                new AttendanceCommand.HandOver(BOB),
                new AgendaCommand.PutOnAgenda(MAIL, content, Optional.empty()),
                new AgendaCommand.PutOnAgenda(DISK, content, Optional.of(CLARA)),
                new AgendaCommand.TakeOffAgenda(MAIL),
                new AgendaCommand.PutOnAgenda(MAIL, content, Optional.empty()),
                new AgendaCommand.OrderAgenda(List.of(MAIL, DISK)));
        before.forEach(this::carryOut);
        clock.set(first.minus(Duration.ofHours(20)));
        carryOut(new CabMeetingCommand.Remind(first));
        carryOut(new CabMeetingCommand.Reschedule(
                new Window(nextDay, nextDay.plusSeconds(5_400)), Optional.of("Room 4")));
        clock.set(nextDay);
        List<Command<CabMeeting>> together = List.of(
                new AttendanceCommand.Convene(Set.of(ANNA, BOB)),
                AttendanceCommand.NoteAttendance.came(CLARA),
                new AgendaCommand.Decide(
                        DISK,
                        List.of(
                                new BoardVote(CLARA, Vote.Choice.REJECT),
                                new BoardVote(BOB, Vote.Choice.APPROVE),
                                new BoardVote(ANNA, Vote.Choice.ABSTAIN)),
                        "only at night"),
                AttendanceCommand.NoteAttendance.left(CLARA),
                new AgendaCommand.Defer(MAIL, "the disk is to be replaced first"),
                new CabMeetingCommand.WriteMinutes("We met."),
                new CabMeetingCommand.Close(),
                new CabMeetingCommand.Cancel("Nobody was there"));
        together.forEach(this::carryOut);
    }

    private CabMeeting meeting() {
        return itsm.cabMeetings().find(bob, RecordId.of("cab-1")).orElseThrow().record();
    }

    private Optional<CabMeeting> fold() {
        return Fold.of(store, ACME, CabMeetings.KIND, RecordId.of("cab-1"), entry -> true)
                .record();
    }

    private <R> void make(Records<R> records, String id, Creation<R> creation) {
        records.submitNew(bob, RecordId.of(id), creation, Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
    }

    private void carryOut(Command<CabMeeting> command) {
        clock.advance(Duration.ofMinutes(7));
        itsm.cabMeetings()
                .submit(bob, RecordId.of("cab-1"), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }
}
