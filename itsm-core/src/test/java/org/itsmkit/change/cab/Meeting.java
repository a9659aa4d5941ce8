package org.itsmkit.change.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.ContentDigest;
import org.itsmkit.approval.Vote;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** The company while its change advisory board meets: short words for what tests do with meetings. */
public final class Meeting {

    /** What a change is about as it was planned. */
    public static final String CONTENT =
            ContentDigest.empty().with("plan", "Replace the disk").hex();
    /** What it is about once the plan is another. */
    public static final String REVISED =
            ContentDigest.empty().with("plan", "Replace both disks").hex();

    /** Where it happens. */
    public final Company company;
    /** Which meeting. */
    public final RecordId id;

    private Meeting(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** An hour from then on. */
    public static Window hourFrom(Instant begin) {
        return new Window(begin, begin.plus(Duration.ofHours(1)));
    }

    /** The plan of a meeting in three days which Dora leads, and to which Carla and Ben are invited. */
    public static CabMeetingCommand.Plan.Builder plan(Company company) {
        return CabMeetingCommand.plan()
                .title("Changes of the week")
                .chair(DORA)
                .addInvited(CARLA, BEN)
                .planned(hourFrom(company.clock.instant().plus(Duration.ofDays(3))));
    }

    /** Dora plans it. */
    public static Meeting planned(Company company, CabMeetingCommand.Plan plan) {
        return new Meeting(
                company,
                done(company.itsm.cabMeetings().submit(caller(DORA), plan)).id());
    }

    /** A meeting that is to begin now, with one change on the agenda. */
    public static Meeting planned(Company company) {
        Meeting meeting = planned(
                company,
                plan(company).planned(hourFrom(company.clock.instant())).build());
        meeting.puts(meeting.change());
        return meeting;
    }

    /** One that began, with Dora, Carla, and Anna as a guest. */
    public static Meeting convened(Company company) {
        Meeting meeting = planned(company);
        meeting.does(new AttendanceCommand.Convene(Set.of(DORA, CARLA, ANNA)));
        return meeting;
    }

    /** One in that status. */
    public static Meeting in(Company company, String status) {
        Meeting meeting = status.equals("planned") || status.equals("cancelled") ? planned(company) : convened(company);
        switch (status) {
            case "closed" -> {
                meeting.does(new AgendaCommand.Defer(meeting.first(), "the plan is not clear"));
                meeting.does(new CabMeetingCommand.Close());
            }
            case "cancelled" -> meeting.does(new CabMeetingCommand.Cancel("nobody has time"));
            default -> {}
        }
        assertThat(meeting.now().status().name()).isEqualTo(status);
        company.aMinuteLater();
        return meeting;
    }

    /** A change that somebody drafted. */
    public RecordRef change() {
        return Company.change(company.draft().id());
    }

    /** What stands first on the agenda. */
    public RecordRef first() {
        return now().agenda().get(0).change();
    }

    /** Puts a change on the agenda. */
    public CabMeeting puts(RecordRef change) {
        return does(new AgendaCommand.PutOnAgenda(change, CONTENT, Optional.empty()));
    }

    /** These say yes to a change. */
    public static AgendaCommand.Decide approval(RecordRef change, PersonId... people) {
        List<BoardVote> votes = new ArrayList<>();
        for (PersonId person : people) {
            votes.add(new BoardVote(person, Vote.Choice.APPROVE));
        }
        return new AgendaCommand.Decide(change, votes, "");
    }

    /** Dora does that, and it succeeds. */
    public CabMeeting does(Command<CabMeeting> command) {
        return done(company.itsm.cabMeetings().submit(caller(DORA), id, command))
                .record();
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public List<String> refused(Command<CabMeeting> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<CabMeeting>> outcome =
                company.itsm.cabMeetings().submit(caller(DORA), id, command);
        assertThat(outcome.isLeft()).as("refusal, not %s", outcome).isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft().violations().stream().map(Violation::code).toList();
    }

    /** As it is. */
    public CabMeeting now() {
        return company.store.find(ACME, CabMeetings.KIND, id).orElseThrow().record();
    }

    /** All that happened, by the names in the journal. */
    public List<String> events() {
        return company.store.journal(ACME, CabMeetings.KIND, id, 0, 1_000).stream()
                .map(JournalEntry::name)
                .toList();
    }
}
