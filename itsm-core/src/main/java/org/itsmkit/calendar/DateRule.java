package org.itsmkit.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/** Which dates something holds for. */
public sealed interface DateRule {

    /** Whether it holds for {@code date}. */
    boolean contains(LocalDate date);

    /** One date. */
    static DateRule on(LocalDate date) {
        return new Between(date, date);
    }

    /** From one date to another, both included. */
    static DateRule between(LocalDate first, LocalDate last) {
        return new Between(first, last);
    }

    /** The same day every year; the 29th of February in leap years alone. */
    static DateRule yearly(MonthDay day) {
        return new Yearly(day, day);
    }

    /** The same days every year, both ends included; over new year if {@code last} is before {@code first}. */
    static DateRule yearly(MonthDay first, MonthDay last) {
        return new Yearly(first, last);
    }

    /**
     * From one date to another.
     *
     * @param first included
     * @param last included, not before {@code first}
     */
    record Between(LocalDate first, LocalDate last) implements DateRule {
        public Between {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("dates end before they begin: " + first + " to " + last);
            }
        }

        @Override
        public boolean contains(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }

    /**
     * Days of every year.
     *
     * @param first included
     * @param last included; before {@code first} if the days run over new year
     */
    record Yearly(MonthDay first, MonthDay last) implements DateRule {
        @Override
        public boolean contains(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            boolean begun = !day.isBefore(first);
            boolean notOver = !day.isAfter(last);
            return last.isBefore(first) ? begun || notOver : begun && notOver;
        }
    }
}
