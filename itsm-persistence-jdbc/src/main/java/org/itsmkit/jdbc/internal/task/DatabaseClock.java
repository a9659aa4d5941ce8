package org.itsmkit.jdbc.internal.task;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.itsmkit.jdbc.internal.sql.Flavour;
import org.itsmkit.jdbc.internal.sql.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the database, so that nodes whose own clocks differ agree on what is due. Asks once a second and counts on from there;
 * never ahead of the database. Safe for use by many threads.
 */
public final class DatabaseClock implements InstantSource {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Transactions transactions;
    private final String now;
    private volatile @Nullable Reading last;

    /** What the database said, and where the process's own count stood once it was heard. */
    private record Reading(Instant instant, long nanos) {}

    public DatabaseClock(Transactions transactions, Flavour flavour) {
        this.transactions = transactions;
        this.now = flavour.now();
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        if (reading == null || System.nanoTime() - reading.nanos() > FRESH_NANOS) {
            reading = read();
            last = reading;
        }
        return reading.instant().plusNanos(System.nanoTime() - reading.nanos());
    }

    private Reading read() {
        return transactions.readApart(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(now);
                    ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the database does not tell the time");
                }
                Instant instant = row.getObject(1, OffsetDateTime.class).toInstant();
                return new Reading(instant, System.nanoTime());
            }
        });
    }
}
