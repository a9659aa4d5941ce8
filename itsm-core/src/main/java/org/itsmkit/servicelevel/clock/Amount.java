package org.itsmkit.servicelevel.clock;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;

/** How much time there is. "Days" are three different units, so a target says which it means. Data. */
public sealed interface Amount {

    /**
     * So much time within service hours. A day of <i>n</i> working hours is <i>n</i> hours.
     *
     * @param duration not negative; whole microseconds
     */
    record OpenTime(Duration duration) implements Amount {
        public OpenTime {
            Micros.requireSpan(duration, "a target");
        }
    }

    /**
     * So much time around the clock, whatever the service hours: an elapsed day has 24 hours.
     *
     * @param duration not negative; whole microseconds
     */
    record ElapsedTime(Duration duration) implements Amount {
        public ElapsedTime {
            Micros.requireSpan(duration, "a target");
        }
    }

    /**
     * So many working days after the day on which the clock starts. With none it is due on that day, or on the next working day if that
     * is a day off, or if the time by which it would be due is over when the clock starts.
     *
     * @param days not negative; at most 10,000
     * @param end when on the last of them
     */
    record WorkingDays(int days, DayEnd end) implements Amount {
        public WorkingDays {
            Objects.requireNonNull(end, "end");
            if (days < 0 || days > 10_000) {
                throw new IllegalArgumentException("a target has 0 to 10,000 working days, not " + days);
            }
        }
    }

    /** When a target of working days is due on the last of them. */
    sealed interface DayEnd {

        /** At the time of day at which the clock started. */
        record SameTime() implements DayEnd {}

        /** At the time of day at which the clock started, or at closing if that is later than closing; from a day off, at opening. */
        record SameTimeUntilClosing() implements DayEnd {}

        /** By the close of business. */
        record CloseOfDay() implements DayEnd {}

        /** By that time, in the zone of the service hours. */
        record By(LocalTime time) implements DayEnd {
            public By {
                Objects.requireNonNull(time, "time");
            }
        }
    }

    /** See {@link OpenTime}. */
    static Amount openTime(Duration duration) {
        return new OpenTime(duration);
    }

    /** See {@link ElapsedTime}. */
    static Amount elapsedTime(Duration duration) {
        return new ElapsedTime(duration);
    }

    /** By the close of the last of so many working days; see {@link WorkingDays}. */
    static Amount workingDays(int days) {
        return new WorkingDays(days, new DayEnd.CloseOfDay());
    }

    /** By {@code time} on the last of so many working days; see {@link WorkingDays}. */
    static Amount workingDaysBy(int days, LocalTime time) {
        return new WorkingDays(days, new DayEnd.By(time));
    }
}
