package org.itsmkit.benchmarks.lifecycle;

import java.time.Instant;

/** How quick it can be at all: a switch, two questions, a new record. */
final class LimitMover implements Mover {

    private final String caller;
    private Case<Stage> now = Case.opened(Stage.NEW, Course.BEGIN);

    LimitMover(String caller) {
        this.caller = caller;
    }

    @Override
    public void open() {
        now = Case.opened(Stage.NEW, Course.BEGIN);
    }

    @Override
    public void take(Step step, Instant at) {
        Stage next = next(now.stage(), step);
        if (next != now.stage() && !at.isBefore(now.changedAt()) && mayTake(step)) {
            now = now.in(next, at);
        }
    }

    private boolean mayTake(Step step) {
        return switch (step) {
            case START, RESUME, RESOLVE -> now.assignee().equals(caller);
            default -> true;
        };
    }

    /** The same where it is not possible. */
    private static Stage next(Stage stage, Step step) {
        return switch (stage) {
            case NEW -> step == Step.ASSIGN ? Stage.ASSIGNED : stage;
            case ASSIGNED -> step == Step.START ? Stage.IN_PROGRESS : stage;
            case IN_PROGRESS -> step == Step.HOLD ? Stage.ON_HOLD : step == Step.RESOLVE ? Stage.RESOLVED : stage;
            case ON_HOLD -> step == Step.RESUME ? Stage.IN_PROGRESS : stage;
            case RESOLVED -> step == Step.REOPEN ? Stage.NEW : step == Step.CLOSE ? Stage.CLOSED : stage;
            case CLOSED -> stage;
        };
    }

    Case<Stage> now() {
        return now;
    }

    @Override
    public Stage stage() {
        return now.stage();
    }

    @Override
    public long version() {
        return now.version();
    }
}
