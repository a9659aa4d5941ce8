package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.Supplier;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.TicketPeopleCommand;

/** What the model remembers of the people around one ticket: it looks at what was asked for, not at what the kit made of it. */
final class PeopleModel {

    private final Set<PersonId> watchers = new HashSet<>();
    private final Map<OrganisationId, Optional<String>> suppliers = new HashMap<>();
    private final Set<String> tags = new HashSet<>();
    private final TreeMap<Long, Optional<GroupId>> groups = new TreeMap<>();
    private int publicComments;

    /** Takes note of a command that succeeded. */
    void done(Command<?> command) {
        if (command instanceof TicketPeopleCommand.Watch<?> watch) {
            watchers.add(watch.person());
        } else if (command instanceof TicketPeopleCommand.Unwatch<?> unwatch) {
            watchers.remove(unwatch.person());
        } else if (command instanceof TicketPeopleCommand.InvolveSupplier<?> involve) {
            suppliers.put(involve.organisation(), involve.reference());
        } else if (command instanceof TicketPeopleCommand.DropSupplier<?> drop) {
            suppliers.remove(drop.organisation());
        } else if (command instanceof TicketPeopleCommand.Tag<?> tag) {
            tag.added().forEach(added -> tags.add(asKept(added)));
            tag.removed().forEach(removed -> tags.remove(asKept(removed)));
        } else if (command instanceof TicketCommand.Comment<?> comment) {
            publicComments += comment.isInternal() ? 0 : 1;
        } else if (command instanceof TicketFamilyCommand.CommentToAll<?>) {
            publicComments++;
        }
    }

    /** The tags that walks use, as they are kept. */
    private static String asKept(String tag) {
        return switch (tag) {
            case "VIP", "vip" -> "vip";
            case "on site", "On  Site" -> "on-site";
            case "late" -> "late";
            default -> throw new IllegalArgumentException(tag);
        };
    }

    /** The ticket is as the model says. */
    void check(Ticket ticket) {
        assertThat(ticket.watchers()).isEqualTo(watchers);
        assertThat(ticket.suppliers().stream().collect(Collectors.toMap(Supplier::organisation, Supplier::reference)))
                .isEqualTo(suppliers);
        assertThat(ticket.tags()).isEqualTo(tags);
        assertThat(ticket.comments()).isEqualTo(publicComments);
        if (ticket.acceptedAt().isPresent()) {
            assertThat(ticket.assignee()).as("who accepted %s", ticket.number()).isPresent();
        }
        checkHops(ticket);
    }

    /** Takes note of who has it. Of what happens at one instant, how it ends counts. */
    void seen(Ticket ticket) {
        groups.put(
                Math.addExact(
                        Math.multiplyExact(ticket.updatedAt().getEpochSecond(), 1_000_000_000L),
                        ticket.updatedAt().getNano()),
                ticket.group());
    }

    private void checkHops(Ticket ticket) {
        Optional<GroupId> last = Optional.empty();
        int hops = 0;
        for (Optional<GroupId> group : groups.values()) {
            if (group.isPresent()) {
                hops += last.isPresent() && !last.equals(group) ? 1 : 0;
                last = group;
            }
        }
        assertThat(ticket.groupHops()).as("hops of %s", ticket.timeline()).isEqualTo(hops);
    }
}
