package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.itsmkit.testkit.store.Ids.DOOR;
import static org.itsmkit.testkit.store.Ids.HEATING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.store.CommandKey;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.DuplicateCommandException;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.testkit.fixture.Repair;
import org.junit.jupiter.api.Test;

/** A command's key makes it happen once, however often it is sent. */
public interface CommandKeyContract extends StoreContract {

    @Test
    default void aKeyIsKeptWithItsCommit(Trial trial) {
        CommandKey key = new CommandKey("form-4711", "digest", "door@1");

        trial.commit(Commit.of(trial.inserting(DOOR, Repair.of("The front door is stuck")))
                .once(key));

        assertThat(trial.store().command(trial.tenant(), "form-4711")).contains(key);
        assertThat(trial.store().command(trial.tenant(), "form-4712")).isEmpty();
    }

    @Test
    default void aKeyWorksOnce(Trial trial) {
        CommandKey first = new CommandKey("form-4711", "digest", "door@1");
        trial.commit(Commit.of(trial.inserting(DOOR, Repair.of("The front door is stuck")))
                .once(first));

        assertDuplicate(trial, new CommandKey("form-4711", "digest", "heating@1"), first);
        assertDuplicate(trial, new CommandKey("form-4711", "other digest", "heating@1"), first);

        assertThat(trial.find(HEATING)).isEmpty();
        assertThat(trial.store().command(trial.tenant(), "form-4711")).contains(first);
    }

    @Test
    default void theKeyIsLookedAtBeforeVersions(Trial trial) {
        CommandKey key = new CommandKey("form-4711", "digest", "door@1");
        Commit commit = Commit.of(trial.inserting(DOOR, Repair.of("The front door is stuck")))
                .once(key);
        trial.commit(commit);

        assertThatExceptionOfType(DuplicateCommandException.class)
                .isThrownBy(() -> trial.commit(commit))
                .satisfies(refusal -> assertThat(refusal.first()).isEqualTo(key));
    }

    @Test
    default void aRefusedCommitDoesNotUseUpItsKey(Trial trial) {
        CommandKey key = new CommandKey("form-4711", "digest", "door@1");

        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> trial.commit(Commit.of(trial.updating(DOOR, 1, Repair.of("The front door squeaks")))
                        .once(key)));

        trial.commit(Commit.of(trial.inserting(DOOR, Repair.of("The front door is stuck")))
                .once(key));
        assertThat(trial.version(DOOR)).isEqualTo(1);
    }

    @Test
    default void keysAreToldApartExactly(Trial trial) {
        List<String> keys =
                List.of("form", "Form", "FORM", "förm", "form.", "form 1", "form  1", "фopm", "表\uD83D\uDE00");
        for (String key : keys) {
            trial.commit(Commit.of().once(new CommandKey(key, "digest", "result of " + key)));
        }

        for (String key : keys) {
            assertThat(trial.store().command(trial.tenant(), key).map(CommandKey::result))
                    .contains("result of " + key);
        }
    }

    @Test
    default void contentAndResultAreKeptVerbatim(Trial trial) {
        CommandKey longest = new CommandKey("k".repeat(128), "c".repeat(128), "\uD83D\uDE00'\\%\n ".repeat(500));
        CommandKey shortest = new CommandKey("k", "", "");

        trial.commit(Commit.of().once(longest));
        trial.commit(Commit.of().once(shortest));

        assertThat(trial.store().command(trial.tenant(), longest.key())).contains(longest);
        assertThat(trial.store().command(trial.tenant(), "k")).contains(shortest);
    }

    @Test
    default void ofManyWhoUseAKeyAtOnceOneWins(Trial trial) throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "form-" + round;
            List<Callable<Optional<RuntimeException>>> senders = new ArrayList<>();
            for (int sender = 0; sender < 8; sender++) {
                CommandKey own = new CommandKey(key, "digest", "result of " + sender);
                Commit commit = Commit.of(trial.inserting(Ids.numbered(100 * round + sender), Repair.of(key)))
                        .once(own);
                senders.add(Race.refusalOf(() -> trial.commit(commit)));
            }

            List<Optional<RuntimeException>> refusals = Race.run(senders);

            CommandKey winner = trial.store().command(trial.tenant(), key).orElseThrow();
            assertThat(refusals.stream().filter(Optional::isEmpty)).hasSize(1);
            assertThat(refusals.stream().flatMap(Optional::stream))
                    .allSatisfy(refusal -> assertThat(refusal)
                            .isInstanceOfSatisfying(
                                    DuplicateCommandException.class,
                                    duplicate -> assertThat(duplicate.first()).isEqualTo(winner)));
            assertThat(trial.count(Condition.all())).isEqualTo(round + 1);
        }
    }

    private static void assertDuplicate(Trial trial, CommandKey again, CommandKey first) {
        Commit commit = Commit.of(trial.inserting(HEATING, Repair.of("The heating is cold")))
                .once(again);

        DuplicateCommandException refusal =
                catchThrowableOfType(DuplicateCommandException.class, () -> trial.commit(commit));

        assertThat(refusal).as("refusal of %s", again).isNotNull();
        assertThat(refusal.first()).isEqualTo(first);
    }
}
