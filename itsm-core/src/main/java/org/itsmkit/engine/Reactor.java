package org.itsmkit.engine;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;

/** Lets reactions follow their events, within the bounds of one commit; what is beyond them becomes a task. */
final class Reactor {

    /** The most records that one commit writes because of reactions and their cause together. */
    static final int MAX_RECORDS = 50;

    /** How deep reactions follow on reactions. */
    static final int MAX_DEPTH = 5;

    /** The type of the tasks in which a reaction goes on. */
    static final String TASK = "reaction";

    private final Ports ports;
    private final List<Reaction<?, ?>> reactions;
    private final Decider decider;
    private final Guard guard;

    Reactor(Ports ports, List<Reaction<?, ?>> reactions, Decider decider, Guard guard) {
        this.ports = ports;
        this.reactions = List.copyOf(reactions);
        this.decider = decider;
        this.guard = guard;
    }

    private record Pending<R>(Draft<R> draft, Draft.Happened<R> happened, int depth) {}

    /** Follows every event of {@code work} so far; gives the rejection of a required reaction, if one was refused. */
    Optional<Rejection> follow(Work work) {
        Deque<Pending<?>> pending = new ArrayDeque<>();
        for (Draft<?> draft : work.drafts()) {
            enqueue(pending, draft, 0, 0);
        }
        return followAll(work, pending);
    }

    /**
     * Goes on with a reaction that did not fit into its cause's commit: with the targets after {@code after}, as many as one commit
     * holds. A required reaction to what happens there cannot refuse its cause's commit any more, so it stops this one.
     *
     * @param depth how deep in reactions to reactions the event lies
     */
    <R> void resume(
            Work work,
            String name,
            Definition<R> source,
            RecordId id,
            Draft.Happened<R> happened,
            int depth,
            Optional<RecordId> after) {
        Draft<R> cause = work.draft(source, id).orElseThrow(() -> new IllegalStateException("its cause is gone"));
        Deque<Pending<?>> pending = new ArrayDeque<>();
        for (Reaction<?, ?> reaction : reactions) {
            if (reaction.name().equals(name) && work.settings().reacts(name) && reaction.source() == source) {
                @SuppressWarnings("unchecked") // its source is R's definition
                Reaction<R, ?> ours = (Reaction<R, ?>) reaction;
                react(work, ours, new Pending<>(cause, happened, depth), after, pending);
            }
        }
        followAll(work, pending).ifPresent(refusal -> {
            throw new IllegalStateException("a required reaction was refused: " + refusal.sentence());
        });
    }

    private Optional<Rejection> followAll(Work work, Deque<Pending<?>> pending) {
        while (!pending.isEmpty()) {
            Optional<Rejection> refusal = followOne(work, pending.remove(), pending);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private <R> Optional<Rejection> followOne(Work work, Pending<R> next, Deque<Pending<?>> pending) {
        for (Reaction<?, ?> reaction : reactions) {
            if (reaction.source() == next.draft().definition()
                    && work.settings().reacts(reaction.name())) {
                @SuppressWarnings("unchecked") // its source is R's definition
                Reaction<R, ?> ours = (Reaction<R, ?>) reaction;
                Optional<Rejection> refusal = react(work, ours, next, Optional.empty(), pending);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private <R, T> Optional<Rejection> react(
            Work work, Reaction<R, T> reaction, Pending<R> next, Optional<RecordId> after, Deque<Pending<?>> pending) {
        Draft.Happened<R> happened = next.happened();
        Targets targets = reaction.targets(happened.after(), happened.event());
        List<RecordId> page = ids(work, reaction, targets, after);
        Optional<RecordId> last = after;
        for (RecordId id : page.subList(0, Math.min(page.size(), MAX_RECORDS))) {
            RecordRef ref = RecordRef.of(reaction.target().name(), id);
            if (work.changed() >= MAX_RECORDS && !work.isChanged(ref)) {
                return overflow(work, reaction, next, last);
            }
            Optional<Rejection> refusal = act(work, reaction, next, id, pending);
            if (refusal.isPresent()) {
                if (reaction.isRequired()) {
                    return refusal;
                }
                work.refuse(new Preview.RefusedReaction(reaction.name(), ref, refusal.get()));
            }
            last = Optional.of(id);
        }
        return page.size() > MAX_RECORDS ? overflow(work, reaction, next, last) : Optional.empty();
    }

    /** The targets in the order of their ids: as many as a commit can take, and one more if there are more. */
    private <T> List<RecordId> ids(Work work, Reaction<?, T> reaction, Targets targets, Optional<RecordId> after) {
        if (targets instanceof Targets.Ids some) {
            return some.ids().stream()
                    .filter(id -> after.map(a -> id.compareTo(a) > 0).orElse(true))
                    .sorted()
                    .limit(MAX_RECORDS + 1L)
                    .toList();
        }
        Query query = Query.where(((Targets.Matching) targets).condition()).limit(MAX_RECORDS + 1);
        Query page = after.map(id -> query.after(new Cursor(List.of(), id))).orElse(query);
        List<RecordId> ids = new ArrayList<>();
        for (Stored<T> stored : ports.store()
                .query(work.tenant(), reaction.target().kind(), page)
                .items()) {
            ids.add(stored.id());
        }
        return ids;
    }

    private <R, T> Optional<Rejection> act(
            Work work, Reaction<R, T> reaction, Pending<R> next, RecordId id, Deque<Pending<?>> pending) {
        Optional<Draft<T>> draft = work.draft(reaction.target(), id);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        Optional<Command<T>> command = reaction.command(
                next.happened().after(), next.happened().event(), draft.get().current());
        if (command.isEmpty()) {
            return Optional.empty();
        }
        if (next.depth() >= MAX_DEPTH) {
            return refused(work, reaction, next, draft.get().ref(), tooDeep(draft.get()));
        }
        Caller system = Caller.system(work.tenant(), cause(reaction, next));
        int before = draft.get().happened().size();
        Either<Rejection, Draft<T>> outcome = decider.carryOut(work, system, draft.get(), command.get());
        if (outcome.isLeft()) {
            return refused(work, reaction, next, draft.get().ref(), outcome.getLeft());
        }
        enqueue(pending, draft.get(), before, next.depth() + 1);
        return Optional.empty();
    }

    private Optional<Rejection> refused(
            Work work, Reaction<?, ?> reaction, Pending<?> next, RecordRef ref, Rejection rejection) {
        Caller system = Caller.system(work.tenant(), cause(reaction, next));
        guard.note(
                system,
                new Permission(ref.kind(), "react"),
                Optional.of(ref),
                "reaction.refused",
                reaction.name() + ": " + rejection.sentence());
        return Optional.of(rejection);
    }

    private static Rejection tooDeep(Draft<?> draft) {
        return Rejection.of(
                Rejection.Reason.NOT_PERMITTED,
                Optional.of(draft.ref()),
                Violation.of("reaction.too-deep", "Reactions follow on reactions more than " + MAX_DEPTH + " deep."));
    }

    private <R> Optional<Rejection> overflow(
            Work work, Reaction<R, ?> reaction, Pending<R> next, Optional<RecordId> last) {
        RecordRef source = next.draft().ref();
        if (reaction.isRequired()) {
            return Optional.of(Rejection.of(
                    Rejection.Reason.NOT_PERMITTED,
                    Optional.of(source),
                    Violation.of(
                            "reaction.too-many",
                            "reaction",
                            reaction.name(),
                            "This reaches more than " + MAX_RECORDS + " records at once.")));
        }
        String sequence = Long.toString(next.happened().occurrence().sequence());
        String after = last.map(RecordId::value).orElse("");
        Instant due = next.draft().recordedAt();
        work.schedule(TaskChange.schedule(new Task(
                TaskKeys.of(TASK, reaction.name(), source.toString(), sequence, after),
                TASK,
                due,
                Map.of(
                        "reaction", reaction.name(),
                        "kind", source.kind(),
                        "id", source.id().value(),
                        "sequence", sequence,
                        "depth", Integer.toString(next.depth()),
                        "after", after))));
        work.defer();
        return Optional.empty();
    }

    /** The name of the cause of what {@code reaction} does. */
    static String causeOf(Reaction<?, ?> reaction) {
        return TASK + ":" + reaction.name();
    }

    private static Cause cause(Reaction<?, ?> reaction, Pending<?> next) {
        return Cause.of(
                causeOf(reaction),
                next.draft().ref(),
                next.happened().occurrence().sequence());
    }

    private static <T> void enqueue(Deque<Pending<?>> pending, Draft<T> draft, int from, int depth) {
        for (Draft.Happened<T> happened :
                List.copyOf(draft.happened()).subList(from, draft.happened().size())) {
            pending.add(new Pending<>(draft, happened, depth));
        }
    }
}
