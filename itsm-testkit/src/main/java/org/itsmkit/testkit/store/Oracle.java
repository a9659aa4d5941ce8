package org.itsmkit.testkit.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.testkit.fixture.Repair;

/**
 * What a store of these repairs must answer, worked out in the simplest way and on purpose without anything that stores use:
 * it reads repairs by hand, and compares code points one by one.
 */
final class Oracle {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]+");

    private final Map<RecordId, Repair> repairs;

    Oracle(Map<RecordId, Repair> repairs) {
        this.repairs = repairs;
    }

    /** The ids of all that fit, in order. */
    List<RecordId> ids(Condition condition, List<Order> orders) {
        List<RecordId> ids = new ArrayList<>();
        repairs.forEach((id, repair) -> {
            if (fits(condition, repair)) {
                ids.add(id);
            }
        });
        ids.sort((left, right) -> compare(left, right, orders));
        return ids;
    }

    /** How many that fit have each value, in the order that countBy promises. */
    Map<FieldValue, Long> countBy(Condition condition, FieldKey field) {
        Set<FieldValue> values = new HashSet<>();
        repairs.values().forEach(repair -> values.addAll(values(repair, field)));
        record Counted(FieldValue value, long count) {}
        List<Counted> counted = new ArrayList<>();
        for (FieldValue value : values) {
            long count = repairs.values().stream()
                    .filter(repair ->
                            fits(condition, repair) && values(repair, field).contains(value))
                    .count();
            if (count > 0) {
                counted.add(new Counted(value, count));
            }
        }
        counted.sort((left, right) -> left.count() == right.count()
                ? compare(left.value(), right.value())
                : Long.compare(right.count(), left.count()));
        Map<FieldValue, Long> result = new LinkedHashMap<>();
        counted.stream().limit(1_000).forEach(each -> result.put(each.value(), each.count()));
        return result;
    }

    private static boolean fits(Condition condition, Repair repair) {
        if (condition instanceof Condition.All) {
            return true;
        } else if (condition instanceof Condition.None) {
            return false;
        } else if (condition instanceof Condition.And and) {
            boolean all = true;
            for (Condition part : and.conditions()) {
                all &= fits(part, repair);
            }
            return all;
        } else if (condition instanceof Condition.Or or) {
            boolean any = false;
            for (Condition part : or.conditions()) {
                any |= fits(part, repair);
            }
            return any;
        } else if (condition instanceof Condition.Not not) {
            return !fits(not.condition(), repair);
        } else if (condition instanceof Condition.LinkedTo linked) {
            return repair.links().stream()
                    .anyMatch(link ->
                            link.type().equals(linked.type()) && link.target().equals(linked.target()));
        } else if (condition instanceof Condition.IsEmpty empty) {
            return values(repair, empty.field()).isEmpty();
        }
        return valueFits(condition, repair);
    }

    private static boolean valueFits(Condition condition, Repair repair) {
        if (condition instanceof Condition.Eq eq) {
            return values(repair, eq.field()).stream().anyMatch(value -> compare(value, eq.value()) == 0);
        } else if (condition instanceof Condition.In in) {
            return values(repair, in.field()).stream()
                    .anyMatch(value -> in.values().stream().anyMatch(wanted -> compare(value, wanted) == 0));
        } else if (condition instanceof Condition.Range range) {
            return values(repair, range.field()).stream()
                    .anyMatch(value -> !(range.fromInclusive().isPresent()
                                    && compare(value, range.fromInclusive().get()) < 0)
                            && !(range.toExclusive().isPresent()
                                    && compare(value, range.toExclusive().get()) >= 0));
        } else if (condition instanceof Condition.Prefix prefix) {
            return values(repair, prefix.field()).stream()
                    .anyMatch(value -> text(value).indexOf(prefix.prefix()) == 0);
        } else if (condition instanceof Condition.HasWords words) {
            boolean searchable =
                    words.field().name().equals("title") || words.field().name().equals("notes");
            return searchable
                    && values(repair, words.field()).stream()
                            .anyMatch(value -> words(text(value)).containsAll(words.words()));
        }
        throw new AssertionError("no such condition: " + condition);
    }

    private Repair repair(RecordId id) {
        return Objects.requireNonNull(repairs.get(id), id.value());
    }

    private int compare(RecordId left, RecordId right, List<Order> orders) {
        for (Order order : orders) {
            List<FieldValue> a = values(repair(left), order.field());
            List<FieldValue> b = values(repair(right), order.field());
            if (a.isEmpty() != b.isEmpty()) {
                return a.isEmpty() ? 1 : -1;
            }
            int compared = a.isEmpty() ? 0 : compare(a.get(0), b.get(0));
            if (compared != 0) {
                return order.descending() ? -compared : compared;
            }
        }
        return left.value().compareTo(right.value());
    }

    private static int compare(FieldValue left, FieldValue right) {
        if (left instanceof FieldValue.Text || left instanceof FieldValue.Ref) {
            return Arrays.compare(
                    text(left).codePoints().toArray(), text(right).codePoints().toArray());
        } else if (left instanceof FieldValue.Decimal decimal) {
            return decimal.value()
                    .subtract(((FieldValue.Decimal) right).value())
                    .signum();
        } else if (left instanceof FieldValue.Flag flag) {
            return (flag.value() ? 1 : 0) - (((FieldValue.Flag) right).value() ? 1 : 0);
        } else if (left instanceof FieldValue.Moment moment) {
            return moment.value().compareTo(((FieldValue.Moment) right).value());
        }
        return Long.compare(
                ((FieldValue.Date) left).value().toEpochDay(),
                ((FieldValue.Date) right).value().toEpochDay());
    }

    private static String text(FieldValue value) {
        return value instanceof FieldValue.Ref ref
                ? ref.value().kind() + "/" + ref.value().id().value()
                : ((FieldValue.Text) value).value();
    }

    private static Set<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Set.copyOf(WORD.matcher(folded)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList());
    }

    private static List<FieldValue> values(Repair repair, FieldKey field) {
        if (field.isCustom()) {
            FieldValue value = repair.custom().get(field.name().substring("custom:".length()));
            return value == null ? List.of() : value instanceof FieldValue.ListOf list ? list.values() : List.of(value);
        }
        return switch (field.name()) {
            case "title" -> one(repair.title(), FieldValue::text);
            case "number" -> one(repair.number(), FieldValue::text);
            case "status" -> one(repair.status(), FieldValue::text);
            case "priority" -> one(repair.priority(), FieldValue::decimal);
            case "opened" -> one(repair.opened(), FieldValue::moment);
            case "place" -> one(repair.place(), FieldValue::text);
            case "cost" -> one(repair.cost(), FieldValue::decimal);
            case "urgent" -> one(repair.urgent(), FieldValue::flag);
            case "reported" -> one(repair.reported(), FieldValue::moment);
            case "visit" -> one(repair.visit(), FieldValue::date);
            case "asset" -> one(repair.asset(), FieldValue::ref);
            case "labels" -> all(repair.labels(), FieldValue::text);
            case "notes" -> all(repair.notes(), FieldValue::text);
            case "hours" -> all(repair.hours(), FieldValue::decimal);
            case "calls" -> all(repair.calls(), FieldValue::moment);
            case "days" -> all(repair.days(), FieldValue::date);
            case "others" -> all(repair.others(), FieldValue::ref);
            default -> List.of();
        };
    }

    private static <V> List<FieldValue> one(Optional<V> value, Function<V, FieldValue> encode) {
        return all(value.stream().toList(), encode);
    }

    private static <V> List<FieldValue> all(Collection<V> values, Function<V, FieldValue> encode) {
        return values.stream().map(encode).toList();
    }
}
