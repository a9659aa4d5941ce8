package org.itsmkit.spi.people;

import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldKey;

/** What a permission is asked for: a record as it is before the action, or a kind as a whole when a record is about to be made. */
public interface Subject {

    /** The kind's name. */
    String kind();

    /** Which record; empty if it is about to be made. */
    Optional<RecordId> id();

    /** The values of a field of the record, declared or custom; empty if there are none. */
    List<FieldValue> values(FieldKey field);
}
