package org.itsmkit.examples;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** One new, empty database of each make. */
public final class TestDatabases {

    private TestDatabases() {}

    /** Opens a database with its tables, whose tasks fall due by {@code clock}. */
    public static Database open(String url, InstantSource clock) {
        return Database.open(url, "", "", 2, true, clock);
    }

    /** The kit's own store in memory, H2 in memory, PostgreSQL. */
    public static List<String> urls() {
        return List.of(
                Database.MEMORY,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                PostgresServer.newDatabase());
    }
}
