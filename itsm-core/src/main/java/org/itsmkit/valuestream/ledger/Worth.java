package org.itsmkit.valuestream.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.itsmkit.valuestream.ledger.Quantity.Unit;

/**
 * Whether value was created for somebody, and why. It was if what is favourable outweighs what is not, whatever anybody thinks one unit is worth
 * in another: an outcome is supported, no unit has less favourable than unfavourable, nothing unfavourable is unmeasured, and one unit at
 * least has more favourable or something favourable is unmeasured. Where something speaks for it and something else against it that cannot be compared, that is named, and nobody can tell.
 *
 * @param verdict whether
 * @param reasons why, in sentences; never empty
 * @param notCompared what could not be compared, by name; empty unless nobody can tell
 */
public record Worth(Verdict verdict, List<String> reasons, List<String> notCompared) {

    /** Whether value was created. */
    public enum Verdict {
        /** It was. */
        CREATED,
        /** It was not: nothing speaks for it, or all that can be compared speaks against it. */
        NOT_CREATED,
        /** Nobody can tell: something speaks for it, and something against it that cannot be compared. */
        CANNOT_TELL
    }

    public Worth {
        Objects.requireNonNull(verdict, "verdict");
        reasons = List.copyOf(reasons);
        notCompared = List.copyOf(notCompared);
    }

    /** That of all entries for one stakeholder. */
    static Worth of(List<ValueEntry> entries) {
        if (entries.stream().noneMatch(entry -> entry.effect() == ValueEffect.SUPPORTED)) {
            return new Worth(Verdict.NOT_CREATED, List.of("No outcome is supported."), List.of());
        }
        Balance balance = Balance.of(entries);
        List<String> plus = new ArrayList<>();
        List<String> minus = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        SortedMap<Unit, BigDecimal> net = balance.net();
        for (Map.Entry<Unit, BigDecimal> unit : net.entrySet()) {
            int sign = unit.getValue().signum();
            if (sign != 0) {
                (sign > 0 ? plus : minus).add(unit.getKey().name());
            }
            reasons.add("In " + unit.getKey().name() + ": "
                    + (sign == 0
                            ? "what is favourable and what is not are the same."
                            : unit.getValue().abs().toPlainString() + (sign > 0 ? " more" : " less")
                                    + " is favourable than not."));
        }
        for (ValueEntry entry : balance.unmeasured()) {
            (entry.isFavourable() ? plus : minus).add(entry.name());
            reasons.add("Nobody measured: " + entry.name() + ", which is " + (entry.isFavourable() ? "" : "not ")
                    + "favourable.");
        }
        entries.stream()
                .filter(entry -> entry.effect() == ValueEffect.SUPPORTED && !entry.isEvident())
                .forEach(entry -> reasons.add("No record shows that it is so: " + entry.name() + "."));
        if (!plus.isEmpty() && !minus.isEmpty()) {
            List<String> both = new ArrayList<>(plus);
            both.addAll(minus);
            return new Worth(Verdict.CANNOT_TELL, reasons, both);
        }
        return new Worth(plus.isEmpty() ? Verdict.NOT_CREATED : Verdict.CREATED, reasons, List.of());
    }
}
