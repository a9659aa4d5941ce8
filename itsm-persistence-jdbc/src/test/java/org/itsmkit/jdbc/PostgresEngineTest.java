package org.itsmkit.jdbc;

import org.itsmkit.testkit.engine.EngineContract;
import org.itsmkit.testkit.store.StoreFixture;

/** The engine keeps its promises over PostgreSQL. */
class PostgresEngineTest implements EngineContract {

    private static final StoreFixture FIXTURE = Engine.POSTGRESQL.open().fixture();

    @Override
    public StoreFixture open() {
        return FIXTURE;
    }

    @Override
    public int thoroughness() {
        return 3;
    }
}
