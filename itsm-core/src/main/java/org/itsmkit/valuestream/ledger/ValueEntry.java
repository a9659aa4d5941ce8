package org.itsmkit.valuestream.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;

/**
 * What a service did for somebody, or to them.
 *
 * @param name of what, as "orders arrive within a day"; by {@link Keys#requireName}
 * @param service which service
 * @param stakeholder for whom
 * @param kind an outcome, a cost or a risk
 * @param effect what became of it
 * @param amount how much that is to them; empty if nobody measured it; from 0 to {@link Quantity#LARGEST}, as the effect
 *     says which way
 * @param evidence the records that show it, in their order; at most {@value #MOST_EVIDENCE}
 * @param at when; cut off to microseconds
 */
@KitStyle
@Value.Builder
public record ValueEntry(
        String name,
        ServiceId service,
        Stakeholder stakeholder,
        ValueKind kind,
        ValueEffect effect,
        Optional<Quantity> amount,
        Set<RecordRef> evidence,
        Instant at)
        implements WithValueEntry {

    /** The most records that are evidence of one entry. */
    public static final int MOST_EVIDENCE = 100;

    /** Throws {@link IllegalArgumentException} outside of the bounds, and where the effect is none on what is of that kind. */
    public ValueEntry {
        Keys.requireName(name, "entry");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(stakeholder, "stakeholder");
        if (!effect.fits(kind)) {
            throw new IllegalArgumentException(
                    "outcomes are supported or affected, costs and risks removed or imposed; no " + kind + " is "
                            + effect);
        }
        amount.ifPresent(some -> some.requireAmount("an amount"));
        if (evidence.size() > MOST_EVIDENCE) {
            throw new IllegalArgumentException(
                    "at most " + MOST_EVIDENCE + " records are evidence of " + name + ", not " + evidence.size());
        }
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
        at = Micros.truncate(at);
    }

    /** Says what it is; amount and evidence may be left out. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether it is good for whom it concerns. */
    public boolean isFavourable() {
        return effect.isFavourable();
    }

    /** Whether some record shows it. */
    public boolean isEvident() {
        return !evidence.isEmpty();
    }

    /** Builds entries. */
    public static final class Builder extends ValueEntryBuilder {
        Builder() {}
    }
}
