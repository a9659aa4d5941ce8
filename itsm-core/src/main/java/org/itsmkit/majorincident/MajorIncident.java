package org.itsmkit.majorincident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * An incident that is led, not only worked on. What was said in updates and entries stands in its journal, so that the record stays
 * small.
 *
 * @param number what people quote, such as MAJ0000042
 * @param title that of the incident, when this was proposed
 * @param incident which incident it is
 * @param service the service concerned, when this was proposed
 * @param managers who was told of the proposal, if anybody
 * @param status where it stands
 * @param proposedBy who proposed it last; the system if a trigger did
 * @param reason why
 * @param trigger the name of the tenant's trigger, if one did
 * @param roles who plays which role; each role at most once
 * @param clocks whom to tell, and when next; each audience once
 * @param updates how many updates were sent
 * @param updatesLate how many of them came after they were due
 * @param relapses how often it came back
 * @param entries the places, in the journal, of what stands in the timeline uncorrected
 * @param findings what the review found, once it did
 * @param actionItems what is to be done, in the order of their numbers
 * @param milestones when it reached what it is measured by
 * @param openedAt when it was proposed first
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record MajorIncident(
        String number,
        String title,
        RecordRef incident,
        Optional<ServiceId> service,
        Optional<GroupId> managers,
        Status status,
        PersonId proposedBy,
        String reason,
        Optional<String> trigger,
        List<RoleHolder> roles,
        List<UpdateClock> clocks,
        int updates,
        int updatesLate,
        int relapses,
        List<Long> entries,
        Optional<Findings> findings,
        List<ActionItem> actionItems,
        Milestones milestones,
        Instant openedAt,
        Instant updatedAt)
        implements WithMajorIncident {

    public MajorIncident {
        roles = List.copyOf(roles);
        clocks = List.copyOf(clocks);
        entries = List.copyOf(entries);
        actionItems = List.copyOf(actionItems);
        Objects.requireNonNull(status, "status");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Who plays {@code role}, if anybody does. */
    public Optional<PersonId> holder(MajorRole role) {
        return roles.stream()
                .filter(holder -> holder.role().equals(role))
                .map(RoleHolder::person)
                .findFirst();
    }

    /** Who sees to it that everybody is told in time: the communications lead, else the commander, if there is either. */
    public Optional<PersonId> informer() {
        return holder(MajorRole.COMMUNICATIONS_LEAD).or(() -> holder(MajorRole.COMMANDER));
    }

    /** When {@code audience} is to be told, if it is in the plan. */
    public Optional<UpdateClock> clock(String audience) {
        return clocks.stream()
                .filter(clock -> clock.audience().name().equals(audience))
                .findFirst();
    }

    /** When somebody is to be told next, if anybody is. */
    public Optional<Instant> nextUpdateDue() {
        return clocks.stream().flatMap(clock -> clock.nextDue().stream()).min(Instant::compareTo);
    }

    /** The action item of that number, if there is one. */
    public Optional<ActionItem> actionItem(int itemNumber) {
        return actionItems.stream().filter(item -> item.number() == itemNumber).findFirst();
    }

    MajorIncident moved(Status to, Occurrence when) {
        return withStatus(to).touched(when);
    }

    MajorIncident touched(Occurrence when) {
        return withUpdatedAt(when.occurredAt());
    }

    MajorIncident withHolder(MajorRole role, Optional<PersonId> person, Occurrence when) {
        List<RoleHolder> others = new ArrayList<>(roles);
        others.removeIf(holder -> holder.role().equals(role));
        person.ifPresent(who -> others.add(new RoleHolder(role, who, when.occurredAt())));
        return withRoles(others);
    }

    MajorIncident withEachClock(UnaryOperator<UpdateClock> change) {
        return withClocks(clocks.stream().map(change).toList());
    }

    MajorIncident withClock(String audience, UnaryOperator<UpdateClock> change) {
        return withEachClock(clock -> clock.audience().name().equals(audience) ? change.apply(clock) : clock);
    }

    MajorIncident withMilestones(UnaryOperator<Milestones> change) {
        return withMilestones(change.apply(milestones));
    }

    public static final class Builder extends MajorIncidentBuilder {
        Builder() {}
    }
}
