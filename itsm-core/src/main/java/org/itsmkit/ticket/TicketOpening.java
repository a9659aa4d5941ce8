package org.itsmkit.ticket;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;

/**
 * How a ticket begins: the part that the first events of all kinds of ticket share. Components as in {@link Ticket}.
 *
 * @param template the name of the template by which it was logged, if it was by one
 */
@KitStyle
@Value.Builder
public record TicketOpening(
        String number,
        String title,
        String description,
        PersonId requester,
        Optional<OrganisationId> customer,
        Optional<ServiceId> service,
        Optional<Category> category,
        Impact impact,
        Urgency urgency,
        Priority priority,
        Map<String, FieldValue> custom,
        Set<String> unindexed,
        Status status,
        Optional<String> template) {

    public TicketOpening {
        custom = Map.copyOf(custom);
        unindexed = Set.copyOf(unindexed);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the ticket as it begins. */
    public Ticket begin(Occurrence when) {
        return Ticket.builder()
                .number(number)
                .title(title)
                .description(description)
                .openedBy(when.by())
                .requester(requester)
                .customer(customer)
                .service(service)
                .category(category)
                .impact(impact)
                .urgency(urgency)
                .priority(priority)
                .status(status)
                .custom(custom)
                .unindexed(unindexed)
                .addTimeline(
                        new Stretch(when.occurredAt(), status, Optional.empty(), Optional.empty(), Optional.empty()))
                .reassignments(0)
                .comments(0)
                .openedAt(when.occurredAt())
                .updatedAt(when.occurredAt())
                .worksheet(Worksheet.of(template))
                .build();
    }

    public static final class Builder extends TicketOpeningBuilder {
        Builder() {}
    }
}
