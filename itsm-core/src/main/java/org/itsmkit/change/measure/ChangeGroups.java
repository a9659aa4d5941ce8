package org.itsmkit.change.measure;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.RecordRef;

/**
 * Measures by the values of a label, and of all together.
 *
 * @param label by which
 * @param groups by its values, in their order: by each that any of the changes has, even where nothing of it belongs to the period
 * @param without of changes without that label, and of restorations after changes that were not given
 * @param total of everything, gathered like any group: no mean of means
 */
public record ChangeGroups(
        String label, SortedMap<String, ChangeMeasures> groups, ChangeMeasures without, ChangeMeasures total) {

    public ChangeGroups {
        MeasuredChange.requireLabel(label);
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        Objects.requireNonNull(without, "without");
        Objects.requireNonNull(total, "total");
    }

    static ChangeGroups of(
            String label, Window period, Stream<MeasuredChange> changes, Stream<Restoration> restorations) {
        Gathering gathering = new Gathering(label, period);
        changes.forEachOrdered(gathering::add);
        restorations.forEachOrdered(gathering::add);
        return gathering.end();
    }

    /** Those of one value; empty if no change has it. */
    public Optional<ChangeMeasures> of(String value) {
        return Optional.ofNullable(groups.get(value));
    }

    /** What has come in: first changes, then restorations. */
    private static final class Gathering {
        private final String label;
        private final Window period;
        private final Map<String, Tally> groups = new HashMap<>();
        private final Map<RecordRef, Tally> ofChanges = new HashMap<>();
        private final Tally without;
        private final Tally total;

        Gathering(String label, Window period) {
            this.label = MeasuredChange.requireLabel(label);
            this.period = period;
            this.without = new Tally(period);
            this.total = new Tally(period);
        }

        void add(MeasuredChange change) {
            Tally group = change.label(label)
                    .map(value -> groups.computeIfAbsent(value, any -> new Tally(period)))
                    .orElse(without);
            ofChanges.put(change.reference(), group);
            group.add(change);
            total.add(change);
        }

        void add(Restoration restoration) {
            ofChanges.getOrDefault(restoration.change(), without).add(restoration);
            total.add(restoration);
        }

        ChangeGroups end() {
            SortedMap<String, ChangeMeasures> ended = new TreeMap<>();
            groups.forEach((value, tally) -> ended.put(value, tally.end()));
            return new ChangeGroups(label, ended, without.end(), total.end());
        }
    }
}
