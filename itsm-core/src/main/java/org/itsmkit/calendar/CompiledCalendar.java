package org.itsmkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about business time quickly: windows in sorted arrays with running totals, found by an index, so that an answer takes
 * the same time whether days or years lie between. What lies between {@link #EARLIEST} and {@link #LATEST} is worked out when it
 * is first asked for; what lies outside is closed.
 *
 * <p>Of an instant or duration, what is finer than a microsecond is cut off. The methods on {@code long}s count microseconds since
 * 1970-01-01T00:00Z, allocate nothing once the windows are there, and take any {@code long}.
 *
 * <p>Safe for use by many threads. To be kept, for it costs a few microseconds per day that it is asked about.
 */
public final class CompiledCalendar {

    /** What is before this is closed: 1900-01-01T00:00Z. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** What is not before this is closed: 2200-01-01T00:00Z. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** The answer of a method on {@code long}s where there is no instant in the future. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The answer of a method on {@code long}s where there is no instant in the past. */
    public static final long NEVER_BEFORE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000;
    private static final long TOO_EARLY = Long.MIN_VALUE / SECOND + 1;
    private static final long TOO_LATE = Long.MAX_VALUE / SECOND - 1;
    private static final long FIRST = micros(EARLIEST);
    private static final long LAST = micros(LATEST);
    private static final long MARGIN = Duration.ofDays(366).toSeconds() * SECOND;

    private final OpenWindows source;
    private volatile Table table;

    CompiledCalendar(OpenWindows source) {
        this.source = source;
        this.table = Table.empty(0);
    }

    /** Whether {@code at} is open; when a window closes, it is not. */
    public boolean isOpen(Instant at) {
        return isOpen(micros(at));
    }

    /** As {@link #isOpen(Instant)}. */
    public boolean isOpen(long at) {
        // What begins or goes on at the end of a table is cut off there, so that the next microsecond must be known
        // too.
        return at >= FIRST && at < LAST && covering(at, at + 1).isOpen(at);
    }

    /** Returns how much open time lies between two instants; negative if they are reversed. */
    public Duration openTimeBetween(Instant from, Instant to) {
        long open = openMicrosBetween(micros(from), micros(to));
        return Duration.ofSeconds(open / SECOND, open % SECOND * 1_000);
    }

    /** As {@link #openTimeBetween}. */
    public long openMicrosBetween(long from, long to) {
        long begin = within(from);
        long end = within(to);
        Table all = begin <= end ? covering(begin, end) : covering(end, begin);
        return all.openBefore(end) - all.openBefore(begin);
    }

    /**
     * Returns the earliest instant from {@code from} on by which {@code open} of open time has passed: {@code from} itself for none. A
     * deadline that uses up the last of a window falls on its closing. Backwards, as {@link #subtract}, if {@code open} is negative. Empty
     * if there is not so much until {@link #LATEST}.
     */
    public Optional<Instant> add(Instant from, Duration open) {
        long micros = micros(open);
        return micros == 0 ? Optional.of(truncated(from)) : instant(addMicros(micros(from), micros));
    }

    /** As {@link #add(Instant, Duration)}, where a deadline on a closing, or in closed time, is moved as {@code edge} says. */
    public Optional<Instant> add(Instant from, Duration open, DeadlineEdge edge) {
        Optional<Instant> deadline = add(from, open);
        return edge == DeadlineEdge.CLOSING ? deadline : deadline.flatMap(this::nextOpen);
    }

    /** As {@link #add(Instant, Duration)}; {@link #NEVER} where that is empty. */
    public long addMicros(long from, long open) {
        if (open < 0) {
            return open == Long.MIN_VALUE ? NEVER_BEFORE : subtractMicros(from, -open);
        }
        if (open == 0) {
            return from;
        }
        if (from >= LAST || open > LAST - FIRST) {
            return NEVER;
        }
        long begin = Math.max(from, FIRST);
        Table known = covering(begin, begin);
        while (true) {
            long target = known.openBefore(begin) + open;
            if (target <= known.total()) {
                return known.earliest(target);
            }
            if (known.to() == LAST) {
                return NEVER;
            }
            known = covering(known.from(), later(known));
        }
    }

    /**
     * Returns the latest instant up to {@code to} from which {@code open} of open time passes until {@code to}: it may fall on an opening,
     * and stays there. Forwards if {@code open} is negative. Empty if there is not so much since {@link #EARLIEST}.
     */
    public Optional<Instant> subtract(Instant to, Duration open) {
        long micros = micros(open);
        return micros == 0 ? Optional.of(truncated(to)) : instant(subtractMicros(micros(to), micros));
    }

    /** As {@link #subtract}; {@link #NEVER_BEFORE} where that is empty. */
    public long subtractMicros(long to, long open) {
        if (open < 0) {
            return open == Long.MIN_VALUE ? NEVER : addMicros(to, -open);
        }
        if (open == 0) {
            return to;
        }
        if (to <= FIRST || open > LAST - FIRST) {
            return NEVER_BEFORE;
        }
        long end = Math.min(to, LAST);
        Table known = covering(end, end);
        while (true) {
            long target = known.openBefore(end) - open;
            if (target >= 0) {
                return known.latest(target);
            }
            if (known.from() == FIRST) {
                return NEVER_BEFORE;
            }
            known = covering(earlier(known), known.to());
        }
    }

    /** Returns {@code at} if it is open, else when it opens next, if it ever does. */
    public Optional<Instant> nextOpen(Instant at) {
        return isOpen(at) ? Optional.of(truncated(at)) : nextOpening(at);
    }

    /** Returns {@code at} if it is open there or was just before, else when it closed last, if it ever was open. */
    public Optional<Instant> lastOpen(Instant at) {
        long micros = micros(at);
        boolean was =
                micros > FIRST && micros <= LAST && covering(micros - 1, micros).isOpen(micros - 1);
        return was || isOpen(micros) ? Optional.of(truncated(at)) : previousClosing(at);
    }

    /** Returns when a window opens next after {@code at}, if one ever does. */
    public Optional<Instant> nextOpening(Instant at) {
        return forwards(at, true);
    }

    /** Returns when a window closes next after {@code at}, if one ever does. */
    public Optional<Instant> nextClosing(Instant at) {
        return forwards(at, false);
    }

    /** Returns when a window opened last before {@code at}, if one ever did. */
    public Optional<Instant> previousOpening(Instant at) {
        return backwards(at, true);
    }

    /** Returns when a window closed last before {@code at}, if one ever did. */
    public Optional<Instant> previousClosing(Instant at) {
        return backwards(at, false);
    }

    /** Where the table ends, windows are cut off: that is neither an opening nor a closing, unless nothing is beyond. */
    private Optional<Instant> forwards(Instant at, boolean opening) {
        if (!at.isBefore(LATEST)) {
            return Optional.empty();
        }
        long after = micros(at);
        Table known = covering(Math.max(after, FIRST), Math.max(after, FIRST));
        while (true) {
            long edge = opening ? known.openingAfter(after) : known.closingAfter(after);
            if (edge < known.to() || known.to() == LAST) {
                return instant(edge);
            }
            known = covering(known.from(), later(known));
        }
    }

    private Optional<Instant> backwards(Instant at, boolean opening) {
        if (!at.isAfter(EARLIEST)) {
            return Optional.empty();
        }
        long before = micros(at);
        Table known = covering(Math.min(before, LAST), Math.min(before, LAST));
        while (true) {
            long edge = opening ? known.openingBefore(before) : known.closingBefore(before);
            if (edge > known.from() || known.from() == FIRST) {
                return instant(edge);
            }
            known = covering(earlier(known), known.to());
        }
    }

    /** Returns what is open between two instants, cut off at both ends and at {@link #EARLIEST} and {@link #LATEST}. */
    public List<Window> windows(Instant fromInclusive, Instant toExclusive) {
        Instant from = within(fromInclusive);
        Instant to = within(toExclusive);
        return from.isBefore(to) ? source.windows(from, to) : List.of();
    }

    /** The instant, or the bound beyond which it lies. */
    static Instant within(Instant at) {
        Instant notBefore = at.isBefore(EARLIEST) ? EARLIEST : at;
        return notBefore.isAfter(LATEST) ? LATEST : notBefore;
    }

    private static long within(long at) {
        return Math.min(Math.max(at, FIRST), LAST);
    }

    private static long later(Table known) {
        return Math.min(LAST, known.to() + Math.max(MARGIN, known.to() - known.from()));
    }

    private static long earlier(Table known) {
        return Math.max(FIRST, known.from() - Math.max(MARGIN, known.to() - known.from()));
    }

    /** A table that covers both instants, which lie within the bounds, and what lies between. */
    private Table covering(long from, long to) {
        Table known = table;
        return known.covers(from, to) ? known : grown(from, to);
    }

    /**
     * Threads that lose the race find what the winner worked out; the others never wait. More than is asked for, so that who asks later and
     * later does not have it all worked out each time.
     */
    private synchronized Table grown(long from, long to) {
        Table known = table;
        if (!known.covers(from, to)) {
            long begin = from - MARGIN;
            long end = to + MARGIN;
            if (!known.isBlank()) {
                begin = from < known.from() ? Math.min(begin, earlier(known)) : known.from();
                end = to > known.to() ? Math.max(end, later(known)) : known.to();
            }
            known = Table.of(source, Math.max(begin, FIRST), Math.min(end, LAST));
            table = known;
        }
        return known;
    }

    /** Microseconds since 1970; what is so far away that it cannot be said in them is as far as can be. */
    private static long micros(Instant at) {
        long second = at.getEpochSecond();
        if (second < TOO_EARLY) {
            return NEVER_BEFORE;
        }
        return second > TOO_LATE ? NEVER : second * SECOND + at.getNano() / 1_000;
    }

    /** Cut off towards zero, as backwards is forwards of what is negated. */
    private static long micros(Duration open) {
        if (open.isNegative()) {
            return open.getSeconds() <= TOO_EARLY ? -NEVER : -micros(open.negated());
        }
        return open.getSeconds() >= TOO_LATE ? NEVER : open.getSeconds() * SECOND + open.getNano() / 1_000;
    }

    private static Instant truncated(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Instant> instant(long micros) {
        return micros == NEVER || micros == NEVER_BEFORE
                ? Optional.empty()
                : Optional.of(
                        Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000));
    }
}
