package org.itsmkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A calendar as plain data, to be kept and shown. Holidays are rules here: what a {@link HolidaySource} knows is no data.
 *
 * @param zone in which zone the hours are meant
 * @param versions the hours by their beginnings, the earliest first, each after the one before; before the first that has a beginning, if
 *     there is none without, it is closed. At least one, at most {@value #MOST_VERSIONS}
 */
public record CalendarData(ZoneId zone, List<Version> versions) {

    /** The most versions of a calendar. */
    public static final int MOST_VERSIONS = 100;

    /** The most rules of a version. */
    public static final int MOST_RULES = 1_000;

    /**
     * Hours from a date on.
     *
     * @param from the date; empty for those that held before all others
     * @param weekly the hours that begin on each day of the week
     * @param days what is otherwise on some dates; at most {@value #MOST_RULES}
     */
    public record Version(Optional<LocalDate> from, Map<DayOfWeek, List<TimeRange>> weekly, List<DayRule> days) {
        public Version {
            Objects.requireNonNull(from, "from");
            BusinessHours checked = new BusinessHours(weekly, days, List.of());
            weekly = checked.weekly();
            days = checked.days();
            if (days.size() > MOST_RULES) {
                throw new IllegalArgumentException("a calendar has at most " + MOST_RULES + " rules at a time");
            }
        }

        private BusinessHours hours() {
            return new BusinessHours(weekly, days, List.of());
        }
    }

    public CalendarData {
        Objects.requireNonNull(zone, "zone");
        versions = List.copyOf(versions);
        if (versions.isEmpty() || versions.size() > MOST_VERSIONS) {
            throw new IllegalArgumentException("a calendar has 1 to " + MOST_VERSIONS + " versions");
        }
        for (int i = 1; i < versions.size(); i++) {
            LocalDate before = versions.get(i - 1).from().orElse(LocalDate.MIN);
            if (!versions.get(i).from().orElse(LocalDate.MIN).isAfter(before)) {
                throw new IllegalArgumentException("versions of a calendar are in the order of their beginnings");
            }
        }
    }

    /**
     * The same hours at all times.
     *
     * @throws IllegalArgumentException if holidays come from elsewhere
     */
    public static CalendarData of(ZoneId zone, BusinessHours hours) {
        return new CalendarData(zone, List.of(version(Optional.empty(), hours)));
    }

    /** Returns this calendar with other hours from {@code date} on; those of earlier dates stay, those agreed for later ones go. */
    public CalendarData from(LocalDate date, BusinessHours hours) {
        List<Version> kept = new ArrayList<>(versions);
        kept.removeIf(version -> !version.from().orElse(LocalDate.MIN).isBefore(date));
        kept.add(version(Optional.of(date), hours));
        return new CalendarData(zone, kept);
    }

    private static Version version(Optional<LocalDate> from, BusinessHours hours) {
        if (!hours.sources().isEmpty()) {
            throw new IllegalArgumentException("holidays that come from elsewhere are no data");
        }
        return new Version(from, hours.weekly(), hours.days());
    }

    /** The calendar. */
    public BusinessCalendar toCalendar() {
        Version first = versions.get(0);
        BusinessCalendar calendar =
                BusinessCalendar.of(zone, first.from().isPresent() ? BusinessHours.never() : first.hours());
        for (Version version : versions) {
            calendar = version.from().isPresent() ? calendar.from(version.from().get(), version.hours()) : calendar;
        }
        return calendar;
    }
}
