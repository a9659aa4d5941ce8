package org.itsmkit.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;

/** What commands on records and commands that make records have in common. Implementations are immutable values: records. */
public interface Intention {

    /** What is to be done: the name by which it is allowed, and by which the lifecycle knows it. */
    Action action();

    /**
     * The fields that this gives a value, by name: custom fields, and declared ones that a lifecycle may require. {@code FieldValue}s
     * alone; a field that it empties is left out.
     */
    default Map<String, FieldValue> supplies() {
        return Map.of();
    }

    /**
     * The fields that have a value once this is done: those that it {@link #supplies}, and those that the tenant's settings give one
     * because of it.
     */
    default Map<String, FieldValue> supplies(Context context) {
        return supplies();
    }

    /** The fields that this leaves without a value, by name: the opposite of {@link #supplies}. */
    default Set<String> empties() {
        return Set.of();
    }

    /** All that is missing from what was given, or wrong with it; empty if nothing. Pure. */
    default List<Violation> check(Context context) {
        return List.of();
    }
}
