package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.Agreeing.resolution;

import java.util.Optional;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.servicelevel.clock.Target;
import org.junit.jupiter.api.Test;

/** What is promised has a name, and hours that have one. */
class CommitmentTest {

    private static final Target QUICK = resolution("any", 8).target();

    @Test
    void itAndItsHoursHaveNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Commitment.of("in time", QUICK, "desk"))
                .withMessageContaining("commitment has an illegal character at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Commitment.of("resolution", QUICK, "the desk"))
                .withMessageContaining("hours has an illegal character at index 3");
    }

    @Test
    void itIsPromisedOfEveryRecordOrOfFewer() {
        Commitment ofAll = Commitment.of("resolution", QUICK, "desk");

        assertThat(ofAll.when()).isEqualTo(FieldCondition.all());
        assertThat(ofAll.where(FieldCondition.priority(1)))
                .isEqualTo(new Commitment("resolution", FieldCondition.priority(1), QUICK, Optional.of("desk")));
    }
}
