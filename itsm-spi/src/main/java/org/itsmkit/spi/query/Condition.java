package org.itsmkit.spi.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;

/**
 * What a record must be to be found: data, with two-valued logic. A comparison with a field that has no value is false, so its
 * {@link Not} is true. A comparison with a field that has many is true if it is true of one of them.
 *
 * <p>A field that the kind does not declare has no value. A declared field used with another type is refused by the store with an
 * {@link IllegalArgumentException}. A custom value of another type than the key's is no value.
 */
public sealed interface Condition {

    /** Every record. */
    record All() implements Condition {}

    /** No record. */
    record None() implements Condition {}

    /** One of the values is {@code value}, exactly. */
    record Eq(FieldKey field, FieldValue value) implements Condition {
        public Eq {
            field.require(value);
        }
    }

    /** One of the values is among {@code values}; at most 1,000. */
    record In(FieldKey field, List<FieldValue> values) implements Condition {

        /** The most values to choose from. */
        public static final int MAX_VALUES = 1_000;

        public In {
            values = List.copyOf(values);
            if (values.size() > MAX_VALUES) {
                throw new IllegalArgumentException("at most " + MAX_VALUES + " values, not " + values.size());
            }
            values.forEach(field::require);
        }
    }

    /** One of the values lies in {@code [fromInclusive, toExclusive)}; a missing bound does not bind. */
    record Range(FieldKey field, Optional<FieldValue> fromInclusive, Optional<FieldValue> toExclusive)
            implements Condition {
        public Range {
            fromInclusive.ifPresent(field::require);
            toExclusive.ifPresent(field::require);
            if (fromInclusive.isEmpty() && toExclusive.isEmpty()) {
                throw new IllegalArgumentException("a range needs a bound");
            }
        }
    }

    /** One of the texts begins with {@code prefix}, exactly; the empty prefix fits every text. */
    record Prefix(FieldKey field, String prefix) implements Condition {
        public Prefix {
            field.require(FieldValue.text(prefix));
        }
    }

    /**
     * One of the texts of a searchable field contains each of {@code words}, as whole words in any order; see {@link Words}
     * for what a word is. Without a word, every record that has a text fits. A field that is not searchable has no words: never true.
     */
    record HasWords(FieldKey field, Set<String> words) implements Condition {
        public HasWords {
            Objects.requireNonNull(field, "field");
            if (field.type() != FieldType.TEXT) {
                throw new IllegalArgumentException("only a text has words");
            }
            words = Set.copyOf(words);
            if (words.size() > Words.MAX_WORDS) {
                throw new IllegalArgumentException("at most " + Words.MAX_WORDS + " words, not " + words.size());
            }
        }
    }

    /** The field has no value. */
    record IsEmpty(FieldKey field) implements Condition {
        public IsEmpty {
            Objects.requireNonNull(field, "field");
        }
    }

    /** The record has a link of {@code type} to {@code target}. */
    record LinkedTo(String type, RecordRef target) implements Condition {
        public LinkedTo {
            Keys.requireCode(type, "link type");
            Objects.requireNonNull(target, "target");
        }
    }

    /** All of {@code conditions}; true if there are none. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
            Size.requireBounded(conditions);
        }
    }

    /** At least one of {@code conditions}; false if there are none. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
            Size.requireBounded(conditions);
        }
    }

    /** Not {@code condition}. */
    record Not(Condition condition) implements Condition {
        public Not {
            Size.requireBounded(List.of(condition));
        }
    }

    /** Every record. */
    static Condition all() {
        return new All();
    }

    /** No record. */
    static Condition none() {
        return new None();
    }

    /** One of the values is {@code value}. */
    static Condition eq(FieldKey field, FieldValue value) {
        return new Eq(field, value);
    }

    /** One of the values is among {@code values}. */
    static Condition in(FieldKey field, Collection<FieldValue> values) {
        return new In(field, List.copyOf(values));
    }

    /** One of the values lies in {@code [fromInclusive, toExclusive)}. */
    static Condition range(FieldKey field, Optional<FieldValue> fromInclusive, Optional<FieldValue> toExclusive) {
        return new Range(field, fromInclusive, toExclusive);
    }

    /** One of the texts begins with {@code prefix}. */
    static Condition prefix(FieldKey field, String prefix) {
        return new Prefix(field, prefix);
    }

    /** One of the texts contains every word of {@code text}. */
    static Condition words(FieldKey field, String text) {
        return new HasWords(field, Words.of(text));
    }

    /** The field has no value. */
    static Condition isEmpty(FieldKey field) {
        return new IsEmpty(field);
    }

    /** The record has a link of {@code type} to {@code target}. */
    static Condition linkedTo(String type, RecordRef target) {
        return new LinkedTo(type, target);
    }

    /** All of {@code conditions}. */
    static Condition and(Condition... conditions) {
        return new And(Arrays.asList(conditions));
    }

    /** At least one of {@code conditions}. */
    static Condition or(Condition... conditions) {
        return new Or(Arrays.asList(conditions));
    }

    /** Not {@code condition}. */
    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /** This and {@code other}. */
    default Condition and(Condition other) {
        if (this instanceof All) {
            return other;
        }
        if (other instanceof All) {
            return this;
        }
        List<Condition> both = new ArrayList<>(this instanceof And and ? and.conditions() : List.of(this));
        both.add(other);
        return new And(both);
    }
}
