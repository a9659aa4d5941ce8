package org.itsmkit.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Stretch;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void ofTwoSituationsFromTheSameInstantTheLaterHolds() {
        Stretch logged = Lives.in(Phase.NEW, NINE);
        Stretch waiting = Lives.in(Phase.WAITING, NINE);
        Stretch working = Lives.in(Phase.ACTIVE, TEN);
        Timeline timeline = Timeline.of(List.of(logged, waiting, working));
        assertThat(timeline.stretches()).containsExactly(waiting, working);
        assertThat(timeline.begin()).isEqualTo(NINE);
    }

    @Test
    void whatHappensDoesNotPartAStretch() {
        Stretch working = Lives.in(Phase.ACTIVE, NINE);
        Timeline timeline = Timeline.of(List.of(working), List.of(new Mark(TEN, "called")));
        assertThat(timeline.stretches()).containsExactly(working);
        assertThat(timeline.marks(0)).isEmpty();
        assertThat(timeline.marks(1)).containsExactly("called");
    }

    @Test
    void aConditionKeepsItsPhases() {
        Condition.InPhase done = (Condition.InPhase) Condition.phase(Phase.RESOLVED, Phase.CLOSED);
        assertThat(done.phases())
                .isEqualTo(Set.of(Phase.CLOSED, Phase.RESOLVED))
                .doesNotContain(Phase.NEW);
        assertThat(done).isEqualTo(Condition.phase(Phase.CLOSED, Phase.RESOLVED));
        assertThat(done.holds(Lives.in(Phase.CLOSED, NINE), Set.of())).isTrue();
        assertThat(done.holds(Lives.in(Phase.NEW, NINE), Set.of())).isFalse();
    }
}
