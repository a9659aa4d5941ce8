package org.itsmkit.servicelevel.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.ticket.Stretch;
import org.jspecify.annotations.Nullable;

/** Keeps what a clock did, and cuts it up where service hours and holidays begin and end. */
final class Spans implements Trace {

    private record Span(
            long from,
            long to,
            Mode mode,
            boolean isCapped,
            boolean isTakenBack,
            int cycle,
            @Nullable Stretch situation,
            Since by) {

        Span until(long end) {
            return new Span(from, end, mode, isCapped, isTakenBack, cycle, situation, by);
        }

        Span takenBack() {
            return new Span(from, to, mode, isCapped, true, cycle, situation, by);
        }

        /** Whether {@code next} is more of the same: what happens on the way, as somebody saying something, does not part it. */
        boolean goesOnAs(Span next) {
            return to == next.from
                    && next.equals(new Span(next.from, next.to, mode, isCapped, isTakenBack, cycle, situation, by));
        }
    }

    private final List<Span> spans = new ArrayList<>();

    @Override
    public void span(
            long from, long to, Mode mode, boolean isCapped, int cycle, @Nullable Stretch situation, Since by) {
        Span span = new Span(from, to, mode, isCapped, false, cycle, situation, by);
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).goesOnAs(span)) {
            spans.set(last, spans.get(last).until(to));
        } else {
            spans.add(span);
        }
    }

    @Override
    public void takeBack(int cycle) {
        spans.replaceAll(span -> span.cycle() == cycle && span.mode().isOpen() ? span.takenBack() : span);
    }

    @Override
    public void rewind(long from) {
        spans.removeIf(span -> span.from() >= from);
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).to() > from) {
            spans.set(last, spans.get(last).until(from));
        }
    }

    List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (Span span : spans) {
            if (span.mode().isOpen() && !span.isTakenBack()) {
                cut(span, intervals);
            } else {
                intervals.add(interval(span, span.from(), span.to(), uncut(span), Optional.empty()));
            }
        }
        return intervals;
    }

    /** What does not count anyway is not cut up. */
    private static void cut(Span span, List<Interval> intervals) {
        OpenHours hours = OpenHours.of(span.by());
        Interval.Cause cause = span.mode() == Mode.PAUSES
                ? Interval.Cause.PAUSED
                : span.isCapped() ? Interval.Cause.PAUSE_USED_UP : Interval.Cause.COUNTED;
        long from = span.from();
        for (long[] open : hours.between(span.from(), span.to())) {
            closed(span, from, open[0], hours, intervals);
            intervals.add(interval(span, open[0], open[1], cause, Optional.empty()));
            from = open[1];
        }
        closed(span, from, span.to(), hours, intervals);
    }

    private static void closed(Span span, long from, long to, OpenHours hours, List<Interval> intervals) {
        for (long begin = from; begin < to; ) {
            Optional<String> holiday = hours.holiday(begin);
            long end = hours.holidayEnds(holiday, begin, to);
            intervals.add(interval(span, begin, end, Interval.Cause.CLOSED, holiday));
            begin = end;
        }
    }

    private static Interval.Cause uncut(Span span) {
        return switch (span.mode()) {
            case IDLE -> Interval.Cause.NOT_STARTED;
            case STOPPED -> Interval.Cause.STOPPED;
            case CANCELLED -> Interval.Cause.CANCELLED;
            case RUNS, PAUSES -> Interval.Cause.TAKEN_BACK;
        };
    }

    private static Interval interval(Span span, long from, long to, Interval.Cause cause, Optional<String> holiday) {
        return new Interval(
                Micros.instant(from),
                Micros.instant(to),
                cause,
                span.cycle(),
                Optional.ofNullable(span.situation()),
                holiday,
                span.by().hours());
    }
}
