package org.itsmkit.valuestream.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmkit.valuestream.ledger.Quantity.Unit;

/**
 * What entries come to: exact sums for each kind and unit. What is of different units is never added.
 *
 * @param lines for each kind of which there is any, and each unit of these, in their order
 * @param unmeasured the entries without an amount, in the order of the ledger: they are in no sum
 */
public record Balance(Map<ValueKind, SortedMap<Unit, Line>> lines, List<ValueEntry> unmeasured) {

    /**
     * What there is of one kind and unit.
     *
     * @param favourable what is supported or removed; not negative
     * @param unfavourable what is affected or imposed; not negative
     */
    public record Line(BigDecimal favourable, BigDecimal unfavourable) {

        private static final Line NONE = new Line(BigDecimal.ZERO, BigDecimal.ZERO);

        /** What is favourable without what is not. */
        public BigDecimal net() {
            return Quantity.normal(favourable.subtract(unfavourable));
        }

        private Line and(Line other) {
            return new Line(
                    Quantity.normal(favourable.add(other.favourable)),
                    Quantity.normal(unfavourable.add(other.unfavourable)));
        }

        private static Line of(ValueEntry entry, BigDecimal amount) {
            return entry.isFavourable() ? new Line(amount, BigDecimal.ZERO) : new Line(BigDecimal.ZERO, amount);
        }
    }

    public Balance {
        Map<ValueKind, SortedMap<Unit, Line>> copy = new EnumMap<>(ValueKind.class);
        lines.forEach((kind, ofKind) -> copy.put(kind, Collections.unmodifiableSortedMap(new TreeMap<>(ofKind))));
        lines = Collections.unmodifiableMap(copy);
        unmeasured = List.copyOf(unmeasured);
    }

    /** That of these entries. */
    public static Balance of(Collection<ValueEntry> entries) {
        Map<ValueKind, SortedMap<Unit, Line>> lines = new EnumMap<>(ValueKind.class);
        List<ValueEntry> unmeasured = new ArrayList<>();
        for (ValueEntry entry : entries) {
            entry.amount()
                    .ifPresentOrElse(
                            amount -> lines.computeIfAbsent(entry.kind(), kind -> new TreeMap<>())
                                    .merge(amount.unit(), Line.of(entry, amount.value()), Line::and),
                            () -> unmeasured.add(entry));
        }
        return new Balance(lines, unmeasured);
    }

    /** What there is of one kind and unit; nothing if there is none. */
    public Line of(ValueKind kind, Unit unit) {
        return lines.getOrDefault(kind, Collections.emptySortedMap()).getOrDefault(unit, Line.NONE);
    }

    /** What is left of each unit, of all kinds together: what is favourable without what is not. In the order of units. */
    public SortedMap<Unit, BigDecimal> net() {
        TreeSet<Unit> units = new TreeSet<>();
        lines.values().forEach(ofKind -> units.addAll(ofKind.keySet()));
        SortedMap<Unit, BigDecimal> net = new TreeMap<>();
        for (Unit unit : units) {
            BigDecimal sum = BigDecimal.ZERO;
            for (ValueKind kind : ValueKind.values()) {
                sum = sum.add(of(kind, unit).net());
            }
            net.put(unit, Quantity.normal(sum));
        }
        return Collections.unmodifiableSortedMap(net);
    }

    /** What is left in money, where all has an amount of money and of one currency; empty where anything has not, and of nothing. */
    public Optional<Quantity> netInMoney() {
        return net().entrySet().stream()
                .filter(net -> unmeasured.isEmpty() && net().size() == 1 && net.getKey() instanceof Quantity.Money)
                .map(net -> new Quantity(net.getValue(), net.getKey()))
                .findFirst();
    }
}
