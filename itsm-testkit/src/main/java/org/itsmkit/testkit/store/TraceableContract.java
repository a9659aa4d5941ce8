package org.itsmkit.testkit.store;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.itsmkit.spi.store.RecordStore;

/** What contracts of erasure and removal ask of a provider: where else its store holds what it holds. */
public interface TraceableContract extends StoreContract {

    /** Returns where {@code store} still holds {@code text}, whoever's it is: in which table, file or field; empty if nowhere. */
    Collection<String> traces(RecordStore store, String text);

    /**
     * Returns where {@code store} still holds each of {@code texts} that it holds at all. Unless a provider says otherwise, it is looked
     * through for one after the other; where that takes long, it can be for all of them at once.
     */
    default Map<String, Collection<String>> traces(RecordStore store, Collection<String> texts) {
        Map<String, Collection<String>> held = new TreeMap<>();
        for (String text : texts) {
            Collection<String> traces = traces(store, text);
            if (!traces.isEmpty()) {
                held.put(text, traces);
            }
        }
        return held;
    }

    /** Throws if something is wrong with what {@code store} holds, such as a broken chain; unless a provider says otherwise, never. */
    default void requireSound(RecordStore store) {}
}
