package org.itsmkit.engine;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.TaskHandler;

/**
 * Carries commands on any kind of record from the caller to the store: load, decide, apply, react, commit. Knows no practice.
 *
 * <p>Safe for use by many threads. Starts none, and keeps nothing between calls.
 */
public final class Engine {

    /** How often a command is decided anew when somebody else was quicker, before that is told as a conflict. */
    public static final int MAX_ATTEMPTS = 20;

    /** How many events one commit holds at most, those of its reactions included; and how many commands may be sent for one. */
    public static final int MAX_EVENTS = 1_000;

    private final Ports ports;
    private final Registry registry;
    private final SettingsSource settings;
    private final Findable findable;
    private final Guard guard;
    private final Decider decider;
    private final Reactor reactor;

    /**
     * An engine for these kinds of record.
     *
     * @throws IllegalArgumentException if a reaction speaks of a kind that is not carried, or has a name that is too long or not its own
     */
    public Engine(Ports ports, Registry registry, SettingsSource settings, List<Reaction<?, ?>> reactions) {
        this.ports = ports;
        this.registry = registry;
        this.settings = settings;
        this.findable = new Findable(settings);
        this.guard = new Guard(ports, findable);
        this.decider = new Decider(guard, new FactLoader(ports, registry, guard));
        this.reactor = new Reactor(ports, registry, reactions, decider);
        for (Reaction<?, ?> reaction : reactions) {
            Keys.requireCode(Reactor.causeOf(reaction), "cause of reaction " + reaction.name());
            if (!registry.has(reaction.source()) || !registry.has(reaction.target())) {
                throw new IllegalArgumentException(
                        "reaction " + reaction.name() + " speaks of a kind that is not carried");
            }
        }
        if (reactions.stream().map(Reaction::name).distinct().count() < reactions.size()) {
            throw new IllegalArgumentException("two reactions of one name");
        }
    }

    /**
     * The door to records of one kind.
     *
     * @throws IllegalArgumentException if the kind is not carried
     */
    public <R> Records<R> records(Definition<R> definition) {
        return new Records<>(this, registry.carried(definition));
    }

    /** What does the due work that this engine's commits schedule: hand it to the store's task queue. */
    public TaskHandler tasks() {
        return new DueWork(this, ports, registry);
    }

    /** The kinds of record that are carried. */
    public Registry registry() {
        return registry;
    }

    Ports ports() {
        return ports;
    }

    Findable findable() {
        return findable;
    }

    Guard guard() {
        return guard;
    }

    Decider decider() {
        return decider;
    }

    Reactor reactor() {
        return reactor;
    }

    Work work(Caller caller, Options options) {
        return new Work(ports, caller.tenant(), settings.of(caller.tenant()), options.occurredAt());
    }

    /** What a key is kept with: where the command's own record is, and which version the command made of it. */
    record Answer(RecordRef record, long version) {

        static Answer parse(String text) {
            int at = text.lastIndexOf('@');
            return new Answer(RecordRef.parse(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return record + "@" + version;
        }
    }

    /**
     * Decides and commits, again and again while others are quicker, as far as the options and the bound allow.
     *
     * @param content what makes two commands under one key the same
     */
    <R> Either<Rejection, Stored<R>> submit(
            Definition<R> definition,
            Caller unknown,
            Options options,
            List<Object> content,
            Function<Attempt, Either<Rejection, Draft<R>>> decision) {
        Optional<Caller> known = guard.known(unknown);
        if (known.isEmpty()) {
            return left(Guard.unknownCaller());
        }
        Caller caller = known.get();
        // By person, not by caller: with which roles the host sends somebody may change between two attempts.
        Optional<String> digest = options.key()
                .map(key -> Canonical.digest(
                        definition.name(), caller.person(), caller.onBehalfOf(), options.occurredAt(), content));
        boolean retries = options.expectedVersion().isEmpty() && !ports.store().inHostTransaction();
        for (int attempt = 1; ; attempt++) {
            Optional<CommandKey> first =
                    options.key().flatMap(key -> ports.store().command(caller.tenant(), key));
            if (first.isPresent()) {
                return repeated(definition, caller, first.get(), digest.orElseThrow());
            }
            Work work = work(caller, options);
            Either<Rejection, Draft<R>> decided = decision.apply(new Attempt(work, caller));
            if (decided.isLeft()) {
                work.tell(guard::note);
                return left(decided.getLeft());
            }
            RecordRef own = decided.get().ref();
            Optional<Rejection> refusal = reactor.follow(work).or(() -> tooMuch(own, work.events()));
            if (refusal.isPresent()) {
                work.tell(guard::note);
                return left(asSeenBy(caller, work, own, refusal.get()));
            }
            announce(work);
            Stored<R> answer = decided.get().toStored();
            try {
                commit(
                        work,
                        options.key()
                                .map(key -> new CommandKey(
                                        key, digest.orElseThrow(), new Answer(own, answer.version()).toString())));
                work.tell(guard::note);
                return right(guard.open(caller, definition, answer));
            } catch (StaleRecordException e) {
                // What was to begin and is there already will not go away by waiting.
                boolean isThere = e.expected() == 0 && e.actual() > 0 && e.ref().equals(own);
                if (!retries || attempt == MAX_ATTEMPTS || isThere) {
                    work.tell(guard::note);
                    return left(asSeenBy(caller, work, own, conflict(e.ref(), e.expected(), e.actual())));
                }
            } catch (DuplicateCommandException e) {
                return repeated(definition, caller, e.first(), digest.orElseThrow());
            }
        }
    }

    /** How a commit of {@code events} is refused if they are too many. */
    static Optional<Rejection> tooMuch(RecordRef own, long events) {
        return events <= MAX_EVENTS
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        Rejection.Reason.INCOMPLETE,
                        Optional.of(own),
                        new Violation(
                                "commit.too-large",
                                Map.of("most", Integer.toString(MAX_EVENTS)),
                                "This is more than is done at once: at most " + MAX_EVENTS + " events.")));
    }

    /** One attempt of a caller whom the directory knows. */
    record Attempt(Work work, Caller caller) {}

    void commit(Work work, Optional<CommandKey> key) {
        Commit commit = work.toCommit(key);
        if (!commit.writes().isEmpty() || !commit.tasks().isEmpty() || key.isPresent()) {
            ports.store().commit(work.tenant(), commit);
        }
    }

    /** Has people told of everything that happened, once it is kept. Nobody is told of what they did themselves. */
    void announce(Work work) {
        for (Draft<?> draft : work.drafts()) {
            announce(work, draft);
        }
    }

    private static <R> void announce(Work work, Draft<R> draft) {
        for (Happened<R> happened : draft.happened()) {
            int i = 0;
            for (Announcement announcement : draft.definition().announcer().announce(happened)) {
                i++;
                if (!announcement
                        .person()
                        .equals(Optional.of(happened.occurrence().by()))) {
                    work.announce(
                            draft.ref(),
                            announcement,
                            happened.event() instanceof Event.Internal event && event.isInternal());
                    work.schedule(
                            DueWork.notice(draft.ref(), happened.occurrence().sequence(), i, announcement, work.now()));
                }
            }
        }
    }

    private <R> Either<Rejection, Stored<R>> repeated(
            Definition<R> definition, Caller caller, CommandKey first, String digest) {
        if (!first.content().equals(digest)) {
            return left(Rejection.of(
                    Rejection.Reason.KEY_REUSED,
                    Optional.empty(),
                    Violation.of("key.reused", "key", first.key(), "The key belongs to another command.")));
        }
        Answer answer = Answer.parse(first.result());
        if (records(definition).readable(caller, answer.record().id()).isEmpty()) {
            return left(notFound(definition, answer.record().id()));
        }
        Fold<R> fold = Fold.of(
                ports.store(),
                caller.tenant(),
                definition.kind(),
                answer.record().id(),
                entry -> entry.sequence() <= answer.version());
        JournalEntry last = fold.last().orElseThrow();
        return right(guard.open(
                caller,
                definition,
                new Stored<>(
                        answer.record().id(),
                        last.sequence(),
                        last.recordedAt(),
                        fold.record().orElseThrow())));
    }

    /** Whether the caller may know of the record of {@code draft} as it was, or as it would begin. */
    <R> boolean isVisible(Caller caller, Draft<R> draft) {
        Definition<R> definition = draft.definition();
        R record = draft.before().map(Stored::record).orElseGet(draft::current);
        return Conditions.matches(guard.visible(caller, definition.name()), definition.kind(), record);
    }

    /** Returns {@code rejection}, or, if it is about a record that the caller may not know of, as much of it as they may. */
    Rejection asSeenBy(Caller caller, Work work, RecordRef own, Rejection rejection) {
        boolean isOpen = rejection.subject().isEmpty()
                || rejection.subject().get().equals(own)
                || isVisible(caller, work, rejection.subject().get());
        return isOpen
                ? rejection
                : Rejection.of(
                        rejection.reason(),
                        Optional.of(own),
                        Violation.of("record.depends-on-another", "Another record stands in the way."));
    }

    private boolean isVisible(Caller caller, Work work, RecordRef ref) {
        return registry.find(ref.kind())
                .map(definition -> isVisible(caller, work, definition, ref))
                .orElse(false);
    }

    private <T> boolean isVisible(Caller caller, Work work, Definition<T> definition, RecordRef ref) {
        return work.current(definition, ref.id())
                .map(record -> Conditions.matches(guard.visible(caller, ref.kind()), definition.kind(), record))
                .orElse(false);
    }

    /** A conflict; the current version is -1 where the store could not tell. */
    static Rejection conflict(RecordRef record, long expected, long actual) {
        return Rejection.of(
                Rejection.Reason.CONFLICT,
                Optional.of(record),
                new Violation(
                        "record.conflict",
                        Map.of("expected", Long.toString(expected), "actual", Long.toString(actual)),
                        "Somebody else has changed it meanwhile."));
    }

    static Rejection notFound(Definition<?> definition, RecordId id) {
        return Rejection.of(
                Rejection.Reason.NOT_FOUND,
                Optional.of(RecordRef.of(definition.name(), id)),
                Violation.of("record.not-found", "There is no such " + definition.name() + "."));
    }
}
