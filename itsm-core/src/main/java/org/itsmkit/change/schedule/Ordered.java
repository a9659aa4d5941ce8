package org.itsmkit.change.schedule;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.Micros;

/** What is the same however it was given: in the order of texts, and in microseconds. */
final class Ordered {

    static final Comparator<Id> BY_TEXT = Comparator.comparing(Id::value);

    private Ordered() {}

    static <I extends Id> Set<I> copy(Collection<I> ids) {
        LinkedHashSet<I> sorted = new LinkedHashSet<>();
        ids.stream().sorted(BY_TEXT).forEachOrdered(sorted::add);
        return Collections.unmodifiableSet(sorted);
    }

    /**
     * Cuts both ends off to microseconds.
     *
     * @throws IllegalArgumentException outside of the bounds of {@link Micros}, or if nothing is left
     */
    static Window micros(Window window) {
        return new Window(Micros.truncate(window.fromInclusive()), Micros.truncate(window.toExclusive()));
    }
}
