package org.itsmkit.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/**
 * A service is interrupted, or worse than it should be, or about to be.
 *
 * @param ticket what it shares with every ticket
 * @param detectedAt when it was noticed; not after it was logged
 * @param diagnosis what is wrong, if anybody found out
 * @param diagnosedAt when they did
 * @param resolution how it was brought to its end; empty while it is not, and after it was reopened
 * @param confirmedBy who said that it works again, if anybody did
 * @param reopenings how often it came back
 * @param acknowledgedAt when somebody said that they knew of it; see {@link Milestone#ACKNOWLEDGED} for when nobody did
 * @param repairedAt when what was broken was mended; empty while nobody said so, and after it was reopened
 * @param recoveredAt when what was mended could be used again, such as after a restart; empty likewise
 * @param restoredAt when those whom it concerned had their service back; empty likewise
 * @param resolvedInTier the number of the tier of those who resolved it, by the tiers of that day; empty if they were in none
 * @param workarounds what is known to help against it, of each known error once; at most {@link #MOST_WORKAROUNDS}
 */
@KitStyle
@Value.Builder
public record Incident(
        Ticket ticket,
        Instant detectedAt,
        Optional<String> diagnosis,
        Optional<Instant> diagnosedAt,
        Optional<Resolution> resolution,
        Optional<PersonId> confirmedBy,
        int reopenings,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> repairedAt,
        Optional<Instant> recoveredAt,
        Optional<Instant> restoredAt,
        Optional<Integer> resolvedInTier,
        List<OfferedWorkaround> workarounds)
        implements WithIncident, Ticketed<Incident> {

    /** The most workarounds that are offered for one incident. */
    public static final int MOST_WORKAROUNDS = 20;

    public Incident {
        workarounds = List.copyOf(workarounds);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns this incident with another state of its ticket; whatever way leads back to work, it is no longer resolved then,
     * and once merged into another it is resolved as a duplicate.
     */
    @Override
    public Incident withTicket(Ticket ticket) {
        Incident changed = WithIncident.super.withTicket(ticket);
        boolean isBack = ticket.phase().isOpen() && !ticket().phase().isOpen();
        boolean isMerged = ticket.merger().isPresent() && ticket().merger().isEmpty();
        if (isMerged) {
            String other = ticket.merger().get().number();
            return changed.withResolution(new Resolution(Resolution.Code.DUPLICATE, "Merged into " + other));
        }
        return isBack ? changed.asUnresolved() : changed;
    }

    private Incident asUnresolved() {
        return withResolution(Optional.empty())
                .withConfirmedBy(Optional.empty())
                .withRepairedAt(Optional.empty())
                .withRecoveredAt(Optional.empty())
                .withRestoredAt(Optional.empty())
                .withResolvedInTier(Optional.empty())
                .withWorkarounds(workarounds.stream()
                        .map(OfferedWorkaround::inVainAfterAll)
                        .toList());
    }

    /** What is known to help against it by that known error; empty if that was not offered. */
    public Optional<OfferedWorkaround> workaround(RecordRef knownError) {
        return workarounds.stream()
                .filter(one -> one.knownError().equals(knownError))
                .findFirst();
    }

    /** When it came to that milestone; empty if it did not, or nobody knows when. */
    public Optional<Instant> reached(Milestone milestone) {
        return milestone.of(this);
    }

    public static final class Builder extends IncidentBuilder {
        Builder() {}
    }
}
