package org.itsmkit.valuestream.flow.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.ValueStreams;
import org.itsmkit.valuestream.flow.journey.Effort;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.itsmkit.valuestream.flow.journey.Visit;
import org.junit.jupiter.api.Test;

/** What is measured of incidents on their way, by hand; hours of one Monday. */
class FlowMeasuresTest {

    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");

    static Instant at(int hour) {
        return ZERO.plus(Duration.ofHours(hour));
    }

    static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    static Window period(int from, int to) {
        return new Window(at(from), at(to));
    }

    static Visit visit(String step, Effort effort, int from, int to) {
        return Visit.of(step, effort, at(from), at(to));
    }

    private static Visit log(int from, int to) {
        return visit("log", Effort.WAIT, from, to);
    }

    private static Visit restore(int from, int to) {
        return visit("restore", Effort.PROCESS, from, to);
    }

    private static Visit confirm(int from, int to) {
        return visit("confirm", Effort.CONFIRM, from, to);
    }

    /** 2 h wait, 3 h work, 1 h to confirm. */
    private static final Journey PLAIN = Journey.of("plain", List.of(log(0, 2), restore(2, 5), confirm(5, 6)));

    /** 1 h wait, 2 h work, 1 h to confirm; then 3 h more of work, and 1 h to confirm. */
    private static final Journey REFUSED =
            Journey.of("refused", List.of(log(1, 2), restore(2, 4), confirm(4, 5), restore(5, 8), confirm(8, 9)));

    /** Begun at once, 1 h work and 3 h wait, and closed without being confirmed. */
    private static final Journey HASTY = Journey.of(
            "hasty",
            List.of(new Visit(
                    "restore",
                    List.of(new Visit.Span(at(10), Effort.PROCESS), new Visit.Span(at(11), Effort.WAIT)),
                    Optional.of(at(14)))));

    private static final Journey NEW =
            Journey.of("new", List.of(new Visit("log", log(20, 21).spans(), Optional.empty())));

    private static final Journey DROPPED =
            new Journey("dropped", List.of(), List.of(log(3, 5)), List.of(), at(3), Optional.of(at(5)), true);

    private static FlowMeasures measured(Window period, Journey... journeys) {
        return FlowMeasures.of(ValueStreams.incidents(), period, FlowTime.elapsed(), Stream.of(journeys));
    }

    private static FlowMeasures day() {
        return measured(period(0, 24), PLAIN, REFUSED, HASTY, NEW, DROPPED);
    }

    @Test
    void timesOfWhatWasDone() {
        FlowMeasures day = day();

        assertThat(day.arrivals()).isEqualTo(5);
        assertThat(day.done()).isEqualTo(3);
        assertThat(day.dropped()).isEqualTo(1);
        assertThat(day.leadTime().median()).as("4, 6, 8").contains(hours(6));
        assertThat(day.leadTime().percentile(85)).contains(hours(8));
        assertThat(day.processTime().median()).as("1, 3, 2 + 3").contains(hours(3));
        assertThat(day.waitTime().mean()).as("2, 1, 3").contains(hours(2));
        assertThat(day.confirmTime().sum()).as("1 + 1 + 1").isEqualTo(hours(3));
        assertThat(day.flowEfficiency()).as("(3 + 5 + 1) / (6 + 8 + 4)").contains(Fraction.of(1, 2));
    }

    @Test
    void whatWasUnderWay() {
        FlowMeasures day = day();

        assertThat(day.averageWip()).as("(6 + 8 + 4 + 4 + 2) / 24").isEqualTo(Fraction.ONE);
        assertThat(day.wipAt(at(4))).as("plain, refused, dropped").isEqualTo(3);
        assertThat(day.wipAt(at(5))).as("what goes out is there no longer").isEqualTo(2);
        assertThat(day.wipAt(at(24))).isEqualTo(1);
        assertThat(day.workInProgress().most()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> day.wipAt(at(25)));
        assertThat(day.throughputPerDay()).isEqualTo(Fraction.of(3, 1));
        assertThat(day.throughputPerWeek()).isEqualTo(Fraction.of(21, 1));
        assertThat(day.arrivalsPerDay()).isEqualTo(Fraction.of(5, 1));
    }

    @Test
    void whatEachStepHandedOnThatDidNotComeBack() {
        FlowMeasures day = day();
        StepMeasures log = day.step("log").orElseThrow();
        StepMeasures restore = day.step("restore").orElseThrow();
        StepMeasures confirm = day.step("confirm").orElseThrow();

        assertThat(List.of(log.entered(), log.left(), log.there())).containsExactly(4L, 3L, 1L);
        assertThat(log.handedOn()).as("what was dropped was not handed on").isEqualTo(2);
        assertThat(log.completeAndAccurate()).contains(Fraction.ONE);
        assertThat(List.of(restore.left(), restore.handedOn(), restore.accurate()))
                .containsExactly(4L, 4L, 3L);
        assertThat(restore.completeAndAccurate()).contains(Fraction.of(3, 4));
        assertThat(confirm.left()).isEqualTo(3);
        assertThat(confirm.handedOn()).as("what it sent back was not handed on").isEqualTo(2);
        assertThat(confirm.completeAndAccurate()).contains(Fraction.ONE);
        assertThat(day.rolled()).as("1 · 3/4 · 1").contains(Fraction.of(3, 4));
        assertThat(day.rolled(List.of("log", "confirm"))).contains(Fraction.ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> day.rolled(List.of("elsewhere")));
        assertThat(restore.wip()).as("(3 + 2 + 3 + 4) / 24").isEqualTo(Fraction.of(1, 2));
        assertThat(restore.worked().sum()).isEqualTo(hours(9));
        assertThat(restore.waited().sum()).isEqualTo(hours(3));
        assertThat(confirm.confirmed().cases()).isEqualTo(3);
        assertThat(day.step("elsewhere")).isEmpty();
    }

    @Test
    void whereItWaitsMostForWhatGoesThrough() {
        assertThat(day().bottlenecks())
                .as("9 h for 3, then 3 h for 4")
                .containsExactly(new Bottleneck("log", hours(9), 3), new Bottleneck("restore", hours(3), 4));
        assertThat(day().step("log").flatMap(StepMeasures::waitingPerLeaving))
                .contains(Fraction.of(3L * 3_600 * 1_000_000_000, 1));
        assertThat(measured(period(0, 24), PLAIN, NEW).bottleneck())
                .isEqualTo(Optional.of(new Bottleneck("log", hours(6), 1)));
        assertThat(measured(period(20, 24), NEW).bottleneck().orElseThrow().sentence())
                .as("what nothing leaves is worse than all else")
                .isEqualTo("Work waits most at log: 4 h all together, while nothing left.");
        assertThat(measured(period(5, 6), PLAIN).bottleneck())
                .as("it waits nowhere")
                .isEmpty();
        Journey twice =
                Journey.of("twice", List.of(visit("log", Effort.WAIT, 0, 1), visit("confirm", Effort.WAIT, 1, 2)));
        assertThat(measured(period(0, 24), twice).bottlenecks())
                .as("alike: by name")
                .extracting(Bottleneck::step)
                .containsExactly("confirm", "log");
    }

    @Test
    void waysThatWereTravelled() {
        FlowMeasures day = day();

        assertThat(day.loops()).containsExactly(new ReworkLoop(List.of("restore", "confirm"), 1, hours(3)));
        assertThat(day.loops().get(0)).hasToString("restore → confirm → restore");
        assertThat(day.skipped()).isEqualTo(Map.of("log", 1L));
        Map<String, String> moves = new TreeMap<>();
        day.moves().forEach((move, times) -> moves.put(move.toString(), times + " " + move.way()));
        assertThat(moves)
                .isEqualTo(Map.of(
                        "in → log", "4 NORMAL",
                        "in → restore", "1 SKIPPING",
                        "log → restore", "2 NORMAL",
                        "restore → confirm", "3 NORMAL",
                        "confirm → restore", "1 BACK",
                        "confirm → out", "2 NORMAL",
                        "restore → out", "1 EARLY",
                        "log → out", "1 EARLY"));
        assertThat(day.moves(Move.Way.EARLY)).isEqualTo(2);
    }

    /** 5 arrivals of 5 h on average would be 25/24; 4/24 more are of what is new, 5/24 less of one arrival more than departures. */
    @Test
    void littlesLawHoldsOrIsExplained() {
        LittlesLaw law = day().littlesLaw();

        assertThat(law.averageWip()).isEqualTo(Fraction.ONE);
        assertThat(law.predicted()).contains(Fraction.of(25, 24));
        assertThat(law.residual()).contains(Fraction.of(-1, 24));
        assertThat(law.ofUnfinished()).isEqualTo(Fraction.of(4, 24));
        assertThat(law.ofBefore()).isEqualTo(Fraction.ZERO);
        assertThat(law.ofSurplus()).contains(Fraction.of(-5, 24));

        LittlesLaw whole =
                measured(period(0, 24), PLAIN, REFUSED, HASTY, DROPPED).littlesLaw();
        assertThat(whole.residual()).as("all came and went").contains(Fraction.ZERO);
        assertThat(whole.sentences())
                .containsExactly("0.83 pieces of work were under way on average, and by Little's law it would be 0.83:"
                        + " it holds exactly.");

        LittlesLaw cut = measured(period(2, 6), PLAIN, REFUSED).littlesLaw();
        assertThat(cut.residual()).as("nothing went out before the end").isEmpty();
        assertThat(cut.sentences()).containsExactly("Little's law cannot be checked: nothing went out.");
        LittlesLaw late = measured(period(2, 7), PLAIN, REFUSED).littlesLaw();
        assertThat(late.residual()).as("(4 + 5) / 5, and nothing came").contains(Fraction.of(9, 5));
        assertThat(late.ofBefore()).as("plain had been there for two hours").isEqualTo(Fraction.of(-2, 5));
        assertThat(late.ofUnfinished()).isEqualTo(Fraction.ONE);
        assertThat(late.ofSurplus()).contains(Fraction.of(6, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LittlesLaw(period(0, 1), 1, 1, hours(1), hours(2), Duration.ZERO, Duration.ZERO));
    }

    @Test
    void sentencesForWhoeverManagesTheService() {
        assertThat(day().sentences())
                .containsExactly(
                        "From 2026-03-02T00:00:00Z to 2026-03-03T00:00:00Z 5 pieces of work came in, 3 were done and 1"
                                + " dropped.",
                        "Lead time: 6 h in the median, 85 of a hundred at most 8 h (3 cases).",
                        "Process time: 3 h in the median, 85 of a hundred at most 5 h (3 cases).",
                        "Wait time: 2 h in the median, 85 of a hundred at most 3 h (3 cases).",
                        "Flow efficiency: 50.0 % of the lead time is work.",
                        "1.0 pieces of work were under way on average, and 21.0 were done per week.",
                        "Complete and accurate at every step: 75.0 %.",
                        "Of what restore handed on, 75.0 % did not come back (3 of 4).",
                        "Work waits most at log: 9 h all together, while 3 left, which is 3 h for each.",
                        "Rework: restore → confirm → restore, 1 time, which took 3 h.",
                        "log was passed over 1 time.",
                        "1.00 pieces of work were under way on average, and by Little's law it would be 1.04: a"
                                + " difference of -0.05.",
                        "Of it 0.16 is of work that was still there at the end.",
                        "Of it -0.21 is of 5 arrivals for 4 departures.");
        assertThat(measured(period(100, 101)).sentences())
                .containsExactly(
                        "From 2026-03-06T04:00:00Z to 2026-03-06T05:00:00Z 0 pieces of work came in, 0 were done and 0"
                                + " dropped.",
                        "0.0 pieces of work were under way on average, and 0.0 were done per week.",
                        "Little's law cannot be checked: nothing went out.");
    }

    @Test
    void thePictureShowsTheMeasures() {
        assertThat(day().toMermaid())
                .contains("restore<br/>deliver and support<br/>4 left, 0 there<br/>process 2 h 30 min")
                .contains("3 left, 1 there<br/>process 0 s<br/>wait 2 h<br/>complete, accurate 100.0"
                        + " #37;<br/>bottleneck");
        assertThat(day().toSvg()).contains(">complete, accurate 75.0 %</text>");
    }

    @Test
    void gapsAreWaitingInFrontOfTheNextStep() {
        Journey gap = Journey.of("gap", List.of(log(0, 1), restore(4, 6)));
        FlowMeasures measures = measured(period(2, 24), gap);

        assertThat(measures.waitTime().sum()).as("1 at log, 3 between").isEqualTo(hours(4));
        StepMeasures restore = measures.step("restore").orElseThrow();
        assertThat(restore.queued().sum()).isEqualTo(hours(3));
        assertThat(restore.waiting()).as("from 2 to 4").isEqualTo(hours(2));
        assertThat(measures.step("log").orElseThrow().waiting()).isZero();
    }

    @Test
    void whatIsNoStepsIsCounted() {
        Claim parked = Claim.of("incident", "parked");
        Journey lost = new Journey(
                "lost",
                List.of(),
                List.of(log(0, 1)),
                List.of(
                        new Journey.Unmapped(parked, at(1), Optional.of(at(4))),
                        new Journey.Unmapped(parked, at(6), Optional.empty())),
                at(0),
                Optional.empty(),
                false);

        FlowMeasures measures = measured(period(2, 10), lost);

        assertThat(measures.unmapped())
                .as("from 2 to 4, and from 6 to 10")
                .isEqualTo(Map.of(parked, new FlowMeasures.UnmappedWork(2, hours(6))));
        assertThat(measures.sentences())
                .contains("No step calls incident in parked its work; there it was 2 times, for 6 h.");
        assertThat(measured(period(4, 6), lost).unmapped()).isEmpty();
    }

    @Test
    void timesAreCountedInHoursOfBusinessAndWorkUnderWayAroundTheClock() {
        FlowTime desk =
                FlowTime.of(BusinessCalendar.of(ZoneOffset.UTC, BusinessHours.weekdays(TimeRange.of("08:00", "17:00")))
                        .compile());
        FlowMeasures measures =
                FlowMeasures.of(ValueStreams.incidents(), period(0, 24), desk, Stream.of(REFUSED, HASTY));

        assertThat(measures.leadTime().sum()).as("from 8 to 9, from 10 to 14").isEqualTo(hours(5));
        assertThat(measures.processTime().sum()).isEqualTo(hours(1));
        assertThat(measures.waitTime().sum()).isEqualTo(hours(3));
        assertThat(measures.averageWip()).isEqualTo(Fraction.of(12, 24));
        assertThat(measures.flowEfficiency()).contains(Fraction.of(1, 5));
    }

    @Test
    void whatIsNotOfThisStreamIsRefused() {
        Journey elsewhere = Journey.of("x", List.of(visit("elsewhere", Effort.WAIT, 0, 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured(period(0, 24), elsewhere))
                .withMessage("x was at elsewhere, which is no step of Restore a service");
        assertThatIllegalArgumentException().isThrownBy(() -> measured(new Window(at(0), at(0).plusNanos(1))));
    }

    @Test
    void manyLoopsAreBounded() {
        List<Journey> journeys = new ArrayList<>();
        for (int n = 1; n <= FlowMeasures.MOST_LOOPS + 5; n++) {
            List<Visit> visits = new ArrayList<>(List.of(log(0, 1)));
            for (int i = 0; i < n; i++) {
                visits.add(restore(1 + 2 * i, 2 + 2 * i));
                visits.add(confirm(2 + 2 * i, 3 + 2 * i));
            }
            visits.add(log(1 + 2 * n, 2 + 2 * n));
            journeys.add(Journey.of("j" + n, visits));
        }

        FlowMeasures measures =
                FlowMeasures.of(ValueStreams.incidents(), period(0, 5_000), FlowTime.elapsed(), journeys.stream());

        assertThat(measures.loops()).hasSize(FlowMeasures.MOST_LOOPS);
        assertThat(measures.otherLoops()).as("one of them is restore → confirm").isEqualTo(6);
        assertThat(measures.loops().get(0).steps()).containsExactly("restore", "confirm");
    }

    @Test
    void fractionsAreExact() {
        assertThat(Fraction.of(2, 4)).isEqualTo(Fraction.of(1, 2)).hasToString("1/2");
        assertThat(Fraction.of(6, 3)).hasToString("2");
        assertThat(Fraction.of(1, 3).plus(Fraction.of(1, 6))).isEqualTo(Fraction.of(1, 2));
        assertThat(Fraction.of(1, 3).minus(Fraction.of(1, 2))).isEqualTo(Fraction.of(-1, 6));
        assertThat(Fraction.of(2, 3).times(Fraction.of(3, 4))).isEqualTo(Fraction.of(1, 2));
        assertThat(Fraction.of(-1, 24).toDecimal(2)).isEqualTo(new BigDecimal("-0.05"));
        assertThat(Fraction.of(2, 3).toPerCent(1)).isEqualTo(new BigDecimal("66.6"));
        assertThat(Fraction.of(2, 3)).isGreaterThan(Fraction.of(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Fraction.of(1, 0));
    }
}
