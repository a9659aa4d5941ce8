package org.itsmkit.servicelevel.availability;

import java.util.List;
import java.util.Objects;
import org.itsmkit.calendar.Window;

/**
 * Why availability was lost: a stretch of agreed service time in which, without a break, one outage or another was going on.
 *
 * @param window the stretch
 * @param lost which share of it was lost
 * @param outages those that were going on in it, in the order in which they began; what began at the same time, as it was given
 */
public record DownWindow(Window window, Ratio lost, List<Outage> outages) {

    public DownWindow {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(lost, "lost");
        outages = List.copyOf(outages);
    }
}
