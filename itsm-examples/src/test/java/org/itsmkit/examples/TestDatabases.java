package org.itsmkit.examples;

import java.util.List;
import java.util.UUID;

/** One new, empty database of each make. */
public final class TestDatabases {

    private TestDatabases() {}

    /** The kit's own store in memory, H2 in memory, PostgreSQL. */
    public static List<String> urls() {
        return List.of(
                Database.MEMORY,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                PostgresServer.newDatabase());
    }
}
