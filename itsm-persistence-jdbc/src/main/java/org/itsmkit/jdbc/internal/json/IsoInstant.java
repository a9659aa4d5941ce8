package org.itsmkit.jdbc.internal.json;

import java.time.Instant;

/**
 * The text of an instant, as {@link Instant#toString} and {@link Instant#parse} have it. Every record has dozens of them, so the usual
 * form, within the years 0 to 9999 and in UTC, is written and read by hand; all others are left to the JDK.
 */
final class IsoInstant {

    // 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
    private static final long MIN_SECOND = -62_167_219_200L;
    private static final long MAX_SECOND = 253_402_300_799L;

    private static final int SECONDS_PER_DAY = 86_400;

    /** Days from 0000-03-01 to 1970-01-01, in the proleptic Gregorian calendar. */
    private static final long EPOCH = 719_468;

    private static final int DAYS_PER_ERA = 146_097;
    private static final int YEARS_PER_ERA = 400;
    private static final int SHORTEST = "2000-01-01T00:00:00Z".length();
    private static final int LONGEST = "2000-01-01T00:00:00.123456789Z".length();

    private IsoInstant() {}

    static String print(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < MIN_SECOND || second > MAX_SECOND) {
            return instant.toString();
        }
        // Counted in years that begin in March, in which a leap day is the last.
        long day = Math.floorDiv(second, SECONDS_PER_DAY) + EPOCH;
        int ofDay = Math.floorMod(second, SECONDS_PER_DAY);
        long era = Math.floorDiv(day, DAYS_PER_ERA);
        int ofEra = (int) Math.floorMod(day, DAYS_PER_ERA);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * ofYear + 2) / 153;
        int dayOfMonth = ofYear - (153 * month + 2) / 5 + 1;
        long year = era * YEARS_PER_ERA + yearOfEra + (month < 10 ? 0 : 1);

        StringBuilder text = new StringBuilder(LONGEST);
        digits(text, (int) year, 4).append('-');
        digits(text, month < 10 ? month + 3 : month - 9, 2).append('-');
        digits(text, dayOfMonth, 2).append('T');
        digits(text, ofDay / 3_600, 2).append(':');
        digits(text, ofDay / 60 % 60, 2).append(':');
        digits(text, ofDay % 60, 2);
        int nanos = instant.getNano();
        if (nanos > 0) {
            text.append('.');
            if (nanos % 1_000_000 == 0) {
                digits(text, nanos / 1_000_000, 3);
            } else if (nanos % 1_000 == 0) {
                digits(text, nanos / 1_000, 6);
            } else {
                digits(text, nanos, 9);
            }
        }
        return text.append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int count) {
        int divisor = 1;
        for (int i = 1; i < count; i++) {
            divisor *= 10;
        }
        for (int rest = number; divisor > 0; divisor /= 10) {
            text.append((char) ('0' + rest / divisor));
            rest %= divisor;
        }
        return text;
    }

    static Instant parse(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST || !hasUsualForm(text)) {
            return Instant.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = nanos(text);
        boolean isOrdinary = (year | month | day | hour | minute | second | nanos) >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                // Later days are for the JDK to judge.
                && day <= 28
                && hour < 24
                && minute < 60
                && second < 60;
        if (!isOrdinary) {
            return Instant.parse(text);
        }
        int fromMarch = month > 2 ? month - 3 : month + 9;
        long years = month > 2 ? year : year - 1;
        long era = Math.floorDiv(years, YEARS_PER_ERA);
        int ofEra = Math.floorMod(years, YEARS_PER_ERA);
        int ofYear = (153 * fromMarch + 2) / 5 + day - 1;
        long days = era * DAYS_PER_ERA + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - EPOCH;
        return Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static boolean hasUsualForm(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(text.length() - 1) == 'Z';
    }

    /** The fraction in nanoseconds; negative if it is none. */
    private static int nanos(String text) {
        int end = text.length() - 1;
        if (end == SHORTEST - 1) {
            return 0;
        }
        if (text.charAt(SHORTEST - 1) != '.' || end == SHORTEST) {
            return -1;
        }
        int nanos = number(text, SHORTEST, end);
        for (int i = end - SHORTEST; i < 9 && nanos >= 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The number between two places; negative if there is something else than ASCII digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
