package org.itsmkit.valuestream.keymeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.valuestream.keymeasure.March.at;
import static org.itsmkit.valuestream.keymeasure.March.incidents;
import static org.itsmkit.valuestream.keymeasure.March.open;
import static org.itsmkit.valuestream.keymeasure.March.problem;
import static org.itsmkit.valuestream.keymeasure.March.stored;
import static org.itsmkit.valuestream.keymeasure.March.value;
import static org.itsmkit.valuestream.keymeasure.March.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.incident.Incident;
import org.itsmkit.majorincident.ActionItem;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentLifecycle;
import org.itsmkit.majorincident.Milestones;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.problem.AcceptedRisk;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemLifecycle;
import org.itsmkit.problem.RootCause;
import org.itsmkit.problem.trend.Recurrence;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.junit.jupiter.api.Test;

/** Figures of problems, recurrences and lessons, in worlds small enough to count by hand. */
class ProblemFiguresTest {

    private static Incident ofMail(Instant when) {
        Incident incident = open(when);
        return incident.withTicket(incident.ticket().withService(MAIL));
    }

    private static Incident of(Instant when, String... items) {
        Incident incident = open(when);
        Set<AffectedItem> all = Set.of(items).stream().map(AffectedItem::of).collect(Collectors.toSet());
        return incident.withTicket(incident.ticket().withAffected(new Affected(all, Set.of())));
    }

    /** Mail fails on the 2nd, 4th and 8th, three within seven days, and once more on the 20th: 3 of 5 recur. */
    @Test
    void threeOfOneServiceWithinSevenDaysRecur() {
        MeasuredWorld world =
                incidents(ofMail(at(2, 9)), ofMail(at(4, 9)), ofMail(at(8, 9)), ofMail(at(20, 9)), open(at(3, 9)));

        assertThat(value("recurring-incidents", world)).isEqualTo(Quantity.of(3, 5));
        assertThat(value(
                        "recurring-incidents",
                        world.withConventions(
                                world.conventions().withRecurrence(new Recurrence(2, Duration.ofDays(3))))))
                .isEqualTo(Quantity.of(2, 5));
    }

    /** db-1 is in the first three, web-1 in the last two only; each incident counts once, however many of its items come back. */
    @Test
    void everyItemOfAnIncidentIsLookedAt() {
        MeasuredWorld world = incidents(
                of(at(2, 9), "db-1"), of(at(3, 9), "db-1", "web-1"), of(at(4, 9), "db-1", "web-1"), of(at(5, 9), "x"));

        assertThat(value("recurring-incidents", world)).isEqualTo(Quantity.of(3, 4));
    }

    /** Two came to their end in March, of one the cause is known; one was given up, and one ended in April. */
    @Test
    void whatWasFoundOut() {
        Problem known = problem(at(2, 9), ProblemLifecycle.CLOSED, at(9, 9))
                .withRootCause(new RootCause("a leak", Optional.empty(), Optional.empty(), BEN, at(5, 9)));
        MeasuredWorld world = problems(
                known,
                problem(at(2, 9), ProblemLifecycle.CLOSED, at(9, 9)),
                problem(at(2, 9), ProblemLifecycle.CANCELLED, at(9, 9)),
                problem(at(2, 9), ProblemLifecycle.CLOSED, Instant.parse("2026-04-02T00:00:00Z")));

        assertThat(value("problems-with-root-cause", world)).isEqualTo(Quantity.of(1, 2));
    }

    /** To be looked at again by the end of 31 March, of 1 April, and of 15 March, which was done before it was asked. */
    @Test
    void whatIsLivedWithTooLong() {
        MeasuredWorld world = problems(
                livedWith(LocalDate.of(2026, 3, 31)),
                livedWith(LocalDate.of(2026, 4, 1)),
                problem(at(2, 9), ProblemLifecycle.CLOSED, at(9, 9)));

        assertThat(value("accepted-risks-overdue", world)).isEqualTo(Quantity.of(1, 2));
    }

    private static Problem livedWith(LocalDate until) {
        return problem(at(2, 9), ProblemLifecycle.RISK_ACCEPTED, at(9, 9))
                .withAcceptedRisk(new AcceptedRisk(AcceptedRisk.Code.TOO_COSTLY, "old", until, DORA, false));
    }

    private static MeasuredWorld problems(Problem... problems) {
        return world().addAllProblems(stored(problems)).build();
    }

    /** Due in March: one done, one handed over, one dropped, one open; 2 of 4. What is due in April or was in February is not. */
    @Test
    void whatWasLearnedIsActedOn() {
        LocalDate march = LocalDate.of(2026, 3, 31);
        MeasuredWorld world = majors(major(
                0,
                0,
                item(march, ActionItem.State.DONE),
                item(march, ActionItem.State.HANDED_OVER),
                item(march, ActionItem.State.DROPPED),
                item(march, ActionItem.State.OPEN),
                item(march.plusDays(1), ActionItem.State.DONE),
                item(LocalDate.of(2026, 2, 28), ActionItem.State.DONE)));

        assertThat(value("lessons-acted-on", world)).isEqualTo(Quantity.of(2, 4));
    }

    /** 5 updates of which 1 was late, and 3 of which none was: (5 − 1 + 3) of 8. */
    @Test
    void peopleAreToldInTime() {
        assertThat(value("updates-in-time", majors(major(5, 1), major(3, 0)))).isEqualTo(Quantity.of(7, 8));
    }

    private static ActionItem item(LocalDate due, ActionItem.State state) {
        Optional<RecordRef> to = state == ActionItem.State.HANDED_OVER
                ? Optional.of(RecordRef.of("problem", RecordId.of("1")))
                : Optional.empty();
        return new ActionItem(1, "watch the disk", BEN, due, state, "", to);
    }

    private static MajorIncident major(int updates, int late, ActionItem... items) {
        List<ActionItem> all = new ArrayList<>(List.of(items));
        return MajorIncident.builder()
                .number("MAJ0000001")
                .title("Mail is down")
                .incident(RecordRef.of("incident", RecordId.of("1")))
                .status(MajorIncidentLifecycle.CLOSED)
                .proposedBy(DORA)
                .reason("all are hit")
                .updates(updates)
                .updatesLate(late)
                .relapses(0)
                .actionItems(all)
                .milestones(Milestones.builder().proposedAt(at(2, 9)).build())
                .openedAt(at(2, 9))
                .updatedAt(at(2, 9))
                .build();
    }

    private static MeasuredWorld majors(MajorIncident... majors) {
        return world().addAllMajorIncidents(stored(majors)).build();
    }
}
