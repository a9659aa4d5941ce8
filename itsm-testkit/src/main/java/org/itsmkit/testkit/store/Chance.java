package org.itsmkit.testkit.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.StandardFields;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;

/**
 * Random repairs and values, from pools so small that records meet each other, and so nasty that stores which let a
 * database compare as it likes are found out.
 */
final class Chance {

    /** Texts that some collation, pattern or encoding takes for each other. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "a ",
            "ä",
            "a\u0308",
            "ab",
            "aß",
            "ass",
            "a%b",
            "a%",
            "a_b",
            "a_",
            "a\\b",
            "a\\",
            "a'b",
            "null",
            "NULL",
            "10",
            "9",
            "\uE000",
            "\uFFFD",
            "\uFB01re",
            "\uD83D\uDE00",
            "\uD83D\uDE00b",
            "\uD800\uDC00",
            "\uDBFF\uDFFD",
            "two words",
            "words, TWO of them",
            "line\nbreak\ttab",
            "'; DROP TABLE itsm_record; --",
            "${jndi:ldap://example.org/a}");

    /** Fields with at most one value, by which records are ordered. */
    static final List<FieldKey> SINGLE = List.of(
            Repairs.TITLE,
            StandardFields.NUMBER,
            StandardFields.STATUS,
            StandardFields.PRIORITY,
            StandardFields.OPENED,
            Repairs.PLACE,
            Repairs.COST,
            Repairs.URGENT,
            Repairs.REPORTED,
            Repairs.VISIT,
            Repairs.ASSET,
            FieldKey.custom("floor", FieldType.TEXT),
            FieldKey.custom("meters", FieldType.DECIMAL),
            FieldKey.custom("near", FieldType.REF),
            FieldKey.custom("insured", FieldType.FLAG),
            FieldKey.custom("checked", FieldType.MOMENT),
            FieldKey.custom("built", FieldType.DATE));

    /** Fields with any number of values. */
    static final List<FieldKey> MANY = List.of(
            Repairs.LABELS,
            Repairs.NOTES,
            Repairs.HOURS,
            Repairs.CALLS,
            Repairs.DAYS,
            Repairs.OTHERS,
            FieldKey.custom("colours", FieldType.TEXT),
            FieldKey.custom("sizes", FieldType.DECIMAL));

    /** Fields that no repair has. */
    static final List<FieldKey> UNKNOWN = List.of(
            FieldKey.of("weather", FieldType.TEXT),
            FieldKey.custom("weather", FieldType.MOMENT),
            StandardFields.ASSIGNEE,
            StandardFields.DUE);

    private static final List<String> DECIMALS = List.of(
            "0", "1", "-1", "1.5", "1.50", "9", "10", "0.0000000001", "-9999999999999999999999999999.9999999999");

    private static final List<Instant> MOMENTS = List.of(
            Micros.MIN,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.EPOCH,
            Instant.parse("2026-03-02T08:00:00Z"),
            Instant.parse("2026-03-02T08:00:00.000001Z"),
            Instant.parse("2026-03-29T01:30:00Z"),
            Micros.MAX);

    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(1582, 10, 10),
            LocalDate.of(1969, 12, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2026, 3, 29),
            LocalDate.of(9999, 12, 31));

    private static final List<RecordRef> REFS = List.of(
            RecordRef.of("asset", RecordId.of("Pump")),
            RecordRef.of("asset", RecordId.of("pump")),
            RecordRef.of("asset-list", RecordId.of("a")),
            RecordRef.of("asset.x", RecordId.of("z")),
            RecordRef.of("Asset", RecordId.of("pump")));

    private static final List<String> LINK_TYPES = List.of("parent", "caused-by", "Parent");

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    /** A number from 0 up to {@code toExclusive}. */
    int below(int toExclusive) {
        return random.nextInt(toExclusive);
    }

    <T> Optional<T> perhaps(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    /** None, one or a few; now and then one twice. */
    <T> List<T> few(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(4)).toList();
    }

    String text() {
        return oneOf(TEXTS);
    }

    BigDecimal decimal() {
        return new BigDecimal(oneOf(DECIMALS));
    }

    RecordRef ref() {
        return oneOf(REFS);
    }

    Link link() {
        return Link.of(oneOf(LINK_TYPES), ref());
    }

    String linkType() {
        return oneOf(LINK_TYPES);
    }

    FieldKey field() {
        return oneOf(oneOf(List.of(SINGLE, SINGLE, MANY, MANY, UNKNOWN)));
    }

    FieldValue value(FieldType type) {
        return switch (type) {
            case TEXT -> FieldValue.text(text());
            case DECIMAL -> FieldValue.decimal(decimal());
            case FLAG -> FieldValue.flag(random.nextBoolean());
            case MOMENT -> FieldValue.moment(oneOf(MOMENTS));
            case DATE -> FieldValue.date(oneOf(DATES));
            case REF -> FieldValue.ref(ref());
        };
    }

    Repair repair() {
        return new Repair(
                perhaps(this::text),
                perhaps(this::text),
                perhaps(this::text),
                perhaps(this::decimal),
                perhaps(() -> oneOf(MOMENTS)),
                perhaps(this::text),
                perhaps(this::decimal),
                perhaps(random::nextBoolean),
                perhaps(() -> oneOf(MOMENTS)),
                perhaps(() -> oneOf(DATES)),
                perhaps(this::ref),
                few(this::text),
                few(this::text),
                few(this::decimal),
                few(() -> oneOf(MOMENTS)),
                few(() -> oneOf(DATES)),
                few(this::ref),
                custom(),
                few(this::link).stream().collect(Collectors.toUnmodifiableSet()));
    }

    private Map<String, FieldValue> custom() {
        Map<String, FieldValue> custom = new HashMap<>();
        for (FieldKey key : SINGLE) {
            if (key.isCustom()) {
                perhaps(() -> value(key.type())).ifPresent(value -> custom.put(bare(key), value));
            }
        }
        for (FieldKey key : MANY) {
            if (key.isCustom()) {
                perhaps(() -> FieldValue.list(few(() -> value(key.type()))))
                        .ifPresent(values -> custom.put(bare(key), values));
            }
        }
        return custom;
    }

    /** As many repairs as wanted, by id. */
    Map<RecordId, Repair> repairs(int howMany) {
        return IntStream.range(0, howMany)
                .boxed()
                .collect(Collectors.toMap(Ids::numbered, number -> repair(), (a, b) -> a, TreeMap::new));
    }

    static String bare(FieldKey custom) {
        return custom.name().substring(FieldKey.CUSTOM_PREFIX.length());
    }
}
