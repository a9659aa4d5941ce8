package org.itsmkit.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/**
 * What every ticket has. What was said about it stands in its journal, so that a ticket stays small however long people talk.
 *
 * @param number what people quote, such as INC0000042
 * @param title in one line
 * @param description as long as it takes; may be empty
 * @param openedBy who opened it
 * @param requester who asked, or is affected
 * @param customer their organisation, if it matters
 * @param service the service concerned, if known
 * @param category what sort of thing it is, if known
 * @param impact how far it reaches
 * @param urgency how soon it must be dealt with
 * @param priority what follows from both
 * @param group who has it
 * @param assignee who of them has it
 * @param status where it stands
 * @param hold what it waits for; present if and only if the status is one of waiting and a reason was given
 * @param links what it points at; at most {@link #MAX_LINKS} come about
 * @param custom the values of the tenant's own fields, by name; at most 10,000, whose texts have 1 MiB in all
 * @param unindexed the names of those custom fields by which it is not found
 * @param timeline its life so far in stretches, oldest first, each beginning no earlier than the one before; never empty
 * @param reassignments how often it went from one group or person to another
 * @param comments how many comments its journal has that everybody may read; how many are internal is nobody's but the provider's
 * @param escalations oldest first
 * @param merger into which other it was merged, if it was
 * @param duplicates what was merged into it, oldest first; at most {@link #MAX_DUPLICATES} come about
 * @param openedAt when it was opened
 * @param updatedAt when it last changed
 * @param resolvedAt since when it has been resolved; empty while it is not, and after it was reopened
 * @param closedAt since when it has been over; empty while it is not
 * @param acceptedAt since when its assignee has accepted it; empty while they have not, and after it was given to others
 * @param watchers who is told of what becomes of it; at most 200
 * @param suppliers which suppliers are involved, each organisation once; at most 20
 * @param tags in lower case; at most 50
 * @param worksheet what is planned, spent and enclosed, and its template; empty if none of it ever was
 * @param serviceLevels its service level clocks, and who spoke when; empty if there is nothing of it
 * @param affected what technically it is about; empty if nobody said
 */
@KitStyle
@Value.Builder
public record Ticket(
        String number,
        String title,
        String description,
        PersonId openedBy,
        PersonId requester,
        Optional<OrganisationId> customer,
        Optional<ServiceId> service,
        Optional<Category> category,
        Impact impact,
        Urgency urgency,
        Priority priority,
        Optional<GroupId> group,
        Optional<PersonId> assignee,
        Status status,
        Optional<Hold> hold,
        Set<Link> links,
        Map<String, FieldValue> custom,
        Set<String> unindexed,
        List<Stretch> timeline,
        int reassignments,
        int comments,
        List<Escalation> escalations,
        Optional<Merger> merger,
        List<Duplicate> duplicates,
        Instant openedAt,
        Instant updatedAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> closedAt,
        Optional<Instant> acceptedAt,
        Set<PersonId> watchers,
        Set<Supplier> suppliers,
        Set<String> tags,
        Optional<Worksheet> worksheet,
        Optional<ServiceLevels> serviceLevels,
        Optional<Affected> affected)
        implements WithTicket {

    /** The most links that a ticket has. */
    public static final int MAX_LINKS = 200;

    /** The most tickets that are merged into one. */
    public static final int MAX_DUPLICATES = 500;

    public Ticket {
        links = Set.copyOf(links);
        custom = Map.copyOf(custom);
        unindexed = Set.copyOf(unindexed);
        timeline = List.copyOf(timeline);
        escalations = List.copyOf(escalations);
        watchers = Set.copyOf(watchers);
        suppliers = Set.copyOf(suppliers);
        tags = Set.copyOf(tags);
        duplicates = List.copyOf(duplicates);
        worksheet = worksheet.filter(sheet -> !sheet.isBlank());
        serviceLevels = serviceLevels.filter(levels -> !levels.isBlank());
        affected = affected.filter(known -> !known.isBlank());
        if (timeline.isEmpty()) {
            throw new IllegalArgumentException("a ticket has a timeline from its first moment");
        }
        Objects.requireNonNull(status, "status");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What the status amounts to. */
    public Phase phase() {
        return status.phase();
    }

    /** What it belongs under, if it does. */
    public Optional<RecordRef> parent() {
        return links.stream()
                .filter(link -> link.type().equals(LinkType.PARENT.value()))
                .map(Link::target)
                .findFirst();
    }

    /** What is planned, spent and enclosed; a blank one if nothing is. */
    public Worksheet worksheetOrBlank() {
        return worksheet.orElse(Worksheet.blank());
    }

    /** Its clocks, and who spoke when; blank ones if there is nothing of it. */
    public ServiceLevels serviceLevelsOrBlank() {
        return serviceLevels.orElse(ServiceLevels.blank());
    }

    /** What technically it is about; blank if nobody said. */
    public Affected affectedOrBlank() {
        return affected.orElse(Affected.blank());
    }

    /** Returns this ticket, which somebody approved. */
    public Ticket approved(Occurrence when) {
        return withServiceLevels(serviceLevelsOrBlank().approved(inLife(when)));
    }

    /** Returns this ticket, about which somebody of that side said something that both can read. */
    Ticket spoken(Side side, Occurrence when) {
        return withServiceLevels(serviceLevelsOrBlank().spoken(side, inLife(when)));
    }

    private Instant inLife(Occurrence when) {
        Instant begin = timeline.get(0).from();
        return when.occurredAt().isBefore(begin) ? begin : when.occurredAt();
    }

    /** What of this is not internal to the provider: without what is of its worksheet, without what teams and
     * suppliers promise each other, and without what others asked who are duplicates. */
    public Ticket withoutInternal() {
        return withWorksheet(worksheet.map(Worksheet::withoutInternal))
                .withServiceLevels(serviceLevels.map(ServiceLevels::withoutInternal))
                .withDuplicates(List.of());
    }

    /** Whether it points at {@code target} in that way. */
    public boolean isLinked(LinkType type, RecordRef target) {
        return links.contains(Link.of(type.value(), target));
    }

    /**
     * How often it went from one group to another, directly or by way of nobody: computed from the timeline, so that what is put right at
     * the same instant does not count.
     */
    public int groupHops() {
        List<GroupId> groups =
                timeline.stream().flatMap(stretch -> stretch.group().stream()).toList();
        int hops = 0;
        for (int i = 1; i < groups.size(); i++) {
            hops += groups.get(i).equals(groups.get(i - 1)) ? 0 : 1;
        }
        return hops;
    }

    /** The group that has it, or else had it last, if any ever did. */
    Optional<GroupId> lastGroup() {
        for (int i = timeline.size() - 1; i >= 0; i--) {
            if (timeline.get(i).group().isPresent()) {
                return timeline.get(i).group();
            }
        }
        return Optional.empty();
    }

    /** Whether {@code caller} is the requester, or acts on their behalf. */
    public boolean isOf(Caller caller) {
        return caller.onBehalfOf().orElse(caller.person()).equals(requester);
    }

    /** To which manager it was escalated last, if it was. */
    public Optional<PersonId> lastManager() {
        for (int i = escalations.size() - 1; i >= 0; i--) {
            if (escalations.get(i).manager().isPresent()) {
                return escalations.get(i).manager();
            }
        }
        return Optional.empty();
    }

    /** Returns this ticket in {@code to}, waiting for {@code newHold} if that is given and {@code to} is a status of waiting. */
    public Ticket moved(Status to, Optional<Hold> newHold, Occurrence when) {
        Instant at = when.occurredAt();
        Ticket moved = withStatus(to)
                .withHold(to.phase() == Phase.WAITING ? newHold.map(h -> h.begunAt(at)) : Optional.empty())
                .withMerger(to.phase().isOpen() ? Optional.empty() : merger)
                .withResolvedAt(resolvedAt(to.phase(), at))
                .withClosedAt(to.phase().isOver() ? closedAt.or(() -> Optional.of(at)) : Optional.empty());
        return moved.touched(when);
    }

    private Optional<Instant> resolvedAt(Phase to, Instant at) {
        return switch (to) {
            case RESOLVED -> resolvedAt.or(() -> Optional.of(at));
            case CLOSED, CANCELLED -> resolvedAt;
            case NEW, ACTIVE, WAITING -> Optional.empty();
        };
    }

    /** Returns this ticket given to others. */
    public Ticket assigned(Optional<GroupId> toGroup, Optional<PersonId> toPerson, Occurrence when) {
        boolean fromOneToAnother = differs(group, toGroup) || differs(assignee, toPerson);
        return withGroup(toGroup)
                .withAssignee(toPerson)
                .withReassignments(fromOneToAnother ? reassignments + 1 : reassignments)
                .withAcceptedAt(Optional.empty())
                .touched(when);
    }

    private static <T> boolean differs(Optional<T> before, Optional<T> after) {
        return before.isPresent() && !before.equals(after);
    }

    /** Returns this ticket with a link more. */
    public Ticket linked(Link link, Occurrence when) {
        Set<Link> more = new HashSet<>(links);
        more.add(link);
        return withLinks(more).touched(when);
    }

    /** Returns this ticket with a link less. */
    public Ticket unlinked(Link link, Occurrence when) {
        Set<Link> fewer = new HashSet<>(links);
        fewer.remove(link);
        return withLinks(fewer).touched(when);
    }

    /** Returns this ticket in {@code to}, merged into another, at which it points as its duplicate. */
    Ticket merged(Status to, Merger into, Occurrence when) {
        return moved(to, Optional.empty(), when)
                .withMerger(into)
                .linked(Link.of(LinkType.DUPLICATE_OF.value(), into.into()), when);
    }

    /** Returns this ticket in {@code to}, merged no longer. */
    Ticket unmerged(Status to, Merger from, Occurrence when) {
        return moved(to, Optional.empty(), when)
                .withMerger(Optional.empty())
                .unlinked(Link.of(LinkType.DUPLICATE_OF.value(), from.into()), when);
    }

    /** Returns this ticket as last changed by {@code when}, with its timeline brought up to date. */
    public Ticket touched(Occurrence when) {
        Stretch last = timeline.get(timeline.size() - 1);
        Instant from = when.occurredAt().isBefore(last.from()) ? last.from() : when.occurredAt();
        Stretch now = new Stretch(from, status, hold.map(Hold::reason), group, assignee);
        Ticket touched = withUpdatedAt(when.occurredAt());
        if (now.isLike(last)) {
            return touched;
        }
        List<Stretch> longer = new ArrayList<>(timeline);
        if (last.from().equals(from)) {
            // What changes several things at one instant makes one stretch, not some of no length.
            longer.remove(longer.size() - 1);
        }
        if (longer.isEmpty() || !now.isLike(longer.get(longer.size() - 1))) {
            longer.add(now);
        }
        return touched.withTimeline(longer);
    }

    public static final class Builder extends TicketBuilder {
        Builder() {}
    }
}
