package org.itsmkit.ticket;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.PersonId;

/**
 * What entries of time come to: exact sums. The maps are ordered by the text of their keys and cannot be changed.
 *
 * @param spent in all
 * @param billable of it, what customers pay for
 * @param byPerson how much each person spent
 * @param byActivity how much was spent on each activity
 * @param costs in each currency; amounts of different currencies are never added
 * @param billableCosts of them, those of time that customers pay for
 */
public record TimeTotals(
        Duration spent,
        Duration billable,
        Map<PersonId, Duration> byPerson,
        Map<Activity, Duration> byActivity,
        Map<Currency, BigDecimal> costs,
        Map<Currency, BigDecimal> billableCosts) {

    /** The totals of {@code entries}, in whatever order they are. */
    public static TimeTotals of(Collection<TimeEntry> entries) {
        Collection<TimeEntry> billable =
                entries.stream().filter(TimeEntry::billable).toList();
        return new TimeTotals(
                sum(entries),
                sum(billable),
                sums(entries, TimeEntry::person),
                sums(entries, TimeEntry::activity),
                costs(entries),
                costs(billable));
    }

    private static Duration sum(Collection<TimeEntry> entries) {
        return entries.stream().map(TimeEntry::spent).reduce(Duration.ZERO, Duration::plus);
    }

    private static <K extends Id> Map<K, Duration> sums(Collection<TimeEntry> entries, Function<TimeEntry, K> key) {
        Map<K, Duration> sums = entries.stream().collect(Collectors.toMap(key, TimeEntry::spent, Duration::plus));
        return inOrder(sums, Id::value);
    }

    private static Map<Currency, BigDecimal> costs(Collection<TimeEntry> entries) {
        Map<Currency, BigDecimal> sums = entries.stream()
                .flatMap(entry -> entry.cost().stream())
                .collect(Collectors.toMap(Cost::currency, Cost::amount, BigDecimal::add));
        sums.replaceAll((currency, sum) -> new FieldValue.Decimal(sum).value());
        return inOrder(sums, Currency::getCurrencyCode);
    }

    private static <K, V> Map<K, V> inOrder(Map<K, V> sums, Function<K, String> text) {
        Map<K, V> ordered = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparing(e -> text.apply(e.getKey())))
                .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return Collections.unmodifiableMap(ordered);
    }
}
