package org.itsmkit.jdbc;

import org.itsmkit.testkit.engine.EngineContract;
import org.itsmkit.testkit.store.StoreFixture;

/** The engine keeps its promises over H2. */
class H2EngineTest implements EngineContract {

    private static final StoreFixture FIXTURE = Engine.H2.open().fixture();

    @Override
    public StoreFixture open() {
        return FIXTURE;
    }

    @Override
    public int thoroughness() {
        return 3;
    }
}
