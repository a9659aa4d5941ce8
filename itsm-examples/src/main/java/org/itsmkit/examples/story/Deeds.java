package org.itsmkit.examples.story;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is done by whom, put in the order of time before it is done: work of many weeks, of which several things go on at once. */
final class Deeds {

    /** A deed; of several at one instant, the one that was named first comes first. */
    private record Deed(Instant at, int number, Runnable what) {}

    private final Stage stage;
    private final PriorityQueue<Deed> open =
            new PriorityQueue<>(Comparator.comparing(Deed::at).thenComparing(Deed::number));
    private int named;

    Deeds(Stage stage) {
        this.stage = stage;
    }

    /** At that instant, this is to be done. */
    void at(Instant instant, Runnable what) {
        open.add(new Deed(instant, named++, what));
    }

    /** Lets it be done, with what is named meanwhile. */
    void areDone() {
        while (!open.isEmpty()) {
            Deed next = open.remove();
            ZonedDateTime local = stage.local(next.at());
            stage.on(local.toLocalDate().toString(), local.toLocalTime().toString());
            next.what().run();
        }
    }
}
