package org.itsmkit.testkit.store;

import org.itsmkit.testkit.fixture.SettableClock;

/** Whoever implements two interfaces keeps the contracts: nothing else is asked. */
class NaiveStoreContractTest implements RecordStoreContract, TaskQueueContract {

    @Override
    public StoreFixture open() {
        SettableClock clock = new SettableClock();
        NaiveTaskQueue tasks = new NaiveTaskQueue(clock);
        return StoreFixture.of(new NaiveStore(tasks), tasks, clock);
    }
}
