package org.itsmkit.valuestream.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.itsmkit.calendar.Window;
import org.itsmkit.valuestream.ledger.Quantity.Unit;

/**
 * What was booked in a period, and what there is since ever.
 *
 * @param period which
 * @param before what was left of each unit when it began
 * @param entries of the period, in the order of the ledger
 * @param balance what these come to
 * @param after what is left of each unit at its end
 */
public record Statement(
        Window period,
        SortedMap<Unit, BigDecimal> before,
        List<ValueEntry> entries,
        Balance balance,
        SortedMap<Unit, BigDecimal> after) {

    public Statement {
        Objects.requireNonNull(period, "period");
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        entries = List.copyOf(entries);
        Objects.requireNonNull(balance, "balance");
        after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    }

    static Statement of(Window period, List<ValueEntry> all) {
        List<ValueEntry> before = new ArrayList<>();
        List<ValueEntry> during = new ArrayList<>();
        List<ValueEntry> until = new ArrayList<>();
        for (ValueEntry entry : all) {
            if (entry.at().isBefore(period.toExclusive())) {
                until.add(entry);
                (entry.at().isBefore(period.fromInclusive()) ? before : during).add(entry);
            }
        }
        return new Statement(
                period,
                Balance.of(before).net(),
                during,
                Balance.of(during),
                Balance.of(until).net());
    }

    /** A line for each entry, and one for each unit at the end. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (ValueEntry entry : entries) {
            sentences.add(entry.at() + " " + entry.kind() + " " + entry.effect() + " for " + entry.stakeholder() + ": "
                    + entry.name() + ", "
                    + entry.amount().map(Quantity::toString).orElse("not measured")
                    + (entry.isEvident() ? "." : ", without evidence."));
        }
        after.forEach((unit, net) -> sentences.add("In " + unit.name() + ": "
                + before.getOrDefault(unit, BigDecimal.ZERO).toPlainString() + " before, " + net.toPlainString()
                + " after."));
        return List.copyOf(sentences);
    }
}
