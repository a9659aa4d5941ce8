package org.itsmkit.spi.people;

import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldKey;

/**
 * What a permission is asked for: a record as it is before the action; one that is about to be made, as far as the command says what it
 * will be; or a kind as a whole when records are to be listed.
 */
public interface Subject {

    /** The kind's name. */
    String kind();

    /** Which record; empty if it is about to be made, and for a kind as a whole. */
    Optional<RecordId> id();

    /**
     * The values of a field of the record, declared or custom; empty if there are none. Of a record that is about to be made, those that
     * the command gives: a requester only if one is named, who may be another than the caller. They have not been checked yet.
     */
    List<FieldValue> values(FieldKey field);
}
