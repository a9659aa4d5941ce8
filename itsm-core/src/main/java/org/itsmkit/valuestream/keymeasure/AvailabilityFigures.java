package org.itsmkit.valuestream.keymeasure;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Availability;
import org.itsmkit.servicelevel.availability.Ratio;
import org.itsmkit.servicelevel.availability.Reliability;
import org.itsmkit.valuestream.keymeasure.Binding.Telling;

/** What is computed of outages; nothing where {@link Conventions#serviceTime} is not known. */
final class AvailabilityFigures {

    private static final String NO_FAILURE = "No service failed in the period, or nobody watched.";
    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int DIGITS = 12;

    private AvailabilityFigures() {}

    static List<Binding> all() {
        return List.of(
                new Binding(
                        "availability",
                        "Availability, in parts of agreed service time",
                        "No service was agreed in the period, or nobody watched.",
                        AvailabilityFigures::availability),
                new Binding(
                        "mean-time-between-failures",
                        "Mean time between failures",
                        NO_FAILURE,
                        (world, tell) -> reliability(world, tell, Reliability::mtbf)),
                new Binding(
                        "mean-time-to-restore-service",
                        "Mean time to restore service",
                        NO_FAILURE,
                        (world, tell) -> reliability(world, tell, Reliability::mtrs)),
                new Binding("longest-outage", "Longest outage", NO_FAILURE, AvailabilityFigures::longest));
    }

    private static Figure availability(MeasuredWorld world, Telling tell) {
        return world.conventions()
                .serviceTime()
                .flatMap(time -> Availability.over(world.period(), agreed(time), world.outages()))
                .map(found -> tell.told(part(found.ratio()), failures(world)))
                .orElseGet(tell::nothing);
    }

    private static AgreedServiceTime agreed(OpenWindows time) {
        return time instanceof AgreedServiceTime agreed ? agreed : AgreedServiceTime.of(time);
    }

    private static long failures(MeasuredWorld world) {
        return world.outages().stream()
                .filter(outage -> outage.within(world.period()).isPresent())
                .count();
    }

    /** Exactly where that fits into a share, else with twelve digits, rounded down. */
    private static Quantity part(Ratio ratio) {
        return ratio.whole().compareTo(LONGEST) <= 0
                ? Quantity.of(ratio.part().longValueExact(), ratio.whole().longValueExact())
                : Quantity.of(
                        ratio.toDecimal(DIGITS).movePointRight(DIGITS).longValueExact(),
                        BigInteger.TEN.pow(DIGITS).longValueExact());
    }

    private static Figure reliability(
            MeasuredWorld world, Telling tell, Function<Reliability, Optional<Duration>> which) {
        return world.conventions()
                .serviceTime()
                .map(time -> Reliability.over(world.period(), time, world.outages()))
                .map(found -> tell.length(which.apply(found), found.failures()))
                .orElseGet(tell::nothing);
    }

    /** Elapsed time, cut off at both ends of the period; outages that overlap or touch are one. */
    private static Figure longest(MeasuredWorld world, Telling tell) {
        List<Window> known = world.outages().stream()
                .flatMap(outage -> outage.within(world.period()).stream())
                .toList();
        Optional<Duration> longest = world.conventions().serviceTime().isEmpty()
                ? Optional.empty()
                : OpenWindows.of(known)
                        .windows(world.period().fromInclusive(), world.period().toExclusive())
                        .stream()
                        .map(Window::length)
                        .max(Comparator.naturalOrder());
        return tell.length(longest, known.size());
    }
}
