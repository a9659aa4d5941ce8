package org.itsmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one runnable jar, as people run it. */
class RunnableJarIT {

    @TempDir
    private Path directory;

    private record Finished(int exitCode, String out, String err) {}

    private Finished run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "itsm-examples.jar").toString()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void itReplaysTheExcerpt() throws IOException, InterruptedException {
        Finished finished = run("replay", "data/incident-event-log-excerpt.csv", "--limit", "500");

        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.out()).contains("\"events\" : 500", "\"chainVerified\" : true", "\"foldLawHolds\" : true");
    }

    @Test
    void itTellsTheStory() throws IOException, InterruptedException {
        Finished finished = run("story");

        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.out()).startsWith("# The web shop is down");
    }

    @Test
    void itEndsWithTwoWhenItIsAskedWrongly() throws IOException, InterruptedException {
        Finished finished = run("replay", directory.resolve("nowhere.csv").toString());

        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(finished.err()).contains("there is no such file");
        assertThat(finished.out()).isEmpty();
    }
}
