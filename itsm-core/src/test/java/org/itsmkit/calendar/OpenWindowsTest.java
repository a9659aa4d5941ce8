package org.itsmkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenWindowsTest {

    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");

    private static Window hours(int from, int to) {
        return new Window(ZERO.plus(Duration.ofHours(from)), ZERO.plus(Duration.ofHours(to)));
    }

    @Test
    void ofAnyWindowsArePutInOrderJoinedAndCutOff() {
        List<Window> any = new ArrayList<>(List.of(hours(8, 9), hours(1, 3), hours(2, 4), hours(4, 5), hours(2, 3)));
        OpenWindows open = OpenWindows.of(any);
        any.clear();

        assertThat(open.windows(Instant.MIN, Instant.MAX)).containsExactly(hours(1, 5), hours(8, 9));
        assertThat(open.windows(hours(2, 3).fromInclusive(), hours(8, 9).fromInclusive()))
                .containsExactly(hours(2, 5));
        assertThat(OpenWindows.of(List.of()).windows(ZERO, Instant.MAX)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> open.windows(ZERO, ZERO.minusSeconds(1)));
    }

    @Test
    void alwaysIsElapsedTime() {
        assertThat(OpenWindows.always().windows(ZERO, ZERO.plusSeconds(1)))
                .containsExactly(new Window(ZERO, ZERO.plusSeconds(1)));
        assertThat(OpenWindows.always().compile().add(ZERO, Duration.ofDays(400)))
                .contains(ZERO.plus(Duration.ofDays(400)));
    }
}
