package org.itsmkit.change.schedule;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.RecordRef;

/**
 * When a service will be out because of what is planned.
 *
 * @param service which
 * @param windows when, in their order; they neither overlap nor touch
 * @param because of which changes, in the order of their references
 */
public record ServiceOutage(ServiceId service, List<Window> windows, Set<RecordRef> because) {

    public ServiceOutage {
        Objects.requireNonNull(service, "service");
        windows = List.copyOf(windows);
        because = Collections.unmodifiableSet(new TreeSet<>(because));
    }

    /** How long it will be out altogether; what several changes take at once counts once. */
    public Duration total() {
        return windows.stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
    }
}
