package org.itsmkit.jdbc.internal.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.itsmkit.jdbc.internal.json.Json;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Upkeep;
import org.jspecify.annotations.Nullable;

/** A kind of record as the store uses it: checked once, then looked up. Immutable; safe for use by many threads. */
final class KindPlan<R> {

    private final RecordKind<R> kind;
    private final String name;
    private final Json json;
    private final Map<Class<?>, EventType<?>> eventsByClass = new HashMap<>();
    private final Map<String, EventType<?>> eventsByName = new HashMap<>();
    private final Map<String, Field<R, ?>> fields = new HashMap<>();

    /**
     * Checks the kind.
     *
     * @throws IllegalArgumentException if a name or a class stands there twice, or a class cannot be stored
     */
    KindPlan(RecordKind<R> kind, Json json) {
        this.kind = kind;
        this.name = kind.name();
        this.json = json;
        json.require(kind.type());
        for (EventType<?> event : kind.events()) {
            json.require(event.type());
            once(eventsByClass.put(event.type(), event), event.type().getName());
            once(eventsByName.put(event.name(), event), event.name());
            event.formerNames().forEach(former -> once(eventsByName.put(former, event), former));
        }
        for (EventType<?> upkeep : Upkeep.types()) {
            json.require(upkeep.type());
            once(eventsByName.put(upkeep.name(), upkeep), upkeep.name());
        }
        for (Field<R, ?> field : kind.fields()) {
            once(fields.put(field.key().name(), field), field.key().name());
        }
    }

    private void once(@Nullable Object other, String what) {
        if (other != null) {
            throw new IllegalArgumentException("kind " + name + " declares " + what + " twice");
        }
    }

    RecordKind<R> kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** The declared field with the name of {@code key}; one of another type is refused. A custom field is not declared. */
    Optional<Field<R, ?>> declared(FieldKey key) {
        if (key.isCustom()) {
            return Optional.empty();
        }
        Field<R, ?> field = fields.get(key.name());
        if (field != null && field.key().type() != key.type()) {
            throw new IllegalArgumentException("field " + key.name() + " of kind " + name + " is of type "
                    + field.key().type() + ", not " + key.type());
        }
        return Optional.ofNullable(field);
    }

    String writeRecord(R record, RecordRef ref) {
        return json.write(kind.type(), record, ref.toString());
    }

    R readRecord(String text, int version, RecordRef ref) {
        return read(kind.type(), name, kind.version(), version, text, "record " + ref);
    }

    /** The declared type of {@code event}. */
    EventType<?> eventType(Object event) {
        EventType<?> type = eventsByClass.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "kind " + name + " declares no event of " + event.getClass().getName());
        }
        return type;
    }

    String writeEvent(EventType<?> type, Object event, RecordRef ref) {
        return write(type, event, "event " + type.name() + " of " + ref);
    }

    String writeUpkeep(Upkeep upkeep, RecordRef ref) {
        return writeEvent(Upkeep.typeOf(upkeep), upkeep, ref);
    }

    private <E> String write(EventType<E> type, Object event, String what) {
        return json.write(type.type(), type.type().cast(event), what);
    }

    /** The declared type of what is stored as {@code storedName}, now or formerly. */
    EventType<?> eventType(String storedName, RecordRef ref, long sequence) {
        EventType<?> type = eventsByName.get(storedName);
        if (type == null) {
            throw new StoreException("entry " + sequence + " of " + ref + " is an event '" + storedName
                    + "', which kind " + name + " does not know");
        }
        return type;
    }

    Object readEvent(EventType<?> type, String text, int version, RecordRef ref, long sequence) {
        String what = "event " + type.name() + " (entry " + sequence + ") of " + ref;
        return read(type.type(), type.name(), type.version(), version, text, what);
    }

    private <T> T read(Class<T> type, String presentName, int present, int stored, String text, String what) {
        if (stored > present) {
            throw new StoreException(
                    what + " was stored in version " + stored + ", but only versions up to " + present + " are known");
        }
        if (stored == present) {
            return json.read(type, text, what);
        }
        return json.read(type, text, upcaster(presentName, stored), what);
    }

    @SuppressWarnings("NullAway") // payloads may hold nulls, which the port's signature cannot say
    private UnaryOperator<Map<String, @Nullable Object>> upcaster(String presentName, int stored) {
        return payload -> kind.upcast(presentName, stored, payload);
    }
}
