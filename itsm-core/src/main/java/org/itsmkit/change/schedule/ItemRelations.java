package org.itsmkit.change.schedule;

import java.util.Set;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;

/**
 * What the host knows of its configuration items; {@link ItemMap} holds it in memory. Pure, as long as a calendar that asks it is in use: the
 * same question has the same answer. Relations agree with their opposites: who is a parent of an item has that as a child. They may go in
 * circles. Safe for use by many threads.
 */
@FunctionalInterface
public interface ItemRelations {

    /** The items that stand in this relation to {@code item}, directly: for {@link Relation#PARENT}, its parents. None if it is not known. */
    Set<ConfigurationItemId> related(ConfigurationItemId item, Relation relation);

    /** The services that {@code item} supports: when it is out, so are they. None unless the host knows some. */
    default Set<ServiceId> servicesOf(ConfigurationItemId item) {
        return Set.of();
    }

    /** What {@code item} is labelled with, such as its class, its site or its owner, for {@link ItemFilter}s. */
    default Set<String> labelsOf(ConfigurationItemId item) {
        return Set.of();
    }

    /** Nothing is known of any item. */
    static ItemRelations none() {
        return (item, relation) -> Set.of();
    }
}
