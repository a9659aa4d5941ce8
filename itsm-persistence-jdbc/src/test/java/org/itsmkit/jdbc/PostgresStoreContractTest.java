package org.itsmkit.jdbc;

import org.itsmkit.testkit.store.RecordStoreContract;
import org.itsmkit.testkit.store.StoreFixture;

/** The store keeps all contracts on PostgreSQL. */
class PostgresStoreContractTest implements RecordStoreContract {

    private static final StoreFixture FIXTURE = Engine.POSTGRESQL.open().fixture();

    @Override
    public StoreFixture open() {
        return FIXTURE;
    }
}
