package org.itsmkit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Person;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldReader;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks who the caller is and what they may, and takes what cannot be answered for a no. The system itself is not asked. */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Ports ports;
    private final Findable findable;

    Guard(Ports ports, Findable findable) {
        this.ports = ports;
        this.findable = findable;
    }

    /** The caller with the roles that the directory knows of, if they and for whom they act are known. */
    Optional<Caller> known(Caller caller) {
        if (caller.isSystem()) {
            return Optional.of(caller);
        }
        Optional<Person> person = ports.directory().person(caller.tenant(), caller.person());
        boolean principalKnown = caller.onBehalfOf()
                .map(other -> ports.directory().person(caller.tenant(), other).isPresent())
                .orElse(true);
        return principalKnown ? person.map(p -> caller.withRoles(p.roles())) : Optional.empty();
    }

    static Rejection unknownCaller() {
        return Rejection.of(
                Rejection.Reason.UNKNOWN_CALLER,
                Optional.empty(),
                Violation.of("caller.unknown", "The directory does not know the caller."));
    }

    /** Takes note of what was refused, for the audit sink. */
    interface Notes {
        void note(Caller caller, Permission permission, Optional<RecordRef> record, String code, String reason);
    }

    /** Empty if allowed; else the refusal, of which {@code notes} are taken. */
    Optional<Rejection> objection(Caller caller, Permission permission, Subject subject, Notes notes) {
        Decision decision = decide(caller, permission, subject);
        if (decision.allowed()) {
            return Optional.empty();
        }
        notes.note(caller, permission, ref(subject), "caller.denied", decision.reason());
        return Optional.of(denied(permission, subject));
    }

    /** Empty if it would be allowed; else how it would be refused. Nobody is told, for nothing was attempted. */
    Optional<Rejection> refusal(Caller caller, Permission permission, Subject subject) {
        return allows(caller, permission, subject) ? Optional.empty() : Optional.of(denied(permission, subject));
    }

    private static Rejection denied(Permission permission, Subject subject) {
        return Rejection.of(
                Rejection.Reason.DENIED,
                ref(subject),
                Violation.of(
                        "caller.denied",
                        "permission",
                        permission.toString(),
                        "You are not permitted to " + permission.action() + "."));
    }

    private static Optional<RecordRef> ref(Subject subject) {
        return subject.id().map(id -> RecordRef.of(subject.kind(), id));
    }

    boolean allows(Caller caller, Permission permission, Subject subject) {
        return decide(caller, permission, subject).allowed();
    }

    /** Whether the caller may read what of a record is internal to the provider. */
    <R> boolean readsInternal(Caller caller, RecordKind<R> kind, RecordId id, R record) {
        return allows(caller, new Permission(kind.name(), Permission.READ_INTERNAL), Guard.subject(kind, id, record));
    }

    /** What the caller may read of {@code record}: all of it, or what is not internal. */
    <R> R open(Caller caller, Definition<R> definition, RecordId id, R record) {
        R outside = definition.withoutInternal(record);
        return outside.equals(record) || readsInternal(caller, definition.kind(), id, record) ? record : outside;
    }

    <R> Stored<R> open(Caller caller, Definition<R> definition, Stored<R> stored) {
        return new Stored<>(
                stored.id(),
                stored.version(),
                stored.recordedAt(),
                open(caller, definition, stored.id(), stored.record()));
    }

    private Decision decide(Caller caller, Permission permission, Subject subject) {
        if (caller.isSystem()) {
            return Decision.allow("the system acts");
        }
        try {
            return ports.authorizer().decide(caller, permission, subject);
        } catch (RuntimeException e) {
            LOG.warn("The authorizer failed for {}, which denies it", permission, e);
            return Decision.deny("the authorizer failed: " + e.getClass().getName());
        }
    }

    /** Which records of {@code kind} the caller may know of. */
    Condition visible(Caller caller, String kind) {
        if (caller.isSystem()) {
            return Condition.all();
        }
        try {
            Condition visible = ports.authorizer().visible(caller, kind);
            findable.require(caller.tenant(), kind, Conditions.fields(visible));
            return visible;
        } catch (RuntimeException e) {
            LOG.warn("The authorizer failed for what is visible of {}, so nothing is", kind, e);
            return Condition.none();
        }
    }

    /** Tells the audit sink, whatever comes of it. */
    void note(Caller caller, Permission permission, Optional<RecordRef> record, String code, String reason) {
        try {
            Instant at = Micros.truncate(ports.clock().instant());
            ports.audit().note(new AuditSink.Verdict(at, caller, permission, record, code, reason));
        } catch (RuntimeException e) {
            LOG.error("The audit sink failed to take note of {} for {}", code, permission, e);
        }
    }

    static <R> Subject subject(RecordKind<R> kind, RecordId id, R record) {
        return new SubjectOf<>(kind, Optional.of(id), Optional.of(record));
    }

    static <R> Subject subject(RecordKind<R> kind) {
        return new SubjectOf<>(kind, Optional.empty(), Optional.empty());
    }

    /** What is left of a record that was deleted: nobody's own. */
    static Subject remains(RecordKind<?> kind, RecordId id) {
        return new SubjectOf<>(kind, Optional.of(id), Optional.empty());
    }

    /** A record that is about to be made, as far as the command says what it will be. */
    static Subject subject(RecordKind<?> kind, Map<String, FieldValue> said) {
        return new SubjectToBe(kind.name(), said);
    }

    private record SubjectToBe(String kind, Map<String, FieldValue> said) implements Subject {
        @Override
        public Optional<RecordId> id() {
            return Optional.empty();
        }

        @Override
        public List<FieldValue> values(FieldKey field) {
            FieldValue value = said.get(field.isCustom() ? field.customName() : field.name());
            if (value == null) {
                return List.of();
            }
            List<FieldValue> values = value instanceof FieldValue.ListOf list ? list.values() : List.of(value);
            return values.stream().filter(field.type()::accepts).toList();
        }
    }

    private record SubjectOf<R>(RecordKind<R> recordKind, Optional<RecordId> id, Optional<R> record)
            implements Subject {
        @Override
        public String kind() {
            return recordKind.name();
        }

        @Override
        public List<FieldValue> values(FieldKey field) {
            return record.map(r -> FieldReader.of(recordKind, field).values(r)).orElse(List.of());
        }
    }
}
