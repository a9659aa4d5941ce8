package org.itsmkit.testkit.store;

import java.util.Collection;
import org.itsmkit.spi.store.RecordStore;

/** What contracts of erasure and removal ask of a provider: where else its store holds what it holds. */
public interface TraceableContract extends StoreContract {

    /** Returns where {@code store} still holds {@code text}, whoever's it is: in which table, file or field; empty if nowhere. */
    Collection<String> traces(RecordStore store, String text);

    /** Throws if something is wrong with what {@code store} holds, such as a broken chain; unless a provider says otherwise, never. */
    default void requireSound(RecordStore store) {}
}
