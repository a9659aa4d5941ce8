package org.itsmkit.engine;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.Custodian;
import org.itsmkit.spi.store.Custodian.Kept;
import org.itsmkit.spi.store.LegalHoldException;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Upkeep;

/**
 * Takes personal data out of records, deletes them for good, and holds on to those that must not go. Every act is an entry of the
 * record's journal: who, when, why; never what was erased.
 *
 * <p>The caller needs the permissions {@link #ERASE}, {@link #PURGE}, {@link #HOLD} or {@link #RELEASE} on the kind. Refused like
 * commands: {@code record.held} while a legal hold is on the record, {@code record.conflict} if others are quicker again and again. An
 * act holds the journal of one record in memory. Safe for use by many threads.
 */
public final class DataProtection {

    /** The action of taking personal data out of a record. */
    public static final String ERASE = "erase";

    /** The action of deleting a record for good. */
    public static final String PURGE = "purge";

    /** The action of putting a legal hold on a record. */
    public static final String HOLD = "hold-legally";

    /** The action of lifting a legal hold. */
    public static final String RELEASE = "release-legally";

    private final Engine engine;
    private final Custodian custodian;

    /** Protects the data that {@code engine} keeps in the store of {@code custodian}. */
    public DataProtection(Engine engine, Custodian custodian) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.custodian = Objects.requireNonNull(custodian, "custodian");
    }

    /**
     * What came of an act.
     *
     * @param record on which record
     * @param version the version it has now
     * @param changed false if there was nothing to do
     */
    public record Outcome(RecordRef record, long version, boolean changed) {}

    /**
     * Erases from a record, deleted or not, and from its journal. Erasing again what is erased changes nothing. Pending notices to
     * persons who are erased are taken back.
     *
     * @param reason why; stays for ever, so it must not name what is erased
     */
    public Either<Rejection, Outcome> erase(Caller caller, RecordRef record, Erasure erasure, String reason) {
        return act(caller, record, ERASE, reason, attempt -> erase(attempt, erasure));
    }

    /** Deletes a record for good, or what is left of a deleted one, with all that had happened to it. */
    public Either<Rejection, Outcome> purge(Caller caller, RecordRef record, String reason) {
        return act(caller, record, PURGE, reason, this::purge);
    }

    /** Puts a legal hold on a record: it is neither erased nor purged, and its tenant not removed, until the hold is lifted. */
    public Either<Rejection, Outcome> hold(Caller caller, RecordRef record, String reason) {
        return act(caller, record, HOLD, reason, attempt -> hold(attempt, true));
    }

    /** Lifts the legal hold. */
    public Either<Rejection, Outcome> release(Caller caller, RecordRef record, String reason) {
        return act(caller, record, RELEASE, reason, attempt -> hold(attempt, false));
    }

    /**
     * A part of what is done to all records of a kind.
     *
     * @param changed what was changed
     * @param refused what was not, and why
     * @param next where the next part begins; empty if this was the last
     */
    public record Batch(List<RecordRef> changed, List<Rejection> refused, Optional<RecordId> next) {
        public Batch {
            changed = List.copyOf(changed);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Erases from the records of a kind, deleted ones too, a part of them at a time: to erase a person everywhere, call this for each
     * kind until there is no next part. What was done once is not done again, so it may be begun anew at any time. Records that the
     * caller may not know of are passed over.
     *
     * @param after {@link Batch#next} of the part before; empty for the first
     * @param limit the most records that are looked at, 1 to 10,000
     */
    public Batch eraseAll(
            Caller caller, Definition<?> kind, Erasure erasure, String reason, Optional<RecordId> after, int limit) {
        if (engine.guard().known(caller).isEmpty()) {
            return new Batch(List.of(), List.of(Guard.unknownCaller()), Optional.empty());
        }
        List<Kept> part = custodian.kept(caller.tenant(), kind.kind(), after, limit);
        List<RecordRef> changed = new ArrayList<>();
        List<Rejection> refused = new ArrayList<>();
        for (Kept kept : part) {
            Either<Rejection, Outcome> outcome = erase(caller, kept.record(), erasure, reason);
            if (outcome.isRight()) {
                if (outcome.get().changed()) {
                    changed.add(kept.record());
                }
            } else if (outcome.getLeft().reason() != Rejection.Reason.NOT_FOUND) {
                refused.add(outcome.getLeft());
            }
        }
        boolean more = part.size() == limit;
        return new Batch(
                changed,
                refused,
                more ? Optional.of(part.get(part.size() - 1).record().id()) : Optional.empty());
    }

    /**
     * A part of what is purged.
     *
     * @param purged what is gone
     * @param refused what was not purged, and why: by a legal hold, for instance
     * @param next where the next part begins; empty if this was the last
     */
    public record Sweep(List<RecordRef> purged, List<Rejection> refused, Optional<Cursor> next) {
        public Sweep {
            purged = List.copyOf(purged);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Purges the records of a kind that have been kept long enough, a part of them at a time; those that the caller may know of, each with
     * the permission that a purge takes. What is refused is named and passed over. May be begun anew at any time.
     *
     * @param after {@link Sweep#next} of the part before; empty for the first
     * @param limit the most records that are looked at, 1 to 1,000
     */
    public <R> Sweep purgeAll(
            Caller caller,
            Definition<R> kind,
            Retention<R> retention,
            String reason,
            Optional<Cursor> after,
            int limit) {
        Optional<Caller> known = engine.guard().known(caller);
        if (known.isEmpty()) {
            return new Sweep(List.of(), List.of(Guard.unknownCaller()), Optional.empty());
        }
        Query query = Query.where(retention
                        .overAt(engine.ports().clock().instant())
                        .and(engine.guard().visible(known.get(), kind.name())))
                .limit(limit);
        Page<Stored<R>> part = engine.ports()
                .store()
                .query(caller.tenant(), kind.kind(), after.map(query::after).orElse(query));
        List<RecordRef> purged = new ArrayList<>();
        List<Rejection> refused = new ArrayList<>();
        for (Stored<R> due : part.items()) {
            purge(caller, RecordRef.of(kind.name(), due.id()), reason)
                    .peek(outcome -> purged.add(outcome.record()))
                    .peekLeft(refused::add);
        }
        return new Sweep(purged, refused, part.next());
    }

    /** One attempt at an act. */
    private record Attempt<R>(Definition<R> definition, TenantId tenant, Kept kept, Act act) {

        RecordId id() {
            return kept.record().id();
        }

        Either<Rejection, Outcome> done() {
            return right(new Outcome(kept.record(), kept.version() + 1, true));
        }

        Either<Rejection, Outcome> unchanged() {
            return right(new Outcome(kept.record(), kept.version(), false));
        }
    }

    private Either<Rejection, Outcome> act(
            Caller caller,
            RecordRef record,
            String action,
            String reason,
            Function<Attempt<?>, Either<Rejection, Outcome>> doing) {
        Optional<Caller> known = engine.guard().known(caller);
        if (known.isEmpty()) {
            return left(Guard.unknownCaller());
        }
        Definition<?> definition = engine.registry()
                .find(record.kind())
                .orElseThrow(() -> new IllegalArgumentException("kind " + record.kind() + " is not carried"));
        return act(known.get(), definition, record.id(), action, reason, doing);
    }

    private <R> Either<Rejection, Outcome> act(
            Caller caller,
            Definition<R> definition,
            RecordId id,
            String action,
            String reason,
            Function<Attempt<?>, Either<Rejection, Outcome>> doing) {
        TenantId tenant = caller.tenant();
        for (int attempt = 1; ; attempt++) {
            Optional<Kept> kept = custodian.kept(tenant, definition.kind(), id);
            Optional<Rejection> objection = kept.isEmpty()
                    ? Optional.of(Engine.notFound(definition, id))
                    : objection(caller, definition, kept.get(), action);
            if (objection.isPresent()) {
                return left(objection.get());
            }
            Act act = new Act(
                    caller.person(),
                    caller.onBehalfOf(),
                    caller.cause(),
                    engine.ports().clock().instant(),
                    reason);
            try {
                return doing.apply(new Attempt<>(definition, tenant, kept.get(), act));
            } catch (LegalHoldException e) {
                return left(held(e.ref()));
            } catch (StaleRecordException e) {
                if (attempt == Engine.MAX_ATTEMPTS || engine.ports().store().inHostTransaction()) {
                    return left(Engine.conflict(e.ref(), e.expected(), e.actual()));
                }
            }
        }
    }

    private <R> Optional<Rejection> objection(Caller caller, Definition<R> definition, Kept kept, String action) {
        RecordId id = kept.record().id();
        Optional<Stored<R>> stored = engine.ports().store().find(caller.tenant(), definition.kind(), id);
        boolean isHidden = stored.filter(found -> !Conditions.matches(
                        engine.guard().visible(caller, definition.name()), definition.kind(), found.record()))
                .isPresent();
        if (isHidden) {
            return Optional.of(Engine.notFound(definition, id));
        }
        Subject subject = stored.map(found -> Guard.subject(definition.kind(), id, found.record()))
                .orElseGet(() -> Guard.remains(definition.kind(), id));
        Optional<Rejection> denial = engine.guard()
                .objection(caller, new Permission(definition.name(), action), subject, engine.guard()::note);
        // That something was here once is for those alone who may do this to it: nothing says any more whose it was.
        return stored.isPresent() ? denial : denial.map(hidden -> Engine.notFound(definition, id));
    }

    private static Rejection held(RecordRef record) {
        return Rejection.of(
                Rejection.Reason.NOT_PERMITTED,
                Optional.of(record),
                Violation.of("record.held", "A legal hold is on it."));
    }

    private <R> Either<Rejection, Outcome> erase(Attempt<R> attempt, Erasure erasure) {
        if (attempt.kept().isHeld()) {
            return left(held(attempt.kept().record()));
        }
        Redaction<R> redaction = Redaction.of(
                engine.ports().store(), attempt.tenant(), attempt.definition().kind(), attempt.kept(), erasure);
        if (redaction.isEmpty()) {
            return attempt.unchanged();
        }
        custodian.erase(
                attempt.tenant(),
                redaction.redacted(),
                attempt.act(),
                DueWork.about(attempt.kept().record(), Optional.of(redaction.erased())));
        return attempt.done();
    }

    private Either<Rejection, Outcome> purge(Attempt<?> attempt) {
        if (attempt.kept().isHeld()) {
            return left(held(attempt.kept().record()));
        }
        if (attempt.kept().isDeleted() && isPurged(attempt)) {
            return attempt.unchanged();
        }
        custodian.purge(
                attempt.tenant(),
                attempt.definition().kind(),
                attempt.id(),
                attempt.kept().version(),
                attempt.act(),
                DueWork.about(attempt.kept().record(), Optional.empty()));
        return attempt.done();
    }

    private boolean isPurged(Attempt<?> attempt) {
        return engine
                .ports()
                .store()
                .journal(attempt.tenant(), attempt.definition().kind(), attempt.id(), 0, 1)
                .stream()
                .anyMatch(entry -> entry.event() instanceof Upkeep.Gone);
    }

    private Either<Rejection, Outcome> hold(Attempt<?> attempt, boolean held) {
        if (attempt.kept().isHeld() == held) {
            return attempt.unchanged();
        }
        if (held) {
            custodian.hold(
                    attempt.tenant(),
                    attempt.definition().kind(),
                    attempt.id(),
                    attempt.kept().version(),
                    attempt.act());
        } else {
            custodian.release(
                    attempt.tenant(),
                    attempt.definition().kind(),
                    attempt.id(),
                    attempt.kept().version(),
                    attempt.act());
        }
        return attempt.done();
    }
}
