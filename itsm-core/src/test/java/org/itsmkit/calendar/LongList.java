package org.itsmkit.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;

/** Numbers that become more. */
final class LongList {

    private long[] values = new long[1_024];
    private int count;

    void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    /** A beginning and an end, each with what it does in the last two bits. */
    void add(TimeRange range, LocalDate date, ZoneId zone, int begins) {
        boolean overnight = range.to().toNanoOfDay() <= range.from().toNanoOfDay();
        long from = micros(date, range.from(), zone);
        long to = micros(overnight ? date.plusDays(1) : date, range.to(), zone);
        if (from < to) {
            add(from << 2 | begins);
            add(to << 2 | begins + 1);
        }
    }

    /** In a gap, later by its length; in an overlap, at the earlier offset: both are the offset before the change. */
    private static long micros(LocalDate date, LocalTime time, ZoneId zone) {
        LocalDateTime local = LocalDateTime.of(date, time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        ZoneOffset offset = change == null ? zone.getRules().getOffset(local) : change.getOffsetBefore();
        return local.toEpochSecond(offset) * 1_000_000 + local.getNano() / 1_000;
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Without intervals that were cut off to nothing. */
    long[] withoutEmpty() {
        LongList kept = new LongList();
        for (int i = 0; i + 1 < count; i += 2) {
            if (values[i] < values[i + 1]) {
                kept.add(values[i]);
                kept.add(values[i + 1]);
            }
        }
        return Arrays.copyOf(kept.values, kept.count);
    }
}
