package org.itsmkit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is made when it is asked for, and deleted with all that is in it when it is closed. For one thread. */
final class TemporaryDirectory implements AutoCloseable {

    private List<Path> made = List.of();

    /** The directory. */
    Path path() {
        if (made.isEmpty()) {
            try {
                made = List.of(Files.createTempDirectory("itsm-examples"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return made.get(0);
    }

    @Override
    public void close() throws IOException {
        for (Path root : made) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
