package org.itsmkit.engine;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
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

    /** How deep reactions follow on reactions within one commit. */
    static final int MAX_DEPTH = 5;

    /** How deep reactions that go deep follow on reactions, all commits together. */
    static final int MAX_STEPS = 1_000;

    /** The type of the tasks in which a reaction goes on. */
    static final String TASK = "reaction";

    private static final String TOO_MANY = "reaction.too-many";
    private static final String TOO_DEEP = "reaction.too-deep";

    private final Ports ports;
    private final Registry registry;
    private final List<Reaction<?, ?>> reactions;
    private final Decider decider;

    Reactor(Ports ports, Registry registry, List<Reaction<?, ?>> reactions, Decider decider) {
        this.ports = ports;
        this.registry = registry;
        this.reactions = List.copyOf(reactions);
        this.decider = decider;
    }

    /**
     * An event to be followed.
     *
     * @param depth how many reactions it follows on, in this commit and in those that count with it
     * @param steps how many reactions it follows on in all
     */
    private record Pending<R>(Draft<R> draft, Happened<R> happened, int depth, int steps) {

        Occasion<R> occasion(Work work) {
            return new Occasion<>(draft.ref(), happened.after(), draft.current(), happened.event(), work.settings());
        }
    }

    /**
     * Follows every event of {@code work} so far, each to its end before the next: what follows from an event is kept as a whole or not
     * at all. Gives the rejection of a required reaction to one of these events, if one was refused.
     */
    Optional<Rejection> follow(Work work) {
        for (Draft<?> draft : List.copyOf(work.drafts())) {
            Optional<Rejection> refusal = followEvents(work, draft, 0, 0, 0);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /**
     * Goes on with a reaction that did not fit into its cause's commit: with the targets after {@code after}, as many as one commit
     * holds.
     *
     * @param depth how deep in reactions to reactions the event lies, as far as that is bound
     * @param steps how deep it lies in all
     */
    <R> void resume(
            Work work,
            String name,
            Definition<R> source,
            RecordId id,
            Happened<R> happened,
            int depth,
            int steps,
            Optional<RecordId> after) {
        Draft<R> cause = work.draft(source, id).orElseThrow(() -> new IllegalStateException("its cause is gone"));
        for (Reaction<R, ?> reaction : reactionsTo(work, source)) {
            // A required reaction is never put off, so none is refused here.
            if (reaction.name().equals(name) && !reaction.isRequired()) {
                react(work, reaction, new Pending<>(cause, happened, depth, steps), after);
            }
        }
    }

    @SuppressWarnings("unchecked") // their source is R's definition
    private <R> List<Reaction<R, ?>> reactionsTo(Work work, Definition<R> source) {
        List<Reaction<R, ?>> ours = new ArrayList<>();
        for (Reaction<?, ?> reaction : reactions) {
            if (reaction.source().kind() == source.kind()
                    && work.settings().reacts(reaction.name())
                    && reaction.isWanted(work.settings())) {
                ours.add((Reaction<R, ?>) reaction);
            }
        }
        return ours;
    }

    private <R> Optional<Rejection> followEvents(Work work, Draft<R> draft, int from, int depth, int steps) {
        List<Happened<R>> events =
                List.copyOf(draft.happened().subList(from, draft.happened().size()));
        List<Reaction<R, ?>> ours = reactionsTo(work, draft.definition());
        // What must follow from any of the events comes first, while there is room in the commit.
        for (boolean required : List.of(true, false)) {
            for (Happened<R> happened : events) {
                for (Reaction<R, ?> reaction : ours) {
                    Optional<Rejection> refusal = reaction.isRequired() == required
                            ? react(work, reaction, new Pending<>(draft, happened, depth, steps), Optional.empty())
                            : Optional.empty();
                    if (refusal.isPresent()) {
                        return refusal;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private <R, T> Optional<Rejection> react(
            Work work, Reaction<R, T> reaction, Pending<R> next, Optional<RecordId> after) {
        List<RecordId> page = ids(work, reaction, reaction.targets(next.occasion(work)), after);
        Optional<RecordId> last = after;
        for (RecordId id : page.subList(0, Math.min(page.size(), MAX_RECORDS))) {
            RecordRef ref = RecordRef.of(reaction.target().name(), id);
            boolean isFull = work.changed() >= MAX_RECORDS && !work.isChanged(ref);
            Optional<Rejection> refusal =
                    isFull ? Optional.of(tooMany(next.draft(), reaction)) : act(work, reaction, next, id);
            if (refusal.isPresent()) {
                if (reaction.isRequired()) {
                    return refusal;
                }
                if (refusal.get().has(TOO_MANY) && work.changed() > 0) {
                    defer(work, reaction, next, last);
                    return Optional.empty();
                }
                if (refusal.get().has(TOO_DEEP) && goesOnDeeper(reaction, next)) {
                    defer(work, reaction, new Pending<>(next.draft(), next.happened(), 0, next.steps()), last);
                    return Optional.empty();
                }
                refuse(work, reaction, next, ref, refusal.get());
            }
            last = Optional.of(id);
        }
        if (page.size() > MAX_RECORDS) {
            if (reaction.isRequired()) {
                return Optional.of(tooMany(next.draft(), reaction));
            }
            defer(work, reaction, next, last);
        }
        return Optional.empty();
    }

    /** From the surface again, which is only of use to what is not there already. */
    private static boolean goesOnDeeper(Reaction<?, ?> reaction, Pending<?> next) {
        return reaction.goesDeep() && next.depth() > 0 && next.steps() < MAX_STEPS;
    }

    /** The targets in the order of their ids: as many as a commit can take, and one more if there are more. */
    private <T> List<RecordId> ids(Work work, Reaction<?, T> reaction, Targets targets, Optional<RecordId> after) {
        if (targets instanceof Targets.Ids some) {
            if (some.ids().isEmpty()) {
                return List.of();
            }
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

    /** Does what the reaction wants of one target, and all that must follow from it; or nothing. */
    private <R, T> Optional<Rejection> act(Work work, Reaction<R, T> reaction, Pending<R> next, RecordId id) {
        Optional<Draft<T>> draft = work.draft(registry.carried(reaction.target()), id);
        if (draft.isEmpty()) {
            return begin(work, reaction, next, id);
        }
        Optional<Command<T>> command =
                reaction.command(next.occasion(work), draft.get().current());
        if (command.isEmpty()) {
            return Optional.empty();
        }
        if (next.depth() >= MAX_DEPTH) {
            return Optional.of(tooDeep(draft.get().ref()));
        }
        Caller system = Caller.system(work.tenant(), cause(reaction, next));
        Work.Mark mark = work.mark();
        int before = draft.get().happened().size();
        Either<Rejection, Draft<T>> outcome = decider.carryOut(work, system, draft.get(), command.get());
        Optional<Rejection> refusal = outcome.isLeft()
                ? Optional.of(outcome.getLeft())
                : followEvents(work, draft.get(), before, next.depth() + 1, next.steps() + 1);
        if (refusal.isPresent()) {
            work.reset(mark);
        }
        return refusal;
    }

    /** Lets the target begin as the reaction wants it, with all that must follow from it; or not at all. */
    private <R, T> Optional<Rejection> begin(Work work, Reaction<R, T> reaction, Pending<R> next, RecordId id) {
        Optional<Creation<T>> creation = reaction.creation(next.occasion(work), id);
        if (creation.isEmpty()) {
            return Optional.empty();
        }
        if (next.depth() >= MAX_DEPTH) {
            return Optional.of(tooDeep(RecordRef.of(reaction.target().name(), id)));
        }
        Caller system = Caller.system(work.tenant(), cause(reaction, next));
        Work.Mark mark = work.mark();
        Definition<T> target = registry.carried(reaction.target());
        Draft<T> draft = work.begin(target, id);
        Either<Rejection, Draft<T>> outcome =
                decider.carryOut(work, system, draft, creation.get(), work.number(target));
        Optional<Rejection> refusal = outcome.isLeft()
                ? Optional.of(outcome.getLeft())
                : followEvents(work, draft, 0, next.depth() + 1, next.steps() + 1);
        if (refusal.isPresent() || !draft.isChanged()) {
            work.reset(mark);
        }
        return refusal;
    }

    private static void refuse(
            Work work, Reaction<?, ?> reaction, Pending<?> next, RecordRef ref, Rejection rejection) {
        work.refuse(new Preview.RefusedReaction(reaction.name(), ref, rejection));
        work.note(
                Caller.system(work.tenant(), cause(reaction, next)),
                new Permission(ref.kind(), "react"),
                Optional.of(ref),
                "reaction.refused",
                reaction.name() + ": " + rejection.sentence());
    }

    private static Rejection tooDeep(RecordRef ref) {
        return Rejection.of(
                Rejection.Reason.NOT_PERMITTED,
                Optional.of(ref),
                Violation.of(TOO_DEEP, "Reactions follow on reactions more than " + MAX_DEPTH + " deep."));
    }

    private static Rejection tooMany(Draft<?> source, Reaction<?, ?> reaction) {
        return Rejection.of(
                Rejection.Reason.NOT_PERMITTED,
                Optional.of(source.ref()),
                Violation.of(
                        TOO_MANY,
                        "reaction",
                        reaction.name(),
                        "This reaches more than " + MAX_RECORDS + " records at once."));
    }

    private static <R> void defer(Work work, Reaction<R, ?> reaction, Pending<R> next, Optional<RecordId> last) {
        RecordRef source = next.draft().ref();
        String sequence = Long.toString(next.happened().occurrence().sequence());
        String after = last.map(RecordId::value).orElse("");
        work.schedule(TaskChange.schedule(new Task(
                TaskKeys.of(TASK, reaction.name(), source.toString(), sequence, after),
                TASK,
                work.now(),
                Map.of(
                        "reaction", reaction.name(),
                        "kind", source.kind(),
                        "id", source.id().value(),
                        "sequence", sequence,
                        "depth", Integer.toString(next.depth()),
                        "steps", Integer.toString(next.steps()),
                        "after", after))));
        work.defer();
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
}
