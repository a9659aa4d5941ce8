package org.itsmkit.engine;

import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Settings;
import org.itsmkit.spi.RecordId;

/**
 * What follows elsewhere from an event: commands on other records, in the same commit. Pure: the same event, the same commands, so that
 * it can be taken up again where it was left off. Carried out as the system, with the event as its cause.
 *
 * <p>Up to 50 records are written in one commit; a reaction that reaches more goes on in batches after it. A refused command is told to
 * the audit sink and does no harm to its cause, unless the reaction is required. Reactions to reactions go five deep, and
 * no further, unless they {@linkplain #goesDeep go deep}.
 *
 * <p>Implementations say what they want by {@link #targets(Object, Event)} and {@link #command(Object, Event, Object)}, or, where they
 * must know more than the record and the event, by the methods that take an {@link Occasion}.
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

    /**
     * Whether it goes on, in commits of its own, where it follows on reactions more than five deep: for what runs down a tree and so
     * ends by itself. It ends after 1,000 steps at the latest. Others are refused there, for two that call each other would not end.
     */
    default boolean goesDeep() {
        return false;
    }

    /** On which records it acts after {@code event}, when the record was {@code source}; none unless overridden. */
    default Targets targets(R source, Event<R> event) {
        return Targets.none();
    }

    /** What it wants done to one of them, if anything; nothing unless overridden. */
    default Optional<Command<T>> command(R source, Event<R> event, T target) {
        return Optional.empty();
    }

    /** On which records it acts on this occasion. */
    default Targets targets(Occasion<R> occasion) {
        return targets(occasion.record(), occasion.event());
    }

    /** What it wants done to one of them on this occasion, if anything. */
    default Optional<Command<T>> command(Occasion<R> occasion, T target) {
        return command(occasion.record(), occasion.event(), target);
    }

    /**
     * What begins on this occasion under the id {@code target}, if anything, where there is no such record yet. It may decide on no
     * events: then nothing begins.
     */
    default Optional<Creation<T>> creation(Occasion<R> occasion, RecordId target) {
        return Optional.empty();
    }
}
