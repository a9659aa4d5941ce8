package org.itsmkit.servicelevel.availability;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;

/**
 * A time in which a service could not be used, or not as agreed.
 *
 * @param reference what it is told by, such as the number of the incident
 * @param fromInclusive when it began
 * @param toExclusive when the service was restored, after {@code fromInclusive}; empty while it goes on
 * @param cause in whose hands it lay
 * @param severity how much of the service was lost, above 0 to 1, with up to {@value #DIGITS} digits after the point: 1 if it was down, less if it
 *     was degraded
 * @param affected how many users it affected; all of them if that is empty
 */
public record Outage(
        String reference,
        Instant fromInclusive,
        Optional<Instant> toExclusive,
        OutageCause cause,
        BigDecimal severity,
        Optional<AffectedUsers> affected) {

    /** The most digits of a severity after the point. */
    public static final int DIGITS = 6;

    /** Cuts instants off to microseconds; throws {@link IllegalArgumentException} outside of the bounds. */
    public Outage {
        Keys.requireName(reference, "reference");
        fromInclusive = Micros.truncate(fromInclusive);
        toExclusive = toExclusive.map(Micros::truncate);
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(affected, "affected");
        if (toExclusive.isPresent() && !fromInclusive.isBefore(toExclusive.get())) {
            throw new IllegalArgumentException(
                    "an outage ends after it begins: " + fromInclusive + " to " + toExclusive.get());
        }
        if (severity.signum() <= 0 || severity.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a severity is above 0 and at most 1, not " + severity);
        }
        severity = severity.stripTrailingZeros();
        if (severity.scale() > DIGITS) {
            throw new IllegalArgumentException("a severity has at most " + DIGITS + " digits, not " + severity);
        }
    }

    /** The service was down for all users. */
    public static Outage of(String reference, Instant fromInclusive, Instant toExclusive, OutageCause cause) {
        return new Outage(reference, fromInclusive, Optional.of(toExclusive), cause, BigDecimal.ONE, Optional.empty());
    }

    /** The service is down for all users, and nobody knows yet until when. */
    public static Outage ongoing(String reference, Instant fromInclusive, OutageCause cause) {
        return new Outage(reference, fromInclusive, Optional.empty(), cause, BigDecimal.ONE, Optional.empty());
    }

    /** Returns this as one that took so much of the service. */
    public Outage withSeverity(BigDecimal other) {
        return new Outage(reference, fromInclusive, toExclusive, cause, other, affected);
    }

    /** Returns this as one that affected these users. */
    public Outage withAffected(AffectedUsers users) {
        return new Outage(reference, fromInclusive, toExclusive, cause, severity, Optional.of(users));
    }

    /** What of it lies in {@code period}, if anything does; what goes on lasts to the end of the period. */
    public Optional<Window> within(Window period) {
        Instant from = fromInclusive.isAfter(period.fromInclusive()) ? fromInclusive : period.fromInclusive();
        Instant to =
                toExclusive.filter(end -> end.isBefore(period.toExclusive())).orElse(period.toExclusive());
        return from.isBefore(to) ? Optional.of(new Window(from, to)) : Optional.empty();
    }

    /** In units of {@code 10^-6}. */
    long severityParts() {
        return severity.movePointRight(DIGITS).longValueExact();
    }
}
