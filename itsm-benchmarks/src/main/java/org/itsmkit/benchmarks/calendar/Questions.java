package org.itsmkit.benchmarks.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * Questions of one kind, all different, so that nobody answers from memory.
 *
 * @param from where each begins, in whole seconds
 * @param to about so much later as the kind says
 * @param amount what is open between them, in whole hours, at least one
 */
record Questions(Instant[] from, Instant[] to, Duration[] amount) {

    static final int COUNT = 1 << 12;
    static final int MASK = COUNT - 1;

    /** Questions that span about so many days, from somewhere in five years. */
    static Questions spanning(int days, LimitCalendar limit, long seed) {
        Random random = new Random(seed);
        Questions made = new Questions(new Instant[COUNT], new Instant[COUNT], new Duration[COUNT]);
        long begin = LocalDate.of(2018, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        for (int i = 0; i < COUNT; i++) {
            made.from[i] = Instant.ofEpochSecond(begin + random.nextInt(5 * 365 * 86_400));
            made.to[i] = made.from[i].plusSeconds(days * 86_400L - 43_200 + random.nextInt(86_400));
            made.amount[i] = Duration.ofHours(
                    Math.max(1, limit.elapsed(made.from[i], made.to[i]).toHours()));
        }
        return made;
    }
}
