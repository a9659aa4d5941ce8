package org.itsmkit;

import static org.itsmkit.change.cab.Meeting.CONTENT;
import static org.itsmkit.change.cab.Meeting.approval;
import static org.itsmkit.change.cab.Meeting.hourFrom;
import static org.itsmkit.change.cab.Meeting.plan;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.cab.CabMeetings;
import org.itsmkit.change.cab.Meeting;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link EveryPairTest} is to the other rooms: every status of meetings with every action. */
class CabMeetingPairsTest {

    private static final String MEETINGS = """
            from       | reschedule remind  invite     uninvite hand-over  put-on-agenda take-off-agenda order-agenda convene    note-attendance decide     defer      write-minutes close  cancel
            planned    | planned    planned planned    planned  planned    planned       planned         planned      in-session .               .          .          .             .      cancelled
            in-session | .          .       in-session .        in-session in-session    in-session      in-session   .          in-session      in-session in-session in-session    closed .
            closed     | .          .       .          .        .          .             .               .            .          .               .          .          closed        .      .
            cancelled  | .          .       .          .        .          .             .               .            .          .               .          .          .             .      .
            """;

    @TestFactory
    Stream<DynamicTest> ofMeetings() {
        return EveryPairTest.pairs(MEETINGS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Meeting meeting = meetingFor(company, pair);
                    Command<CabMeeting> command = command(meeting, pair);
                    EveryPairTest.check(company, company.itsm.cabMeetings(), meeting.id, pair, DORA, command);
                }));
    }

    /** One of which people are to be reminded today, or one that begins now. */
    private static Meeting meetingFor(Company company, Pair pair) {
        if (!pair.action().equals("remind") || !pair.from().equals("planned")) {
            Meeting meeting = Meeting.in(company, pair.from());
            if (pair.action().equals("close") && pair.to().isPresent()) {
                meeting.does(approval(meeting.first(), CARLA, DORA));
            }
            return meeting;
        }
        Meeting meeting = Meeting.planned(company, plan(company).build());
        company.clock.advance(Duration.ofDays(2));
        return meeting;
    }

    private static Command<CabMeeting> command(Meeting meeting, Pair pair) {
        Company company = meeting.company;
        CabMeeting now = meeting.now();
        return switch (pair.action()) {
            case "reschedule" ->
                new CabMeetingCommand.Reschedule(
                        hourFrom(company.clock.instant().plusSeconds(60)), Optional.of("Room 4"));
            case "remind" -> new CabMeetingCommand.Remind(now.planned().fromInclusive());
            case "invite" -> new AttendanceCommand.Invite(Set.of(EMIL));
            case "uninvite" -> new AttendanceCommand.Uninvite(Set.of(BEN));
            case "hand-over" -> new AttendanceCommand.HandOver(CARLA);
            case "put-on-agenda" -> new AgendaCommand.PutOnAgenda(meeting.change(), CONTENT, Optional.of(BEN));
            case "take-off-agenda" -> new AgendaCommand.TakeOffAgenda(meeting.first());
            case "order-agenda" -> order(meeting, pair);
            case "convene" -> new AttendanceCommand.Convene(Set.of(DORA, CARLA));
            case "note-attendance" -> AttendanceCommand.NoteAttendance.came(BEN);
            case "decide" -> approval(meeting.first(), CARLA, DORA);
            case "defer" -> new AgendaCommand.Defer(meeting.first(), "too late today");
            case "write-minutes" -> new CabMeetingCommand.WriteMinutes("We met.");
            case "close" -> new CabMeetingCommand.Close();
            case "cancel" -> new CabMeetingCommand.Cancel("nobody has time");
            default -> throw new IllegalArgumentException(pair.action());
        };
    }

    private static Command<CabMeeting> order(Meeting meeting, Pair pair) {
        if (pair.to().isEmpty()) {
            return new AgendaCommand.OrderAgenda(List.of(meeting.first()));
        }
        RecordRef first = meeting.first();
        RecordRef second = meeting.change();
        meeting.puts(second);
        return new AgendaCommand.OrderAgenda(List.of(second, first));
    }

    @Test
    void theDrawnTableIsWhole() {
        EveryPairTest.assertWhole(CabMeetings.DEFINITION, MEETINGS);
    }
}
