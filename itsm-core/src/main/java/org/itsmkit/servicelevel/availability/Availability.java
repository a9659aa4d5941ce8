package org.itsmkit.servicelevel.availability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;

/**
 * How much of the agreed service time in a period a service could be used: {@code (A − L) / A}, where {@code A} is the agreed time, that is
 * service hours less approved maintenance, and {@code L} is what outages took of it: the length of each instant's loss as the {@link
 * Weighting} says, summed up. Outages that overlap are counted once; outside of agreed time they cost nothing. This is the usual measure of
 * availability, agreed service time less downtime in proportion to agreed service time.
 *
 * @param period over which it is
 * @param agreedMicros the agreed time {@code A} in microseconds, positive
 * @param maintenanceMicros how much of the service hours was approved maintenance, in microseconds; no part of {@code agreedMicros}
 * @param downMicros how much of the agreed time any outage was going on, however severe and for however few, in microseconds
 * @param ratio the availability, exactly; {@code (agreedMicros − downMicros) / agreedMicros} if all outages were total and for all users
 * @param downWindows where it was lost, in order: their lengths sum up to {@code downMicros}, and their lengths times what is lost of each to
 *     {@code L}
 */
public record Availability(
        Window period,
        long agreedMicros,
        long maintenanceMicros,
        long downMicros,
        Ratio ratio,
        List<DownWindow> downWindows) {

    public Availability {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(ratio, "ratio");
        downWindows = List.copyOf(downWindows);
        if (agreedMicros <= 0 || downMicros < 0 || downMicros > agreedMicros || maintenanceMicros < 0) {
            throw new IllegalArgumentException("agreed time is positive, and no less of it than was down: "
                    + agreedMicros + ", " + downMicros + ", maintenance " + maintenanceMicros);
        }
    }

    /** The availability by the greatest severity at each instant: {@link Weighting#WORST}. */
    public static Optional<Availability> over(Window period, AgreedServiceTime time, Collection<Outage> outages) {
        return over(period, time, outages, Weighting.WORST);
    }

    /**
     * The availability in {@code period}; empty if no service time is agreed in it.
     *
     * @param outages in any order; those that go on count until the end of the period, so that ends when the future begins
     */
    public static Optional<Availability> over(
            Window period, AgreedServiceTime time, Collection<Outage> outages, Weighting weighting) {
        LossWalk walk = new LossWalk(
                period, time.windows(period.fromInclusive(), period.toExclusive()), outages, weighting.load());
        long maintenance =
                LossWalk.micros(time.maintenanceInHours().windows(period.fromInclusive(), period.toExclusive()));
        return walk.agreed() == 0
                ? Optional.empty()
                : Optional.of(new Availability(
                        period, walk.agreed(), maintenance, walk.down(), walk.ratio(), walk.downWindows()));
    }

    /** Whether it is at least {@code target}, exactly, however it is shown. */
    public boolean meets(BigDecimal target) {
        return ratio.isAtLeast(target);
    }

    /** The agreed time. */
    public Duration agreed() {
        return Duration.of(agreedMicros, ChronoUnit.MICROS);
    }

    /**
     * What was lost, {@code L}, in {@link Weighting#unitsPerMicrosecond}.
     *
     * @param weighting the one that this was measured by
     */
    public BigInteger lostUnits(Weighting weighting) {
        Ratio lost = ratio.complement();
        return units(weighting).divide(lost.whole()).multiply(lost.part());
    }

    /**
     * What could be lost, {@code A}, in {@link Weighting#unitsPerMicrosecond}.
     *
     * @param weighting the one that this was measured by
     */
    public BigInteger units(Weighting weighting) {
        return BigInteger.valueOf(agreedMicros).multiply(BigInteger.valueOf(weighting.unitsPerMicrosecond()));
    }

    /** How long any outage was going on in agreed time. */
    public Duration down() {
        return Duration.of(downMicros, ChronoUnit.MICROS);
    }
}
