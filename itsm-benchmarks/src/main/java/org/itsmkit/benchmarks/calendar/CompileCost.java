package org.itsmkit.benchmarks.calendar;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.CompiledCalendar;

/** What the first questions cost, before the windows are there. */
final class CompileCost {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int TIMES = 300;

    private final PrintStream log;

    CompileCost(PrintStream log) {
        this.log = log;
    }

    void print() {
        BusinessCalendar calendar = Week.office().calendar();
        double first = micros(calendar, NOW, TIMES);
        double ten = micros(calendar, NOW.plusSeconds(10 * 31_557_600L), TIMES / 10);
        double all = micros(calendar, CompiledCalendar.LATEST, 3);
        log.printf(
                Locale.ROOT,
                "# compiling: %,.0f µs to the first answer (two years), %,.0f µs for twelve years (%,.0f µs a year), %,.0f ms to %s%n",
                first,
                ten,
                (ten - first) / 10,
                all / 1_000,
                CompiledCalendar.LATEST);
        log.printf(
                Locale.ROOT,
                "# horizon: a year around what is asked, grown on demand, from %s to %s; beyond that it is closed%n",
                CompiledCalendar.EARLIEST,
                CompiledCalendar.LATEST);
    }

    private static double micros(BusinessCalendar calendar, Instant to, int times) {
        long open = 0;
        for (int i = 0; i < times; i++) {
            open += calendar.compile().openTimeBetween(NOW, to).toSeconds();
        }
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            open += calendar.compile().openTimeBetween(NOW, to).toSeconds();
        }
        if (open < 0) {
            throw new IllegalStateException("time went backwards");
        }
        return (System.nanoTime() - begin) / 1_000.0 / times;
    }
}
