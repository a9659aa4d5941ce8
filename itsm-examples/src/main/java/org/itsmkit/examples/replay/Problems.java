package org.itsmkit.examples.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What could not be done with the file: told at once, counted, and the first ten thousand kept for the report. Safe for use by many
 * threads.
 */
final class Problems {

    private static final int MOST_KEPT = 10_000;

    private final Consumer<String> told;
    private final List<Problem> kept = new ArrayList<>();
    private long count;

    /**
     * A problem with one line.
     *
     * @param line where, from 1
     * @param reason what
     */
    record Problem(long line, String reason) {}

    Problems(Consumer<String> told) {
        this.told = told;
    }

    synchronized void note(long line, String reason) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(new Problem(line, reason));
        }
        told.accept("line " + line + ": " + reason);
    }

    synchronized long count() {
        return count;
    }

    /** Those that were kept, by line. */
    synchronized List<Problem> kept() {
        return kept.stream().sorted(Comparator.comparingLong(Problem::line)).toList();
    }
}
