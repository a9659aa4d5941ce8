package org.itsmkit.calendar;

import java.time.LocalDate;
import java.util.Map;

/** A port: who knows the holidays of a place. What it says of a year never changes. Safe for use by many threads. */
@FunctionalInterface
public interface HolidaySource {

    /** Returns the holidays of {@code year} with their names; dates of other years are passed over. */
    Map<LocalDate, String> holidays(int year);
}
