package org.itsmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What comes in by standard input, and with which code the tool ends. */
@ResourceLock(Resources.SYSTEM_OUT)
class BusinessTimeCommandTest {

    private static final String OPEN = "{\"id\":1,\"tz\":\"UTC\",\"op\":\"isOpen\",\"at\":\"2026-03-02\"}";

    private static CommandRun run(byte[] in, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(in));
        try {
            return CommandRun.of(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private static CommandRun run(String in) {
        return run(in.getBytes(StandardCharsets.UTF_8), "business-time");
    }

    @Test
    void allLinesAnsweredIsZero() {
        CommandRun run = run(OPEN + "\n\n   \r\n" + OPEN);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("{\"id\":1,\"answer\":false}\n{\"id\":1,\"answer\":false}\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void noLinesAreAllAnswered() {
        assertThat(run("")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void anErrorIsOneAndTheOthersAreAnswered() {
        CommandRun run = run(OPEN + "\nnonsense\n" + OPEN + "\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(3).element(1).asString().startsWith("{\"id\":null,\"error\":\"no JSON");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void wrongUsageIsTwo() {
        CommandRun run = run(new byte[0], "business-time", "--fast");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--fast");
    }

    @Test
    void aByteOrderMarkIsNoMistakeAndBrokenTextIsOne() {
        assertThat(run("\uFEFF" + OPEN).exitCode()).isZero();
        assertThat(run(new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0, '\n'}, "business-time")
                        .exitCode())
                .isEqualTo(1);
    }
}
