package org.itsmkit.testkit.store;

import java.util.Collection;
import org.itsmkit.spi.store.RecordStore;

/** What contracts of erasure and removal ask of a provider: where else its store holds what it holds. */
public interface TraceableContract extends StoreContract {

    /** Returns where {@code store} still holds {@code text}, whoever's it is: in which table, file or field; empty if nowhere. */
    Collection<String> traces(RecordStore store, String text);

    /**
     * Returns those of {@code texts} that {@code store} holds nowhere. Unless a provider says otherwise, it is looked through for one after
     * the other; where that takes long, it can be for all of them at once.
     */
    default Collection<String> untraced(RecordStore store, Collection<String> texts) {
        return texts.stream().filter(text -> traces(store, text).isEmpty()).toList();
    }

    /** Throws if something is wrong with what {@code store} holds, such as a broken chain; unless a provider says otherwise, never. */
    default void requireSound(RecordStore store) {}
}
