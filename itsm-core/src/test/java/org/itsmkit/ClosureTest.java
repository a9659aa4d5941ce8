package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a host takes on with core: at most four foreign jars of 1.2 MB together. */
class ClosureTest {

    /** Written by the build before the tests run (maven-dependency-plugin, {@code closure} in the pom). */
    private static final Path RUNTIME_CLASSPATH = Path.of("target", "runtime.classpath");

    @Test
    void coreBringsFewForeignJars() throws IOException {
        assertThat(foreignJars())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(4)
                .extracting(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
                .allMatch(List.of("vavr", "vavr-match", "slf4j-api", "jspecify")::contains);
    }

    @Test
    void theyAreSmall() throws IOException {
        long bytes = 0;
        for (Path jar : foreignJars()) {
            bytes += Files.size(jar);
        }

        assertThat(bytes).isBetween(1L, 1_200_000L);
    }

    private static List<Path> foreignJars() throws IOException {
        assertThat(RUNTIME_CLASSPATH)
                .as("the build writes it; in an IDE run `mvn process-test-resources` once")
                .exists();
        List<Path> jars = new ArrayList<>();
        for (String jar : Files.readString(RUNTIME_CLASSPATH).strip().split(Pattern.quote(File.pathSeparator), -1)) {
            jars.add(Path.of(jar));
        }
        return jars;
    }
}
