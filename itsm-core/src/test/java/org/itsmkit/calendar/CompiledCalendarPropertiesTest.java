package org.itsmkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.calendar.Walker.MINUTE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Compiled calendars agree with whoever walks through time minute by minute, and keep the laws of counting. */
class CompiledCalendarPropertiesTest {

    private static final int DAYS = 6;

    private static long begin(Calendars made) {
        return made.around.minusDays(3).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000;
    }

    private static long minute(Random random, long begin) {
        return begin + random.nextInt(DAYS * 24 * 60) * MINUTE;
    }

    private static void assertAgrees(OpenWindows windows, LongPredicate open, long begin, Random random) {
        CompiledCalendar compiled = windows.compile();
        long end = begin + DAYS * 24 * 60 * MINUTE;
        List<Window> walked = walked(open, begin, end);
        assertThat(windows.windows(at(begin), at(end))).isEqualTo(walked);
        for (long minute = begin; minute < end; minute += MINUTE) {
            if (compiled.isOpen(minute) != open.test(minute)) {
                throw new AssertionError(at(minute) + " is " + (open.test(minute) ? "open" : "closed"));
            }
        }
        for (int i = 0; i < 20; i++) {
            long from = minute(random, begin);
            long to = minute(random, begin);
            long between = from <= to ? Walker.between(open, from, to) : -Walker.between(open, to, from);
            assertThat(compiled.openMicrosBetween(from, to)).isEqualTo(between);
        }
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plusSeconds(micros / 1_000_000);
    }

    private static List<Window> walked(LongPredicate open, long begin, long end) {
        List<Window> windows = new ArrayList<>();
        long since = Long.MIN_VALUE;
        for (long minute = begin; minute <= end; minute += MINUTE) {
            boolean is = minute < end && open.test(minute);
            if (is && since == Long.MIN_VALUE) {
                since = minute;
            } else if (!is && since != Long.MIN_VALUE) {
                windows.add(new Window(at(since), at(minute)));
                since = Long.MIN_VALUE;
            }
        }
        return windows;
    }

    @Property(tries = 100)
    void everyMinuteIsAsTheRulesSay(@ForAll Random random) {
        Calendars made = new Calendars(random);
        assertAgrees(made.calendar, Walker.open(made.zone, made.versions), begin(made), random);
    }

    @Property(tries = 30)
    void setsAreWhatTheirPartsAreMinuteByMinute(@ForAll Random random) {
        Calendars one = new Calendars(random);
        Calendars other = new Calendars(random);
        LongPredicate a = Walker.open(one.zone, one.versions);
        LongPredicate b = Walker.open(other.zone, other.versions);
        long begin = begin(one);
        assertAgrees(one.calendar.union(other.calendar), m -> a.test(m) || b.test(m), begin, random);
        assertAgrees(one.calendar.intersection(other.calendar), m -> a.test(m) && b.test(m), begin, random);
        assertAgrees(one.calendar.difference(other.calendar), m -> a.test(m) && !b.test(m), begin, random);
    }

    @Property(tries = 60)
    void deadlinesAreTheFirstAndTheLastOfTheirKind(@ForAll Random random) {
        Calendars made = new Calendars(random);
        CompiledCalendar compiled = made.calendar.compile();
        for (int i = 0; i < 20; i++) {
            long from = minute(random, begin(made)) + random.nextInt(3) - 1;
            long open = 1 + random.nextInt(5) * 600 * MINUTE + random.nextInt(2) * random.nextInt(1_000_000_000);
            long due = compiled.addMicros(from, open);
            if (due != CompiledCalendar.NEVER) {
                assertThat(due).isGreaterThan(from);
                assertThat(compiled.openMicrosBetween(from, due)).isEqualTo(open);
                assertThat(compiled.openMicrosBetween(from, due - 1)).isEqualTo(open - 1);
            } else {
                assertThat(compiled.openMicrosBetween(from, Long.MAX_VALUE)).isLessThan(open);
            }
            long begun = compiled.subtractMicros(from, open);
            if (begun != CompiledCalendar.NEVER_BEFORE) {
                assertThat(begun).isLessThan(from);
                assertThat(compiled.openMicrosBetween(begun, from)).isEqualTo(open);
                assertThat(compiled.openMicrosBetween(begun + 1, from)).isEqualTo(open - 1);
            } else {
                assertThat(compiled.openMicrosBetween(Long.MIN_VALUE, from)).isLessThan(open);
            }
        }
    }

    @Property(tries = 100)
    void timeAddsUpAndNeverGoesBack(@ForAll Random random) {
        Calendars made = new Calendars(random);
        CompiledCalendar compiled = made.calendar.compile();
        for (int i = 0; i < 20; i++) {
            long a = minute(random, begin(made)) + random.nextInt(60_000_000);
            long b = minute(random, begin(made));
            long c = minute(random, begin(made));
            assertThat(compiled.openMicrosBetween(a, b) + compiled.openMicrosBetween(b, c))
                    .isEqualTo(compiled.openMicrosBetween(a, c));
            assertThat(compiled.openMicrosBetween(a, b)).isEqualTo(-compiled.openMicrosBetween(b, a));
            assertThat(Math.abs(compiled.openMicrosBetween(a, b))).isLessThanOrEqualTo(Math.abs(a - b));
            long short_ = random.nextInt(1_000_000) * 1_000L;
            long long_ = short_ + random.nextInt(1_000_000) * 1_000L;
            assertThat(compiled.addMicros(a, short_)).isLessThanOrEqualTo(compiled.addMicros(a, long_));
            assertThat(compiled.subtractMicros(a, long_)).isLessThanOrEqualTo(compiled.subtractMicros(a, short_));
        }
    }

    /** Whatever was asked before, in whatever order and from however many threads: the answers are those of a fresh one. */
    @Property(tries = 15)
    void whatWasAskedBeforeDoesNotMatter(@ForAll Random random) {
        Calendars made = new Calendars(random);
        CompiledCalendar used = made.calendar.compile();
        for (int i = 0; i < 8; i++) {
            long far = begin(made) + (random.nextInt(40) - 20) * 365L * 24 * 60 * MINUTE;
            long open = random.nextInt(100_000) * MINUTE;
            assertThat(used.addMicros(far, open))
                    .isEqualTo(made.calendar.compile().addMicros(far, open));
            assertThat(used.openMicrosBetween(far, begin(made)))
                    .isEqualTo(made.calendar.compile().openMicrosBetween(far, begin(made)));
        }
    }
}
