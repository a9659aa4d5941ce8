package org.itsmkit.change.schedule;

import java.util.Objects;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.spi.Keys;

/**
 * When some items may be worked on. An item for which there is any may be worked on in these alone: wherever one of its maintenance windows is
 * open. An item for which there is none may be worked on at any time.
 *
 * @param name what people call it, by {@link Keys#requireName}
 * @param items for which it is
 * @param windows when it is open: some windows by {@link OpenWindows#of}, hours by a {@link org.itsmkit.calendar.BusinessCalendar}, or what
 *     recurs by a rule that the host can read
 */
public record MaintenanceWindow(String name, ItemFilter items, OpenWindows windows) {

    public MaintenanceWindow {
        Keys.requireName(name, "name");
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(windows, "windows");
    }
}
