package org.itsmkit.knownerror;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.Fixable;
import org.itsmkit.ticket.Ticket;

/**
 * Something is wrong, and it is understood what, or at least what helps.
 *
 * @param ticket what it shares with every ticket, the configuration items and error codes by which it is recognised among them
 * @param symptom how it shows
 * @param cause why it is so, if that is known
 * @param workaround what helps for the time being, if anything does
 * @param fixes the changes that are to bring an end to it, each once, in the order in which they were planned; at most {@link Fix#MOST}
 * @param publishedAt since when everybody whom it concerns was told; empty while they were not, and once it is retired
 */
@KitStyle
@Value.Builder
public record KnownError(
        Ticket ticket,
        String symptom,
        Optional<String> cause,
        Optional<Workaround> workaround,
        List<Fix> fixes,
        Optional<Instant> publishedAt)
        implements WithKnownError, Fixable<KnownError> {

    public KnownError {
        fixes = List.copyOf(fixes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns this known error with another state of its ticket; what is over is no longer published. */
    @Override
    public KnownError withTicket(Ticket ticket) {
        KnownError changed = WithKnownError.super.withTicket(ticket);
        return ticket.phase().isOver() ? changed.withPublishedAt(Optional.empty()) : changed;
    }

    @Override
    public KnownError withFixes(Iterable<? extends Fix> fixes) {
        return WithKnownError.super.withFixes(fixes);
    }

    public static final class Builder extends KnownErrorBuilder {
        Builder() {}
    }
}
