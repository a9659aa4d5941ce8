package org.itsmkit.valuestream.keymeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.change.model.ChangeOutcome.BACKED_OUT;
import static org.itsmkit.change.model.ChangeOutcome.FAILED;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL_WITH_ISSUES;
import static org.itsmkit.change.model.ChangeType.NORMAL;
import static org.itsmkit.change.model.ChangeType.STANDARD;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.valuestream.keymeasure.March.at;
import static org.itsmkit.valuestream.keymeasure.March.changes;
import static org.itsmkit.valuestream.keymeasure.March.figure;
import static org.itsmkit.valuestream.keymeasure.March.hours;
import static org.itsmkit.valuestream.keymeasure.March.made;
import static org.itsmkit.valuestream.keymeasure.March.open;
import static org.itsmkit.valuestream.keymeasure.March.stored;
import static org.itsmkit.valuestream.keymeasure.March.value;
import static org.itsmkit.valuestream.keymeasure.March.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.AssessedRisk;
import org.itsmkit.change.Authorisation;
import org.itsmkit.change.Change;
import org.itsmkit.change.Slot;
import org.itsmkit.change.cab.AgendaItem;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.cab.CabMeetingLifecycle;
import org.itsmkit.change.cab.Decision;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.incident.Incident;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.junit.jupiter.api.Test;

/** Figures of changes, in worlds small enough to count by hand. */
class ChangeFiguresTest {

    private static final Change GOOD = made(NORMAL, SUCCESSFUL, at(2, 12));

    private static Change authorised(Change change, Instant when) {
        return change.withAuthorisation(
                new Authorisation(DORA, when, "", Authorisation.Basis.PERSON, "abc", Optional.empty(), false));
    }

    /** Of five made, one is backed out and one failed: 3 of 5 succeed; 3 of 5 went otherwise than planned, and 2 of 5 are failures. */
    @Test
    void howChangesWent() {
        MeasuredWorld world = changes(
                GOOD,
                made(NORMAL, SUCCESSFUL, at(3, 12)),
                made(STANDARD, SUCCESSFUL_WITH_ISSUES, at(4, 12)),
                made(STANDARD, BACKED_OUT, at(5, 12)),
                made(NORMAL, FAILED, at(6, 12)),
                made(NORMAL, FAILED, Instant.parse("2026-04-01T00:00:00Z")));

        assertThat(value("change-success-rate", world)).isEqualTo(Quantity.of(3, 5));
        assertThat(value("changes-with-issues", world)).isEqualTo(Quantity.of(3, 5));
        assertThat(value("change-failure-rate", world)).isEqualTo(Quantity.of(2, 5));
        assertThat(value("standard-changes", world)).isEqualTo(Quantity.of(2, 5));
    }

    /** An incident points at the first as its cause: 1 of 2 caused one, and it is a failure though it succeeded. */
    @Test
    void whatCausedIncidents() {
        Incident incident = open(at(2, 13));
        RecordRef first = RecordRef.of("change", RecordId.of("1"));
        MeasuredWorld world = changes(GOOD, made(NORMAL, SUCCESSFUL, at(3, 12)))
                .withIncidents(
                        stored(incident.withTicket(incident.ticket().withLinks(Set.of(Link.of("caused-by", first))))));

        assertThat(value("changes-causing-incidents", world)).isEqualTo(Quantity.of(1, 2));
        assertThat(value("change-failure-rate", world)).isEqualTo(Quantity.of(1, 2));
        assertThat(value("change-success-rate", world)).isEqualTo(Quantity.of(2, 2));
    }

    /** Begun at 10:00. One was authorised at 9:00, one at 11:00, one never: 2 of 3 were begun without. */
    @Test
    void whatWasBegunBeforeAnybodyHadSaidYes() {
        MeasuredWorld world = changes(authorised(GOOD, at(2, 9)), authorised(GOOD, at(2, 11)), GOOD);

        assertThat(value("changes-unauthorised", world)).isEqualTo(Quantity.of(2, 3));
    }

    /** March has 31 days: 2 · 7 / 31 = 0.4516…, shown as 0.45 a week. Each is in use 24 hours after its opening. */
    @Test
    void howOftenAndHowQuickly() {
        MeasuredWorld world = changes(GOOD, made(NORMAL, FAILED, at(20, 12)));

        assertThat(value("deployment-frequency", world)).isEqualTo(Quantity.of(new BigDecimal("0.45")));
        assertThat(value("median-lead-time", world)).isEqualTo(hours(24));
    }

    /** Of three, the risk of one was assessed, one says who is told, two how they are tested; blanks say nothing. */
    @Test
    void whatWasPlanned() {
        Change assessed = GOOD.withRisk(new AssessedRisk(RiskLevel.LOW, List.of(), BEN, at(2, 8)));
        Change telling =
                GOOD.withPlans(GOOD.plans().withCommunication("mail to all").withTest("send a mail"));
        Change tested = GOOD.withPlans(GOOD.plans().withCommunication("  ").withTest("restart it"));
        MeasuredWorld world = changes(assessed, telling, tested);

        assertThat(value("changes-with-risk-assessed", world)).isEqualTo(Quantity.of(1, 3));
        assertThat(value("changes-telling-people", world)).isEqualTo(Quantity.of(1, 3));
        assertThat(value("changes-with-test-plan", world)).isEqualTo(Quantity.of(2, 3));
    }

    /** Made from 10:00 to 12:00. Slots from 10 to 12 and from 9 to 13 hold it; those from 11 to 13 and from 9 to 11 do not. */
    @Test
    void whatWasMadeWithinItsSlot() {
        MeasuredWorld world = changes(slot(10, 12), slot(9, 13), slot(11, 13), slot(9, 11), GOOD);

        assertThat(value("changes-in-their-slot", world)).isEqualTo(Quantity.of(2, 4));
    }

    private static Change slot(int from, int to) {
        return GOOD.withSlot(Slot.of(new Window(at(2, from), at(2, to))));
    }

    /** Of a board that met in March, two changes were voted on and one was put off: 2 of 3. What is to meet yet is not counted. */
    @Test
    void whatWasDecidedAtTheFirstMeeting() {
        CabMeeting met = meeting(at(10, 9), true);
        MeasuredWorld world = world().addAllMeetings(
                        stored(met, meeting(at(20, 9), false), meeting(Instant.parse("2026-04-02T09:00:00Z"), true)))
                .build();

        assertThat(value("decided-at-first-meeting", world)).isEqualTo(Quantity.of(2, 3));
    }

    private static CabMeeting meeting(Instant begin, boolean isOver) {
        return CabMeeting.builder()
                .number("CAB0000001")
                .title("Changes of the week")
                .authority("cab")
                .status(isOver ? CabMeetingLifecycle.CLOSED : CabMeetingLifecycle.PLANNED)
                .chair(DORA)
                .planned(new Window(begin, begin.plusSeconds(3_600)))
                .addAgenda(
                        item("1", Decision.Kind.VOTED),
                        item("2", Decision.Kind.VOTED),
                        item("3", Decision.Kind.DEFERRED))
                .createdAt(at(1, 0))
                .updatedAt(at(1, 0))
                .build();
    }

    private static AgendaItem item(String change, Decision.Kind kind) {
        return new AgendaItem(
                RecordRef.of("change", RecordId.of(change)),
                "abc",
                Optional.empty(),
                Optional.of(new Decision(kind, List.of(), "", DORA, at(10, 9))));
    }

    @Test
    void whatWasCancelledWasNotMade() {
        assertThat(figure("change-success-rate", changes(GOOD.withResult(Optional.empty())))
                        .reason())
                .isEqualTo("No change was made in the period.");
    }
}
