package org.itsmkit.change;

import java.time.Duration;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Micros;

/**
 * When a change is to be made.
 *
 * @param window from when to when; at most {@link #LONGEST}
 * @param outage when its services will be out, within {@code window}; empty if they go on
 */
public record Slot(Window window, Optional<Window> outage) {

    /** The longest time that a change is made in: a year. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public Slot {
        window = micros(window);
        outage = outage.map(Slot::micros);
        if (!fits(window, outage)) {
            throw new IllegalArgumentException("the outage " + outage.orElse(window) + " is not within " + window
                    + ", or that is longer than " + LONGEST.toDays() + " days");
        }
    }

    /** The window with its instants cut off to microseconds. */
    static Window micros(Window window) {
        return new Window(Micros.truncate(window.fromInclusive()), Micros.truncate(window.toExclusive()));
    }

    /** A slot in which services go on. */
    public static Slot of(Window window) {
        return new Slot(window, Optional.empty());
    }

    /** Whether a slot can be made of these. */
    static boolean fits(Window window, Optional<Window> outage) {
        boolean isWithin = outage.map(part -> !part.fromInclusive().isBefore(window.fromInclusive())
                        && !part.toExclusive().isAfter(window.toExclusive()))
                .orElse(true);
        return isWithin && window.length().compareTo(LONGEST) <= 0;
    }
}
