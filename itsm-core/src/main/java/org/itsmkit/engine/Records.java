package org.itsmkit.engine;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Settings;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Upkeep;

/**
 * The door to records of one kind: commands in, records and their history out. What a caller may not know of is to them as if it did
 * not exist. Safe for use by many threads.
 *
 * @param <R> the record
 */
public final class Records<R> {

    private static final int PAGE = 1_000;

    private final Engine engine;
    private final Definition<R> definition;

    Records(Engine engine, Definition<R> definition) {
        this.engine = engine;
        this.definition = definition;
    }

    /** The kind of record behind this door. */
    public Definition<R> definition() {
        return definition;
    }

    /** Makes a record; or refuses, with all that stands against it. */
    public Either<Rejection, Stored<R>> submit(Caller caller, Creation<R> creation) {
        return submit(caller, creation, Options.none());
    }

    /**
     * Makes a record; or refuses, with all that stands against it.
     *
     * @throws IllegalArgumentException if the options expect a version: what is to begin has none
     */
    public Either<Rejection, Stored<R>> submit(Caller caller, Creation<R> creation, Options options) {
        return submitNew(caller, idOf(creation), creation, List.of(creation), options);
    }

    /**
     * Makes a record with an id that the host has chosen; a conflict if there is or was one.
     *
     * @throws IllegalArgumentException if the options expect a version: what is to begin has none
     */
    public Either<Rejection, Stored<R>> submitNew(Caller caller, RecordId id, Creation<R> creation, Options options) {
        return submitNew(caller, id, creation, List.of(id, creation), options);
    }

    private RecordId idOf(Creation<R> creation) {
        return creation.id().orElseGet(() -> engine.ports().ids().next());
    }

    private Either<Rejection, Stored<R>> submitNew(
            Caller caller, RecordId id, Creation<R> creation, List<Object> content, Options options) {
        if (options.expectedVersion().isPresent()) {
            throw new IllegalArgumentException("what is to begin has no version yet");
        }
        Supplier<String> number = onceOnly(
                () -> definition.numbered(engine.ports().store().nextNumber(caller.tenant(), definition.name())));
        return engine.submit(
                definition,
                caller,
                options,
                content,
                attempt -> engine.decider()
                        .carryOut(
                                attempt.work(),
                                attempt.caller(),
                                attempt.work().begin(definition, id),
                                creation,
                                number));
    }

    /** Carries out a command; or refuses, with all that stands against it. */
    public Either<Rejection, Stored<R>> submit(Caller caller, RecordId id, Command<R> command) {
        return submit(caller, id, command, Options.none());
    }

    /** Carries out a command; or refuses, with all that stands against it. */
    public Either<Rejection, Stored<R>> submit(Caller caller, RecordId id, Command<R> command, Options options) {
        return submitAll(caller, id, List.of(command), options);
    }

    /**
     * Carries out several commands in one commit, each on what the one before left; or refuses all of them, with all that stands against
     * the first that cannot be. More than {@link Engine#MAX_EVENTS} are refused before any is looked at.
     */
    public Either<Rejection, Stored<R>> submitAll(
            Caller caller, RecordId id, List<? extends Command<R>> commands, Options options) {
        Optional<Rejection> tooMany = Engine.tooMuch(RecordRef.of(definition.name(), id), commands.size());
        if (tooMany.isPresent()) {
            return left(tooMany.get());
        }
        List<Command<R>> all = List.copyOf(commands);
        return engine.submit(
                definition, caller, options, List.of(id, all), attempt -> carryOut(attempt, id, all, options));
    }

    /** Says what a command would do. Stores nothing. */
    public Either<Rejection, Preview> preview(Caller caller, RecordId id, Command<R> command) {
        return preview(caller, attempt -> carryOut(attempt, id, List.of(command), Options.none()));
    }

    /** Says what making a record would do. Stores nothing, and uses no number: the preview shows the prefix and no digits. */
    public Either<Rejection, Preview> preview(Caller caller, Creation<R> creation) {
        RecordId id = idOf(creation);
        return preview(
                caller,
                attempt -> engine.decider()
                        .carryOut(
                                attempt.work(),
                                attempt.caller(),
                                attempt.work().begin(definition, id),
                                creation,
                                definition::prefix));
    }

    /** Returns the record, if there is one and the caller may know of it. */
    public Optional<Stored<R>> find(Caller caller, RecordId id) {
        return engine.guard()
                .known(caller)
                .flatMap(known ->
                        readable(known, id).map(stored -> engine.guard().open(known, definition, stored)));
    }

    /**
     * Returns a page of the records that fit {@code query} and that the caller may know of.
     *
     * @throws IllegalArgumentException if the query is about fields that this kind does not have, or has with another type, or
     *     that are not indexed
     */
    public Page<Stored<R>> query(Caller caller, Query query) {
        engine.findable().require(caller.tenant(), kind().name(), query);
        Optional<Caller> known = engine.guard().known(caller);
        Page<Stored<R>> page = store().query(caller.tenant(), kind(), query.and(visible(known)));
        return page.map(stored ->
                known.map(k -> engine.guard().open(k, definition, stored)).orElseThrow());
    }

    /**
     * Returns how many records fit {@code condition} and may be known of by the caller.
     *
     * @throws IllegalArgumentException as {@link #query}
     */
    public long count(Caller caller, Condition condition) {
        engine.findable().require(caller.tenant(), kind().name(), Conditions.fields(condition));
        return store().count(
                        caller.tenant(),
                        kind(),
                        condition.and(visible(engine.guard().known(caller))));
    }

    /**
     * Returns how many records that fit and may be known of by the caller have each value of {@code field}; at most 1,000 values.
     *
     * @throws IllegalArgumentException as {@link #query}
     */
    public Map<FieldValue, Long> countBy(Caller caller, Condition condition, Field<R, ?> field) {
        engine.findable().require(caller.tenant(), kind().name(), Conditions.fields(condition));
        engine.findable().require(caller.tenant(), kind().name(), List.of(field.key()));
        return store().countBy(
                        caller.tenant(),
                        kind(),
                        condition.and(visible(engine.guard().known(caller))),
                        field.key());
    }

    /**
     * Returns all that happened to the record, oldest first; without what is internal, unless the caller may read that. Empty if there
     * is no such record, or the caller may not know of it.
     */
    public List<JournalEntry> history(Caller caller, RecordId id) {
        Optional<Caller> known = engine.guard().known(caller);
        Optional<Stored<R>> record = known.flatMap(k -> readable(k, id));
        if (record.isEmpty()) {
            return List.of();
        }
        boolean internal = engine.guard()
                .readsInternal(known.get(), kind(), id, record.get().record());
        List<JournalEntry> history = new ArrayList<>();
        List<JournalEntry> page;
        do {
            long after = history.isEmpty() ? 0 : history.get(history.size() - 1).sequence();
            page = store().journal(caller.tenant(), kind(), id, after, PAGE);
            history.addAll(page);
        } while (page.size() == PAGE);
        return internal
                ? List.copyOf(history)
                : history.stream().filter(entry -> isPublic(entry.event())).toList();
    }

    private static boolean isPublic(Object event) {
        return !(event instanceof Event.Internal internal && internal.isInternal()) && !(event instanceof Upkeep);
    }

    /**
     * Returns the record as the kit knew it at {@code at}: after all that had been recorded by then, inclusive. Empty if there was none
     * yet, or the caller may not know of it as it is now.
     */
    public Optional<R> asOf(Caller caller, RecordId id, Instant at) {
        Instant until = Micros.truncate(at);
        return engine.guard()
                .known(caller)
                .flatMap(known -> readable(known, id).flatMap(now -> {
                    Optional<R> then = Fold.of(
                                    store(),
                                    caller.tenant(),
                                    kind(),
                                    id,
                                    entry -> !entry.recordedAt().isAfter(until))
                            .record();
                    return engine.guard().readsInternal(known, kind(), id, now.record())
                            ? then
                            : then.map(definition::withoutInternal);
                }));
    }

    /**
     * Returns for every action of the lifecycle whether it is open to the caller on this record, and if not, why. Empty if there is no
     * such record, or the caller may not know of it.
     */
    public List<Offer> availableActions(Caller caller, RecordId id) {
        return engine.guard()
                .known(caller)
                .flatMap(known -> {
                    Work work = engine.work(known, Options.none());
                    return seen(work, known, id).map(draft -> engine.decider().offers(work, known, draft));
                })
                .orElse(List.of());
    }

    /**
     * Returns what a host can draw a form of the record from, as it is. Empty if there is no such record, or the caller may not read it.
     */
    public Optional<Form> form(Caller caller, RecordId id) {
        return form(caller, id, (settings, record) -> Optional.of(Optional.empty()));
    }

    /**
     * Returns what a host can draw a form for {@code action} from: what must be filled is what the record needs once that is done. Empty
     * also if the action is not possible where the record stands.
     */
    public Optional<Form> form(Caller caller, RecordId id, Action action) {
        return form(
                caller,
                id,
                (settings, record) -> definition
                        .lifecycle(settings, record)
                        .transition(definition.status(record), action)
                        .map(Optional::of));
    }

    private Optional<Form> form(
            Caller caller, RecordId id, BiFunction<Settings, R, Optional<Optional<Transition>>> rows) {
        return engine.guard()
                .known(caller)
                .flatMap(known -> readable(known, id).flatMap(stored -> {
                    Settings settings = engine.work(known, Options.none()).settings();
                    Status status = definition.status(stored.record());
                    return rows.apply(settings, stored.record())
                            .map(row -> Completeness.form(definition, stored.record(), status, row, settings));
                }));
    }

    /** Returns what a host can draw a form for a new record from. Empty if the caller is unknown. */
    public Optional<Form> newForm(Caller caller) {
        return newForm(caller, settings -> Optional.of(Map.of()));
    }

    /** Returns what a host can draw a form for a new record by {@code template} from. Empty if there is none, or the caller is unknown. */
    public Optional<Form> newForm(Caller caller, String template) {
        return newForm(
                caller,
                settings -> settings.template(definition.name(), template).map(found -> {
                    Map<String, FieldValue> values = new HashMap<>(found.predefined());
                    values.put(Completeness.TEMPLATE, FieldValue.text(found.name()));
                    return values;
                }));
    }

    private Optional<Form> newForm(Caller caller, Function<Settings, Optional<Map<String, FieldValue>>> predefined) {
        return engine.guard().known(caller).flatMap(known -> {
            Settings settings = engine.work(known, Options.none()).settings();
            Status initial = definition.lifecycle(settings).initial();
            return predefined.apply(settings).map(values -> {
                Map<String, FieldValue> all = new HashMap<>(settings.defaults(definition.name()));
                all.putAll(values);
                return Completeness.form(definition, initial, all, settings);
            });
        });
    }

    private Either<Rejection, Draft<R>> carryOut(
            Engine.Attempt attempt, RecordId id, List<Command<R>> commands, Options options) {
        Optional<Draft<R>> found = seen(attempt.work(), attempt.caller(), id);
        if (found.isEmpty()) {
            return left(Engine.notFound(definition, id));
        }
        Draft<R> draft = found.get();
        long version = draft.before().orElseThrow().version();
        if (options.expectedVersion().isPresent() && options.expectedVersion().getAsLong() != version) {
            return left(Engine.conflict(draft.ref(), options.expectedVersion().getAsLong(), version));
        }
        for (Command<R> command : commands) {
            Either<Rejection, Draft<R>> outcome =
                    engine.decider().carryOut(attempt.work(), attempt.caller(), draft, command);
            if (outcome.isLeft()) {
                return outcome;
            }
        }
        return right(draft);
    }

    private Either<Rejection, Preview> preview(
            Caller caller, Function<Engine.Attempt, Either<Rejection, Draft<R>>> decision) {
        Optional<Caller> known = engine.guard().known(caller);
        if (known.isEmpty()) {
            return left(Guard.unknownCaller());
        }
        Work work = engine.work(known.get(), Options.none());
        work.drawNoNumbers();
        Either<Rejection, Draft<R>> decided = decision.apply(new Engine.Attempt(work, known.get()));
        if (decided.isLeft()) {
            return left(decided.getLeft());
        }
        Optional<Rejection> refusal = engine.reactor()
                .follow(work)
                .or(() -> Engine.tooMuch(decided.get().ref(), work.events()));
        if (refusal.isPresent()) {
            return left(engine.asSeenBy(known.get(), work, decided.get().ref(), refusal.get()));
        }
        engine.announce(work);
        return right(work.toPreview(
                draft -> engine.isVisible(known.get(), draft),
                draft -> readsInternal(known.get(), draft),
                draft -> toChange(known.get(), draft),
                refused -> new Preview.RefusedReaction(
                        refused.reaction(),
                        refused.record(),
                        engine.asSeenBy(known.get(), work, refused.record(), refused.rejection()))));
    }

    private <T> Preview.Change<T> toChange(Caller known, Draft<T> draft) {
        Preview.Change<T> whole = draft.toChange();
        Definition<T> kind = draft.definition();
        return readsInternal(known, draft)
                ? whole
                : new Preview.Change<>(
                        whole.record(),
                        whole.before().map(kind::withoutInternal),
                        whole.events().stream().filter(Records::isPublic).toList(),
                        kind.withoutInternal(whole.after()));
    }

    private <T> boolean readsInternal(Caller known, Draft<T> draft) {
        T record = draft.before().map(Stored::record).orElseGet(draft::current);
        return engine.guard().readsInternal(known, draft.definition().kind(), draft.id(), record);
    }

    private Optional<Draft<R>> seen(Work work, Caller caller, RecordId id) {
        return work.draft(definition, id)
                .filter(draft ->
                        Conditions.matches(engine.guard().visible(caller, definition.name()), kind(), draft.current()));
    }

    Optional<Stored<R>> readable(Caller known, RecordId id) {
        return store().find(known.tenant(), kind(), id)
                .filter(stored ->
                        Conditions.matches(engine.guard().visible(known, definition.name()), kind(), stored.record()))
                .filter(stored -> engine.guard()
                        .objection(
                                known,
                                new Permission(definition.name(), Permission.READ),
                                Guard.subject(kind(), id, stored.record()),
                                engine.guard()::note)
                        .isEmpty());
    }

    private Condition visible(Optional<Caller> known) {
        boolean mayRead = known.isPresent()
                && engine.guard()
                        .objection(
                                known.get(),
                                new Permission(definition.name(), Permission.READ),
                                Guard.subject(kind()),
                                engine.guard()::note)
                        .isEmpty();
        return mayRead ? engine.guard().visible(known.get(), definition.name()) : Condition.none();
    }

    private RecordKind<R> kind() {
        return definition.kind();
    }

    private RecordStore store() {
        return engine.ports().store();
    }

    /** A number is drawn when it is needed, and the same one serves every attempt. */
    private static Supplier<String> onceOnly(Supplier<String> draw) {
        List<String> drawn = new ArrayList<>(1);
        return () -> {
            if (drawn.isEmpty()) {
                drawn.add(draw.get());
            }
            return drawn.get(0);
        };
    }
}
