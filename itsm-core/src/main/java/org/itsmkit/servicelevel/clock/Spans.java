package org.itsmkit.servicelevel.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.ticket.Stretch;
import org.jspecify.annotations.Nullable;

/** Keeps what a clock did, and cuts it up where service hours begin and end. */
final class Spans implements Trace {

    private record Span(
            long from,
            long to,
            Mode mode,
            boolean isCapped,
            int cycle,
            @Nullable Stretch situation,
            Since by) {}

    private final List<Span> spans = new ArrayList<>();

    @Override
    public void span(
            long from, long to, Mode mode, boolean isCapped, int cycle, @Nullable Stretch situation, Since by) {
        spans.add(new Span(from, to, mode, isCapped, cycle, situation, by));
    }

    @Override
    public void rewind(long from) {
        spans.removeIf(span -> span.from() >= from);
        if (!spans.isEmpty() && spans.get(spans.size() - 1).to() > from) {
            Span last = spans.remove(spans.size() - 1);
            spans.add(new Span(
                    last.from(), from, last.mode(), last.isCapped(), last.cycle(), last.situation(), last.by()));
        }
    }

    List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (Span span : spans) {
            cut(span, intervals);
        }
        return intervals;
    }

    /** What does not count anyway is not cut up. */
    private static void cut(Span span, List<Interval> intervals) {
        OpenHours hours = OpenHours.of(span.by());
        long from = span.from();
        if (!span.mode().isOpen()) {
            intervals.add(interval(span, from, span.to(), true, hours));
            return;
        }
        for (long[] open : hours.between(span.from(), span.to())) {
            if (from < open[0]) {
                intervals.add(interval(span, from, open[0], false, hours));
            }
            intervals.add(interval(span, open[0], open[1], true, hours));
            from = open[1];
        }
        if (from < span.to()) {
            intervals.add(interval(span, from, span.to(), false, hours));
        }
    }

    private static Interval interval(Span span, long from, long to, boolean isOpen, OpenHours hours) {
        return new Interval(
                Micros.instant(from),
                Micros.instant(to),
                cause(span, isOpen),
                span.cycle(),
                Optional.ofNullable(span.situation()),
                isOpen ? Optional.empty() : hours.holiday(from),
                span.by().hours());
    }

    private static Interval.Cause cause(Span span, boolean isOpen) {
        return switch (span.mode()) {
            case IDLE -> Interval.Cause.NOT_STARTED;
            case STOPPED -> Interval.Cause.STOPPED;
            case CANCELLED -> Interval.Cause.CANCELLED;
            case PAUSES -> isOpen ? Interval.Cause.PAUSED : Interval.Cause.CLOSED;
            case RUNS ->
                !isOpen
                        ? Interval.Cause.CLOSED
                        : span.isCapped() ? Interval.Cause.PAUSE_USED_UP : Interval.Cause.COUNTED;
        };
    }
}
