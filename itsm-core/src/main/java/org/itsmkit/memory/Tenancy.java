package org.itsmkit.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.JournalEntry;

/** All that one tenant has: its records by kind, and the keys of its commands. Guarded by the store's lock. */
final class Tenancy {

    /** Has nothing and never will. */
    static final Tenancy EMPTY = new Tenancy();

    private static final Shelf NO_RECORDS = new Shelf();

    private final Map<String, Shelf> shelves = new TreeMap<>();
    private final Map<String, CommandKey> commands = new TreeMap<>();

    /** The records of a kind, to be read. */
    Shelf shelf(String kind) {
        return shelves.getOrDefault(kind, NO_RECORDS);
    }

    Optional<CommandKey> command(String key) {
        return Optional.ofNullable(commands.get(key));
    }

    /** The records of all kinds, by their names. */
    Map<String, Shelf> shelves() {
        return shelves;
    }

    /** The records of a kind, to be written. */
    Shelf open(String kind) {
        return shelves.computeIfAbsent(kind, name -> new Shelf());
    }

    /** The keys of all commands. */
    Map<String, CommandKey> commands() {
        return commands;
    }

    boolean hasRecords() {
        return !shelves.isEmpty();
    }

    /** Throws what {@code commit} is to be refused with: its key first, then versions, then what its writes say. */
    void check(Commit commit, List<PreparedWrite<?>> writes) {
        commit.key().flatMap(key -> command(key.key())).ifPresent(first -> {
            throw new DuplicateCommandException(first);
        });
        for (Expectation expectation : commit.expectations()) {
            shelf(expectation.record().kind()).requireUnchanged(expectation);
        }
        writes.forEach(write -> write.requireVersion(shelf(write.kind())));
        writes.forEach(write -> write.requireOrderInTime(shelf(write.kind())));
    }

    /** Does what was checked; returns what enters the journals, in order. */
    List<JournalEntry> apply(Commit commit, List<PreparedWrite<?>> writes) {
        commit.key().ifPresent(key -> commands.put(key.key(), key));
        List<JournalEntry> entries = new ArrayList<>();
        for (PreparedWrite<?> write : writes) {
            entries.addAll(write.apply(open(write.kind())));
        }
        return entries;
    }
}
