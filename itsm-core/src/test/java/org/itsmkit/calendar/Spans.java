package org.itsmkit.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * What a calendar means, said a third time: everything that any date opens or takes away is an edge on one line of time; going along the
 * line and counting what is on gives the open intervals; questions are answered by walking through them one by one. It shares
 * nothing with the calendar but the definition, and nothing with {@link Walker}.
 *
 * @param edges in microseconds since 1970: it is open from each with an even place to the next
 */
record Spans(long[] edges) {

    private static final int OPENS = 0;
    private static final int CLOSES = 1;
    private static final int BREAKS = 2;

    /** What is open by the hours of some versions between two instants. */
    static Spans of(ZoneId zone, Map<LocalDate, BusinessHours> versions, long from, long to) {
        LongList marks = new LongList();
        LocalDate last = date(to, zone).plusDays(3);
        for (LocalDate date = date(from, zone).minusDays(4); !date.isAfter(last); date = date.plusDays(1)) {
            for (TimeRange range : opens(inForce(versions, date), date)) {
                marks.add(range, date, zone, OPENS);
            }
            for (DayRule rule : inForce(versions, date).days()) {
                if (rule.effect() == DayRule.Effect.BREAK && holds(rule.dates(), date)) {
                    for (TimeRange range : rule.ranges()) {
                        marks.add(range, date, zone, BREAKS);
                    }
                }
            }
        }
        return swept(marks, from, to);
    }

    private static LocalDate date(long micros, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L))
                .atZone(zone)
                .toLocalDate();
    }

    private static BusinessHours inForce(Map<LocalDate, BusinessHours> versions, LocalDate date) {
        return versions.get(versions.keySet().stream()
                .filter(from -> !date.isBefore(from))
                .max(LocalDate::compareTo)
                .orElseThrow());
    }

    private static List<TimeRange> opens(BusinessHours hours, LocalDate date) {
        List<TimeRange> usual = hours.weekly().getOrDefault(DayOfWeek.from(date), List.of());
        List<TimeRange> extra = new ArrayList<>();
        boolean closed = false;
        for (DayRule rule : hours.days()) {
            if (holds(rule.dates(), date)) {
                closed |= rule.effect() == DayRule.Effect.HOLIDAY;
                usual = rule.effect() == DayRule.Effect.SHIFT ? rule.ranges() : usual;
                extra.addAll(rule.effect() == DayRule.Effect.EXTRA ? rule.ranges() : List.of());
            }
        }
        for (HolidaySource source : hours.sources()) {
            closed |= source.holidays(date.getYear()).containsKey(date);
        }
        if (!closed) {
            extra.addAll(usual);
        }
        return extra;
    }

    /** Days of the year as numbers, so that nothing is asked of the rule but its components. */
    private static boolean holds(DateRule rule, LocalDate date) {
        if (rule instanceof DateRule.Between days) {
            return days.first().toEpochDay() <= date.toEpochDay()
                    && date.toEpochDay() <= days.last().toEpochDay();
        }
        DateRule.Yearly days = (DateRule.Yearly) rule;
        int day = number(MonthDay.from(date));
        int first = number(days.first());
        int last = number(days.last());
        return first <= last ? first <= day && day <= last : !(last < day && day < first);
    }

    private static int number(MonthDay day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /** Goes along the marks with two counts: what is open, and what is taken away. */
    private static Spans swept(LongList marks, long from, long to) {
        LongList edges = new LongList();
        int open = 0;
        int broken = 0;
        boolean was = false;
        long[] sorted = marks.sorted();
        for (int i = 0; i < sorted.length; i++) {
            switch ((int) (sorted[i] & 3)) {
                case OPENS -> open++;
                case CLOSES -> open--;
                case BREAKS -> broken++;
                default -> broken--; // resumes
            }
            boolean is = open > 0 && broken == 0;
            boolean atOnce = i + 1 < sorted.length && sorted[i + 1] >> 2 == sorted[i] >> 2;
            if (!atOnce && is != was) {
                edges.add(Math.min(Math.max(sorted[i] >> 2, from), to));
                was = is;
            }
        }
        return new Spans(edges.withoutEmpty());
    }

    /** What is in both, in either, or in this alone: {@code whether} says it of 1 for open and 0 for closed in each. */
    Spans with(Spans other, LongBinaryOperator whether) {
        long[] all = Arrays.copyOf(edges, edges.length + other.edges.length);
        System.arraycopy(other.edges, 0, all, edges.length, other.edges.length);
        Arrays.sort(all);
        LongList made = new LongList();
        boolean was = false;
        int here = 0;
        int there = 0;
        for (int i = 0; i < all.length; i++) {
            while (here < edges.length && edges[here] <= all[i]) {
                here++;
            }
            while (there < other.edges.length && other.edges[there] <= all[i]) {
                there++;
            }
            boolean is = whether.applyAsLong(here % 2, there % 2) > 0;
            if (is != was) {
                made.add(all[i]);
                was = is;
            }
        }
        return new Spans(made.withoutEmpty());
    }

    boolean isOpen(long at) {
        int begun = 0;
        while (begun < edges.length && edges[begun] <= at) {
            begun++;
        }
        return begun % 2 == 1;
    }

    /** Open time from one instant to a later one. */
    long between(long from, long to) {
        long sum = 0;
        for (int i = 0; i < edges.length; i += 2) {
            sum += Math.max(0, Math.min(edges[i + 1], to) - Math.max(edges[i], from));
        }
        return sum;
    }

    /** The earliest instant from {@code from} on by which {@code open}, which is more than none, has passed; {@code NEVER} if none is. */
    long add(long from, long open) {
        long left = open;
        for (int i = 0; i < edges.length; i += 2) {
            long begin = Math.max(edges[i], from);
            if (begin < edges[i + 1]) {
                if (left <= edges[i + 1] - begin) {
                    return begin + left;
                }
                left -= edges[i + 1] - begin;
            }
        }
        return CompiledCalendar.NEVER;
    }

    /** The latest instant up to {@code to} from which {@code open}, which is more than none, passes; {@code NEVER_BEFORE} if none is. */
    long subtract(long to, long open) {
        long left = open;
        for (int i = edges.length - 2; i >= 0; i -= 2) {
            long end = Math.min(edges[i + 1], to);
            if (edges[i] < end) {
                if (left <= end - edges[i]) {
                    return end - left;
                }
                left -= end - edges[i];
            }
        }
        return CompiledCalendar.NEVER_BEFORE;
    }

    /** The first edge after {@code at}: an opening for 0, a closing for 1. */
    long next(long at, int kind) {
        for (int i = kind; i < edges.length; i += 2) {
            if (edges[i] > at) {
                return edges[i];
            }
        }
        return CompiledCalendar.NEVER;
    }

    /** The last edge before {@code at}: an opening for 0, a closing for 1. */
    long previous(long at, int kind) {
        long last = CompiledCalendar.NEVER_BEFORE;
        for (int i = kind; i < edges.length; i += 2) {
            last = edges[i] < at ? edges[i] : last;
        }
        return last;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans spans && Arrays.equals(edges, spans.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }
}
