package org.itsmkit.jdbc;

import org.itsmkit.testkit.store.RecordStoreContract;
import org.itsmkit.testkit.store.StoreFixture;

/** The store keeps all contracts on H2. */
class H2StoreContractTest implements RecordStoreContract {

    private static final StoreFixture FIXTURE = Engine.H2.open().fixture();

    @Override
    public StoreFixture open() {
        return FIXTURE;
    }
}
