package org.itsmkit.majorincident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Ticketed;

/** What is permitted with a major incident. */
public final class MajorIncidentPolicy {

    private MajorIncidentPolicy() {}

    /** All rules of major incidents. */
    public static Policy<MajorIncident> standard() {
        return new Policy<>(List.of(
                timeGoesForward(),
                incidentIsKnown(),
                incidentIsNotOver(),
                oneForEachIncident(),
                thereIsACommander(),
                aCommanderIsKept(),
                roleHolderIsKnown(),
                roleChangesHands(),
                roleIsHeld(),
                audienceIsPlanned(),
                finalUpdateAfterRestoration(),
                everybodyGotTheFinalUpdate(),
                timelineHasRoom(),
                correctedEntryStands(),
                actionItemsHaveRoom(),
                actionItemOwnerIsKnown(),
                actionItemIsOpen(),
                actionItemGoesOnSomewhere(),
                reviewIsDone(),
                actionItemsAreSettled()));
    }

    /** Nothing happens before what has happened already: clocks that ran on it would have been wrong. */
    static Rule<MajorIncident> timeGoesForward() {
        return Rule.of(
                "time-goes-forward",
                Set.of(),
                p -> p.record()
                        .map(major -> p.context().at().isBefore(major.updatedAt()))
                        .orElse(false),
                "This would have happened before the major incident's last change.");
    }

    /** What is proposed is an incident of which the proposer may know. */
    static Rule<MajorIncident> incidentIsKnown() {
        return Rule.of(
                "incident-is-known",
                Set.of(MajorIncidentLifecycle.PROPOSE),
                p -> incident(p).map(ref -> !p.context().facts().exists(ref)).orElse(false),
                "There is no such incident.");
    }

    /** What is proposed still goes on, or has only just been resolved. */
    static Rule<MajorIncident> incidentIsNotOver() {
        return Rule.of(
                "incident-is-not-over",
                Set.of(MajorIncidentLifecycle.PROPOSE, MajorIncidentLifecycle.PROPOSE_AGAIN),
                p -> incident(p)
                        .flatMap(ref -> p.context().facts().record(ref, Ticketed.class))
                        .map(ticketed -> ticketed.ticket().phase().isOver())
                        .orElse(false),
                "The incident is over.");
    }

    /** An incident is one major incident at most. */
    static Rule<MajorIncident> oneForEachIncident() {
        return Rule.of(
                "one-major-incident-for-each-incident",
                Set.of(MajorIncidentLifecycle.PROPOSE),
                p -> proposed(p)
                        .map(id -> p.context().facts().exists(MajorIncidentCommand.of(id)))
                        .orElse(false),
                "The incident was proposed already; what was rejected or demoted can be proposed again.");
    }

    /** Nothing is led without somebody who leads. */
    static Rule<MajorIncident> thereIsACommander() {
        return Rule.of(
                "there-is-a-commander",
                Set.of(MajorIncidentLifecycle.ACCEPT),
                p -> p.intention(MajorIncidentCommand.Accept.class)
                        .map(accept -> accept.commander().isEmpty()
                                && p.record()
                                        .flatMap(major -> major.holder(MajorRole.COMMANDER))
                                        .isEmpty())
                        .orElse(false),
                "A major incident has a commander before it is accepted.");
    }

    /** Who commands may hand over, and not just leave. */
    static Rule<MajorIncident> aCommanderIsKept() {
        return Rule.of(
                "a-commander-is-kept",
                Set.of(MajorIncidentLifecycle.VACATE_ROLE),
                p -> p.intention(RoleCommand.VacateRole.class)
                        .map(vacate -> vacate.role().equals(MajorRole.COMMANDER)
                                && p.record()
                                        .map(major -> major.status().phase() != Phase.NEW)
                                        .orElse(false))
                        .orElse(false),
                "A major incident that was accepted keeps a commander: hand the role over.");
    }

    /** A role is given only to a person who exists. */
    static Rule<MajorIncident> roleHolderIsKnown() {
        return Rule.of(
                "role-holder-is-known",
                Set.of(MajorIncidentLifecycle.ASSIGN_ROLE, MajorIncidentLifecycle.ACCEPT),
                p -> p.intention(RoleCommand.AssignRole.class)
                        .map(RoleCommand.AssignRole::person)
                        .or(() -> p.intention(MajorIncidentCommand.Accept.class)
                                .flatMap(MajorIncidentCommand.Accept::commander))
                        .map(person -> p.context().facts().person(person).isEmpty())
                        .orElse(false),
                "There is no such person.");
    }

    /** A role is given to somebody who does not have it. */
    static Rule<MajorIncident> roleChangesHands() {
        return Rule.of(
                "role-changes-hands",
                Set.of(MajorIncidentLifecycle.ASSIGN_ROLE),
                p -> p.intention(RoleCommand.AssignRole.class)
                        .flatMap(assign -> p.record()
                                .map(major -> major.holder(assign.role()).equals(Optional.of(assign.person()))))
                        .orElse(false),
                "The role is theirs already.");
    }

    /** A role that is left is one that somebody has. */
    static Rule<MajorIncident> roleIsHeld() {
        return Rule.of(
                "role-is-held",
                Set.of(MajorIncidentLifecycle.VACATE_ROLE),
                p -> p.intention(RoleCommand.VacateRole.class)
                        .flatMap(vacate -> p.record()
                                .map(major -> major.holder(vacate.role()).isEmpty()))
                        .orElse(false),
                "Nobody has this role.");
    }

    /** Updates go to those who are in the plan. */
    static Rule<MajorIncident> audienceIsPlanned() {
        return Rule.of(
                "audience-is-planned",
                Set.of(MajorIncidentLifecycle.INFORM),
                p -> p.intention(CommunicationCommand.Inform.class)
                        .flatMap(inform -> p.record()
                                .map(major -> major.clock(inform.audience()).isEmpty()))
                        .orElse(false),
                "There is no such audience in the communication plan.");
    }

    /** While a service does not work, nobody is told for the last time. */
    static Rule<MajorIncident> finalUpdateAfterRestoration() {
        return Rule.of(
                "final-update-after-restoration",
                Set.of(MajorIncidentLifecycle.INFORM),
                p -> p.intention(CommunicationCommand.Inform.class)
                        .map(inform -> inform.isFinal()
                                && p.record()
                                        .map(major -> major.status().phase() != Phase.RESOLVED)
                                        .orElse(false))
                        .orElse(false),
                "The final update comes after the service works again.");
    }

    /** Before people look back, everybody was told that it is over. */
    static Rule<MajorIncident> everybodyGotTheFinalUpdate() {
        return Rule.of(
                "everybody-got-the-final-update",
                Set.of(MajorIncidentLifecycle.BEGIN_REVIEW),
                p -> p.record()
                        .map(major -> !major.clocks().stream().allMatch(UpdateClock::isFinished))
                        .orElse(false),
                "Some audience has not got the final update.");
    }

    /** A timeline can be read. */
    static Rule<MajorIncident> timelineHasRoom() {
        return Rule.of(
                "timeline-has-room",
                Set.of(MajorIncidentLifecycle.ENTER),
                p -> p.intention(CommunicationCommand.Enter.class)
                        .flatMap(enter -> p.record()
                                .map(major -> enter.corrects().isEmpty()
                                        && major.entries().size() >= CommunicationCommand.Enter.MAX_ENTRIES))
                        .orElse(false),
                "The timeline has no room for more than " + CommunicationCommand.Enter.MAX_ENTRIES + " entries.");
    }

    /** What is corrected is an entry, and stands as it was corrected last. */
    static Rule<MajorIncident> correctedEntryStands() {
        return Rule.of(
                "corrected-entry-stands",
                Set.of(MajorIncidentLifecycle.ENTER),
                p -> p.intention(CommunicationCommand.Enter.class)
                        .flatMap(CommunicationCommand.Enter::corrects)
                        .flatMap(place ->
                                p.record().map(major -> !major.entries().contains(place)))
                        .orElse(false),
                "No entry stands there that could be corrected.");
    }

    /** What is to be done can be overseen. */
    static Rule<MajorIncident> actionItemsHaveRoom() {
        return Rule.of(
                "action-items-have-room",
                Set.of(MajorIncidentLifecycle.ADD_ACTION_ITEM),
                p -> p.record()
                        .map(major -> major.actionItems().size() >= ReviewCommand.MAX_ACTION_ITEMS)
                        .orElse(false),
                "There is no room for more than " + ReviewCommand.MAX_ACTION_ITEMS + " action items.");
    }

    /** Somebody who exists sees to it. */
    static Rule<MajorIncident> actionItemOwnerIsKnown() {
        return Rule.of(
                "action-item-owner-is-known",
                Set.of(MajorIncidentLifecycle.ADD_ACTION_ITEM),
                p -> p.intention(ReviewCommand.AddActionItem.class)
                        .map(add -> p.context().facts().person(add.owner()).isEmpty())
                        .orElse(false),
                "There is no such person.");
    }

    /** An item is settled once. */
    static Rule<MajorIncident> actionItemIsOpen() {
        return Rule.of(
                "action-item-is-open",
                Set.of(MajorIncidentLifecycle.SETTLE_ACTION_ITEM),
                p -> p.intention(ReviewCommand.SettleActionItem.class)
                        .flatMap(settle -> p.record()
                                .map(major -> major.actionItem(settle.number())
                                        .filter(item -> item.state() == ActionItem.State.OPEN)
                                        .isEmpty()))
                        .orElse(false),
                "There is no such open action item.");
    }

    /** What is handed over goes on in a record that exists. */
    static Rule<MajorIncident> actionItemGoesOnSomewhere() {
        return Rule.of(
                "action-item-goes-on-somewhere",
                Set.of(MajorIncidentLifecycle.SETTLE_ACTION_ITEM),
                p -> p.intention(ReviewCommand.SettleActionItem.class)
                        .flatMap(ReviewCommand.SettleActionItem::handedOverTo)
                        .map(ref -> !p.context().facts().exists(ref))
                        .orElse(false),
                "There is no such record.");
    }

    /** It is over when people have looked back. */
    static Rule<MajorIncident> reviewIsDone() {
        return Rule.of(
                "review-is-done",
                Set.of(MajorIncidentLifecycle.CLOSE),
                p -> p.record().map(major -> major.findings().isEmpty()).orElse(false),
                "The review has not recorded what it found.");
    }

    /** It is over when everything is done, dropped, or goes on elsewhere. */
    static Rule<MajorIncident> actionItemsAreSettled() {
        return Rule.of(
                "action-items-are-settled",
                Set.of(MajorIncidentLifecycle.CLOSE),
                p -> p.record()
                        .map(major ->
                                major.actionItems().stream().anyMatch(item -> item.state() == ActionItem.State.OPEN))
                        .orElse(false),
                "Some action item is open.");
    }

    private static Optional<RecordId> proposed(Proposal<MajorIncident> proposal) {
        return proposal.intention(MajorIncidentCommand.Propose.class)
                .map(MajorIncidentCommand.Propose::incident)
                .or(() -> proposal.intention(MajorIncidentCommand.ProposeIfTriggered.class)
                        .map(MajorIncidentCommand.ProposeIfTriggered::incident));
    }

    private static Optional<RecordRef> incident(Proposal<MajorIncident> proposal) {
        return proposed(proposal)
                .map(id -> RecordRef.of(MajorIncidents.INCIDENT, id))
                .or(() -> proposal.intention(MajorIncidentCommand.ProposeAgain.class)
                        .flatMap(again -> proposal.record().map(MajorIncident::incident)));
    }
}
