package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Numbers are given once, in rising order. */
public interface NumberContract extends StoreContract {

    @Test
    default void numbersRiseFromOne(Trial trial) {
        long last = 0;
        for (int i = 0; i < 50; i++) {
            long next = trial.store().nextNumber(trial.tenant(), "repair");
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(trial.store().nextNumber(trial.tenant(), "REPAIR"))
                .as("a series of its own")
                .isLessThanOrEqualTo(last);
    }

    @Test
    default void theFirstNumberIsOne(Trial trial) {
        assertThat(trial.store().nextNumber(trial.tenant(), "repair")).isEqualTo(1);
        assertThat(trial.store().nextNumber(trial.tenant(), "parking")).isEqualTo(1);
        assertThat(trial.store().nextNumber(trial.neighbour().tenant(), "repair"))
                .isEqualTo(1);
    }

    @Test
    default void aSeriesHasAPlainName(Trial trial) {
        assertThatIllegalArgumentException().isThrownBy(() -> trial.store().nextNumber(trial.tenant(), ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.store().nextNumber(trial.tenant(), "repair'; DROP TABLE itsm_number; --"));
    }

    @Test
    default void noNumberIsGivenTwice(Trial trial) throws Exception {
        List<Callable<List<Long>>> takers = new ArrayList<>();
        for (int taker = 0; taker < 8; taker++) {
            takers.add(() -> {
                List<Long> taken = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    taken.add(trial.store().nextNumber(trial.tenant(), "repair"));
                }
                return taken;
            });
        }

        List<List<Long>> taken = Race.run(takers);

        assertThat(taken).allSatisfy(own -> assertThat(own).isSorted().doesNotHaveDuplicates());
        assertThat(taken.stream().flatMap(List::stream)).hasSize(400).doesNotHaveDuplicates();
    }
}
