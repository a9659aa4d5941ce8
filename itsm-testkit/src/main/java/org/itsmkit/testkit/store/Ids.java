package org.itsmkit.testkit.store;

import org.itsmkit.spi.RecordId;

/** What is broken in the building. */
final class Ids {

    static final RecordId DOOR = RecordId.of("door");
    static final RecordId HEATING = RecordId.of("heating");
    static final RecordId LIFT = RecordId.of("lift");
    static final RecordId ROOF = RecordId.of("roof");

    private Ids() {}

    /** An id that orders as its number does. */
    static RecordId numbered(int number) {
        return RecordId.of(String.format("r%05d", number));
    }
}
