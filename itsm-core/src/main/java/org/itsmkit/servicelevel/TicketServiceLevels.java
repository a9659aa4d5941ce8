package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.engine.Records;
import org.itsmkit.engine.SettingsSource;
import org.itsmkit.servicelevel.clock.Explanation;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/**
 * The service levels of one kind of ticket: why its clocks stand where they stand, and what would become of them by agreements as they are
 * now. Safe for use by many threads.
 *
 * @param <R> the record that is a ticket
 */
public final class TicketServiceLevels<R extends Ticketed<R>> {

    private final Records<R> tickets;
    private final SettingsSource settings;

    /** Those of the tickets behind a door. */
    public TicketServiceLevels(Records<R> tickets, SettingsSource settings) {
        this.tickets = Objects.requireNonNull(tickets, "tickets");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** A clock, and why it stands where it stands. */
    public record Explained(Clock clock, Explanation explanation) {}

    /**
     * Explains the clocks that the caller sees of a ticket, as they stood or will stand {@code at} an instant, by what is known of the
     * ticket's life now.
     *
     * @return one for each clock of which it is known what was promised; none if the caller may not know of the ticket
     */
    public List<Explained> explain(Caller caller, RecordId ticket, Instant at) {
        AgreementBook book =
                settings.of(caller.tenant()).part(AgreementBook.class).orElse(AgreementBook.none());
        List<Explained> all = new ArrayList<>();
        Optional<Ticket> found =
                tickets.find(caller, ticket).map(Stored::record).map(Ticketed::ticket);
        found.ifPresent(seen -> seen.serviceLevelsOrBlank()
                .clocks()
                .forEach(clock -> TicketClocks.explain(seen, clock, book, at)
                        .ifPresent(explanation -> all.add(new Explained(clock, explanation)))));
        return all;
    }

    /** Asks anew what is promised, on request. */
    public Recomputation<R> recomputation() {
        return new Recomputation<>(tickets);
    }
}
