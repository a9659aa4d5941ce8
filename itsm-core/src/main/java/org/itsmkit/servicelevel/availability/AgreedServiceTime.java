package org.itsmkit.servicelevel.availability;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;

/**
 * When a service must be available: its service hours less approved maintenance. Maintenance takes from what is agreed: while it is
 * approved, the service is neither up nor down, and the whole against which outages are held is smaller.
 *
 * @param serviceHours when the service is agreed to run
 * @param maintenance when it was agreed beforehand that it need not
 */
public record AgreedServiceTime(OpenWindows serviceHours, OpenWindows maintenance) implements OpenWindows {

    public AgreedServiceTime {
        Objects.requireNonNull(serviceHours, "serviceHours");
        Objects.requireNonNull(maintenance, "maintenance");
    }

    /** Service hours without maintenance. */
    public static AgreedServiceTime of(OpenWindows serviceHours) {
        return new AgreedServiceTime(serviceHours, OpenWindows.of(List.of()));
    }

    /** Around the clock, without maintenance. */
    public static AgreedServiceTime always() {
        return of(OpenWindows.always());
    }

    /** Returns this without what {@code more} takes, on top of what maintenance takes already. */
    public AgreedServiceTime without(OpenWindows more) {
        return new AgreedServiceTime(serviceHours, maintenance.union(more));
    }

    /** {@inheritDoc} */
    @Override
    public List<Window> windows(Instant fromInclusive, Instant toExclusive) {
        return serviceHours.difference(maintenance).windows(fromInclusive, toExclusive);
    }

    /** Maintenance in service hours; what lies outside of them takes nothing. */
    OpenWindows maintenanceInHours() {
        return serviceHours.intersection(maintenance);
    }
}
