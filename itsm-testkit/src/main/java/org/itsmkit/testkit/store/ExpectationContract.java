package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.Expectation;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.testkit.fixture.Repair;
import org.junit.jupiter.api.Test;

/** A commit is kept only if the records that its decision read are still as they were read. */
public interface ExpectationContract extends StoreContract {

    /** How often two commits meet that would be wrong together. */
    int ROUNDS = 60;

    @Test
    default void whatIsAsExpectedLetsACommitPass(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));

        trial.commit(Commit.of(trial.inserting(DOOR, Repair.of("The front door is stuck")))
                .expecting(expectation(HEATING, 1))
                .expecting(expectation(Ids.LIFT, 0)));

        assertThat(trial.version(DOOR)).isEqualTo(1);
        assertThat(trial.version(HEATING)).isEqualTo(1);
    }

    @Test
    default void whatChangedRefusesACommit(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        trial.commit(trial.updating(HEATING, 1, Repair.of("The heating is lukewarm")));

        assertRefused(trial, HEATING, 1);
        assertRefused(trial, HEATING, 3);
    }

    @Test
    default void whatAppearedRefusesACommit(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));

        assertRefused(trial, HEATING, 0);
    }

    @Test
    default void whatNeverWasRefusesACommitThatSawIt(Trial trial) {
        assertRefused(trial, HEATING, 1);
    }

    @Test
    default void whatWasDeletedRefusesACommitThatSawIt(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        trial.commit(trial.deleting(HEATING, 1));

        assertRefused(trial, HEATING, 1);
        assertRefused(trial, HEATING, 2);
    }

    @Test
    default void whatWasDeletedDoesNotExist(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));
        trial.commit(trial.deleting(HEATING, 1));

        trial.commit(Commit.of(trial.inserting(DOOR, Repair.of("The front door is stuck")))
                .expecting(expectation(HEATING, 0)));

        assertThat(trial.version(DOOR)).isEqualTo(1);
    }

    @Test
    default void aCommitMayExpectAndWriteNothing(Trial trial) {
        trial.insert(HEATING, Repair.of("The heating is cold"));

        trial.commit(Commit.of().expecting(expectation(HEATING, 1)));

        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> trial.commit(Commit.of().expecting(expectation(HEATING, 2))));
    }

    @Test
    default void twoThatExpectWhatTheOtherChangesNeverBothSucceed(Trial trial) throws Exception {
        int kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RecordId one = Ids.numbered(2 * round);
            RecordId other = Ids.numbered(2 * round + 1);
            trial.commit(trial.inserting(one, Repair.of("Lamp")), trial.inserting(other, Repair.of("Switch")));

            kept += successes(
                    trial,
                    Commit.of(trial.updating(one, 1, Repair.of("Lamp under switch")))
                            .expecting(expectation(other, 1)),
                    Commit.of(trial.updating(other, 1, Repair.of("Switch under lamp")))
                            .expecting(expectation(one, 1)));

            assertThat(trial.version(one) + trial.version(other)).isLessThanOrEqualTo(3);
        }
        assertThat(kept).as("commits that were kept at all").isPositive();
    }

    @Test
    default void twoThatExpectTheOtherToBeAbsentNeverBothSucceed(Trial trial) throws Exception {
        int kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RecordId one = Ids.numbered(2 * round);
            RecordId other = Ids.numbered(2 * round + 1);

            kept += successes(
                    trial,
                    Commit.of(trial.inserting(one, Repair.of("The only one"))).expecting(expectation(other, 0)),
                    Commit.of(trial.inserting(other, Repair.of("The only one"))).expecting(expectation(one, 0)));

            assertThat(trial.version(one) + trial.version(other)).isLessThanOrEqualTo(1);
        }
        assertThat(kept).as("commits that were kept at all").isPositive();
    }

    @Test
    default void deletingWhatTheOtherExpectsNeverBothSucceed(Trial trial) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            RecordId parent = Ids.numbered(2 * round);
            RecordId child = Ids.numbered(2 * round + 1);
            trial.insert(parent, Repair.of("House"));

            successes(
                    trial,
                    Commit.of(trial.deleting(parent, 1)).expecting(expectation(child, 0)),
                    Commit.of(trial.inserting(child, Repair.of("Room"))).expecting(expectation(parent, 1)));

            assertThat(trial.find(parent).isEmpty() && trial.find(child).isPresent())
                    .as("a room without its house")
                    .isFalse();
        }
    }

    /** Commits both at once; at most one is kept, and the other is told that it was late. */
    private static int successes(Trial trial, Commit one, Commit other) throws Exception {
        List<Optional<RuntimeException>> refusals = Race.between(() -> trial.commit(one), () -> trial.commit(other));

        assertThat(refusals.stream().flatMap(Optional::stream))
                .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(StaleRecordException.class));
        int successes = (int) refusals.stream().filter(Optional::isEmpty).count();
        assertThat(successes).as("commits that were kept").isLessThanOrEqualTo(1);
        return successes;
    }

    private static void assertRefused(Trial trial, RecordId id, long version) {
        Commit commit = Commit.of(trial.inserting(DOOR, Repair.of("The front door is stuck")))
                .expecting(expectation(id, version));

        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> trial.commit(commit))
                .satisfies(refusal -> {
                    assertThat(refusal.ref()).isEqualTo(Trial.ref(id));
                    assertThat(refusal.expected()).isEqualTo(version);
                });
        assertThat(trial.find(DOOR)).isEmpty();
    }

    private static Expectation expectation(RecordId id, long version) {
        return new Expectation(Trial.ref(id), version);
    }
}
