package org.itsmkit.spi.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;

/**
 * Something a kind of record is found and ordered by: a name, and how to read it from a record. Has any number of values;
 * those with many are equal to a value if one of them is.
 *
 * @param <R> the record
 * @param <V> what the field holds, in the reader's terms
 */
public final class Field<R, V> {

    private final FieldKey key;
    private final boolean searchable;
    private final Function<? super V, FieldValue> encode;
    private final Function<? super R, ? extends Collection<? extends V>> read;

    private Field(
            FieldKey key,
            boolean searchable,
            Function<? super V, FieldValue> encode,
            Function<? super R, ? extends Collection<? extends V>> read) {
        this.key = key;
        this.searchable = searchable;
        this.encode = encode;
        this.read = read;
    }

    /** A field with any number of values, each turned into a {@link FieldValue} of the key's type by {@code encode}. */
    public static <R, V> Field<R, V> of(
            FieldKey key,
            Function<? super V, FieldValue> encode,
            Function<? super R, ? extends Collection<? extends V>> read) {
        return new Field<>(
                Objects.requireNonNull(key, "key"),
                false,
                Objects.requireNonNull(encode, "encode"),
                Objects.requireNonNull(read, "read"));
    }

    /** A text that a record has or has not. */
    public static <R> Field<R, String> text(String name, Function<? super R, Optional<String>> read) {
        return of(
                FieldKey.of(name, FieldType.TEXT),
                FieldValue::text,
                record -> read.apply(record).stream().toList());
    }

    /** An id that a record has or has not, found by its text. */
    public static <R, V extends Id> Field<R, V> id(String name, Function<? super R, Optional<V>> read) {
        return of(
                FieldKey.of(name, FieldType.TEXT),
                id -> FieldValue.text(id.value()),
                record -> read.apply(record).stream().toList());
    }

    /** A number that a record has or has not. */
    public static <R> Field<R, BigDecimal> decimal(String name, Function<? super R, Optional<BigDecimal>> read) {
        return of(
                FieldKey.of(name, FieldType.DECIMAL),
                FieldValue::decimal,
                record -> read.apply(record).stream().toList());
    }

    /** Yes or no. */
    public static <R> Field<R, Boolean> flag(String name, Function<? super R, Boolean> read) {
        return of(FieldKey.of(name, FieldType.FLAG), FieldValue::flag, record -> List.of(read.apply(record)));
    }

    /** An instant that a record has or has not. */
    public static <R> Field<R, Instant> moment(String name, Function<? super R, Optional<Instant>> read) {
        return of(
                FieldKey.of(name, FieldType.MOMENT),
                FieldValue::moment,
                record -> read.apply(record).stream().toList());
    }

    /** A day that a record has or has not. */
    public static <R> Field<R, LocalDate> date(String name, Function<? super R, Optional<LocalDate>> read) {
        return of(
                FieldKey.of(name, FieldType.DATE),
                FieldValue::date,
                record -> read.apply(record).stream().toList());
    }

    /** A record that this one points at, or none. */
    public static <R> Field<R, RecordRef> ref(String name, Function<? super R, Optional<RecordRef>> read) {
        return of(
                FieldKey.of(name, FieldType.REF),
                FieldValue::ref,
                record -> read.apply(record).stream().toList());
    }

    /**
     * Returns this field, found by its words too; see {@link Condition.HasWords}.
     *
     * @throws IllegalStateException if it is no text
     */
    public Field<R, V> searchable() {
        if (key.type() != FieldType.TEXT) {
            throw new IllegalStateException("only a text has words, and " + key.name() + " is of type " + key.type());
        }
        return new Field<>(key, true, encode, read);
    }

    /** The name and type of this field in a query. */
    public FieldKey key() {
        return key;
    }

    /** Whether it is found by its words. */
    public boolean isSearchable() {
        return searchable;
    }

    /** The values that {@code record} has here; empty if none. */
    public List<FieldValue> values(R record) {
        return read.apply(record).stream()
                .map(v -> key.require(encode.apply(v)))
                .toList();
    }

    /** One of the values is {@code value}. */
    public Condition is(V value) {
        return Condition.eq(key, encode.apply(value));
    }

    /** One of the values is among {@code values}; never true if that is empty. */
    public Condition isIn(Collection<? extends V> values) {
        return Condition.in(key, values.stream().<FieldValue>map(encode).toList());
    }

    /** One of the values is at or after {@code from}. */
    public Condition isAtLeast(V from) {
        return Condition.range(key, Optional.of(encode.apply(from)), Optional.empty());
    }

    /** One of the values is before {@code to}. */
    public Condition isBelow(V to) {
        return Condition.range(key, Optional.empty(), Optional.of(encode.apply(to)));
    }

    /** There is no value. */
    public Condition isEmpty() {
        return Condition.isEmpty(key);
    }

    /** Smallest first; records without a value last. */
    public Order ascending() {
        return Order.ascending(key);
    }

    /** Greatest first; records without a value last. */
    public Order descending() {
        return Order.descending(key);
    }

    @Override
    public String toString() {
        return key.name();
    }
}
