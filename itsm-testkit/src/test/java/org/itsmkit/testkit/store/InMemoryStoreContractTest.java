package org.itsmkit.testkit.store;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.BeforeAll;

/** The store in memory keeps all contracts. */
class InMemoryStoreContractTest implements RecordStoreContract, TaskQueueContract, OperatorContract {

    private static final Logger LOG = Logger.getLogger("org.itsmkit.memory");

    /** Tasks fail here on purpose. */
    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @Override
    public StoreFixture open() {
        SettableClock clock = new SettableClock();
        InMemoryStore store = new InMemoryStore(clock);
        return StoreFixture.of(store, store.tasks(), clock);
    }
}
