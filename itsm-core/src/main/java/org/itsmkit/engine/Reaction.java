package org.itsmkit.engine;

import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Settings;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/**
 * What follows elsewhere from an event: commands on other records, in the same commit. Pure: the same event, the same commands, so that
 * it can be taken up again where it was left off. Carried out as the system, with the event as its cause.
 *
 * <p>Up to 50 records are written in one commit; a reaction that reaches more goes on in batches after it. A refused command is told to
 * the audit sink and does no harm to its cause, unless the reaction is required. Reactions to reactions go five deep.
 *
 * @param <R> the record to which something happened
 * @param <T> the records that are acted on
 */
public interface Reaction<R, T> {

    /** The name by which tenants can switch it off; by {@link org.itsmkit.spi.Keys#requireCode}, at most 55 characters. */
    String name();

    /** The kind of record whose events it follows. */
    Definition<R> source();

    /** The kind of record that it acts on. */
    Definition<T> target();

    /** Whether its cause cannot stand without it: a refused command refuses the cause too. Such a reaction never goes on in batches. */
    default boolean isRequired() {
        return false;
    }

    /** Whether it has anything to do under these settings; where it has not, nothing is read for it. */
    default boolean isWanted(Settings settings) {
        return true;
    }

    /** On which records it acts after {@code event}, when the record was {@code source}. */
    Targets targets(R source, Event<R> event);

    /** As {@link #targets(Object, Event)}, for what must know which record {@code source} is. */
    default Targets targets(RecordRef self, R source, Event<R> event) {
        return targets(source, event);
    }

    /**
     * What begins under the id {@code target}, if anything, where there is no such record yet. It may decide on no events: then nothing
     * begins.
     */
    default Optional<Creation<T>> creation(R source, Event<R> event, RecordId target) {
        return Optional.empty();
    }

    /** What it wants done to one of them, if anything. */
    Optional<Command<T>> command(R source, Event<R> event, T target);
}
