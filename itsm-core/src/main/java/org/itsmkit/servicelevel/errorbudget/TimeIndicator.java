package org.itsmkit.servicelevel.errorbudget;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.calendar.Window;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Availability;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.Weighting;

/**
 * Agreed service time, of which what outages take is bad: the indicator is the {@link Availability}. Time that is not agreed does not exist for
 * it, so the burn of a night without service is nothing.
 *
 * @param time when the service must be available
 * @param outages in any order; one that goes on counts until the end of whatever is asked about
 * @param weighting what is lost where outages overlap, or affect some users
 */
public record TimeIndicator(AgreedServiceTime time, List<Outage> outages, Weighting weighting) implements Indicator {

    public TimeIndicator {
        Objects.requireNonNull(time, "time");
        outages = List.copyOf(outages);
        Objects.requireNonNull(weighting, "weighting");
    }

    /** By the greatest severity at each instant. */
    public static TimeIndicator of(AgreedServiceTime time, List<Outage> outages) {
        return new TimeIndicator(time, outages, Weighting.WORST);
    }

    /** {@inheritDoc} The unit is that of the weighting. */
    @Override
    public Tally tally(Instant fromInclusive, Instant toExclusive) {
        if (fromInclusive.equals(toExclusive)) {
            return Tally.NOTHING;
        }
        return Availability.over(new Window(fromInclusive, toExclusive), time, outages, weighting)
                .map(measured -> new Tally(measured.lostUnits(weighting), measured.units(weighting)))
                .orElse(Tally.NOTHING);
    }

    @Override
    public boolean isTotalKnown() {
        return true;
    }
}
