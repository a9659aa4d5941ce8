package org.itsmkit.spi.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.task.TaskChange;

/**
 * All that one decision changes, of one tenant: kept as a whole or not at all.
 *
 * @param writes at most one per record
 * @param expectations records that the decision read and that must not have changed; none of them is written here
 * @param tasks work to schedule or to cancel, applied in order
 * @param key makes the commit happen once, if given
 */
public record Commit(
        List<Write<?>> writes, List<Expectation> expectations, List<TaskChange> tasks, Optional<CommandKey> key) {

    public Commit {
        writes = List.copyOf(writes);
        expectations = List.copyOf(expectations);
        tasks = List.copyOf(tasks);
        Objects.requireNonNull(key, "key");
        Set<RecordRef> seen = new HashSet<>();
        for (Write<?> write : writes) {
            if (!seen.add(write.ref())) {
                throw new IllegalArgumentException("two writes of " + write.ref() + " in one commit");
            }
        }
        for (Expectation expectation : expectations) {
            if (!seen.add(expectation.record())) {
                throw new IllegalArgumentException(
                        "two versions of " + expectation.record() + " expected in one commit");
            }
        }
    }

    /** A commit of {@code writes} alone. */
    public static Commit of(Write<?>... writes) {
        return new Commit(List.of(writes), List.of(), List.of(), Optional.empty());
    }

    /** Returns this commit that also expects {@code expectation}. */
    public Commit expecting(Expectation expectation) {
        return new Commit(writes, append(expectations, expectation), tasks, key);
    }

    /** Returns this commit with a further change of tasks. */
    public Commit task(TaskChange change) {
        return new Commit(writes, expectations, append(tasks, change), key);
    }

    /** Returns this commit, made to happen once. */
    public Commit once(CommandKey commandKey) {
        return new Commit(writes, expectations, tasks, Optional.of(commandKey));
    }

    private static <T> List<T> append(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
