package org.itsmkit.testkit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.BeforeAll;

/** The store in memory keeps all contracts. */
class InMemoryStoreContractTest
        implements RecordStoreContract, TaskQueueContract, OperatorContract, ErasureContract, ArchiveContract {

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

    @Override
    public Collection<String> traces(RecordStore store, String text) {
        List<String> traces = new ArrayList<>();
        InMemoryStore memory = (InMemoryStore) store;
        for (TenantId tenant : memory.tenants()) {
            memory.export(tenant, EVERYTHING, item -> {
                if (item.toString().contains(text)) {
                    traces.add(item.getClass().getSimpleName());
                }
            });
        }
        memory.feed(EVERYTHING, 0, 10_000).stream()
                .filter(entry -> entry.toString().contains(text))
                .forEach(entry -> traces.add("feed"));
        return traces;
    }
}
