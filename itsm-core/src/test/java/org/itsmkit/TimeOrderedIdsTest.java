package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.fixture.SettableClock;
import org.itsmkit.spi.RecordId;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void whatIsMadeLaterSortsLater() {
        List<RecordId> made = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ids.next());
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(made).isSorted();
    }

    @Test
    void noIdIsMadeTwice() {
        Set<RecordId> made = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            assertThat(made.add(ids.next())).isTrue();
        }
    }

    @Test
    void anIdSaysWhenItWasMadeAndNothingElse() {
        RecordId id = ids.next();
        assertThat(id.value()).matches("[0-9a-f]{32}");
        assertThat(Long.parseLong(id.value().substring(0, 12), 16)).isEqualTo(clock.millis());
    }
}
