package org.itsmkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * What a calendar means, said in another way and without haste: whether a minute is open is asked of every rule of the dates around it, and
 * time is counted minute by minute. For calendars whose edges are whole minutes.
 */
final class Walker {

    static final long MINUTE = 60_000_000;

    private Walker() {}

    /** What a date opens and what it takes away, as pairs of microseconds. */
    private record Day(List<long[]> open, List<long[]> broken) {}

    /** Whether a minute, by its first microsecond, is open. */
    static LongPredicate open(ZoneId zone, Map<LocalDate, BusinessHours> versions) {
        Map<LocalDate, Day> days = new HashMap<>();
        return minute -> {
            LocalDate around =
                    Instant.ofEpochSecond(minute / 1_000_000).atZone(zone).toLocalDate();
            boolean open = false;
            boolean broken = false;
            for (int offset = -3; offset <= 2; offset++) {
                Day day =
                        days.computeIfAbsent(around.plusDays(offset), date -> day(inForce(versions, date), date, zone));
                open |= day.open().stream().anyMatch(pair -> minute >= pair[0] && minute < pair[1]);
                broken |= day.broken().stream().anyMatch(pair -> minute >= pair[0] && minute < pair[1]);
            }
            return open && !broken;
        };
    }

    private static Day day(BusinessHours hours, LocalDate date, ZoneId zone) {
        return new Day(
                begins(hours, date).stream()
                        .map(range -> pair(range, date, zone))
                        .toList(),
                rules(hours, date, rule -> rule.effect() == DayRule.Effect.BREAK).stream()
                        .flatMap(rule -> rule.ranges().stream())
                        .map(range -> pair(range, date, zone))
                        .toList());
    }

    private static BusinessHours inForce(Map<LocalDate, BusinessHours> versions, LocalDate date) {
        LocalDate latest = null;
        for (LocalDate from : versions.keySet()) {
            if (!from.isAfter(date) && (latest == null || from.isAfter(latest))) {
                latest = from;
            }
        }
        return versions.get(latest);
    }

    private static List<TimeRange> begins(BusinessHours hours, LocalDate date) {
        boolean holiday = !rules(hours, date, rule -> rule.effect() == DayRule.Effect.HOLIDAY)
                        .isEmpty()
                || hours.sources().stream()
                        .anyMatch(s -> s.holidays(date.getYear()).containsKey(date));
        List<DayRule> shifts = rules(hours, date, rule -> rule.effect() == DayRule.Effect.SHIFT);
        List<TimeRange> extra = rules(hours, date, rule -> rule.effect() == DayRule.Effect.EXTRA).stream()
                .flatMap(rule -> rule.ranges().stream())
                .toList();
        List<TimeRange> usual = holiday
                ? List.of()
                : shifts.isEmpty()
                        ? hours.weekly().getOrDefault(date.getDayOfWeek(), List.of())
                        : shifts.get(shifts.size() - 1).ranges();
        return java.util.stream.Stream.concat(usual.stream(), extra.stream()).toList();
    }

    private static List<DayRule> rules(BusinessHours hours, LocalDate date, Predicate<DayRule> which) {
        return hours.days().stream()
                .filter(which)
                .filter(rule -> rule.dates().contains(date))
                .toList();
    }

    /** Half-open; the edges are those that {@code java.time} gives to local times that do not exist, or exist twice. */
    private static long[] pair(TimeRange range, LocalDate date, ZoneId zone) {
        LocalDateTime begins = LocalDateTime.of(date, range.from());
        LocalDateTime ends = LocalDateTime.of(date, range.to());
        if (!begins.isBefore(ends)) {
            ends = LocalDateTime.of(date.plusDays(1), range.to());
        }
        return new long[] {
            instant(begins, zone).getEpochSecond() * 1_000_000,
            instant(ends, zone).getEpochSecond() * 1_000_000
        };
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.toInstant(
                zone.getRules().getValidOffsets(local).isEmpty()
                        ? zone.getRules().getTransition(local).getOffsetBefore()
                        : zone.getRules().getValidOffsets(local).get(0));
    }

    /** Open time between two instants, counted minute by minute; whole minutes, in their order. */
    static long between(LongPredicate open, long from, long to) {
        long sum = 0;
        for (long minute = from; minute < to; minute += MINUTE) {
            sum += open.test(minute) ? MINUTE : 0;
        }
        return sum;
    }

    static LocalTime time(int minuteOfDay) {
        return LocalTime.of(minuteOfDay / 60, minuteOfDay % 60);
    }
}
