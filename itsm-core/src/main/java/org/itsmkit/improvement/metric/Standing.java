package org.itsmkit.improvement.metric;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a factor or an indicator is doing, and why.
 *
 * @param code which
 * @param title what it is called
 * @param health how it is doing
 * @param reason why, in a sentence
 * @param below what it follows from, in the order of the tree: factors first; none below an indicator
 */
public record Standing(String code, String title, Health health, String reason, List<Standing> below) {

    public Standing {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(reason, "reason");
        below = List.copyOf(below);
    }

    /** This and all below it, each before what it follows from. */
    public Stream<Standing> all() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(Standing::all));
    }

    /** One sentence for this and for each below it, each before what it follows from. */
    public List<String> sentences() {
        return all().map(one -> one.title + " is " + one.health.name().toLowerCase(Locale.ROOT) + ": " + one.reason)
                .toList();
    }
}
