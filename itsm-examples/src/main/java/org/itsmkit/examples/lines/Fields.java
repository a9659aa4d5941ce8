package org.itsmkit.examples.lines;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;

/**
 * What a line says, by names, in the zone that it names. What is missing or makes no sense is an {@link IllegalArgumentException} that says
 * so.
 */
public final class Fields {

    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    /** Names of the IANA database that Java leaves out. */
    private static final Map<String, String> LEFT_OUT = Map.of("EST", "-05:00", "MST", "-07:00", "HST", "-10:00");

    /** Three hundred thousand years. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.TEN.pow(13);

    /** With an offset as people write it: +02:00, +0200, +02, Z; or without. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private final JsonNode json;
    private final ZoneId zone;

    /** The fields of {@code json}, which names its zone as {@code tz}. */
    public Fields(JsonNode json) {
        this.json = json;
        this.zone = read("tz", name -> ZoneId.of(name, LEFT_OUT));
    }

    private Fields(JsonNode json, ZoneId zone) {
        this.json = json;
        this.zone = zone;
    }

    /** The fields of an object within this one, in the same zone; none if there is no such object. */
    public Fields within(String name) {
        return new Fields(object(name), zone);
    }

    /** The fields of another object, in the same zone. */
    public Fields of(JsonNode other) {
        return new Fields(other, zone);
    }

    /** The fields of each object in an array within this one, in the same zone; none if there is no such array. */
    public List<Fields> each(String name) {
        List<Fields> all = new ArrayList<>();
        for (JsonNode value : array(name, json.path(name))) {
            if (!value.isObject()) {
                throw new IllegalArgumentException(name + ": no object: " + value);
            }
            all.add(new Fields(value, zone));
        }
        return all;
    }

    /** Whether something is said of it. */
    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Weekly hours, holidays, shifts and breaks. */
    public BusinessCalendar calendar() {
        BusinessHours hours = BusinessHours.never();
        for (var weekday : object("weekly").properties()) {
            hours = hours.on(dayOfWeek(weekday.getKey()), ranges("weekly", weekday.getValue()));
        }
        List<DayRule> rules = new ArrayList<>();
        for (JsonNode holiday : array("holidays", json.path("holidays"))) {
            rules.add(DayRule.holiday("", date(string("holidays", holiday))));
        }
        for (var shift : object("shifts").properties()) {
            rules.add(DayRule.shift(DateRule.on(date(shift.getKey())), ranges("shifts", shift.getValue())));
        }
        for (var pause : object("breaks").properties()) {
            TimeRange[] ranges = ranges("breaks", pause.getValue());
            if (ranges.length > 0) {
                rules.add(DayRule.pause(DateRule.on(date(pause.getKey())), ranges));
            }
        }
        return BusinessCalendar.of(zone, hours.with(rules.toArray(DayRule[]::new)));
    }

    /** What is missing, or null, is empty; what is of another type is not passed over in silence. */
    private JsonNode object(String name) {
        JsonNode value = json.path(name);
        if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
            throw new IllegalArgumentException(name + " is no object");
        }
        return value;
    }

    private static JsonNode array(String name, JsonNode value) {
        if (!value.isArray() && !value.isNull() && !value.isMissingNode()) {
            throw new IllegalArgumentException(name + ": no array: " + value);
        }
        return value;
    }

    private static String string(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + ": no text: " + value);
        }
        return value.asText();
    }

    private static DayOfWeek dayOfWeek(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name.length() == 3 && day.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("weekly: no day of the week: " + name));
    }

    private static TimeRange[] ranges(String name, JsonNode intervals) {
        List<TimeRange> ranges = new ArrayList<>();
        for (JsonNode interval : array(name, intervals)) {
            if (!interval.isArray() || interval.size() != 2) {
                throw new IllegalArgumentException(name + ": an interval is a pair of times: " + interval);
            }
            ranges.add(TimeRange.of(string(name, interval.get(0)), string(name, interval.get(1))));
        }
        return ranges.toArray(TimeRange[]::new);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date: " + text, e);
        }
    }

    public String text(String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is missing, or no text");
        }
        return value.asText();
    }

    private <T> T read(String name, Function<String, T> parse) {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** Local in the zone of the calendar, unless it says another offset; a date is its beginning. */
    public Instant instant(String name) {
        return read(name, text -> {
            if (isDate(name)) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            return TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from) instanceof OffsetDateTime time
                    ? time.toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        });
    }

    public boolean isDate(String name) {
        return text(name).indexOf('T') < 0;
    }

    public LocalDate date(String name, ZoneId in) {
        return instant(name).atZone(in).toLocalDate();
    }

    /** The amount, to the microsecond. */
    public Duration amount() {
        JsonNode seconds = json.path("amountSeconds");
        if (!seconds.isNumber()) {
            throw new IllegalArgumentException("amountSeconds is missing, or no number");
        }
        BigDecimal amount = seconds.decimalValue();
        if (amount.abs().compareTo(MOST_SECONDS) > 0) {
            throw new IllegalArgumentException("amountSeconds is beyond all business: " + seconds);
        }
        // Less than a microsecond is nothing, and may have so many digits that they cannot be multiplied.
        return amount.signum() == 0 || (long) amount.precision() - amount.scale() < -6
                ? Duration.ZERO
                : Duration.of(amount.multiply(MICROS).longValue(), ChronoUnit.MICROS);
    }

    public int count(String name) {
        JsonNode value = json.path(name);
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw new IllegalArgumentException(name + " is missing, or no whole number");
        }
        return value.asInt();
    }

    /** Whether it is so; not, if nothing is said. */
    public boolean flag(String name) {
        JsonNode value = json.path(name);
        if (!value.isBoolean() && !value.isNull() && !value.isMissingNode()) {
            throw new IllegalArgumentException(name + " is neither true nor false: " + value);
        }
        return value.asBoolean(false);
    }
}
