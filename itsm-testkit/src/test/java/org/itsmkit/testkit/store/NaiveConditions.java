package org.itsmkit.testkit.store;

import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Words;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;

/** What conditions mean, as a stranger read it in their documentation. */
final class NaiveConditions<R> {

    private final RecordKind<R> kind;

    NaiveConditions(RecordKind<R> kind) {
        this.kind = kind;
    }

    boolean fits(Condition condition, R record) {
        if (condition instanceof Condition.All) {
            return true;
        }
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().allMatch(part -> fits(part, record));
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().anyMatch(part -> fits(part, record));
        }
        if (condition instanceof Condition.Not not) {
            return !fits(not.condition(), record);
        }
        if (condition instanceof Condition.LinkedTo linked) {
            return kind.links(record).contains(Link.of(linked.type(), linked.target()));
        }
        if (condition instanceof Condition.IsEmpty empty) {
            return values(record, empty.field()).isEmpty();
        }
        if (condition instanceof Condition.HasWords words) {
            return declared(words.field()).map(Field::isSearchable).orElse(false)
                    && values(record, words.field()).stream()
                            .anyMatch(value -> Words.of(text(value)).containsAll(words.words()));
        }
        return field(condition).stream()
                .flatMap(field -> values(record, field).stream())
                .anyMatch(value -> fits(condition, value));
    }

    private static boolean fits(Condition condition, FieldValue value) {
        if (condition instanceof Condition.Eq eq) {
            return value.equals(eq.value());
        }
        if (condition instanceof Condition.In in) {
            return in.values().contains(value);
        }
        if (condition instanceof Condition.Prefix prefix) {
            return text(value).startsWith(prefix.prefix());
        }
        if (condition instanceof Condition.Range range) {
            return range.fromInclusive().stream().allMatch(from -> compare(from, value) <= 0)
                    && range.toExclusive().stream().allMatch(to -> compare(value, to) < 0);
        }
        return false;
    }

    /** The field that a comparison is about; empty for what compares nothing. */
    private static Optional<FieldKey> field(Condition condition) {
        if (condition instanceof Condition.Eq eq) {
            return Optional.of(eq.field());
        } else if (condition instanceof Condition.In in) {
            return Optional.of(in.field());
        } else if (condition instanceof Condition.Prefix prefix) {
            return Optional.of(prefix.field());
        } else if (condition instanceof Condition.Range range) {
            return Optional.of(range.field());
        } else if (condition instanceof Condition.HasWords words) {
            return Optional.of(words.field());
        } else if (condition instanceof Condition.IsEmpty empty) {
            return Optional.of(empty.field());
        }
        return Optional.empty();
    }

    void requireTypes(Condition condition) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(this::requireTypes);
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(this::requireTypes);
        } else if (condition instanceof Condition.Not not) {
            requireTypes(not.condition());
        } else {
            field(condition).ifPresent(this::requireType);
        }
    }

    void requireType(FieldKey key) {
        declared(key).ifPresent(field -> {
            if (field.key().type() != key.type()) {
                throw new IllegalArgumentException(key + " is declared as " + field.key());
            }
        });
    }

    void requireKnown(FieldKey key) {
        requireType(key);
        if (!key.isCustom() && declared(key).isEmpty()) {
            throw new IllegalArgumentException("no such field: " + key);
        }
    }

    List<FieldValue> values(R record, FieldKey key) {
        Optional<Field<R, ?>> declared = declared(key);
        if (declared.isPresent()) {
            return declared.get().values(record);
        }
        return kind.customFields(record).entrySet().stream()
                .filter(custom -> key.name().equals(FieldKey.CUSTOM_PREFIX + custom.getKey()))
                .map(custom -> custom.getValue())
                .flatMap(value -> (value instanceof FieldValue.ListOf list ? list.values() : List.of(value)).stream())
                .filter(key.type()::accepts)
                .toList();
    }

    private Optional<Field<R, ?>> declared(FieldKey key) {
        for (Field<R, ?> field : kind.fields()) {
            if (field.key().name().equals(key.name())) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    static int compare(FieldValue left, FieldValue right) {
        if (left instanceof FieldValue.Decimal a && right instanceof FieldValue.Decimal b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof FieldValue.Flag a && right instanceof FieldValue.Flag b) {
            return Boolean.compare(a.value(), b.value());
        }
        if (left instanceof FieldValue.Moment a && right instanceof FieldValue.Moment b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof FieldValue.Date a && right instanceof FieldValue.Date b) {
            return a.value().compareTo(b.value());
        }
        int[] a = text(left).codePoints().toArray();
        int[] b = text(right).codePoints().toArray();
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return a[i] - b[i];
            }
        }
        return a.length - b.length;
    }

    private static String text(FieldValue value) {
        return value instanceof FieldValue.Ref ref ? ref.value().toString() : ((FieldValue.Text) value).value();
    }
}
