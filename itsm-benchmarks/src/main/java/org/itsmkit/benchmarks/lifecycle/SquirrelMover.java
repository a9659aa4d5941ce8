package org.itsmkit.benchmarks.lifecycle;

import java.time.Instant;
import org.squirrelframework.foundation.fsm.AnonymousAction;
import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** squirrel-foundation, with the case as what its machine hands to conditions and actions; one machine for all the while. */
final class SquirrelMover implements Mover {

    /** It makes these by reflection. */
    public static class Machine extends AbstractStateMachine<Machine, Stage, Step, SquirrelMover> {}

    private static final class InOrder extends AnonymousCondition<SquirrelMover> {
        @Override
        public boolean isSatisfied(SquirrelMover mover) {
            return mover.isInOrder();
        }
    }

    private static final class ByTheAssignee extends AnonymousCondition<SquirrelMover> {
        @Override
        public boolean isSatisfied(SquirrelMover mover) {
            return mover.isInOrder() && mover.now.assignee().equals(mover.caller);
        }
    }

    private static final class Moves extends AnonymousAction<Machine, Stage, Step, SquirrelMover> {
        @Override
        public void execute(Stage from, Stage to, Step step, SquirrelMover mover, Machine machine) {
            mover.now = mover.now.in(to, mover.at);
        }
    }

    private static final StateMachineBuilder<Machine, Stage, Step, SquirrelMover> BUILDER = builder();

    private final String caller;
    private Machine machine = BUILDER.newStateMachine(Stage.NEW);
    private Case<Stage> now = Case.opened(Stage.NEW, Course.BEGIN);
    private Instant at = Course.BEGIN;

    SquirrelMover(String caller) {
        this.caller = caller;
    }

    private static StateMachineBuilder<Machine, Stage, Step, SquirrelMover> builder() {
        StateMachineBuilder<Machine, Stage, Step, SquirrelMover> made =
                StateMachineBuilderFactory.create(Machine.class, Stage.class, Step.class, SquirrelMover.class);
        row(made, Stage.NEW, Step.ASSIGN, Stage.ASSIGNED, new InOrder());
        row(made, Stage.ASSIGNED, Step.START, Stage.IN_PROGRESS, new ByTheAssignee());
        row(made, Stage.IN_PROGRESS, Step.HOLD, Stage.ON_HOLD, new InOrder());
        row(made, Stage.IN_PROGRESS, Step.RESOLVE, Stage.RESOLVED, new ByTheAssignee());
        row(made, Stage.ON_HOLD, Step.RESUME, Stage.IN_PROGRESS, new ByTheAssignee());
        row(made, Stage.RESOLVED, Step.REOPEN, Stage.NEW, new InOrder());
        row(made, Stage.RESOLVED, Step.CLOSE, Stage.CLOSED, new InOrder());
        return made;
    }

    private static void row(
            StateMachineBuilder<Machine, Stage, Step, SquirrelMover> made,
            Stage from,
            Step step,
            Stage to,
            AnonymousCondition<SquirrelMover> guard) {
        made.externalTransition().from(from).to(to).on(step).when(guard).perform(new Moves());
    }

    private boolean isInOrder() {
        return !at.isBefore(now.changedAt());
    }

    @Override
    public void open() {
        machine = BUILDER.newStateMachine(Stage.NEW);
        now = Case.opened(Stage.NEW, Course.BEGIN);
    }

    @Override
    public void take(Step step, Instant when) {
        at = when;
        machine.fire(step, this);
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
