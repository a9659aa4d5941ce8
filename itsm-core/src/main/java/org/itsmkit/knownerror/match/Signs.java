package org.itsmkit.knownerror.match;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.Ticket;

/**
 * How something shows for which a known error is looked for: an incident, or what somebody is about to tell.
 *
 * @param words what people say of it
 * @param service the service concerned, if known
 * @param category what sort of thing it is, if known
 * @param affected the configuration items, their versions, and the error codes that were seen; blank if nothing is known
 */
public record Signs(String words, Optional<ServiceId> service, Optional<Category> category, Affected affected) {

    public Signs {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(affected, "affected");
    }

    /** How a ticket shows: by its title, and by what is known of it. Its description is left out: it has too many words. */
    public static Signs of(Ticket ticket) {
        return new Signs(ticket.title(), ticket.service(), ticket.category(), ticket.affectedOrBlank());
    }
}
