package org.itsmkit.benchmarks.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Facts;
import org.itsmkit.kernel.Moment;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;

/**
 * The least that a transition can cost where rules and commands are written as ours are. Where it leads stands in an array, and the two
 * questions stand in the code: nothing is looked up. What is left is what they are asked about, a context and a proposal, what the
 * command answers with, its event in a list, and the next record.
 */
final class BareMover implements Mover {

    private static final List<Optional<Transition>> ROWS = rows();

    private final Settings settings = Settings.of(0, Tailoring.none());
    private final Lifecycle lifecycle = KitMover.LIFECYCLE;
    private final RecordRef self = RecordRef.of("case", RecordId.of("42"));
    private final Caller caller;
    private final Facts facts;
    private Case<Status> now = Case.opened(KitMover.status(Stage.NEW), Course.BEGIN);
    private Stage stage = Stage.NEW;

    BareMover(String caller, Facts facts) {
        this.caller = Caller.of(TenantId.of("acme"), PersonId.of(caller));
        this.facts = facts;
    }

    private static List<Optional<Transition>> rows() {
        return List.of(Stage.values()).stream()
                .flatMap(stage -> List.of(Step.values()).stream()
                        .map(step -> KitMover.LIFECYCLE.transition(KitMover.status(stage), KitMover.action(step))))
                .toList();
    }

    @Override
    public void open() {
        now = Case.opened(KitMover.status(Stage.NEW), Course.BEGIN);
        stage = Stage.NEW;
    }

    @Override
    public void take(Step step, Instant at) {
        Optional<Transition> row = ROWS.get(stage.ordinal() * 7 + step.ordinal());
        if (row.isEmpty()) {
            return;
        }
        KitMover.Move move = Objects.requireNonNull(KitMover.MOVES.get(step), step::name);
        Context context =
                new Context(new Moment(at, caller), self, settings, lifecycle, row, facts, KitMover.NO_NUMBER);
        Proposal<Case<Status>> proposal = new Proposal<>(Optional.of(now), move.action(), Optional.of(move), context);
        if (isInOrder(proposal) && mayTake(step, proposal)) {
            Event<Case<Status>> event =
                    move.decide(now, proposal.context()).get().get(0);
            Occurrence occurrence = new Occurrence(now.version() + 1, at, at, caller.person(), caller.onBehalfOf());
            now = ((Event.Next<Case<Status>>) event).applyTo(now, occurrence);
            stage = next(step);
        }
    }

    private static boolean isInOrder(Proposal<Case<Status>> p) {
        return !p.context().at().isBefore(p.record().orElseThrow().changedAt());
    }

    private static boolean mayTake(Step step, Proposal<Case<Status>> p) {
        return switch (step) {
            case START, RESUME, RESOLVE ->
                p.record()
                        .orElseThrow()
                        .assignee()
                        .equals(p.context().caller().person().value());
            default -> true;
        };
    }

    private static Stage next(Step step) {
        return switch (step) {
            case ASSIGN -> Stage.ASSIGNED;
            case START, RESUME -> Stage.IN_PROGRESS;
            case HOLD -> Stage.ON_HOLD;
            case RESOLVE -> Stage.RESOLVED;
            case REOPEN -> Stage.NEW;
            case CLOSE -> Stage.CLOSED;
        };
    }

    Case<Status> now() {
        return now;
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public long version() {
        return now.version();
    }
}
