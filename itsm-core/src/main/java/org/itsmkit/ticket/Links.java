package org.itsmkit.ticket;

import java.util.Optional;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/** What no policy can allow of links. */
final class Links {

    private Links() {}

    static Violation toItself() {
        return Violation.of("link.to-itself", "A ticket does not point at itself.");
    }

    /** What stands against {@code self} having {@code link} besides those that it has. */
    static Optional<Violation> objection(Ticket ticket, RecordRef self, Link link) {
        if (link.target().equals(self)) {
            return Optional.of(toItself());
        }
        return ticket.links().size() >= Ticket.MAX_LINKS
                ? Optional.of(Violation.of(
                        "link.too-many",
                        "most",
                        Integer.toString(Ticket.MAX_LINKS),
                        "A ticket has at most " + Ticket.MAX_LINKS + " links."))
                : Optional.empty();
    }
}
