package org.itsmkit.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.spi.task.Task;
import org.itsmkit.spi.task.TaskChange;

/** Measures commits per second, one thread: an insert and five updates per ticket, each update after a find. Prints, asserts nothing. */
public final class Rates {

    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Rates() {}

    /** Runs: a number of tickets per round, and h2 or postgres. */
    public static void main(String[] arguments) throws IOException {
        int tickets = Integer.parseInt(arguments[0]);
        TestDatabase database = arguments[1].equals("h2")
                ? TestDatabase.h2(Files.createTempDirectory("rates").resolve("db"))
                : Engine.POSTGRESQL.open();
        JdbcStore store = JdbcStore.builder()
                .dataSource(database.plain())
                .schema(database.schema())
                .build();
        for (boolean rich : new boolean[] {false, true}) {
            for (int round = 0; round < 4; round++) {
                long begin = System.nanoTime();
                for (int i = 0; i < tickets; i++) {
                    lifecycle(store, RecordId.of((rich ? "r" : "p") + round + "-" + i), rich);
                }
                double seconds = (System.nanoTime() - begin) / 1e9;
                System.out.printf(
                        "%s %s round %d: %.0f commits/s%n",
                        arguments[1], rich ? "with key and task" : "plain", round, 6 * tickets / seconds);
            }
        }
        long begin = System.nanoTime();
        var verdict = store.verifyChains(List.of(Ticket.KIND), entries -> {});
        System.out.printf(
                "verified %d entries in %.2f s, holds: %s%n",
                verdict.entries(), (System.nanoTime() - begin) / 1e9, verdict.holds());
        database.close();
        System.exit(0);
    }

    private static void lifecycle(JdbcStore store, RecordId id, boolean rich) {
        Ticket ticket = Ticket.logged("INC" + store.nextNumber(ACME, "incident"), START);
        commit(store, rich, Write.insert(Ticket.KIND, id, ticket, List.of(entry(new Ticket.Logged(ticket), 0))));
        for (int step = 1; step <= 5; step++) {
            Stored<Ticket> stored = store.find(ACME, Ticket.KIND, id).orElseThrow();
            Ticket next = stored.record().moved("status-" + step, START.plusSeconds(step));
            NewEntry entry = entry(new Ticket.Moved(stored.record().status(), next.status(), Optional.empty()), step);
            commit(store, rich, Write.update(Ticket.KIND, id, stored.version(), next, List.of(entry)));
        }
    }

    private static void commit(JdbcStore store, boolean rich, Write<Ticket> write) {
        Commit commit = Commit.of(write);
        if (rich) {
            String name = write.id().value() + "-" + write.expectedVersion();
            commit = commit.once(new CommandKey(name, "digest", "result"))
                    .task(TaskChange.schedule(new Task(write.id().value(), "deadline", START, Map.of())));
        }
        store.commit(ACME, commit);
    }

    private static NewEntry entry(Object event, int second) {
        Instant at = START.plusSeconds(second);
        return new NewEntry(event, at, at, PersonId.of("anna"), Optional.empty(), Cause.COMMAND, 1);
    }
}
