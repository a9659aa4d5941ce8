package org.itsmkit.spi.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A task holds a pointer and a few words. */
class TaskTest {

    private static Task with(Map<String, String> payload) {
        return new Task("remind:4711", "reminder", Instant.parse("2026-03-02T08:00:00Z"), payload);
    }

    private static Map<String, String> texts(int count, int length) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "text-" + i, i -> "x".repeat(length)));
    }

    @Test
    void fiftyTextsOfFourThousandCharactersFiftyThousandInAll() {
        assertThat(with(texts(50, 1_000)).payload()).hasSize(50);
        assertThat(with(texts(12, 4_000)).payload()).hasSize(12);
        assertThatIllegalArgumentException().isThrownBy(() -> with(texts(51, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(texts(1, 4_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(texts(50, 1_001)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(texts(13, 4_000)))
                .withMessageContaining("50,000");
    }
}
