package org.itsmkit.jdbc;

/** The databases that every test of the store runs on. */
enum Engine {
    H2 {
        @Override
        TestDatabase open(String isolation) {
            return TestDatabase.h2(isolation);
        }
    },
    POSTGRESQL {
        @Override
        TestDatabase open(String isolation) {
            return TestDatabase.postgres(isolation);
        }
    };

    /** Opens a new, empty database with the store's tables. */
    TestDatabase open() {
        return open(TestDatabase.DEFAULT_ISOLATION);
    }

    /** The same, at a level of isolation. */
    abstract TestDatabase open(String isolation);
}
