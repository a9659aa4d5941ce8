package org.itsmkit.benchmarks.lifecycle;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Facts;
import org.itsmkit.kernel.Moment;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;

/**
 * The kit, as its engine goes about it, without what it asks of ports: the row of the lifecycle, the rules of the policy, the command's
 * decision, its event applied.
 */
final class KitMover implements Mover {

    private static final Map<Stage, Status> STATUSES = new EnumMap<>(Stage.class);
    private static final Map<Step, Action> ACTIONS = new EnumMap<>(Step.class);

    static {
        List<Phase> phases =
                List.of(Phase.NEW, Phase.ACTIVE, Phase.ACTIVE, Phase.WAITING, Phase.RESOLVED, Phase.CLOSED);
        for (Stage stage : Stage.values()) {
            STATUSES.put(stage, Status.of(code(stage), phases.get(stage.ordinal())));
        }
        for (Step step : Step.values()) {
            ACTIONS.put(step, Action.of(code(step)));
        }
    }

    static final Lifecycle LIFECYCLE = Lifecycle.startingIn("case", status(Stage.NEW))
            .status("assigned", Phase.ACTIVE)
            .status("in-progress", Phase.ACTIVE)
            .status("on-hold", Phase.WAITING)
            .status("resolved", Phase.RESOLVED)
            .status("closed", Phase.CLOSED)
            .move("new", "assign", "assigned")
            .move("assigned", "start", "in-progress")
            .move("in-progress", "hold", "on-hold")
            .move("in-progress", "resolve", "resolved")
            .move("on-hold", "resume", "in-progress")
            .move("resolved", "reopen", "new")
            .move("resolved", "close", "closed")
            .build();

    private static final Policy<Case<Status>> POLICY = Policy.of(
            Rule.of(
                    "in-order",
                    Set.of(),
                    p -> p.record()
                            .map(one -> p.context().at().isBefore(one.changedAt()))
                            .orElse(false),
                    "This would have happened before what has happened."),
            Rule.of(
                    "by-the-assignee",
                    Set.of(action(Step.START), action(Step.RESUME), action(Step.RESOLVE)),
                    p -> p.record()
                            .map(one -> !one.assignee()
                                    .equals(p.context().caller().person().value()))
                            .orElse(false),
                    "Only who has it works on it."));

    /** What happened: it was moved. */
    record Moved(Status to) implements Event.Next<Case<Status>> {
        @Override
        public Case<Status> applyTo(Case<Status> record, Occurrence occurrence) {
            return record.in(to, occurrence.occurredAt());
        }
    }

    /** What is wanted: that it moves. */
    record Move(Action action) implements Command<Case<Status>> {
        @Override
        public Either<Rejection, List<Event<Case<Status>>>> decide(Case<Status> record, Context context) {
            return Either.right(List.of(new Moved(context.destination())));
        }
    }

    static final Supplier<String> NO_NUMBER = () -> {
        throw new IllegalStateException("nothing begins here");
    };

    static final Map<Step, Move> MOVES = new EnumMap<>(Step.class);

    static {
        ACTIONS.forEach((step, action) -> MOVES.put(step, new Move(action)));
    }

    private final Settings settings = Settings.of(0, Tailoring.none());
    private final RecordRef self = RecordRef.of("case", RecordId.of("42"));
    private final Caller caller;
    private final Facts facts;
    private Case<Status> now = Case.opened(status(Stage.NEW), Course.BEGIN);

    KitMover(String caller, Facts facts) {
        this.caller = Caller.of(TenantId.of("acme"), PersonId.of(caller));
        this.facts = facts;
    }

    static Status status(Stage stage) {
        return Objects.requireNonNull(STATUSES.get(stage), stage::name);
    }

    static Action action(Step step) {
        return Objects.requireNonNull(ACTIONS.get(step), step::name);
    }

    static Stage stage(Status status) {
        return Stage.valueOf(status.name().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void open() {
        now = Case.opened(status(Stage.NEW), Course.BEGIN);
    }

    @Override
    public void take(Step step, Instant at) {
        Move move = Objects.requireNonNull(MOVES.get(step), step::name);
        Lifecycle lifecycle = settings.lifecycle("case", LIFECYCLE);
        Optional<Transition> row = lifecycle.transition(now.stage(), move.action());
        if (row.isEmpty()) {
            return;
        }
        Context context = new Context(new Moment(at, caller), self, settings, lifecycle, row, facts, NO_NUMBER);
        Proposal<Case<Status>> proposal = new Proposal<>(Optional.of(now), move.action(), Optional.of(move), context);
        if (POLICY.objectionsTo(proposal).isEmpty()) {
            for (Event<Case<Status>> event : move.decide(now, context).get()) {
                Occurrence occurrence = new Occurrence(now.version() + 1, at, at, caller.person(), caller.onBehalfOf());
                now = ((Event.Next<Case<Status>>) event).applyTo(now, occurrence);
            }
        }
    }

    Case<Status> now() {
        return now;
    }

    @Override
    public Stage stage() {
        return stage(now.stage());
    }

    @Override
    public long version() {
        return now.version();
    }
}
