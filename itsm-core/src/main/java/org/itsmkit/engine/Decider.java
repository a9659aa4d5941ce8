package org.itsmkit.engine;

import static io.vavr.control.Either.left;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Intention;
import org.itsmkit.kernel.Moment;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.people.Permission;

/**
 * Takes a command through the steps that each one meets, in their order: authorised, possible, complete, permitted, decided. Every step
 * gives all that it has against the command before the next is looked at.
 */
final class Decider {

    /** The name of the cause of what follows from a command on its own record. */
    static final String FOLLOWING = "following";

    /** The name of the cause of what a record does to keep itself in step. */
    static final String UPKEEP = "upkeep";

    private final Guard guard;
    private final FactLoader loader;

    Decider(Guard guard, FactLoader loader) {
        this.guard = guard;
        this.loader = loader;
    }

    /** Decides a command on {@code draft}, and applies what it decides. */
    <R> Either<Rejection, Draft<R>> carryOut(Work work, Caller caller, Draft<R> draft, Command<R> command) {
        Definition<R> definition = draft.definition();
        R record = draft.current();
        Status status = definition.status(record);
        Lifecycle lifecycle = definition.lifecycle(work.settings(), record);
        Optional<Transition> row = lifecycle.transition(status, command.action());
        Optional<Rejection> objection = authorised(work, caller, draft, command.action(), row)
                .or(() -> command.ignoresLifecycle()
                        ? Optional.empty()
                        : possible(draft, lifecycle, status, command.action()));
        if (objection.isPresent()) {
            return left(objection.get());
        }
        Optional<Transition> taken = command.ignoresLifecycle() ? Optional.empty() : row;
        Context context = context(work, caller, draft, command.needs(record, work.settings()), noNumber())
                .taking(taken);
        Proposal<R> proposal = new Proposal<>(Optional.of(record), command.action(), Optional.of(command), context);
        return complete(work, draft, command, context, missing(definition, record, command, taken, context))
                .or(() -> permitted(work, caller, definition, proposal))
                .<Either<Rejection, List<Event<R>>>>map(Either::left)
                .orElseGet(() -> command.decide(record, context))
                .map(events -> command.asksForUpkeep() ? asked(work, draft, caller, command) : events)
                .flatMap(events -> {
                    apply(work, caller, draft, events, command.asksForUpkeep() ? draft.recordedAt() : work.at(draft));
                    taken.ifPresent(t -> requireDestination(draft, command, status, t, events));
                    Either<Rejection, Draft<R>> bounded = bounded(work, caller, draft, record, command.action())
                            .flatMap(done -> policed(work, done, Optional.of(record), events, command, context));
                    if (bounded.isRight() && !events.isEmpty()) {
                        follow(work, caller, draft, command, context);
                        if (!command.asksForUpkeep()) {
                            keepUp(work, draft, Optional.of(record));
                        }
                    }
                    return bounded;
                });
    }

    /** Does what follows from {@code command} on the record itself. What follows from that in turn is left. */
    private <R> void follow(Work work, Caller caller, Draft<R> draft, Command<R> command, Context context) {
        if (caller.isSystem()) {
            return;
        }
        command.followedBy(draft.current(), context).ifPresent(next -> {
            long last = draft.happened()
                    .get(draft.happened().size() - 1)
                    .occurrence()
                    .sequence();
            Caller system = Caller.system(work.tenant(), Cause.of(FOLLOWING, draft.ref(), last));
            Work.Mark mark = work.mark();
            carryOut(work, system, draft, next).peekLeft(refusal -> {
                work.reset(mark);
                work.note(
                        system,
                        new Permission(draft.definition().name(), next.action().value()),
                        Optional.of(draft.ref()),
                        "following.refused",
                        refusal.sentence());
            });
        });
    }

    /** What a record does to put itself in step: now, whenever it was that it was asked for. */
    private <R> List<Event<R>> asked(Work work, Draft<R> draft, Caller caller, Command<R> command) {
        Moment now = new Moment(draft.recordedAt(), caller);
        return draft.definition().upkeep().stream()
                .flatMap(upkeep -> {
                    Needs needs = upkeep.needs(Optional.of(draft.current()), draft.current(), work.settings());
                    Context known =
                            context(work, caller, draft, needs, noNumber()).at(now);
                    return upkeep.asked(command, draft.current(), known).stream();
                })
                .toList();
    }

    /** Lets the record keep itself in step with what became of it since it was {@code before}. */
    private <R> void keepUp(Work work, Draft<R> draft, Optional<R> before) {
        if (draft.definition().upkeep().isEmpty()) {
            return;
        }
        List<Happened<R>> happened = draft.happened();
        Caller system = Caller.system(
                work.tenant(),
                Cause.of(
                        UPKEEP,
                        draft.ref(),
                        happened.get(happened.size() - 1).occurrence().sequence()));
        for (Upkeep<R> upkeep : draft.definition().upkeep()) {
            Needs needs = upkeep.needs(before, draft.current(), work.settings());
            Context context =
                    context(work, system, draft, needs, noNumber()).at(new Moment(draft.recordedAt(), system));
            for (Event<R> event : upkeep.events(before, draft.current(), work.at(draft), context)) {
                draft.add(event, system, draft.recordedAt(), work.settings().version());
            }
        }
    }

    /** Whether the record has not grown further than its kind allows; else nothing of this attempt is kept. */
    private static <R> Either<Rejection, Draft<R>> bounded(
            Work work, Caller caller, Draft<R> draft, R before, Action action) {
        Definition<R> definition = draft.definition();
        List<Violation> violations = definition.bounds().exceeded(before, draft.current());
        if (violations.isEmpty()) {
            return Either.right(draft);
        }
        Rejection rejection = new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.of(draft.ref()), violations);
        work.note(
                caller,
                new Permission(definition.name(), action.value()),
                Optional.of(draft.ref()),
                rejection.code(),
                rejection.sentence());
        return left(rejection);
    }

    /** Whether what came of it is as the organisation wants it; else nothing of this attempt is kept. */
    private static <R> Either<Rejection, Draft<R>> policed(
            Work work,
            Draft<R> draft,
            Optional<R> before,
            List<Event<R>> events,
            Intention intention,
            Context context) {
        Optional<Rejection> refusal = events.isEmpty()
                ? Optional.empty()
                : Policing.refusal(work, draft, before, intention.action(), context);
        return refusal.<Either<Rejection, Draft<R>>>map(Either::left).orElseGet(() -> Either.right(draft));
    }

    /** Decides a command that begins {@code draft}, and applies what it decides. */
    <R> Either<Rejection, Draft<R>> carryOut(
            Work work, Caller caller, Draft<R> draft, Creation<R> creation, Supplier<String> number) {
        Definition<R> definition = draft.definition();
        Permission permission =
                new Permission(definition.name(), creation.action().value());
        Optional<Rejection> objection =
                guard.objection(caller, permission, Guard.subject(definition.kind(), creation.supplies()), work::note);
        if (objection.isPresent()) {
            return left(objection.get());
        }
        Context context = context(work, caller, draft, creation.needs(), number);
        Proposal<R> proposal = new Proposal<>(Optional.empty(), creation.action(), Optional.of(creation), context);
        return complete(
                        work,
                        draft,
                        creation,
                        context,
                        Completeness.of(definition, creation, context).violations())
                .or(() -> permitted(work, caller, definition, proposal))
                .<Either<Rejection, List<Event<R>>>>map(Either::left)
                .orElseGet(() -> creation.decide(context))
                .flatMap(events -> {
                    apply(work, caller, draft, events, work.at(draft));
                    Either<Rejection, Draft<R>> policed =
                            policed(work, draft, Optional.empty(), events, creation, context);
                    if (policed.isRight() && !events.isEmpty()) {
                        keepUp(work, draft, Optional.empty());
                    }
                    return policed;
                });
    }

    /** Whether each action of the lifecycle is open, as far as can be told without the command. */
    <R> List<Offer> offers(Work work, Caller caller, Draft<R> draft) {
        Definition<R> definition = draft.definition();
        R record = draft.current();
        Status status = definition.status(record);
        Lifecycle lifecycle = definition.lifecycle(work.settings(), record);
        List<Offer> offers = new ArrayList<>();
        for (Action action : lifecycle.actions()) {
            Optional<Transition> row = lifecycle.transition(status, action);
            Context context =
                    context(work, caller, draft, Needs.none(), noNumber()).taking(row);
            Proposal<R> proposal = new Proposal<>(Optional.of(record), action, Optional.empty(), context);
            Permission permission = permission(definition, action, row);
            Optional<Rejection> refusal = guard.refusal(
                            caller, permission, Guard.subject(definition.kind(), draft.id(), record))
                    .or(() -> possible(draft, lifecycle, status, action))
                    .or(() -> objections(definition, proposal))
                    .or(() -> Policing.foreseen(definition, record, action, context));
            offers.add(new Offer(
                    action,
                    refusal,
                    row.map(r -> needs(definition, record, r, context)).orElse(Set.of())));
        }
        return offers;
    }

    private <R> Context context(Work work, Caller caller, Draft<R> draft, Needs needs, Supplier<String> number) {
        return new Context(
                new Moment(work.at(draft), caller),
                draft.ref(),
                work.settings(),
                lifecycle(work, draft),
                Optional.empty(),
                loader.load(work, caller, draft, needs),
                number);
    }

    private static <R> Lifecycle lifecycle(Work work, Draft<R> draft) {
        Definition<R> definition = draft.definition();
        return draft.currentIfBegun()
                .map(record -> definition.lifecycle(work.settings(), record))
                .orElseGet(() -> definition.lifecycle(work.settings()));
    }

    private <R> Optional<Rejection> authorised(
            Work work, Caller caller, Draft<R> draft, Action action, Optional<Transition> row) {
        return guard.objection(
                caller,
                permission(draft.definition(), action, row),
                Guard.subject(draft.definition().kind(), draft.id(), draft.current()),
                work::note);
    }

    private static Permission permission(Definition<?> definition, Action action, Optional<Transition> row) {
        return new Permission(
                definition.name(), row.map(Transition::permissionOrAction).orElse(action.value()));
    }

    private static Optional<Rejection> possible(Draft<?> draft, Lifecycle lifecycle, Status status, Action action) {
        if (lifecycle.transition(status, action).isPresent()) {
            return Optional.empty();
        }
        String open = lifecycle.transitions(status).stream()
                .map(row -> row.action().value())
                .collect(Collectors.joining(", "));
        return Optional.of(Rejection.of(
                Rejection.Reason.NOT_POSSIBLE,
                Optional.of(draft.ref()),
                new Violation(
                        "lifecycle.not-possible",
                        Map.of("status", status.name(), "action", action.value(), "possible", open),
                        "It is " + status + ", where it is not possible to " + action + ".")));
    }

    private static Optional<Rejection> complete(
            Work work, Draft<?> draft, Intention intention, Context context, List<Violation> missing) {
        List<Violation> violations = new ArrayList<>(intention.check(context));
        violations.addAll(missing);
        if (work.at(draft).isAfter(draft.recordedAt())) {
            violations.add(Violation.of(
                    "moment.in-future", "at", work.at(draft).toString(), "This would have happened in the future."));
        }
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(Rejection.Reason.INCOMPLETE, Optional.of(context.self()), violations));
    }

    private static <R> Optional<Rejection> permitted(
            Work work, Caller caller, Definition<R> definition, Proposal<R> proposal) {
        Optional<Rejection> rejection = objections(definition, proposal);
        rejection.ifPresent(r -> work.note(
                caller,
                new Permission(definition.name(), proposal.action().value()),
                Optional.of(proposal.context().self()),
                r.code(),
                r.sentence()));
        return rejection;
    }

    private static <R> Optional<Rejection> objections(Definition<R> definition, Proposal<R> proposal) {
        List<Violation> violations = definition.policy().objectionsTo(proposal);
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        Rejection.Reason.NOT_PERMITTED,
                        Optional.of(proposal.context().self()),
                        violations));
    }

    private static <R> List<Violation> missing(
            Definition<R> definition, R record, Command<R> command, Optional<Transition> row, Context context) {
        List<Violation> missing = new ArrayList<>();
        if (command.isGeneric() && definition.hasOwnCommand(command.action())) {
            missing.add(Violation.of(
                    "action.has-its-own-command",
                    "action",
                    command.action().value(),
                    "To " + command.action() + " takes more than a mere move."));
        }
        row.ifPresent(r -> missing.addAll(
                Completeness.of(definition, record, command, r, context).violations()));
        return missing;
    }

    private static <R> Set<String> needs(Definition<R> definition, R record, Transition row, Context context) {
        Set<String> needs = new HashSet<>(definition.inputs(row.action()));
        needs.addAll(
                Completeness.of(definition, record, row, context.settings()).missing());
        needs.addAll(row.changes());
        return needs;
    }

    private static <R> void apply(Work work, Caller caller, Draft<R> draft, List<Event<R>> events, Instant at) {
        for (Event<R> event : events) {
            draft.add(event, caller, at, work.settings().version());
        }
    }

    /** A command that leads elsewhere than the table says would make the table a lie. */
    private static <R> void requireDestination(
            Draft<R> draft, Command<R> command, Status from, Transition row, List<Event<R>> events) {
        Status reached = draft.definition().status(draft.current());
        // By name: a tailored lifecycle may give a status that records stand in already another phase.
        boolean stayed = events.isEmpty() && reached.name().equals(from.name());
        if (!stayed && !reached.name().equals(row.to().name())) {
            throw new IllegalStateException("command " + command.getClass().getName() + " led to " + reached
                    + " where the lifecycle of " + draft.definition() + " leads to " + row.to());
        }
    }

    private static Supplier<String> noNumber() {
        return () -> {
            throw new IllegalStateException("only a record that begins draws a number");
        };
    }
}
