package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Operator;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Test;

/** What every {@link Operator} promises, with the store that it looks into. */
public interface OperatorContract extends StoreContract {

    /** The kinds that a feed is asked for here. */
    List<RecordKind<?>> KINDS = List.of(Repairs.KIND, Counter.KIND);

    /** Returns the operator of {@code store}; unless a provider says otherwise, that is the store itself. */
    default Operator operator(RecordStore store) {
        return (Operator) store;
    }

    @Test
    default void everyTenantThatEverHadARecordIsKnown(Trial trial) {
        Trial neighbour = trial.neighbour();
        Trial stranger = trial.neighbour();
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        neighbour.insert(DOOR, Repair.of("The front door is stuck"));
        neighbour.commit(neighbour.deleting(DOOR, 1));
        stranger.commit(Commit.of().once(new CommandKey("form-4711", "digest", "nothing")));

        List<TenantId> tenants = operator(trial.store()).tenants();

        assertThat(tenants)
                .contains(trial.tenant(), neighbour.tenant())
                .doesNotContain(stranger.tenant())
                .doesNotHaveDuplicates();
        assertThat(tenants).extracting(Id::value).isSorted();
    }

    @Test
    default void theFeedTellsEntriesInTheOrderOfTheirCommits(Trial trial) {
        long start = end(trial);
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.commit(trial.counting(DOOR, 0, Counter.ZERO), trial.inserting(HEATING, Repair.of("The heating is cold")));
        trial.neighbour().insert(DOOR, Repair.of("Somewhere else"));
        trial.commit(trial.updating(DOOR, 1, Repair.of("The front door squeaks")));
        trial.commit(trial.deleting(DOOR, 2));

        List<FeedEntry> own = own(trial, feed(trial, start, 5));

        assertThat(own).extracting(FeedEntry::position).isSorted().doesNotHaveDuplicates();
        List<JournalEntry> doors = own.stream()
                .map(FeedEntry::entry)
                .filter(entry -> entry.record().equals(Trial.ref(DOOR)))
                .toList();
        assertThat(doors).isEqualTo(trial.journal(DOOR));
        assertThat(own).first().extracting(FeedEntry::entry).isEqualTo(doors.get(0));
        assertThat(own.subList(3, 5)).extracting(FeedEntry::entry).isEqualTo(doors.subList(1, 3));
    }

    @Test
    default void aFeedIsReadInPieces(Trial trial) {
        long start = end(trial);
        for (int i = 0; i < 20; i++) {
            trial.insert(Ids.numbered(i), Repair.of("Lamp"));
        }
        List<FeedEntry> whole = feed(trial, start, 20);

        for (int limit : List.of(1, 2, 7, 19, 20, 21)) {
            List<FeedEntry> read = new ArrayList<>();
            List<FeedEntry> piece = operator(trial.store()).feed(KINDS, start, limit);
            while (!piece.isEmpty()) {
                assertThat(piece).hasSizeLessThanOrEqualTo(limit);
                read.addAll(piece);
                piece = operator(trial.store()).feed(KINDS, last(piece), limit);
            }
            assertThat(read).isEqualTo(whole);
        }
    }

    @Test
    default void kindsThatAreNotWantedArePassedOver(Trial trial) {
        long start = end(trial);
        for (int i = 0; i < 10; i++) {
            trial.insert(Ids.numbered(i), Repair.of("Lamp"));
            trial.commit(trial.counting(Ids.numbered(i), 0, Counter.ZERO));
        }
        List<FeedEntry> both = feed(trial, start, 20);
        List<FeedEntry> counters = operator(trial.store()).feed(List.of(Counter.KIND), start, 10);

        assertThat(counters)
                .isEqualTo(both.stream()
                        .filter(entry -> entry.entry().record().kind().equals("counter"))
                        .limit(10)
                        .toList());
        assertThat(own(trial, counters)).hasSize(10);
        assertThat(operator(trial.store()).feed(List.of(), start, 10)).isEmpty();
    }

    @Test
    default void aRefusedCommitLeavesNothingInTheFeed(Trial trial) {
        long start = end(trial);

        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> trial.commit(
                        trial.inserting(DOOR, Repair.of("Never")), trial.updating(HEATING, 1, Repair.of("Never"))));
        trial.insert(DOOR, Repair.of("The front door is stuck"));

        assertThat(feed(trial, start, 1)).isNotEmpty();
    }

    @Test
    default void aFeedIsReadWithinBounds(Trial trial) {
        Operator operator = operator(trial.store());

        assertThat(operator.feed(KINDS, Long.MAX_VALUE, 10_000)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> operator.feed(KINDS, -1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> operator.feed(KINDS, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> operator.feed(KINDS, 0, 10_001));
    }

    @Test
    default void nothingAppearsBeforeAPositionThatWasReturned(Trial trial) throws Exception {
        int writers = 4;
        int commits = 60;
        long start = end(trial);
        AtomicInteger writing = new AtomicInteger(writers);
        List<Callable<List<FeedEntry>>> runners = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int first = writer * commits;
            runners.add(() -> {
                try {
                    for (int i = 0; i < commits; i++) {
                        write(trial, first + i);
                    }
                } finally {
                    writing.decrementAndGet();
                }
                return List.of();
            });
        }
        runners.add(() -> {
            List<FeedEntry> read = new ArrayList<>();
            boolean more = true;
            while (more) {
                boolean last = writing.get() == 0;
                long position = read.isEmpty() ? start : last(read);
                List<FeedEntry> piece = operator(trial.store()).feed(KINDS, position, 7);
                read.addAll(piece);
                more = !last || !piece.isEmpty();
            }
            return read;
        });

        List<FeedEntry> read = Race.run(runners).get(writers);
        List<FeedEntry> whole = feed(trial, start, writers * commits * 3);

        assertThat(read).as("read while it was written").isEqualTo(whole.subList(0, read.size()));
        read.addAll(rest(trial, last(read)));
        assertThat(read).isEqualTo(whole);
        assertThat(read).extracting(FeedEntry::position).isSorted().doesNotHaveDuplicates();
        assertSequences(own(trial, read));
    }

    /** Two entries of one record, one of another. */
    private static void write(Trial trial, int number) {
        trial.commit(
                trial.inserting(Ids.numbered(number), Repair.of("Lamp")),
                trial.counting(Ids.numbered(number), 0, Counter.ZERO));
        trial.commit(trial.updating(Ids.numbered(number), 1, Repair.of("New lamp")));
    }

    private static void assertSequences(List<FeedEntry> entries) {
        Map<RecordRef, Long> last = new HashMap<>();
        for (FeedEntry entry : entries) {
            long previous = last.getOrDefault(entry.entry().record(), 0L);
            assertThat(entry.entry().sequence()).as("sequence of %s", entry).isEqualTo(previous + 1);
            last.put(entry.entry().record(), entry.entry().sequence());
        }
    }

    /** All that stands in the feed after a position, once {@code wanted} entries of the trial have appeared there. */
    private List<FeedEntry> feed(Trial trial, long after, int wanted) {
        long patienceEnds = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        List<FeedEntry> all = rest(trial, after);
        while (own(trial, all).size() < wanted && System.nanoTime() < patienceEnds) {
            Thread.onSpinWait();
            all.addAll(rest(trial, all.isEmpty() ? after : last(all)));
        }
        assertThat(own(trial, all)).as("entries that appeared in time").hasSize(wanted);
        return all;
    }

    private List<FeedEntry> rest(Trial trial, long after) {
        List<FeedEntry> all = new ArrayList<>();
        List<FeedEntry> piece = operator(trial.store()).feed(KINDS, after, 10_000);
        while (!piece.isEmpty()) {
            all.addAll(piece);
            piece = operator(trial.store()).feed(KINDS, last(piece), 10_000);
        }
        return all;
    }

    private static long last(List<FeedEntry> entries) {
        return entries.get(entries.size() - 1).position();
    }

    private long end(Trial trial) {
        List<FeedEntry> all = rest(trial, 0);
        return all.isEmpty() ? 0 : last(all);
    }

    private static List<FeedEntry> own(Trial trial, List<FeedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.tenant().equals(trial.tenant()))
                .toList();
    }
}
