package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.CompiledCalendar;
import org.itsmkit.calendar.Window;

/**
 * When a cycle is due, in microseconds.
 *
 * @param budget how much open time there is in all; {@link Micros#NEVER} if it never runs out
 * @param day the instant by which a target of working days is due if nothing moves it; {@link #NONE} for others
 * @param moved how much had moved the cycle when {@code day} was worked out
 */
record Goal(long budget, long day, long moved) {

    static final long NONE = Long.MIN_VALUE;

    boolean isByDay() {
        return day != NONE;
    }

    /** The day's instant once so much has moved the cycle in all. */
    long dayMovedTo(long movedNow, CompiledCalendar time) {
        return movedNow == moved ? day : time.addMicros(day, movedNow - moved);
    }

    /** What {@code amount} grants from {@code from} on, on top of {@code elapsed}. */
    static Goal of(Amount amount, ServiceHours hours, CompiledCalendar time, long from, long elapsed, long moved) {
        if (amount instanceof Amount.WorkingDays days) {
            long day = dueDay(days, hours, time, from);
            long budget = day == Micros.NEVER ? day : elapsed + Math.max(0, time.openMicrosBetween(from, day));
            return new Goal(budget, day, moved);
        }
        long granted = amount instanceof Amount.OpenTime open
                ? Micros.of(open.duration())
                : Micros.of(((Amount.ElapsedTime) amount).duration());
        return new Goal(elapsed + granted, NONE, 0);
    }

    /** The time by which {@code amount} is measured. */
    static CompiledCalendar time(Amount amount, ServiceHours hours) {
        return amount instanceof Amount.ElapsedTime ? ServiceHours.always().time() : hours.time();
    }

    private static long dueDay(Amount.WorkingDays amount, ServiceHours hours, CompiledCalendar time, long from) {
        BusinessCalendar days = hours.days()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the service hours " + hours.name() + " have no working days to count"));
        if (time.addMicros(from, 1) == Micros.NEVER) {
            // Nothing will be open again: this is known at once, and working days are not looked for until the last
            // year.
            return Micros.NEVER;
        }
        ZonedDateTime start = Micros.instant(from).atZone(hours.zone());
        return due(amount, days, start).map(Micros::of).orElse(Micros.NEVER);
    }

    private static Optional<Instant> due(Amount.WorkingDays amount, BusinessCalendar days, ZonedDateTime start) {
        Optional<Instant> due = asCounted(amount, days, start);
        boolean isOver = amount.days() == 0
                && (due.filter(at -> !at.isBefore(start.toInstant())).isEmpty()
                        || amount.end() instanceof Amount.DayEnd.By && !days.isWorkingDay(start.toLocalDate()));
        return isOver ? asCounted(new Amount.WorkingDays(1, amount.end()), days, start) : due;
    }

    private static Optional<Instant> asCounted(Amount.WorkingDays amount, BusinessCalendar days, ZonedDateTime start) {
        if (amount.end() instanceof Amount.DayEnd.SameTimeUntilClosing) {
            return untilClosing(amount, days, start);
        }
        Optional<LocalDate> last = days.plusWorkingDays(start.toLocalDate(), amount.days());
        if (amount.end() instanceof Amount.DayEnd.By by) {
            return last.map(date -> at(date, by.time(), start));
        }
        if (amount.end() instanceof Amount.DayEnd.CloseOfDay) {
            return last.flatMap(days::endOfWorkingDay);
        }
        return last.map(date -> at(date, start.toLocalTime(), start));
    }

    private static Optional<Instant> untilClosing(
            Amount.WorkingDays amount, BusinessCalendar days, ZonedDateTime start) {
        LocalDate date = start.toLocalDate();
        Optional<LocalDate> first = days.isWorkingDay(date) ? Optional.of(date) : days.plusWorkingDays(date, 1);
        Optional<LocalTime> time = first.flatMap(day -> day.equals(date)
                ? Optional.of(start.toLocalTime())
                : days.windowsOf(day).stream()
                        .findFirst()
                        .map(window -> local(window, start).toLocalTime()));
        return first.flatMap(day -> days.plusWorkingDays(day, amount.days()))
                .flatMap(day ->
                        days.endOfWorkingDay(day).map(closing -> earlier(closing, at(day, time.orElseThrow(), start))));
    }

    private static ZonedDateTime local(Window window, ZonedDateTime start) {
        return window.fromInclusive().atZone(start.getZone());
    }

    private static Instant at(LocalDate date, LocalTime time, ZonedDateTime start) {
        return date.atTime(time).atZone(start.getZone()).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
