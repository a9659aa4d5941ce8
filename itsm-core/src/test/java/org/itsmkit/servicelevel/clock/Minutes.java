package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.itsmkit.ticket.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Works out a clock by walking minute by minute and counting, as one would with a calendar and a pencil. Everything happens on whole
 * minutes. It knows one target, in hours, and none of the calculator's arithmetic.
 */
final class Minutes {

    /** What one cycle came to, in minutes; {@code late} is the last minute that was in time, if it was late. */
    record Sum(long begun, long used, long paused, Optional<Long> late, String state) {}

    private final Map<Long, Stretch> situations = new TreeMap<>();
    private final Map<Long, List<String>> marks = new TreeMap<>();
    private final Target target;
    private final LongPredicate open;
    private final long budget;

    Minutes(Timeline timeline, Target target, long budget, LongPredicate open) {
        timeline.stretches().forEach(stretch -> situations.put(minute(stretch.from()), stretch));
        timeline.marks()
                .forEach(mark -> marks.computeIfAbsent(minute(mark.at()), m -> new ArrayList<>())
                        .add(mark.name()));
        this.target = target;
        this.open = open;
        this.budget = budget;
    }

    static long minute(Instant at) {
        return at.getEpochSecond() / 60;
    }

    private long used;
    private long paused;
    private @Nullable Long late;
    private long begun = -1;
    private String doing = "idle";
    private boolean steady;
    private long stoppedAt;
    private final Set<String> heard = new HashSet<>();

    /** All cycles, as they stand at that minute. */
    List<Sum> until(long end) {
        List<Sum> done = new ArrayList<>();
        long first = situations.keySet().iterator().next();
        Stretch here = null;
        for (long now = first; now <= end; now++) {
            here = situations.getOrDefault(now, here);
            Set<String> happens = Set.copyOf(marks.getOrDefault(now, List.of()));
            boolean isPoint = situations.containsKey(now) || marks.containsKey(now);
            if (here != null && isPoint) {
                point(now, here, happens, done);
            }
            if (now < end) {
                pass(now);
            }
        }
        if (begun >= 0) {
            done.add(sum());
        }
        return done;
    }

    /** A minute goes by. */
    private void pass(long now) {
        boolean pauses = doing.equals("pauses");
        boolean capped = pauses
                && target.policy()
                        .pauseCap()
                        .filter(cap -> paused >= cap.toMinutes())
                        .isPresent();
        if (doing.equals("runs") || capped) {
            if (used >= budget && late == null) {
                late = now;
            }
            used += open.test(now) ? 1 : 0;
        } else if (pauses) {
            paused += open.test(now) ? 1 : 0;
        }
    }

    private void point(long now, Stretch here, Set<String> happens, List<Sum> done) {
        Metric metric = target.metric();
        boolean starts = metric.start().holds(here, happens);
        switch (doing) {
            case "idle" -> {
                if (starts) {
                    begin(now);
                    decide(now, here, happens);
                }
            }
            case "runs", "pauses" -> {
                boolean ends =
                        metric.cancel().holds(here, happens) || metric.stop().holds(here, happens);
                if (!ends && metric.next().holds(here, happens)) {
                    doing = "stopped";
                    done.add(sum());
                    begin(now);
                }
                decide(now, here, happens);
            }
            case "stopped" -> {
                boolean again = starts
                        && !metric.start().holds(here, Set.of())
                        && !metric.stop().holds(here, happens);
                boolean over = steady
                        && !metric.stop().holds(here, Set.of())
                        && !metric.stop().holds(here, Set.copyOf(heard))
                        && !metric.cancel().holds(here, happens);
                if (again) {
                    done.add(sum());
                    begin(now);
                    decide(now, here, happens);
                } else if (over) {
                    reopen(now, here, happens, done);
                }
                heard.addAll(happens);
            }
            default -> {
                if (starts && !metric.cancel().holds(here, happens)) {
                    done.add(sum());
                    begin(now);
                    decide(now, here, happens);
                }
            }
        }
    }

    private void reopen(long now, Stretch here, Set<String> happens, List<Sum> done) {
        switch (target.policy().reopen()) {
            case NEVER -> {
                return;
            }
            case RESET -> begin(now);
            case NEW_CYCLE -> {
                done.add(sum());
                begin(now);
            }
            case COUNT_CLOSED_TIME -> {
                for (long minute = stoppedAt; minute < now; minute++) {
                    doing = "runs";
                    pass(minute);
                }
            }
            case RESUME -> {}
        }
        decide(now, here, happens);
    }

    private void begin(long now) {
        begun = now;
        used = 0;
        paused = 0;
        late = null;
        doing = "runs";
    }

    private void decide(long now, Stretch here, Set<String> happens) {
        Metric metric = target.metric();
        if (metric.cancel().holds(here, happens)) {
            doing = "cancelled";
        } else if (metric.stop().holds(here, happens)) {
            steady = metric.stop().holds(here, Set.of());
            doing = "stopped";
            stoppedAt = now;
            heard.clear();
            heard.addAll(happens);
        } else {
            doing = metric.pause().holds(here, happens) ? "pauses" : "runs";
        }
    }

    private Sum sum() {
        return new Sum(begun, used, paused, Optional.ofNullable(late), doing);
    }
}
