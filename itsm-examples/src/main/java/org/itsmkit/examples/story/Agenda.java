package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is to happen when, where many things go on at once: it is written down thing by thing, and happens in the order of time. */
final class Agenda {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final List<Moment> moments = new ArrayList<>();

    private record Moment(LocalDateTime at, Runnable deed) {}

    /** At {@code time}, such as 2026-03-03T10:00, this is to happen; of what is to happen at one time, what was written down first. */
    void at(String time, Runnable deed) {
        moments.add(new Moment(LocalDateTime.parse(time), deed));
    }

    /** Lets it happen. */
    void play(Stage stage) {
        moments.stream().sorted(Comparator.comparing(Moment::at)).forEachOrdered(moment -> {
            stage.on(moment.at().toLocalDate().toString(), TIME.format(moment.at()));
            moment.deed().run();
        });
    }
}
