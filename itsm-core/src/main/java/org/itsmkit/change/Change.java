package org.itsmkit.change;

import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/**
 * Something is to be added to services, or altered, or taken away.
 *
 * @param ticket what it shares with every ticket
 * @param plan what is to be done
 * @param approval who said yes; empty until somebody did
 * @param outcome how it went; empty until it was done
 */
@KitStyle
@Value.Builder
public record Change(Ticket ticket, String plan, Optional<Approval> approval, Optional<String> outcome)
        implements WithChange, Ticketed<Change> {

    public static Builder builder() {
        return new Builder();
    }

    /** Returns this change with another state of its ticket; whatever way leads back to planning, nobody has said yes then. */
    @Override
    public Change withTicket(Ticket ticket) {
        Change changed = WithChange.super.withTicket(ticket);
        boolean isBack = ticket.phase() == Phase.NEW && ticket().phase() != Phase.NEW;
        return isBack ? changed.withApproval(Optional.empty()).withOutcome(Optional.empty()) : changed;
    }

    public static final class Builder extends ChangeBuilder {
        Builder() {}
    }
}
