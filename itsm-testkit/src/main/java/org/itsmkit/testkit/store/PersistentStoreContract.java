package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.itsmkit.testkit.store.Ids.DOOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.ChainVerifier;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.Booking;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.Dossiers;
import org.itsmkit.testkit.fixture.OldBooking;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What stores promise whose data outlive them: that other processes see the same, and that later releases can read it.
 * Stores that keep objects as they are have no such data, and do not run this.
 */
public interface PersistentStoreContract extends StoreContract {

    /** Opens a further store on the data of {@code store}, as another process would. */
    RecordStore reopen(RecordStore store);

    @Test
    default void whatOneStoreWritesAnotherReads(Trial trial) {
        Trial other = trial.through(reopen(trial.store()));
        Repair stuck = Repair.of("The front door is stuck");

        trial.commit(Commit.of(trial.inserting(DOOR, stuck)).once(new CommandKey("form-4711", "digest", "door@1")));

        assertThat(other.find(DOOR))
                .contains(new Stored<>(DOOR, 1, trial.clock().instant(), stuck));
        assertThat(other.journal(DOOR)).isEqualTo(trial.journal(DOOR));
        assertThat(other.ids(Condition.words(Repairs.TITLE, "door"))).containsExactly(DOOR);
        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> other.commit(other.updating(DOOR, 2, stuck)));
        assertThatExceptionOfType(DuplicateCommandException.class)
                .isThrownBy(() -> other.commit(Commit.of().once(new CommandKey("form-4711", "digest", "again"))));

        other.commit(other.updating(DOOR, 1, Repair.of("The front door squeaks")));
        assertThat(trial.repair(DOOR)).contains(Repair.of("The front door squeaks"));
    }

    @Test
    default void twoStoresGiveNoNumberTwice(Trial trial) throws Exception {
        List<Callable<List<Long>>> takers = new ArrayList<>();
        for (RecordStore store : List.of(trial.store(), reopen(trial.store()))) {
            takers.add(() -> {
                List<Long> taken = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    taken.add(store.nextNumber(trial.tenant(), "repair"));
                }
                return taken;
            });
        }

        List<List<Long>> taken = Race.run(takers);

        assertThat(taken).allSatisfy(own -> assertThat(own).isSorted());
        assertThat(taken.stream().flatMap(List::stream)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    default void twoStoresLoseNoUpdate(Trial trial) throws Exception {
        Trial other = trial.through(reopen(trial.store()));
        trial.commit(trial.counting(DOOR, 0, Counter.ZERO));
        Callable<Integer> here = () -> count(trial);
        Callable<Integer> there = () -> count(other);

        Race.run(List.of(here, there, here, there));

        assertThat(trial.store().find(trial.tenant(), Counter.KIND, DOOR).map(Stored::record))
                .contains(new Counter(200));
    }

    private static int count(Trial trial) {
        int counted = 0;
        while (counted < 50) {
            Stored<Counter> stored =
                    trial.store().find(trial.tenant(), Counter.KIND, DOOR).orElseThrow();
            try {
                trial.commit(
                        trial.counting(DOOR, stored.version(), stored.record().plus(1)));
                counted++;
            } catch (StaleRecordException late) {
                assertThat(late.ref().id()).isEqualTo(DOOR);
            }
        }
        return counted;
    }

    @Test
    default void aLaterReleaseReadsWhatAnEarlierOneWrote(Trial trial) {
        RecordId lot = RecordId.of("lot-7");
        trial.commit(Write.insert(
                OldBooking.KIND,
                lot,
                new OldBooking("B-AN 4711"),
                List.of(
                        trial.entry(new OldBooking.Booked("B-AN 4711")),
                        trial.entry(new OldBooking.Left("vacation")))));

        Booking brought = new Booking("B-AN 4711", 1, Optional.empty());
        assertThat(trial.store().find(trial.tenant(), Booking.KIND, lot).map(Stored::record))
                .contains(brought);
        assertThat(trial.store()
                        .query(
                                trial.tenant(),
                                Booking.KIND,
                                Query.where(Condition.eq(
                                        FieldKey.of("plate", FieldType.TEXT), FieldValue.text("B-AN 4711"))))
                        .items())
                .extracting(Stored::record)
                .containsExactly(brought);
        assertThat(bookings(trial, lot)).extracting(JournalEntry::name).containsExactly("reserved", "left");
        assertThat(bookings(trial, lot))
                .extracting(JournalEntry::event)
                .containsExactly(new Booking.Reserved("B-AN 4711", 1, Optional.empty()), new Booking.Left("vacation"));
    }

    @Test
    default void aLaterReleaseGoesOnWhereAnEarlierOneStopped(Trial trial) {
        RecordId lot = RecordId.of("lot-7");
        trial.commit(Write.insert(
                OldBooking.KIND,
                lot,
                new OldBooking("B-AN 4711"),
                List.of(trial.entry(new OldBooking.Booked("B-AN 4711")))));
        Booking now = new Booking("B-BE 815", 2, Optional.of(People.BEN));
        Booking.Reserved reserved = new Booking.Reserved("B-BE 815", 2, Optional.of(People.BEN));

        trial.commit(Write.update(Booking.KIND, lot, 1, now, List.of(trial.entry(reserved))));

        assertThat(trial.store().find(trial.tenant(), Booking.KIND, lot).map(Stored::record))
                .contains(now);
        assertThat(bookings(trial, lot))
                .extracting(JournalEntry::event)
                .containsExactly(new Booking.Reserved("B-AN 4711", 1, Optional.empty()), reserved);
        assertThat(trial.store()
                        .count(
                                trial.tenant(),
                                Booking.KIND,
                                Condition.eq(FieldKey.of("lots", FieldType.DECIMAL), FieldValue.number(2))))
                .isEqualTo(1);
        assertChainsHold(trial, List.of(Booking.KIND));
    }

    private static List<JournalEntry> bookings(Trial trial, RecordId lot) {
        return trial.store().journal(trial.tenant(), Booking.KIND, lot, 0, 100);
    }

    @Test
    default void whatCannotBeReadIsAnError(Trial trial) {
        RecordId lot = RecordId.of("lot-7");
        trial.commit(Write.insert(
                OldBooking.KIND,
                lot,
                new OldBooking("B-AN 4711"),
                List.of(trial.entry(new OldBooking.Booked("B-AN 4711")))));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> trial.store().journal(trial.tenant(), new Forgetful(), lot, 0, 100));
    }

    /** Bookings of a release that forgot what its journals hold. */
    final class Forgetful implements RecordKind<OldBooking> {

        @Override
        public String name() {
            return OldBooking.KIND.name();
        }

        @Override
        public Class<OldBooking> type() {
            return OldBooking.class;
        }

        @Override
        public List<EventType<?>> events() {
            return List.of(EventType.of("left", OldBooking.Left.class));
        }

        @Override
        public List<Field<OldBooking, ?>> fields() {
            return List.of();
        }
    }

    @Test
    default void chainsHold(Trial trial) {
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.commit(trial.updating(DOOR, 1, Repair.of("The front door squeaks \uD83D\uDE00")));
        trial.commit(trial.deleting(DOOR, 2));
        trial.commit(trial.counting(DOOR, 0, Counter.ZERO));

        assertChainsHold(trial, List.of(Repairs.KIND, Counter.KIND, Dossiers.KIND));
    }

    private static void assertChainsHold(Trial trial, List<RecordKind<?>> kinds) {
        Assumptions.assumeTrue(trial.store() instanceof ChainVerifier, "a store with hash chains");
        LongConsumer progress = checked -> {};

        ChainVerifier.Verdict verdict = ((ChainVerifier) trial.store()).verifyChains(kinds, progress);

        assertThat(verdict.breaks()).isEmpty();
        assertThat(verdict.records()).isPositive();
        assertThat(verdict.entries()).isPositive();
    }
}
