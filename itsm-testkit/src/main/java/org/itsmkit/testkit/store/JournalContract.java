package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.NewEntry;
import org.itsmkit.spi.store.Write;
import org.itsmkit.testkit.fixture.Counter;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.RepairEvent;
import org.itsmkit.testkit.fixture.Repairs;
import org.itsmkit.testkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** A journal tells all that happened to its record, in order and without gaps. */
public interface JournalContract extends StoreContract {

    @Test
    default void aJournalTellsWhatHappened(Trial trial) {
        Instant now = trial.clock().instant();
        Repair stuck = Repair.of("The front door is stuck");
        NewEntry described = new NewEntry(
                new RepairEvent.Described(stuck),
                now.minus(Duration.ofHours(3)),
                now,
                People.DORA,
                Optional.of(People.ANNA),
                Cause.of("reaction:close-children", Trial.ref(HEATING), 42),
                17);
        NewEntry noted = new NewEntry(
                new RepairEvent.Noted(People.BEN, "On my way"),
                now.plusSeconds(60),
                now.plusNanos(1_000),
                PersonId.of("system"),
                Optional.empty(),
                Cause.of("timer:reminder"),
                0);

        trial.commit(Write.insert(Repairs.KIND, DOOR, stuck, List.of(described, noted)));

        assertThat(trial.journal(DOOR))
                .containsExactly(entry(DOOR, 1, "described", described), entry(DOOR, 2, "noted", noted));
    }

    @Test
    default void aJournalHasNoGaps(Trial trial) {
        Seeds.each(5, random -> {
            Trial own = trial.neighbour();
            List<JournalEntry> expected = new ArrayList<>();
            long version = 0;
            for (int commit = 0; commit < 10; commit++) {
                List<NewEntry> entries = new ArrayList<>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    entries.add(own.entry(new RepairEvent.Noted(People.BEN, "note " + random.nextInt())));
                    expected.add(entry(DOOR, expected.size() + 1, "noted", entries.get(entries.size() - 1)));
                    own.clock().advance(Duration.ofSeconds(random.nextInt(3)));
                }
                own.commit(new Write<>(
                        Repairs.KIND, DOOR, version, Optional.of(Repair.of("Version " + version)), entries));
                version += entries.size();
            }

            assertThat(own.journal(DOOR)).isEqualTo(expected);
            assertThat(own.version(DOOR)).isEqualTo(expected.size());
        });
    }

    @Test
    default void aJournalIsReadInPieces(Trial trial) {
        List<NewEntry> notes = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            notes.add(trial.entry(new RepairEvent.Noted(People.BEN, "note " + i)));
        }
        trial.commit(Write.insert(Repairs.KIND, DOOR, Repair.of("The front door is stuck"), notes));
        trial.insert(HEATING, Repair.of("The heating is cold"));
        List<JournalEntry> whole = trial.journal(DOOR);

        assertThat(whole).hasSize(25);
        for (int limit = 1; limit <= 26; limit++) {
            List<JournalEntry> read = new ArrayList<>();
            List<JournalEntry> piece = piece(trial, 0, limit);
            while (!piece.isEmpty()) {
                assertThat(piece).hasSizeLessThanOrEqualTo(limit);
                read.addAll(piece);
                piece = piece(trial, piece.get(piece.size() - 1).sequence(), limit);
            }
            assertThat(read).isEqualTo(whole);
        }
    }

    @Test
    default void theJournalOfADeletedRecordStays(Trial trial) {
        trial.insert(DOOR, Repair.of("The front door is stuck"));
        trial.commit(trial.deleting(DOOR, 1));

        assertThat(trial.journal(DOOR)).extracting(JournalEntry::name).containsExactly("described", "withdrawn");
        assertThat(trial.journal(DOOR))
                .extracting(JournalEntry::event)
                .last()
                .isEqualTo(new RepairEvent.Withdrawn("by mistake"));
    }

    @Test
    default void whatNeverWasHasNoJournal(Trial trial) {
        trial.commit(trial.counting(DOOR, 0, Counter.ZERO));

        assertThat(trial.journal(DOOR)).isEmpty();
        assertThat(piece(trial, 5, 10)).isEmpty();
    }

    @Test
    default void aJournalIsReadWithinBounds(Trial trial) {
        trial.insert(DOOR, Repair.of("The front door is stuck"));

        assertThat(piece(trial, 0, 10_000)).hasSize(1);
        assertThat(piece(trial, Long.MAX_VALUE, 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> piece(trial, -1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> piece(trial, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> piece(trial, 0, 10_001));
    }

    private static List<JournalEntry> piece(Trial trial, long after, int limit) {
        return trial.store().journal(trial.tenant(), Repairs.KIND, DOOR, after, limit);
    }

    private static JournalEntry entry(RecordId id, long sequence, String name, NewEntry entry) {
        return new JournalEntry(
                Trial.ref(id),
                sequence,
                name,
                entry.event(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.by(),
                entry.onBehalfOf(),
                entry.cause(),
                entry.settingsVersion());
    }
}
