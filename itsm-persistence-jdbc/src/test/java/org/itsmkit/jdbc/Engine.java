package org.itsmkit.jdbc;

/** The databases that every test of the store runs on. */
enum Engine {
    H2 {
        @Override
        TestDatabase open() {
            return TestDatabase.h2();
        }
    },
    POSTGRESQL {
        @Override
        TestDatabase open() {
            return TestDatabase.postgres();
        }
    };

    /** Opens a new, empty database with the store's tables. */
    abstract TestDatabase open();
}
