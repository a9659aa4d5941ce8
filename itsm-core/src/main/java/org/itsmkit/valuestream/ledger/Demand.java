package org.itsmkit.valuestream.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;

/**
 * Somebody needs a service, or more of it: what comes in from those who are there.
 *
 * @param name what it is called, by {@link Keys#requireName}
 * @param stakeholder whom it is from
 * @param service which service
 * @param size how large it is; empty if nobody measured it; from 0 to {@link Quantity#LARGEST}
 * @param at when it came in; cut off to microseconds
 * @param answers the records by which it is answered, in their order; at most {@value Incoming#MOST_ANSWERS}
 * @param ending what became of it, not before it came in; empty while it is open
 */
@KitStyle
@Value.Builder
public record Demand(
        String name,
        Stakeholder stakeholder,
        ServiceId service,
        Optional<Quantity> size,
        Instant at,
        Set<RecordRef> answers,
        Optional<Ending> ending)
        implements Incoming, WithDemand {

    /** Throws {@link IllegalArgumentException} outside of the bounds. */
    public Demand {
        Keys.requireName(name, "demand");
        Objects.requireNonNull(stakeholder, "stakeholder");
        Objects.requireNonNull(service, "service");
        IncomingChecks.requireSize(size);
        at = Micros.truncate(at);
        answers = IncomingChecks.answers(answers, name);
        IncomingChecks.requireOrder(at, ending, name);
    }

    /** Says what it is; size, answers and ending may be left out. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<ServiceId> forService() {
        return Optional.of(service);
    }

    /** Builds them. */
    public static final class Builder extends DemandBuilder {
        Builder() {}
    }
}
