package org.itsmkit.jdbc;

import java.util.Collection;
import java.util.Map;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.testkit.store.ArchiveContract;
import org.itsmkit.testkit.store.ErasureContract;
import org.itsmkit.testkit.store.OperatorContract;
import org.itsmkit.testkit.store.PersistentStoreContract;
import org.itsmkit.testkit.store.RecordStoreContract;
import org.itsmkit.testkit.store.StoreFixture;
import org.itsmkit.testkit.store.TaskQueueContract;
import org.junit.jupiter.api.AfterAll;

/** Store and task queue keep all contracts on H2. */
class H2StoreContractTest
        implements RecordStoreContract,
                PersistentStoreContract,
                OperatorContract,
                TaskQueueContract,
                ErasureContract,
                ArchiveContract {

    private static final TestDatabase DATABASE = Engine.H2.open();
    private static final StoreFixture FIXTURE = DATABASE.fixture();

    @AfterAll
    static void everyStatementNamesTheTenant() {
        TenantPredicate.assertStandsInAll(DATABASE.tap().statements());
    }

    @Override
    public StoreFixture open() {
        return FIXTURE;
    }

    @Override
    public RecordStore reopen(RecordStore store) {
        return DATABASE.store();
    }

    @Override
    public Collection<String> traces(RecordStore store, String text) {
        return Traces.of(DATABASE, text);
    }

    @Override
    public Map<String, Collection<String>> traces(RecordStore store, Collection<String> texts) {
        return Traces.of(DATABASE, texts);
    }

    @Override
    public void requireSound(RecordStore store) {
        Traces.requireSound((JdbcStore) store);
    }
}
