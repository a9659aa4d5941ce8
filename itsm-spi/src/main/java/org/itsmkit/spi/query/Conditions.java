package org.itsmkit.spi.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldReader;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;

/**
 * Tells whether a record in hand fits a {@link Condition}, with the meaning that the condition has in every store.
 *
 * <p>Pure; safe for use by many threads.
 */
public final class Conditions {

    private Conditions() {}

    /**
     * Whether {@code record} fits {@code condition}.
     *
     * @throws IllegalArgumentException if the condition uses a declared field with another type, wherever it stands in it
     */
    public static <R> boolean matches(Condition condition, RecordKind<R> kind, R record) {
        return predicate(condition, kind).test(record);
    }

    /**
     * Returns {@code condition} made ready for many records of {@code kind}.
     *
     * @throws IllegalArgumentException if the condition uses a declared field with another type, wherever it stands in it
     */
    public static <R> Predicate<R> predicate(Condition condition, RecordKind<R> kind) {
        if (condition instanceof Condition.All) {
            return record -> true;
        }
        if (condition instanceof Condition.None) {
            return record -> false;
        }
        if (condition instanceof Condition.And and) {
            List<Predicate<R>> parts = predicates(and.conditions(), kind);
            return record -> parts.stream().allMatch(part -> part.test(record));
        }
        if (condition instanceof Condition.Or or) {
            List<Predicate<R>> parts = predicates(or.conditions(), kind);
            return record -> parts.stream().anyMatch(part -> part.test(record));
        }
        if (condition instanceof Condition.Not not) {
            return predicate(not.condition(), kind).negate();
        }
        if (condition instanceof Condition.LinkedTo linked) {
            Link link = Link.of(linked.type(), linked.target());
            return record -> kind.links(record).contains(link);
        }
        return comparison(condition, kind);
    }

    /** The fields that {@code condition} looks at, wherever they stand in it. */
    public static Set<FieldKey> fields(Condition condition) {
        Set<FieldKey> fields = new LinkedHashSet<>();
        collect(condition, fields);
        return fields;
    }

    private static void collect(Condition condition, Set<FieldKey> fields) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(part -> collect(part, fields));
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(part -> collect(part, fields));
        } else if (condition instanceof Condition.Not not) {
            collect(not.condition(), fields);
        } else if (condition instanceof Condition.Eq eq) {
            fields.add(eq.field());
        } else if (condition instanceof Condition.In in) {
            fields.add(in.field());
        } else if (condition instanceof Condition.Range range) {
            fields.add(range.field());
        } else if (condition instanceof Condition.Prefix prefix) {
            fields.add(prefix.field());
        } else if (condition instanceof Condition.HasWords words) {
            fields.add(words.field());
        } else if (condition instanceof Condition.IsEmpty empty) {
            fields.add(empty.field());
        }
    }

    private static <R> List<Predicate<R>> predicates(List<Condition> conditions, RecordKind<R> kind) {
        return conditions.stream().map(condition -> predicate(condition, kind)).toList();
    }

    private static <R> Predicate<R> comparison(Condition condition, RecordKind<R> kind) {
        if (condition instanceof Condition.Eq eq) {
            return any(kind, eq.field(), eq.value()::equals);
        }
        if (condition instanceof Condition.In in) {
            return any(kind, in.field(), Set.copyOf(in.values())::contains);
        }
        if (condition instanceof Condition.Range range) {
            return any(kind, range.field(), value -> lies(value, range));
        }
        if (condition instanceof Condition.Prefix prefix) {
            return any(kind, prefix.field(), value -> text(value).startsWith(prefix.prefix()));
        }
        if (condition instanceof Condition.HasWords words) {
            return FieldReader.of(kind, words.field()).isSearchable()
                    ? any(kind, words.field(), value -> Words.of(text(value)).containsAll(words.words()))
                    : record -> false;
        }
        if (condition instanceof Condition.IsEmpty empty) {
            return Predicate.not(any(kind, empty.field(), value -> true));
        }
        throw new IllegalArgumentException("unknown condition " + condition);
    }

    private static <R> Predicate<R> any(RecordKind<R> kind, FieldKey field, Predicate<FieldValue> test) {
        FieldReader<R> reader = FieldReader.of(kind, field);
        return record -> reader.values(record).stream().anyMatch(test);
    }

    private static boolean lies(FieldValue value, Condition.Range range) {
        return range.fromInclusive()
                        .map(from -> FieldOrder.compare(value, from) >= 0)
                        .orElse(true)
                && range.toExclusive()
                        .map(to -> FieldOrder.compare(value, to) < 0)
                        .orElse(true);
    }

    private static String text(FieldValue value) {
        return ((FieldValue.Text) value).value();
    }
}
