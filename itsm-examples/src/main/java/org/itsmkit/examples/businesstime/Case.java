package org.itsmkit.examples.businesstime;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.DateRule;
import org.itsmkit.calendar.DayRule;
import org.itsmkit.calendar.TimeRange;

/** One line: a calendar, and what is asked of it. What is missing or makes no sense is an {@link IllegalArgumentException} that says so. */
final class Case {

    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    private final JsonNode json;
    private final ZoneId zone;

    Case(JsonNode json) {
        this.json = json;
        this.zone = read("tz", ZoneId::of);
    }

    ZoneId zone() {
        return zone;
    }

    BusinessCalendar calendar() {
        BusinessHours hours = BusinessHours.never();
        for (var weekday : json.path("weekly").properties()) {
            hours = hours.on(dayOfWeek(weekday.getKey()), ranges(weekday.getValue()));
        }
        List<DayRule> rules = new ArrayList<>();
        for (JsonNode holiday : json.path("holidays")) {
            rules.add(DayRule.holiday("", date(holiday.asText())));
        }
        for (var shift : json.path("shifts").properties()) {
            rules.add(DayRule.shift(DateRule.on(date(shift.getKey())), ranges(shift.getValue())));
        }
        for (var pause : json.path("breaks").properties()) {
            rules.add(DayRule.pause(DateRule.on(date(pause.getKey())), ranges(pause.getValue())));
        }
        return BusinessCalendar.of(zone, hours.with(rules.toArray(DayRule[]::new)));
    }

    private static DayOfWeek dayOfWeek(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name.length() == 3 && day.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("weekly: no day of the week: " + name));
    }

    private static TimeRange[] ranges(JsonNode intervals) {
        List<TimeRange> ranges = new ArrayList<>();
        for (JsonNode interval : intervals) {
            if (interval.size() != 2) {
                throw new IllegalArgumentException("an interval is a pair of times: " + interval);
            }
            ranges.add(TimeRange.of(interval.get(0).asText(), interval.get(1).asText()));
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

    String text(String name) {
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
    Instant instant(String name) {
        return read(name, text -> {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            return text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        });
    }

    boolean isDate(String name) {
        return text(name).length() == 10;
    }

    LocalDate date(String name, ZoneId in) {
        return instant(name).atZone(in).toLocalDate();
    }

    /** The amount, to the microsecond. */
    Duration amount() {
        JsonNode seconds = json.path("amountSeconds");
        if (!seconds.isNumber()) {
            throw new IllegalArgumentException("amountSeconds is missing, or no number");
        }
        try {
            return Duration.ofNanos(Math.multiplyExact(
                    seconds.decimalValue().multiply(MICROS).toBigInteger().longValueExact(), 1_000));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("amountSeconds is beyond all business: " + seconds, e);
        }
    }

    int count(String name) {
        JsonNode value = json.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException(name + " is missing, or no whole number");
        }
        return value.asInt();
    }

    boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }
}
