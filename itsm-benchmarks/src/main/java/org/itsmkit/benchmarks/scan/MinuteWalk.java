package org.itsmkit.benchmarks.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.servicelevel.clock.Evaluation;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.Stretch;

/** Counts the minutes of a life one by one, and knows nothing of clocks. */
final class MinuteWalk {

    private final Life life;
    private final boolean isResponse;
    private final Instant end;
    private long used;
    private long waited;

    private MinuteWalk(Life life, boolean isResponse) {
        this.life = life;
        this.isResponse = isResponse;
        this.end = life.end(isResponse);
    }

    /** Whether {@code said} is what counting says. */
    static boolean agrees(Life life, boolean isResponse, Duration budget, Evaluation said) {
        return new MinuteWalk(life, isResponse).agrees(budget, said);
    }

    private boolean agrees(Duration budget, Evaluation said) {
        Instant reached = reached(budget.toMinutes());
        Optional<Instant> late = late(reached);
        boolean isDone = life.isDone(isResponse);
        boolean isPaused = !isDone && waits(end);
        Instant due = late.orElse(isDone && end.isAfter(reached) ? end : reached);
        ClockState going = isPaused ? ClockState.PAUSED : ClockState.RUNNING;
        ClockState inTime = isDone ? ClockState.MET : going;
        return said.elapsed().toMinutes() == used
                && said.paused().toMinutes() == waited
                && said.state() == (late.isPresent() ? ClockState.BREACHED : inTime)
                && said.breachedAt().equals(late.map(at -> at.plusNanos(1_000)))
                && said.due().equals(isPaused && late.isEmpty() ? Optional.empty() : Optional.of(due));
    }

    /** The end of the minute in which the last of the budget is used, or would be if it ran on from where it ends. */
    private Instant reached(long budget) {
        Optional<Instant> reached = Optional.empty();
        long after = 0;
        for (Instant at = life.timeline().begin(); at.isBefore(end) || reached.isEmpty(); at = at.plusSeconds(60)) {
            if (!isOpen(at)) {
                continue;
            }
            if (!at.isBefore(end)) {
                after++;
            } else if (waits(at)) {
                waited++;
            } else {
                used++;
            }
            if (reached.isEmpty() && used + after == budget) {
                reached = Optional.of(at.plusSeconds(60));
            }
        }
        return reached.orElseThrow();
    }

    /** The first instant from {@code reached} on at which its clock runs, open or closed. */
    private Optional<Instant> late(Instant reached) {
        for (Instant at = reached; at.isBefore(end); at = at.plusSeconds(60)) {
            if (!waits(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean waits(Instant at) {
        Stretch now = life.timeline().stretches().get(0);
        for (Stretch stretch : life.timeline().stretches()) {
            now = stretch.from().isAfter(at) ? now : stretch;
        }
        return now.status().equals(IncidentLifecycle.ON_HOLD);
    }

    private static boolean isOpen(Instant minute) {
        ZonedDateTime local = minute.atZone(Office.BERLIN);
        LocalDate date = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return Office.isOpen(date) && !time.isBefore(Office.OPENS) && time.isBefore(Office.CLOSES);
    }
}
