package org.itsmkit.ticket;

import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** What time was spent on. Open: hosts may use others than these. */
public record Activity(String value) implements Id {

    /** Finding out what is wrong, or what is wanted. */
    public static final Activity ANALYSIS = of("analysis");
    /** Doing it. */
    public static final Activity EXECUTION = of("execution");
    /** Talking about it. */
    public static final Activity COMMUNICATION = of("communication");
    /** Getting there and back. */
    public static final Activity TRAVEL = of("travel");

    /** Checks the text by {@link Keys#requireCode}. */
    public Activity {
        Keys.requireCode(value, "activity");
    }

    /** The activity of that name. */
    public static Activity of(String value) {
        return new Activity(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
