package org.itsmkit.change.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.fixture.NaiveStatistics;
import org.itsmkit.kernel.DurationStatistics;

/** Random changes: every figure is what one counts who goes through all of them for each. */
class ChangeMeasuresPropertiesTest {

    private static boolean isIn(Window period, Instant at) {
        return !at.isBefore(period.fromInclusive()) && at.isBefore(period.toExclusive());
    }

    private static List<MeasuredChange> overIn(Window period, List<MeasuredChange> changes) {
        List<MeasuredChange> over = new ArrayList<>();
        for (MeasuredChange change : changes) {
            if (change.endedAt().isPresent() && isIn(period, change.endedAt().get())) {
                over.add(change);
            }
        }
        return over;
    }

    private static long made(List<MeasuredChange> over, ChangeType type, ChangeOutcome outcome) {
        long count = 0;
        for (MeasuredChange change : over) {
            if (change.type() == type && change.outcome().equals(Optional.of(outcome))) {
                count++;
            }
        }
        return count;
    }

    private static void assertShare(Optional<Share> share, long part, long whole) {
        if (whole == 0) {
            assertThat(share).isEmpty();
        } else {
            assertThat(share).contains(new Share(part, whole));
        }
    }

    private static void assertTimes(DurationStatistics found, List<Duration> times) {
        NaiveStatistics.assertSame(
                found, times.stream().map(Duration::toSeconds).toList());
    }

    /** Everything, each figure by its definition. */
    private static void assertMeasured(
            ChangeMeasures found, Window period, List<MeasuredChange> changes, List<Restoration> restorations) {
        assertThat(found.period()).isEqualTo(period);
        assertCounts(found.counts(), overIn(period, changes));
        assertDelivery(found.delivery(), overIn(period, changes));
        List<Duration> approvals = new ArrayList<>();
        for (MeasuredChange change : changes) {
            if (change.requestedAt().isPresent()
                    && change.decidedAt().isPresent()
                    && isIn(period, change.decidedAt().get())) {
                approvals.add(Duration.between(
                        change.requestedAt().get(), change.decidedAt().get()));
            }
        }
        assertTimes(found.approval(), approvals);
        List<Duration> restored = new ArrayList<>();
        long open = 0;
        for (Restoration restoration : restorations) {
            Instant end = restoration.restoredAt().orElse(Instant.MAX);
            if (isIn(period, end)) {
                restored.add(Duration.between(restoration.from(), end));
            }
            if (restoration.from().isBefore(period.toExclusive()) && !end.isBefore(period.toExclusive())) {
                open++;
            }
        }
        assertTimes(found.delivery().restoration(), restored);
        assertThat(found.delivery().unrestored()).isEqualTo(open);
    }

    private static void assertCounts(ChangeCounts found, List<MeasuredChange> over) {
        long made = 0;
        long emergencies = 0;
        long unauthorised = 0;
        long withIncident = 0;
        long collisions = 0;
        Map<ChangeOutcome, Long> outcomes = new EnumMap<>(ChangeOutcome.class);
        for (ChangeOutcome outcome : ChangeOutcome.values()) {
            outcomes.put(outcome, 0L);
        }
        for (MeasuredChange change : over) {
            if (!change.cancelled()) {
                made++;
                outcomes.merge(change.outcome().orElseThrow(), 1L, Long::sum);
                emergencies += change.type() == ChangeType.EMERGENCY ? 1 : 0;
                unauthorised += change.authorised() ? 0 : 1;
                withIncident += change.causedIncident() ? 1 : 0;
                collisions += change.collisions();
            }
        }
        assertThat(found.made()).isEqualTo(made);
        assertThat(found.cancelled()).isEqualTo(over.size() - made);
        assertThat(found.unauthorised()).isEqualTo(unauthorised);
        assertThat(found.withIncident()).isEqualTo(withIncident);
        assertThat(found.collisions()).isEqualTo(collisions);
        assertShare(
                found.successRate(),
                outcomes.get(ChangeOutcome.SUCCESSFUL) + outcomes.get(ChangeOutcome.SUCCESSFUL_WITH_ISSUES),
                made);
        assertShare(found.backedOutRate(), outcomes.get(ChangeOutcome.BACKED_OUT), made);
        assertShare(found.failedRate(), outcomes.get(ChangeOutcome.FAILED), made);
        assertShare(found.emergencyRatio(), emergencies, made);
        assertShare(found.unauthorisedRatio(), unauthorised, made);
        assertShare(found.incidentRate(), withIncident, made);
        assertShare(found.cancelledRatio(), over.size() - made, over.size());
        for (ChangeType type : ChangeType.values()) {
            long ofType = 0;
            for (ChangeOutcome outcome : ChangeOutcome.values()) {
                long expected = made(over, type, outcome);
                assertThat(found.made(type, outcome)).isEqualTo(expected);
                ofType += expected;
            }
            assertThat(found.made(type)).isEqualTo(ofType);
            assertShare(
                    found.successRate(type),
                    made(over, type, ChangeOutcome.SUCCESSFUL) + made(over, type, ChangeOutcome.SUCCESSFUL_WITH_ISSUES),
                    ofType);
            assertThat(found.cancelledByType().get(type))
                    .isEqualTo(over.stream()
                            .filter(change -> change.cancelled() && change.type() == type)
                            .count());
        }
    }

    private static void assertDelivery(DeliveryMeasures found, List<MeasuredChange> over) {
        long made = 0;
        long failures = 0;
        List<Duration> leadTimes = new ArrayList<>();
        Set<Instant> ends = new TreeSet<>();
        for (MeasuredChange change : over) {
            if (!change.cancelled()) {
                made++;
                ChangeOutcome outcome = change.outcome().orElseThrow();
                if (outcome == ChangeOutcome.FAILED || outcome == ChangeOutcome.BACKED_OUT || change.causedIncident()) {
                    failures++;
                }
                Instant end = change.endedAt().orElseThrow();
                Duration lead = Duration.between(change.leadFrom().orElse(change.openedAt()), end);
                if (!lead.isNegative()) {
                    leadTimes.add(lead);
                }
                ends.add(end);
            }
        }
        assertThat(found.made()).isEqualTo(made);
        assertShare(found.changeFailureRate(), failures, made);
        assertTimes(found.leadTime(), leadTimes);
        assertThat(found.longestGap()).isEqualTo(Duration.ofHours(longestRun(found.period(), ends)));
        long hours = found.period().length().toHours();
        assertThat(found.perDay(3).unscaledValue().longValueExact()).isEqualTo(made * 24 * 1_000 / hours);
        assertThat(found.perWeek(2).unscaledValue().longValueExact()).isEqualTo(made * 168 * 100 / hours);
    }

    /** Of how many hours one after the other none but the first has such an end at its beginning. */
    private static long longestRun(Window period, Set<Instant> ends) {
        long longest = 0;
        long run = 0;
        for (Instant hour = period.fromInclusive();
                hour.isBefore(period.toExclusive());
                hour = hour.plus(Duration.ofHours(1))) {
            run = ends.contains(hour) ? 1 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Property(tries = 1_000)
    void everyFigureIsWhatOneCountsByItsDefinition(@ForAll @LongRange(max = 1L << 40) long seed) {
        RandomChanges random = new RandomChanges(seed);
        Window period = random.period();
        List<MeasuredChange> changes = random.changes();
        List<Restoration> restorations = random.restorations();

        assertMeasured(
                ChangeMeasures.of(period, changes.stream(), restorations.stream()), period, changes, restorations);
    }

    @Property(tries = 500)
    void everyGroupIsWhatItWouldBeAlone(@ForAll @LongRange(max = 1L << 40) long seed) {
        RandomChanges random = new RandomChanges(seed);
        Window period = random.period();
        List<MeasuredChange> changes = random.changes();
        List<Restoration> restorations = random.restorations();
        String label = seed % 2 == 0 ? "team" : "service";

        ChangeGroups found = ChangeMeasures.by(label, period, changes.stream(), restorations.stream());

        Set<String> values = new TreeSet<>();
        changes.forEach(change -> change.label(label).ifPresent(values::add));
        assertThat(found.groups().keySet()).isEqualTo(values);
        for (String value : values) {
            assertGroup(found.of(value).orElseThrow(), Optional.of(value), label, changes, restorations);
        }
        assertGroup(found.without(), Optional.empty(), label, changes, restorations);
        assertMeasured(found.total(), period, changes, restorations);
    }

    private static void assertGroup(
            ChangeMeasures found,
            Optional<String> value,
            String label,
            List<MeasuredChange> changes,
            List<Restoration> restorations) {
        List<MeasuredChange> own = changes.stream()
                .filter(change -> change.label(label).equals(value))
                .toList();
        List<Restoration> after = restorations.stream()
                .filter(restoration -> changes.stream()
                        .filter(change -> change.reference().equals(restoration.change()))
                        .findFirst()
                        .flatMap(change -> change.label(label))
                        .equals(value))
                .toList();
        assertMeasured(found, found.period(), own, after);
    }

    @Property(tries = 300)
    void everyPeriodOfATrendIsWhatItWouldBeAloneAndTheOrderDoesNotMatter(@ForAll @LongRange(max = 1L << 40) long seed) {
        RandomChanges random = new RandomChanges(seed);
        List<Window> days =
                List.of(RandomChanges.hours(0, 12), RandomChanges.hours(12, 24), RandomChanges.hours(24, 49));
        List<MeasuredChange> changes = new ArrayList<>(random.changes());
        List<Restoration> restorations = new ArrayList<>(random.restorations());
        Collections.shuffle(changes, new Random(seed));
        Collections.shuffle(restorations, new Random(seed));

        ChangeTrend found = ChangeTrend.of(days, changes.stream(), restorations.stream());

        assertThat(found.series(ChangeMeasures::period)).isEqualTo(days);
        for (ChangeMeasures day : found.periods()) {
            assertMeasured(day, day.period(), changes, restorations);
        }
        assertThat(found.series(each -> each.counts().made()).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("what is made is made in one period")
                .isEqualTo(changes.stream().filter(MeasuredChange::isMade).count());
    }
}
