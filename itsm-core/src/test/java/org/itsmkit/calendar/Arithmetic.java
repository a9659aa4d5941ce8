package org.itsmkit.calendar;

import static org.itsmkit.calendar.Walker.MINUTE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * Asks compiled calendars at random, and compares their answers with those of two oracles that know nothing of them and nothing of each
 * other: {@link Minutes} for spans of up to 14 days, {@link Spans} for years. A quarter of the calendars are sets of two.
 */
final class Arithmetic {

    /** How many questions each calendar is asked; half of them are of days, half of years. */
    static final int QUESTIONS = 100;

    private static final int WALKED = 14 * 24 * 60;
    private static final int WRONG_ENOUGH = 100;

    private final Function<Calendars, OpenWindows> subject;
    private final List<String> wrong = new ArrayList<>();
    private int cases;

    /** @param subject what is made of the random calendars, and should be as they are */
    Arithmetic(Function<Calendars, OpenWindows> subject) {
        this.subject = subject;
    }

    /** What was wrong, at most a hundred. */
    List<String> wrong() {
        return wrong;
    }

    int cases() {
        return cases;
    }

    /** Asks so many questions, with other seeds each time; with {@code -Ditsm.seed=} those of that seed alone. */
    Arithmetic ask(int questions) {
        String chosen = System.getProperty("itsm.seed", "");
        SplittableRandom seeds = new SplittableRandom();
        while (cases < questions && wrong.size() < WRONG_ENOUGH) {
            askOne(chosen.isEmpty() ? seeds.nextLong() : Long.parseLong(chosen));
            if (!chosen.isEmpty()) {
                break;
            }
        }
        return this;
    }

    private void askOne(long seed) {
        Random random = new Random(seed);
        Calendars one = Calendars.anywhere(random);
        long middle = one.around.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000;
        long years = (1 + random.nextInt(4)) * 365L * 24 * 60 * MINUTE;
        OpenWindows windows = subject.apply(one);
        Spans spans = Spans.of(one.zone, one.versions, middle - years, middle + years);
        LongPredicate open = Walker.open(one.zone, one.versions);
        boolean whole = wholeMinutes(one, middle);
        int kind = random.nextInt(12);
        if (kind < 3) {
            Calendars two = Calendars.around(random, one.around);
            OpenWindows others = subject.apply(two);
            Spans second = Spans.of(two.zone, two.versions, middle - years, middle + years);
            LongPredicate there = Walker.open(two.zone, two.versions);
            LongPredicate here = open;
            whole &= wholeMinutes(two, middle);
            switch (kind) {
                case 0 -> {
                    windows = windows.union(others);
                    spans = spans.with(second, (a, b) -> a | b);
                    open = minute -> here.test(minute) || there.test(minute);
                }
                case 1 -> {
                    windows = windows.intersection(others);
                    spans = spans.with(second, (a, b) -> a & b);
                    open = minute -> here.test(minute) && there.test(minute);
                }
                default -> {
                    windows = windows.difference(others);
                    spans = spans.with(second, (a, b) -> a & ~b);
                    open = minute -> here.test(minute) && !there.test(minute);
                }
            }
        }
        String name =
                "-Ditsm.seed=" + seed + " " + one.zone + " around " + one.around + (kind < 3 ? " set " + kind : "");
        CompiledCalendar compiled = windows.compile();
        int days = whole ? QUESTIONS / 2 : 0;
        if (whole) {
            askDays(name, compiled, Minutes.of(open, middle - WALKED / 2 * MINUTE, WALKED), days, random);
        }
        askYears(name, compiled, spans, new long[] {middle - years, middle + years}, QUESTIONS - days, random);
    }

    /** Offsets of the nineteenth century, and of Liberia until 1972, have seconds: edges are no whole minutes then. */
    private static boolean wholeMinutes(Calendars made, long middle) {
        Instant begin = at(middle - WALKED * MINUTE);
        Instant end = at(middle + WALKED * MINUTE);
        var rules = made.zone.getRules();
        return rules.getOffset(begin).getTotalSeconds() % 60 == 0
                && rules.getOffset(end).getTotalSeconds() % 60 == 0;
    }

    private void askDays(String name, CompiledCalendar asked, Minutes minutes, int questions, Random random) {
        for (int i = 0; i < questions; i++) {
            cases++;
            long a = minutes.begin() + random.nextInt(WALKED) * MINUTE;
            long b = minutes.begin() + random.nextInt(WALKED) * MINUTE;
            long from = Math.min(a, b);
            long to = Math.max(a, b);
            int amount = 1 + random.nextInt(random.nextBoolean() ? 600 : 6_000);
            String of = name + ": minutes " + at(from) + ", " + at(to) + ", " + amount;
            same(of + " between", asked.openMicrosBetween(from, to), minutes.between(from, to));
            same(of + " open", asked.isOpen(from) ? 1 : 0, minutes.isOpen(from) ? 1 : 0);
            within(of + " add", asked.addMicros(from, amount * MINUTE), minutes.add(from, amount), minutes);
            within(of + " subtract", asked.subtractMicros(to, amount * MINUTE), minutes.subtract(to, amount), minutes);
        }
    }

    /** Beyond what was walked the walker does not know. */
    private void within(String of, long answer, long walked, Minutes minutes) {
        if (walked == CompiledCalendar.NEVER || walked == CompiledCalendar.NEVER_BEFORE) {
            boolean here = answer >= minutes.begin() && answer <= minutes.begin() + WALKED * MINUTE;
            same(of + ", beyond", here ? 1 : 0, 0);
        } else {
            same(of, answer, walked);
        }
    }

    private void askYears(
            String name, CompiledCalendar asked, Spans spans, long[] bounds, int questions, Random random) {
        for (int i = 0; i < questions; i++) {
            cases++;
            long a = somewhere(spans, bounds, random);
            long b = somewhere(spans, bounds, random);
            long from = Math.min(a, b);
            long to = Math.max(a, b);
            long between = spans.between(from, to);
            String of = name + ": years " + at(from) + ", " + at(to);
            same(of + " between", asked.openMicrosBetween(from, to), between);
            same(of + " reversed", asked.openMicrosBetween(to, from), -between);
            same(of + " duration", asked.openTimeBetween(at(from), at(to)).toNanos() / 1_000, between);
            same(of + " open", asked.isOpen(at(from)) ? 1 : 0, spans.isOpen(from) ? 1 : 0);
            same(of + " open at its end", asked.isOpen(to) ? 1 : 0, spans.isOpen(to) ? 1 : 0);
            if (between > 0) {
                long amount = 1 + random.nextLong(between);
                askAmounts(of + ", " + amount, asked, spans, from, to, amount);
            }
            askEdges(of, asked, spans, from, bounds);
            long c = somewhere(spans, bounds, random);
            same(
                    of + " additive with " + at(c),
                    asked.openMicrosBetween(from, c) + asked.openMicrosBetween(c, to),
                    between);
        }
        long begin = bounds[0] + random.nextInt(1_000_000) * 60_000L;
        long end = begin + random.nextInt(1_000_000) * 30_000_000L;
        same(
                name + ": windows " + at(begin) + ", " + at(end),
                asked.windows(at(begin), at(Math.min(end, bounds[1]))),
                windows(spans.with(
                        new Spans(new long[] {begin, Math.max(begin, Math.min(end, bounds[1]))}), (x, y) -> x & y)));
    }

    private void askAmounts(String of, CompiledCalendar asked, Spans spans, long from, long to, long amount) {
        long due = spans.add(from, amount);
        same(of + " add", asked.addMicros(from, amount), due);
        same(of + " add duration", micros(asked.add(at(from), Duration.of(amount, ChronoUnit.MICROS))), due);
        same(of + " add inverse", asked.openMicrosBetween(from, asked.addMicros(from, amount)), amount);
        long begun = spans.subtract(to, amount);
        same(of + " subtract", asked.subtractMicros(to, amount), begun);
        same(of + " add negative", micros(asked.add(at(to), Duration.of(-amount, ChronoUnit.MICROS))), begun);
        same(of + " subtract inverse", asked.openMicrosBetween(asked.subtractMicros(to, amount), to), amount);
        same(of + " monotone", asked.addMicros(from, amount) > asked.addMicros(from, amount - 1) ? 1 : 0, 1);
    }

    private void askEdges(String of, CompiledCalendar asked, Spans spans, long at, long[] bounds) {
        long[] known = {spans.next(at, 0), spans.next(at, 1), spans.previous(at, 0), spans.previous(at, 1)};
        long[] answers = {
            micros(asked.nextOpening(at(at))),
            micros(asked.nextClosing(at(at))),
            micros(asked.previousOpening(at(at))),
            micros(asked.previousClosing(at(at)))
        };
        for (int i = 0; i < known.length; i++) {
            if (known[i] > bounds[0] && known[i] < bounds[1]) {
                same(of + " edge " + i, answers[i], known[i]);
            }
        }
    }

    /** Every third time on an edge or beside it, where mistakes are. */
    private static long somewhere(Spans spans, long[] bounds, Random random) {
        long[] edges = spans.edges();
        if (edges.length > 0 && random.nextInt(3) == 0) {
            long beside = edges[random.nextInt(edges.length)] + random.nextInt(3) - 1;
            return Math.min(Math.max(beside, bounds[0]), bounds[1] - 1);
        }
        return bounds[0] + random.nextLong(bounds[1] - bounds[0]);
    }

    private static List<Window> windows(Spans spans) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < spans.edges().length; i += 2) {
            windows.add(new Window(at(spans.edges()[i]), at(spans.edges()[i + 1])));
        }
        return windows;
    }

    private void same(String of, Object answer, Object expected) {
        if (!answer.equals(expected) && wrong.size() < WRONG_ENOUGH) {
            wrong.add(of + ": " + answer + " instead of " + expected);
        }
    }

    private static long micros(Optional<Instant> at) {
        return at.map(instant -> ChronoUnit.MICROS.between(Instant.EPOCH, instant))
                .orElse(CompiledCalendar.NEVER);
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
