package org.itsmkit.change.model;

import static org.itsmkit.change.model.ChangeModelLifecycle.APPROVE;
import static org.itsmkit.change.model.ChangeModelLifecycle.HAND_OVER;
import static org.itsmkit.change.model.ChangeModelLifecycle.PROPOSE;
import static org.itsmkit.change.model.ChangeModelLifecycle.RECORD_USE;
import static org.itsmkit.change.model.ChangeModelLifecycle.REINSTATE;
import static org.itsmkit.change.model.ChangeModelLifecycle.REJECT;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;

/** What is permitted with a change model. */
public final class ChangeModelPolicy {

    private ChangeModelPolicy() {}

    /** All rules of change models. */
    public static Policy<ChangeModel> standard() {
        return Policy.of(ownerIsKnown(), somethingIsProposed(), nobodyApprovesTheirOwn(), usedOnceApproved());
    }

    /** Who is to see to it is somebody. */
    static Rule<ChangeModel> ownerIsKnown() {
        return Rule.of(
                "owner-is-known",
                Set.of(PROPOSE, HAND_OVER),
                p -> owner(p).map(person -> p.context().facts().person(person).isEmpty())
                        .orElse(false),
                "Nobody knows this owner.");
    }

    private static Optional<PersonId> owner(Proposal<ChangeModel> proposal) {
        return proposal.intention(ChangeModelCommand.Propose.class)
                .map(ChangeModelCommand.Propose::owner)
                .or(() ->
                        proposal.intention(ChangeModelCommand.HandOver.class).map(ChangeModelCommand.HandOver::owner));
    }

    /** There is something to say yes or no to. */
    static Rule<ChangeModel> somethingIsProposed() {
        return Rule.of(
                "something-is-proposed",
                Set.of(APPROVE, REJECT),
                p -> is(p, model -> model.proposed().isEmpty()),
                "Nothing is proposed that could be approved.");
    }

    /** A model is approved by somebody who did not propose it, nor speaks for one who did; and so is it reinstated. */
    static Rule<ChangeModel> nobodyApprovesTheirOwn() {
        return Rule.of(
                "nobody-approves-their-own",
                Set.of(APPROVE, REINSTATE),
                p -> is(p, model -> {
                    Caller caller = p.context().caller();
                    Set<PersonId> proposers = p.action().equals(APPROVE)
                            ? model.proposed().map(ProposedProcedure::proposers).orElse(Set.of())
                            : model.proposers();
                    return proposers.contains(caller.person())
                            || caller.onBehalfOf().map(proposers::contains).orElse(false);
                }),
                "Nobody approves or reinstates what they proposed.");
    }

    /** Changes are made by what was approved, if only once; it may be suspended or retired before they are over. */
    static Rule<ChangeModel> usedOnceApproved() {
        return Rule.of(
                "used-once-approved",
                Set.of(RECORD_USE),
                p -> is(p, model -> model.version() == 0),
                "No change was made by what nobody has approved.");
    }

    private static boolean is(Proposal<ChangeModel> proposal, Predicate<ChangeModel> question) {
        return proposal.record().map(question::test).orElse(false);
    }
}
