package org.itsmkit.incident;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.PersonId;
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
        int reopenings)
        implements WithIncident, Ticketed<Incident> {

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
        return isBack ? changed.withResolution(Optional.empty()).withConfirmedBy(Optional.empty()) : changed;
    }

    public static final class Builder extends IncidentBuilder {
        Builder() {}
    }
}
