package org.itsmkit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What is otherwise on some dates. A holiday closes what would begin on its date, weekly hours and shifts alike; a break takes away what is
 * open, whenever it began; an extra opening opens even on a holiday.
 *
 * @param dates on which dates
 * @param effect what is otherwise
 * @param ranges by the clock on the wall, in the order of their beginnings; none for a holiday, at least one for a break or an extra
 *     opening; a shift without any closes the date; at most {@value BusinessHours#MOST_RANGES}
 * @param name what people call it; may be empty
 */
public record DayRule(DateRule dates, Effect effect, List<TimeRange> ranges, String name) {

    /** What a rule does to the hours of a date. */
    public enum Effect {
        /** Nothing begins. */
        HOLIDAY,
        /** Other hours than those of the week. */
        SHIFT,
        /** Closed in between. */
        BREAK,
        /** Open besides. */
        EXTRA
    }

    public DayRule {
        Objects.requireNonNull(dates, "dates");
        Objects.requireNonNull(name, "name");
        ranges = BusinessHours.inOrder(ranges);
        boolean fits = switch (effect) {
            case HOLIDAY -> ranges.isEmpty();
            case SHIFT -> true;
            case BREAK, EXTRA -> !ranges.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("a rule that is a " + effect + " cannot have the ranges " + ranges);
        }
    }

    /** Closed on these dates. */
    public static DayRule holiday(String name, DateRule dates) {
        return new DayRule(dates, Effect.HOLIDAY, List.of(), name);
    }

    /** Closed on one date. */
    public static DayRule holiday(String name, LocalDate date) {
        return holiday(name, DateRule.on(date));
    }

    /** Other hours on these dates. */
    public static DayRule shift(DateRule dates, TimeRange... ranges) {
        return new DayRule(dates, Effect.SHIFT, List.of(ranges), "");
    }

    /** Closed in between on these dates. */
    public static DayRule pause(DateRule dates, TimeRange... ranges) {
        return new DayRule(dates, Effect.BREAK, List.of(ranges), "");
    }

    /** Open besides on these dates. */
    public static DayRule extra(DateRule dates, TimeRange... ranges) {
        return new DayRule(dates, Effect.EXTRA, List.of(ranges), "");
    }
}
