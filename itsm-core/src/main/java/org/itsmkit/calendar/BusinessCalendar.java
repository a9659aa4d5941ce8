package org.itsmkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opening hours in a zone, in versions: a date has the hours of the version in force on it, whatever was agreed afterwards. What begins
 * on a date goes by the hours of that date to its end, past midnight too. Days are counted here, time is by {@link #compile}.
 *
 * <p>Immutable, if its {@link HolidaySource}s are.
 */
public final class BusinessCalendar implements OpenWindows {

    /** The first year that is looked at where a question could lead for ever. */
    public static final int FIRST_YEAR = 1900;

    /** The last year that is looked at where a question could lead for ever. */
    public static final int LAST_YEAR = 2199;

    /** A window lasts a day at most, and what {@code java.time} adds to it at a change of offset. */
    private static final int LONGEST_IN_DAYS = 2;

    private final ZoneId zone;
    private final NavigableMap<LocalDate, DatedHours> versions;

    private BusinessCalendar(ZoneId zone, NavigableMap<LocalDate, DatedHours> versions) {
        this.zone = zone;
        this.versions = Collections.unmodifiableNavigableMap(versions);
    }

    /** The same hours at all times. */
    public static BusinessCalendar of(ZoneId zone, BusinessHours hours) {
        return new BusinessCalendar(zone, new TreeMap<>(Map.of(LocalDate.MIN, new DatedHours(hours))));
    }

    /** Returns this calendar with other hours from {@code date} on; those of earlier dates stay, those agreed for later ones go. */
    public BusinessCalendar from(LocalDate date, BusinessHours hours) {
        NavigableMap<LocalDate, DatedHours> changed = new TreeMap<>(versions.headMap(date, false));
        changed.put(date, new DatedHours(hours));
        return new BusinessCalendar(zone, changed);
    }

    /** In which zone the hours are meant. */
    public ZoneId zone() {
        return zone;
    }

    /** The hours by which {@code date} goes. */
    public BusinessHours hoursOn(LocalDate date) {
        return dated(date).hours();
    }

    private DatedHours dated(LocalDate date) {
        return versions.floorEntry(date).getValue();
    }

    /** What {@code date} is called if it is a holiday; the name may be empty. */
    public Optional<String> holidayOn(LocalDate date) {
        return dated(date).holiday(date);
    }

    /** {@inheritDoc} What lies outside of {@link CompiledCalendar#EARLIEST} and {@link CompiledCalendar#LATEST} is closed. */
    @Override
    public List<Window> windows(Instant fromInclusive, Instant toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(toExclusive + " is before " + fromInclusive);
        }
        Instant from = CompiledCalendar.within(fromInclusive);
        Instant to = CompiledCalendar.within(toExclusive);
        LocalDate first = from.atZone(zone).toLocalDate().minusDays(LONGEST_IN_DAYS);
        LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
        return Windows.clip(between(first, last), from, to);
    }

    /** What begins on dates from {@code first} to {@code last}, both included, without what breaks take away. */
    private List<Window> between(LocalDate first, LocalDate last) {
        List<Window> open = new ArrayList<>();
        List<Window> breaks = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            DatedHours hours = dated(date);
            add(open, hours.ranges(date), date);
            add(breaks, hours.breaks(date), date);
        }
        return Windows.difference(Windows.of(open), Windows.of(breaks));
    }

    private void add(List<Window> windows, List<TimeRange> ranges, LocalDate date) {
        for (TimeRange range : ranges) {
            range.on(date, zone).ifPresent(windows::add);
        }
    }

    /**
     * The windows that begin on {@code date} by its hours, to their ends, without what breaks take away; none outside of the years {@value
     * #FIRST_YEAR} to {@value #LAST_YEAR}.
     */
    public List<Window> windowsOf(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return List.of();
        }
        List<Window> open = new ArrayList<>();
        add(open, dated(date).ranges(date), date);
        List<Window> breaks = new ArrayList<>();
        for (LocalDate day = date.minusDays(LONGEST_IN_DAYS);
                !day.isAfter(date.plusDays(LONGEST_IN_DAYS));
                day = day.plusDays(1)) {
            add(breaks, dated(day).breaks(day), day);
        }
        return Windows.difference(Windows.of(open), Windows.of(breaks));
    }

    /** Whether anything begins on {@code date} that is open. */
    public boolean isWorkingDay(LocalDate date) {
        return !windowsOf(date).isEmpty();
    }

    /** How much open time begins on {@code date}. */
    public Duration workingTimeOf(LocalDate date) {
        return windowsOf(date).stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** When the last window that begins on {@code date} ends, if it is a working day. */
    public Optional<Instant> endOfWorkingDay(LocalDate date) {
        List<Window> windows = windowsOf(date);
        return windows.isEmpty()
                ? Optional.empty()
                : Optional.of(windows.get(windows.size() - 1).toExclusive());
    }

    /**
     * Returns the {@code days}-th working day after {@code date}, or before it if negative; {@code date} itself, working day or not, for 0.
     * Empty if there are not so many in the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}.
     */
    public Optional<LocalDate> plusWorkingDays(LocalDate date, int days) {
        int step = days < 0 ? -1 : 1;
        // From far away to where there may be one: day by day would take for ever.
        LocalDate day = days == 0
                ? date
                : step > 0
                        ? later(date, LocalDate.of(FIRST_YEAR, 1, 1).minusDays(1))
                        : earlier(date, LocalDate.of(LAST_YEAR, 12, 31).plusDays(1));
        for (long left = Math.abs((long) days); left > 0; ) {
            if (day.getYear() < FIRST_YEAR && step < 0 || day.getYear() > LAST_YEAR && step > 0) {
                return Optional.empty();
            }
            day = day.plusDays(step);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return Optional.of(day);
    }

    /**
     * Returns how many working days lie between two dates; negative if they are reversed. Days outside of the years {@value
     * #FIRST_YEAR} to {@value #LAST_YEAR} are not counted.
     */
    public int workingDaysBetween(LocalDate fromInclusive, LocalDate toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            return -workingDaysBetween(toExclusive, fromInclusive);
        }
        LocalDate first = later(fromInclusive, LocalDate.of(FIRST_YEAR, 1, 1));
        LocalDate end = earlier(toExclusive, LocalDate.of(LAST_YEAR, 12, 31).plusDays(1));
        int count = 0;
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return "BusinessCalendar[" + zone + ", " + versions.size() + " version(s)]";
    }
}
