package org.itsmkit.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.itsmkit.examples.CommandRun;
import org.itsmkit.examples.TestDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The story is told in the same words, whatever it is kept in. */
class FoodDeliveryTest {

    static List<String> databases() {
        return TestDatabases.urls();
    }

    private static String golden() throws IOException {
        try (InputStream in = FoodDeliveryTest.class.getResourceAsStream("food-delivery.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void itIsToldTheSameEverywhere(String database) throws IOException {
        CommandRun run = CommandRun.of("story", "food-delivery", "--database", database);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(golden());
    }
}
