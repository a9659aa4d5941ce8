package org.itsmkit.spi.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.spi.FieldValue;

/**
 * A kind of record, as a store must know it: how it is named, read and found. Rooms of the kit describe theirs; hosts describe
 * kinds of their own and get storage, journal and queries without a change to any store.
 *
 * <p>Everything here is a constant or a pure function; implementations are safe for use by many threads. The record's and the
 * events' classes are public records (or sealed interfaces of such) in exported packages, of JDK types, {@link
 * org.itsmkit.spi.Id}s, {@link FieldValue}s, enums and each other, so that stores can read and write them by reflection.
 *
 * @param <R> the record, an immutable value
 */
public interface RecordKind<R> {

    /** The stable name, which stands in stores for ever; by {@link org.itsmkit.spi.Keys#requireCode}. */
    String name();

    /** The class of the record. */
    Class<R> type();

    /** The version of the record's stored form, from 1; see {@link #upcast}. */
    default int version() {
        return 1;
    }

    /** Every event that a journal of this kind may hold, each name and each class once. */
    List<EventType<?>> events();

    /**
     * What records of this kind are found and ordered by, each name once. Names of {@link StandardFields} mean what they mean there.
     * A store may take the values when a record is written: a field that is declared later is then found in a record once that was
     * written again.
     */
    List<Field<R, ?>> fields();

    /** The values of the custom fields by which it is found, by their names without the prefix; a list is a field with many values. */
    default Map<String, FieldValue> customFields(R record) {
        return Map.of();
    }

    /** The values of all its custom fields, also of those by which it is not found, by their names without the prefix. */
    default Map<String, FieldValue> customValues(R record) {
        return customFields(record);
    }

    /** The records that {@code record} points at. */
    default Set<Link> links(R record) {
        return Set.of();
    }

    /** The components of the record and its events that hold personal data, by name. */
    default Set<String> personal() {
        return Set.of();
    }

    /**
     * Turns the payload of an older version into that of the present one. Called with what was stored, before anything is
     * decoded, whenever the stored version is less than the present one.
     *
     * @param name the present name of the event, or {@link #name()} for the record itself
     * @param version the version under which {@code payload} was stored
     * @param payload a tree of {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean} and {@code null};
     *     the method may change it and return it
     */
    default Map<String, Object> upcast(String name, int version, Map<String, Object> payload) {
        return payload;
    }
}
