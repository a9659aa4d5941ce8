package org.itsmkit.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Order;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.testkit.fixture.People;

/** Arbitraries of what the ports speak of, for property tests with jqwik. All shrink. */
public final class Vocabulary {

    private static final String ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private Vocabulary() {}

    /** Codes as {@link org.itsmkit.spi.Keys#requireCode} allows them. */
    public static Arbitrary<String> codes() {
        Arbitrary<Character> first = Arbitraries.of(chars(ALPHANUMERIC));
        Arbitrary<String> rest =
                Arbitraries.strings().withChars(ALPHANUMERIC + "._:-").ofMaxLength(63);
        return Combinators.combine(first, rest).as((head, tail) -> head + tail);
    }

    private static List<Character> chars(String text) {
        return text.chars().mapToObj(c -> (char) c).toList();
    }

    /** Texts that every store keeps verbatim, of up to 60 code points from all planes. */
    public static Arbitrary<String> texts() {
        Arbitrary<Integer> codePoints = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0x20, 0x7E)),
                Tuple.of(2, Arbitraries.integers().between(1, 0xD7FF)),
                Tuple.of(1, Arbitraries.integers().between(0xE000, 0xFFFD)),
                Tuple.of(1, Arbitraries.integers().between(0x10000, Character.MAX_CODE_POINT)));
        return codePoints.list().ofMaxSize(60).map(points -> {
            StringBuilder text = new StringBuilder();
            points.forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    /** Ids of records. */
    public static Arbitrary<RecordId> recordIds() {
        return codes().map(RecordId::of);
    }

    /** Ids of tenants. */
    public static Arbitrary<TenantId> tenantIds() {
        return codes().map(TenantId::of);
    }

    /** People: those of {@link People}, and others. */
    public static Arbitrary<PersonId> personIds() {
        return Arbitraries.oneOf(
                Arbitraries.of(People.ANNA, People.BEN, People.CARLA, People.DORA), codes().map(PersonId::of));
    }

    /** Pointers to records. */
    public static Arbitrary<RecordRef> recordRefs() {
        return Combinators.combine(codes(), recordIds()).as(RecordRef::new);
    }

    /** Instants that are kept as they are. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(Micros.of(Micros.MIN), Micros.of(Micros.MAX))
                .map(Micros::toInstant);
    }

    /** Days of the years 1 to 9999. */
    public static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Numbers that fit a field, of any scale up to 10. */
    public static Arbitrary<BigDecimal> decimals() {
        BigDecimal greatest = new BigDecimal("9".repeat(28) + "." + "9".repeat(10));
        return Arbitraries.bigDecimals().between(greatest.negate(), greatest).ofScale(10);
    }

    /** Values of one type. */
    public static Arbitrary<FieldValue> fieldValues(FieldType type) {
        return switch (type) {
            case TEXT -> texts().map(FieldValue::text);
            case DECIMAL -> decimals().map(FieldValue::decimal);
            case FLAG -> Arbitraries.of(true, false).map(FieldValue::flag);
            case MOMENT -> instants().map(FieldValue::moment);
            case DATE -> dates().map(FieldValue::date);
            case REF -> recordRefs().map(FieldValue::ref);
        };
    }

    /** Values of every type but lists. */
    public static Arbitrary<FieldValue> fieldValues() {
        return Arbitraries.of(FieldType.values()).flatMap(Vocabulary::fieldValues);
    }

    /** Values of every type, and lists of up to five. */
    public static Arbitrary<FieldValue> customValues() {
        Arbitrary<FieldValue> lists = Arbitraries.of(FieldType.values())
                .flatMap(type -> fieldValues(type).list().ofMaxSize(5))
                .map(FieldValue::list);
        return Arbitraries.oneOf(fieldValues(), lists);
    }

    /** Fields, declared and custom, that no kind need have. */
    public static Arbitrary<FieldKey> fieldKeys() {
        Arbitrary<String> names =
                codes().filter(name -> name.length() <= 40 && !name.startsWith(FieldKey.CUSTOM_PREFIX));
        return Combinators.combine(names, Arbitraries.of(FieldType.values()), Arbitraries.of(true, false))
                .as((name, type, custom) -> custom ? FieldKey.custom(name, type) : FieldKey.of(name, type));
    }

    /** Conditions on {@code fields}, nested up to three deep. */
    public static Arbitrary<Condition> conditions(List<FieldKey> fields) {
        return conditions(fields, 3);
    }

    private static Arbitrary<Condition> conditions(List<FieldKey> fields, int depth) {
        Arbitrary<Condition> simple = Arbitraries.of(fields).flatMap(Vocabulary::comparisons);
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Condition> inner = Arbitraries.lazy(() -> conditions(fields, depth - 1));
        return Arbitraries.oneOf(
                simple,
                Arbitraries.of(Condition.all(), Condition.none()),
                inner.list().ofMaxSize(3).map(Condition.And::new),
                inner.list().ofMaxSize(3).map(Condition.Or::new),
                inner.map(Condition::not),
                Combinators.combine(codes(), recordRefs()).as(Condition::linkedTo));
    }

    private static Arbitrary<Condition> comparisons(FieldKey field) {
        Arbitrary<FieldValue> values = fieldValues(field.type());
        Arbitrary<Condition> ofAnyType = Arbitraries.oneOf(
                values.map(value -> Condition.eq(field, value)),
                values.list().ofMaxSize(4).map(some -> Condition.in(field, some)),
                values.map(from -> Condition.range(field, Optional.of(from), Optional.empty())),
                values.map(to -> Condition.range(field, Optional.empty(), Optional.of(to))),
                Combinators.combine(values, values)
                        .as((from, to) -> Condition.range(field, Optional.of(from), Optional.of(to))),
                Arbitraries.just(Condition.isEmpty(field)));
        if (field.type() != FieldType.TEXT) {
            return ofAnyType;
        }
        return Arbitraries.oneOf(
                ofAnyType,
                texts().map(prefix -> Condition.prefix(field, prefix)),
                texts().map(words -> Condition.words(field, words)));
    }

    /** First pages of queries on {@code fields}, by up to three orders. */
    public static Arbitrary<Query> queries(List<FieldKey> fields) {
        Arbitrary<List<Order>> orders = Combinators.combine(Arbitraries.of(fields), Arbitraries.of(true, false))
                .as(Order::new)
                .list()
                .ofMaxSize(Query.MAX_ORDERS);
        Arbitrary<Integer> limits = Arbitraries.integers().between(1, Query.MAX_LIMIT);
        return Combinators.combine(conditions(fields), orders, limits)
                .as((condition, order, limit) -> new Query(condition, order, limit, Optional.empty()));
    }
}
