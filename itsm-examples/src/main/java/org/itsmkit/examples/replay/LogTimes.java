package org.itsmkit.examples.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * How the log writes times: day, month, year, hour and minute, without a zone, so that one must be told.
 *
 * @param zone in which the log was written
 */
record LogTimes(ZoneId zone) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads a time; one that the clock showed twice is the first of the two.
     *
     * @throws IllegalArgumentException if it is none
     */
    Instant parse(String text) {
        try {
            return LocalDateTime.parse(text, FORMAT).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time like 29/2/2016 01:16", e);
        }
    }
}
