package org.itsmkit.examples.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.calendar.HolidaySource;

/**
 * The public holidays of a country, or of a part of it, as Jollyday knows them; on the days on which they are observed. Safe for use by
 * many threads.
 */
public final class PublicHolidays implements HolidaySource {

    private final HolidayManager manager;
    private final String[] parts;

    private PublicHolidays(HolidayManager manager, String[] parts) {
        this.manager = manager;
        this.parts = parts;
    }

    /**
     * The holidays of a country.
     *
     * @param country by ISO 3166-1, as {@code "de"}
     * @param parts into the country, from large to small, as {@code "by", "mu"}; without any, what all the country has
     * @throws IllegalArgumentException if nothing is known of it
     */
    public static PublicHolidays of(String country, String... parts) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("no holidays are known of " + country);
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        CalendarHierarchy place = manager.getCalendarHierarchy();
        for (String part : parts) {
            place = place.getChildren().get(part);
            if (place == null) {
                // Jollyday would pass over it, and nobody would notice the holidays that are missing.
                throw new IllegalArgumentException("no holidays are known of " + part + " in " + country);
            }
        }
        return new PublicHolidays(manager, parts.clone());
    }

    /** {@inheritDoc} Jollyday says nothing about threads, so they wait for each other here; calendars ask once a year. */
    @Override
    public synchronized Map<LocalDate, String> holidays(int year) {
        Map<LocalDate, String> named = new TreeMap<>();
        for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts)) {
            named.merge(holiday.getDate(), holiday.getDescription(Locale.ENGLISH), PublicHolidays::both);
        }
        return named;
    }

    /** Two holidays of one day, in an order that does not depend on chance. */
    private static String both(String one, String other) {
        return String.join(", ", List.of(one, other).stream().sorted().toList());
    }
}
