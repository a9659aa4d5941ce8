package org.itsmkit.incident;

import java.util.Set;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketPolicy;
import org.itsmkit.ticket.TierPolicy;

/** What is permitted with an incident. */
public final class IncidentPolicy {

    private IncidentPolicy() {}

    /** The rules of every ticket, and those of incidents. */
    public static Policy<Incident> standard() {
        return TicketPolicy.<Incident>standard()
                .with(detectedBeforeLogged())
                .with(theRequesterConfirms())
                .with(confirmedOnce())
                .with(TierPolicy.tierGroupIsKnown())
                .with(MilestoneRules.recordedOnce())
                .with(MilestoneRules.haveHappened())
                .with(MilestoneRules.inOrder())
                .with(MilestoneRules.thereIsADiagnosis())
                .with(TicketPolicy.mergeTargetIsNotOver())
                .with(TicketPolicy.unmergesWhatWasMerged())
                .with(triesWhatWasOffered())
                .with(theRequesterRefuses())
                .with(ReopeningPolicy.reopenedInTime())
                .with(ReopeningPolicy.reopenedByThoseWhoMay())
                .with(ReopeningPolicy.reopenedNotTooOften());
    }

    /** An incident is noticed before it is logged, or as it is. */
    static Rule<Incident> detectedBeforeLogged() {
        return Rule.of(
                "detected-before-logged",
                Set.of(IncidentLifecycle.LOG),
                p -> p.intention(IncidentCommand.Log.class)
                        .flatMap(IncidentCommand.Log::detectedAt)
                        .map(at -> at.isAfter(p.context().at()))
                        .orElse(false),
                "The incident would have been detected after it was logged.");
    }

    /** Only who is affected can say that it works again; others may say so on their behalf. */
    static Rule<Incident> theRequesterConfirms() {
        return Rule.of(
                "the-requester-confirms",
                Set.of(IncidentLifecycle.CONFIRM),
                p -> p.record().map(i -> !speaksFor(p, i.ticket().requester())).orElse(false),
                "Only the requester, or somebody on their behalf, confirms a solution.");
    }

    /** What is confirmed need not be confirmed. */
    static Rule<Incident> confirmedOnce() {
        return Rule.of(
                "confirmed-once",
                Set.of(IncidentLifecycle.CONFIRM),
                p -> p.record().map(i -> i.confirmedBy().isPresent()).orElse(false),
                "The solution is confirmed already.");
    }

    /** Only who is affected can say that the solution is none; others reopen, or say so on their behalf. */
    static Rule<Incident> theRequesterRefuses() {
        return Rule.of(
                "the-requester-refuses",
                Set.of(IncidentLifecycle.REFUSE),
                p -> p.record().map(i -> !speaksFor(p, i.ticket().requester())).orElse(false),
                "Only the requester, or somebody on their behalf, refuses a solution.");
    }

    /** Only what was offered can be tried. */
    static Rule<Incident> triesWhatWasOffered() {
        return Rule.of(
                "tries-what-was-offered",
                Set.of(IncidentLifecycle.TRY_WORKAROUND),
                p -> p.intention(WorkaroundCommand.TryWorkaround.class)
                        .flatMap(wanted -> p.record()
                                .map(i -> i.workaround(wanted.knownError()).isEmpty()))
                        .orElse(false),
                "No workaround of that known error was offered.");
    }

    private static boolean speaksFor(Proposal<Incident> proposal, PersonId requester) {
        Caller caller = proposal.context().caller();
        return caller.onBehalfOf().orElse(caller.person()).equals(requester);
    }
}
