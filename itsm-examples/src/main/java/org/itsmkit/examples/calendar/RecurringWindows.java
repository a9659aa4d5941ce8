package org.itsmkit.examples.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * Windows that recur by a rule of RFC 5545: "every third Tuesday from 22:00, for four hours". They begin by the clock on the wall and last
 * for elapsed time; a beginning that the clock skips is later by as much, one that it shows twice is the first. Between 1900 and 2199;
 * endless rules end there. Immutable.
 */
public final class RecurringWindows implements OpenWindows {

    /** More windows a year than this are no opening hours. */
    private static final int MOST_PER_YEAR = 10_000;

    private static final Duration LONGEST = Duration.ofDays(366);

    private final String rule;
    private final LocalDateTime start;
    private final ZoneId zone;
    private final Duration length;
    private final Set<LocalDateTime> without;
    private final Set<LocalDateTime> besides;

    private RecurringWindows(
            String rule,
            LocalDateTime start,
            ZoneId zone,
            Duration length,
            Set<LocalDateTime> without,
            Set<LocalDateTime> besides) {
        this.rule = rule;
        this.start = start;
        this.zone = zone;
        this.length = length;
        this.without = without;
        this.besides = besides;
    }

    /**
     * Windows by a rule.
     *
     * @param rule the value of an {@code RRULE}
     * @param start the local time from which it is counted, in whole seconds ({@code DTSTART}); a window only if the rule says so
     * @param zone where local times are meant
     * @param length how long each is, more than nothing, at most 366 days
     * @throws IllegalArgumentException if it is no rule, or one that recurs more than ten thousand times in its first year
     */
    public static RecurringWindows of(String rule, LocalDateTime start, ZoneId zone, Duration length) {
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("windows are longer than nothing and at most 366 days, not " + length);
        }
        if (start.getNano() != 0) {
            throw new IllegalArgumentException("recurring windows begin at whole seconds, not at " + start);
        }
        RecurringWindows made = new RecurringWindows(rule, start, zone, length, Set.of(), Set.of());
        if (made.beginnings(start, start.plusYears(1), MOST_PER_YEAR).size() > MOST_PER_YEAR) {
            throw new IllegalArgumentException("recurs more than " + MOST_PER_YEAR + " times a year: " + rule);
        }
        return made;
    }

    /** Returns these without those that begin at some local times ({@code EXDATE}). */
    public RecurringWindows without(LocalDateTime... beginnings) {
        return new RecurringWindows(rule, start, zone, length, and(without, beginnings), besides);
    }

    /** Returns these, and some that begin at other local times ({@code RDATE}). */
    public RecurringWindows besides(LocalDateTime... beginnings) {
        return new RecurringWindows(rule, start, zone, length, without, and(besides, beginnings));
    }

    private static Set<LocalDateTime> and(Set<LocalDateTime> some, LocalDateTime... more) {
        Set<LocalDateTime> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public List<Window> windows(Instant fromInclusive, Instant toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(toExclusive + " is before " + fromInclusive);
        }
        Instant from = within(fromInclusive);
        Instant to = within(toExclusive);
        // Local times are at most two days from their instants, whatever the clock skips.
        LocalDateTime first = from.minus(length).atZone(zone).toLocalDateTime().minusDays(2);
        LocalDateTime end = to.atZone(zone).toLocalDateTime().plusDays(2);
        List<LocalDateTime> beginnings = beginnings(first, end, Integer.MAX_VALUE);
        beginnings.removeIf(without::contains);
        beginnings.addAll(besides);
        return joined(beginnings.stream()
                .map(local -> local.atZone(zone).toInstant())
                .filter(begin -> begin.isBefore(to) && begin.plus(length).isAfter(from))
                .map(begin -> new Window(later(begin, from), earlier(begin.plus(length), to)))
                .sorted(Comparator.comparing(Window::fromInclusive).thenComparing(Window::toExclusive))
                .toList());
    }

    /** Local beginnings by the rule, from one local time to another; one more than {@code most} at most. */
    private List<LocalDateTime> beginnings(LocalDateTime first, LocalDateTime end, int most) {
        List<LocalDateTime> beginnings = new ArrayList<>();
        try {
            RecurrenceRuleIterator next = parsed().iterator(floating(start));
            if (first.isAfter(start)) {
                next.fastForward(floating(first));
            }
            while (next.hasNext() && beginnings.size() <= most) {
                LocalDateTime begin = local(next.nextDateTime());
                if (!begin.isBefore(end)) {
                    break;
                }
                beginnings.add(begin);
            }
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no recurrence rule: " + rule + ": " + e.getMessage(), e);
        }
        return beginnings;
    }

    /** Anew each time: rules can be changed, and nobody says that they may be shared by threads. Their end is made local, as all is. */
    private RecurrenceRule parsed() throws InvalidRecurrenceRuleException {
        RecurrenceRule parsed = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        DateTime until = parsed.getUntil();
        if (until != null && until.isAllDay()) {
            parsed.setUntil(floating(
                    LocalDateTime.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth(), 23, 59, 59)));
        } else if (until != null && !until.isFloating()) {
            parsed.setUntil(floating(LocalDateTime.ofInstant(Instant.ofEpochMilli(until.getTimestamp()), zone)));
        }
        return parsed;
    }

    private static DateTime floating(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }

    private static LocalDateTime local(DateTime floating) {
        return LocalDateTime.of(
                floating.getYear(),
                floating.getMonth() + 1,
                floating.getDayOfMonth(),
                floating.getHours(),
                floating.getMinutes(),
                floating.getSeconds());
    }

    private static List<Window> joined(List<Window> sorted) {
        List<Window> joined = new ArrayList<>();
        for (Window window : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && !window.fromInclusive().isAfter(joined.get(last).toExclusive())) {
                joined.set(
                        last,
                        new Window(
                                joined.get(last).fromInclusive(),
                                later(joined.get(last).toExclusive(), window.toExclusive())));
            } else {
                joined.add(window);
            }
        }
        return joined;
    }

    private static Instant within(Instant at) {
        return earlier(later(at, CompiledCalendar.EARLIEST), CompiledCalendar.LATEST);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return "RecurringWindows[" + rule + " from " + start + " " + zone + " for " + length + "]";
    }
}
