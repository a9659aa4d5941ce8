package org.itsmkit.servicelevel.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.Window;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.ServiceHours;
import org.itsmkit.servicelevel.clock.ServiceLevelClock;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Timeline;
import org.itsmkit.spi.Micros;
import org.itsmkit.ticket.Stretch;

/**
 * When a target is due whose clock starts at an instant and runs on, in microseconds; and between which instants that is even: either the
 * same for all of them, or later by as much as they are.
 */
final class Promise {

    static final long NEVER = CompiledCalendar.NEVER;

    private static final Condition NOT = Condition.never();
    private static final Metric RUNS_ON = new Metric("runs-on", Condition.always(), NOT, NOT, NOT, NOT, NOT);
    private static final Status OPEN = Status.of("open", Phase.NEW);
    private static final int DAYS_AROUND = 2;

    private final Target target;
    private final ServiceHours hours;

    Promise(Target target, ServiceHours hours) {
        this.target =
                target.withMetric(RUNS_ON).withPolicy(target.policy().withStart(new ClockPolicy.Start.Creation()));
        this.hours = hours;
    }

    /** {@link #NEVER} if it is never due. */
    long due(long start) {
        if (start == NEVER) {
            return NEVER;
        }
        Instant at = Micros.toInstant(start);
        Stretch open = new Stretch(at, OPEN, Optional.empty(), Optional.empty(), Optional.empty());
        return ServiceLevelClock.evaluate(Timeline.of(List.of(open)), target, hours, at)
                .due()
                .map(Micros::of)
                .orElse(NEVER);
    }

    /** Starts between two, both included, at which or right after which the due instant may cease to be even. */
    Set<Long> breaks(long first, long last) {
        Set<Long> breaks = new TreeSet<>();
        long end = Math.max(due(last), last);
        if (end == NEVER) {
            if (due(first) == NEVER) {
                return breaks;
            }
            end = Micros.of(CompiledCalendar.LATEST);
        }
        if (target.amount() instanceof Amount.WorkingDays days) {
            byDay(days, first, last, end, breaks);
        } else if (target.amount() instanceof Amount.OpenTime open) {
            byHours(open, first, last, end, breaks);
        }
        breaks.removeIf(at -> at < first || at > last);
        return breaks;
    }

    /** Where a start crosses an edge of a window, and where the due instant does. */
    private void byHours(Amount.OpenTime open, long first, long last, long end, Set<Long> breaks) {
        long micros = Math.multiplyExact(open.duration().getSeconds(), 1_000_000L)
                + open.duration().getNano() / 1_000;
        for (long edge : edges(first, end)) {
            breaks.add(edge);
            breaks.add(hours.time().subtractMicros(edge, micros));
        }
    }

    /**
     * Where a day begins, a window does or ends, clocks change, and on each day at the times of day at which one of these is on any day, or
     * the target is due.
     */
    private void byDay(Amount.WorkingDays days, long first, long last, long end, Set<Long> breaks) {
        ZoneId zone = hours.zone();
        List<Long> edges = edges(first, end);
        Set<LocalTime> times = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
        if (days.end() instanceof Amount.DayEnd.By by) {
            times.add(by.time());
        }
        edges.forEach(edge -> times.add(at(edge).toLocalTime()));
        for (ZoneOffsetTransition change : changes(zone, first, end)) {
            times.add(change.getDateTimeBefore().toLocalTime());
            times.add(change.getDateTimeAfter().toLocalTime());
            breaks.add(Micros.of(change.getInstant()));
        }
        breaks.addAll(edges);
        LocalDate until = at(last).toLocalDate();
        for (LocalDate date = at(first).toLocalDate(); !date.isAfter(until); date = date.plusDays(1)) {
            for (LocalTime time : times) {
                ZonedDateTime local = date.atTime(time).atZone(zone);
                breaks.add(Micros.of(local.withEarlierOffsetAtOverlap().toInstant()));
                breaks.add(Micros.of(local.withLaterOffsetAtOverlap().toInstant()));
            }
        }
    }

    private ZonedDateTime at(long micros) {
        return Micros.toInstant(micros).atZone(hours.zone());
    }

    private List<Long> edges(long first, long end) {
        List<Long> edges = new ArrayList<>();
        for (Window window : hours.time()
                .windows(
                        at(first).minusDays(DAYS_AROUND).toInstant(),
                        at(end).plusDays(DAYS_AROUND).toInstant())) {
            edges.add(Micros.of(window.fromInclusive()));
            edges.add(Micros.of(window.toExclusive()));
        }
        return edges;
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone, long first, long end) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant until = Micros.toInstant(end);
        ZoneOffsetTransition change = zone.getRules().nextTransition(Micros.toInstant(first - 1));
        while (change != null && !change.getInstant().isAfter(until)) {
            changes.add(change);
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return changes;
    }
}
