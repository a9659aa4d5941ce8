package org.itsmkit.testkit.store;

import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.testkit.fixture.SettableClock;

/** The store in memory keeps all contracts. */
class InMemoryStoreContractTest implements RecordStoreContract {

    @Override
    public StoreFixture open() {
        SettableClock clock = new SettableClock();
        InMemoryStore store = new InMemoryStore(clock);
        return StoreFixture.of(store, store.tasks(), clock);
    }
}
