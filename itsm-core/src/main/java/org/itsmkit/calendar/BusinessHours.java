package org.itsmkit.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Opening hours: those of every week, and what is otherwise on some dates. Ranges may overlap; open is what any of them opens.
 *
 * @param weekly the hours that begin on each day of the week; none on days that are missing; at most {@value #MOST_RANGES} a day
 * @param days what is otherwise on some dates; of several shifts of one date the last holds
 * @param sources who knows of more holidays
 */
public record BusinessHours(Map<DayOfWeek, List<TimeRange>> weekly, List<DayRule> days, List<HolidaySource> sources) {

    /** The most ranges of a day, or of a rule. */
    public static final int MOST_RANGES = 96;

    private static final BusinessHours NEVER = new BusinessHours(Map.of(), List.of(), List.of());

    public BusinessHours {
        Map<DayOfWeek, List<TimeRange>> copy = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, ranges) -> copy.put(day, inOrder(ranges)));
        weekly = Map.copyOf(copy);
        days = List.copyOf(days);
        sources = List.copyOf(sources);
    }

    static List<TimeRange> inOrder(List<TimeRange> ranges) {
        if (ranges.size() > MOST_RANGES) {
            throw new IllegalArgumentException("at most " + MOST_RANGES + " ranges a day, not " + ranges.size());
        }
        return ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList();
    }

    /** Never open. */
    public static BusinessHours never() {
        return NEVER;
    }

    /** Open around the clock, every day. */
    public static BusinessHours always() {
        return never().on(List.of(DayOfWeek.values()), TimeRange.ALL_DAY);
    }

    /** Open from Monday to Friday. */
    public static BusinessHours weekdays(TimeRange... ranges) {
        return never().on(
                        List.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        ranges);
    }

    /** Returns these hours with other ones on {@code day}. */
    public BusinessHours on(DayOfWeek day, TimeRange... ranges) {
        return on(List.of(day), ranges);
    }

    private BusinessHours on(List<DayOfWeek> ofWeek, TimeRange... ranges) {
        Map<DayOfWeek, List<TimeRange>> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(weekly);
        ofWeek.forEach(day -> changed.put(day, List.of(ranges)));
        return new BusinessHours(changed, days, sources);
    }

    /** Returns these hours, and what is otherwise by {@code more}. */
    public BusinessHours with(DayRule... more) {
        return new BusinessHours(
                weekly, Stream.concat(days.stream(), Stream.of(more)).toList(), sources);
    }

    /** Returns these hours, closed on the holidays that {@code source} knows of. */
    public BusinessHours with(HolidaySource source) {
        List<HolidaySource> more = new ArrayList<>(sources);
        more.add(source);
        return new BusinessHours(weekly, days, more);
    }

    List<TimeRange> onDayOfWeek(DayOfWeek day) {
        return weekly.getOrDefault(day, List.of());
    }
}
