package org.itsmkit.benchmarks.lifecycle;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import java.time.Instant;

/** stateless4j, with the case outside of it: one machine for all the while, as it is quickest. */
final class StatelessMover implements Mover {

    private final String caller;
    private final StateMachine<Stage, Step> machine;
    private Case<Stage> now = Case.opened(Stage.NEW, Course.BEGIN);
    private Instant at = Course.BEGIN;

    StatelessMover(String caller) {
        this.caller = caller;
        StateMachineConfig<Stage, Step> config = new StateMachineConfig<>();
        config.configure(Stage.NEW).permitIf(Step.ASSIGN, Stage.ASSIGNED, this::isInOrder);
        config.configure(Stage.ASSIGNED).permitIf(Step.START, Stage.IN_PROGRESS, this::isByTheAssignee);
        config.configure(Stage.IN_PROGRESS)
                .permitIf(Step.HOLD, Stage.ON_HOLD, this::isInOrder)
                .permitIf(Step.RESOLVE, Stage.RESOLVED, this::isByTheAssignee);
        config.configure(Stage.ON_HOLD).permitIf(Step.RESUME, Stage.IN_PROGRESS, this::isByTheAssignee);
        config.configure(Stage.RESOLVED)
                .permitIf(Step.REOPEN, Stage.NEW, this::isInOrder)
                .permitIf(Step.CLOSE, Stage.CLOSED, this::isInOrder);
        this.machine = new StateMachine<>(Stage.NEW, () -> now.stage(), next -> now = now.in(next, at), config);
        machine.onUnhandledTrigger((stage, step) -> {});
        // it tells where it begins, as if it had moved there
        open();
    }

    private boolean isInOrder() {
        return !at.isBefore(now.changedAt());
    }

    private boolean isByTheAssignee() {
        return isInOrder() && now.assignee().equals(caller);
    }

    @Override
    public void open() {
        now = Case.opened(Stage.NEW, Course.BEGIN);
    }

    @Override
    public void take(Step step, Instant when) {
        at = when;
        machine.fire(step);
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
