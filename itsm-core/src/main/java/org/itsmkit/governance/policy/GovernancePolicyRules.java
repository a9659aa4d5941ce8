package org.itsmkit.governance.policy;

import static org.itsmkit.governance.policy.GovernancePolicyLifecycle.DRAFT_IT;
import static org.itsmkit.governance.policy.GovernancePolicyLifecycle.ENACT;
import static org.itsmkit.governance.policy.GovernancePolicyLifecycle.GRANT_WAIVER;
import static org.itsmkit.governance.policy.GovernancePolicyLifecycle.HAND_OVER;
import static org.itsmkit.governance.policy.GovernancePolicyLifecycle.REINSTATE;
import static org.itsmkit.governance.policy.GovernancePolicyLifecycle.REJECT;
import static org.itsmkit.governance.policy.GovernancePolicyLifecycle.REVOKE_WAIVER;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;

/** What is permitted with a policy. */
public final class GovernancePolicyRules {

    private GovernancePolicyRules() {}

    /** All rules of policies. */
    public static Policy<GovernancePolicy> standard() {
        return Policy.of(
                ownerIsKnown(),
                nameIsFree(),
                somethingIsProposed(),
                nobodyEnactsTheirOwn(),
                waivedIsKnown(),
                nobodyWaivesForThemselves(),
                waiversHaveRoom(),
                waiverStands());
    }

    /** Who is to see to it is somebody. */
    static Rule<GovernancePolicy> ownerIsKnown() {
        return Rule.of(
                "owner-is-known",
                Set.of(DRAFT_IT, HAND_OVER),
                p -> owner(p).map(person -> isUnknown(p, person)).orElse(false),
                "Nobody knows this owner.");
    }

    private static Optional<PersonId> owner(Proposal<GovernancePolicy> proposal) {
        return proposal.intention(GovernancePolicyCommand.Draft.class)
                .map(GovernancePolicyCommand.Draft::owner)
                .or(() -> proposal.intention(GovernancePolicyCommand.HandOver.class)
                        .map(GovernancePolicyCommand.HandOver::owner));
    }

    private static boolean isUnknown(Proposal<GovernancePolicy> proposal, PersonId person) {
        return proposal.context().facts().person(person).isEmpty();
    }

    /**
     * A name stands for one policy: not for another draft when it is drafted, nor for another that was ever enacted when it is first. What
     * is committed at the same moment is not seen; should two come into force so, both object under the one code.
     */
    static Rule<GovernancePolicy> nameIsFree() {
        return Rule.of(
                "name-is-free",
                Set.of(DRAFT_IT, ENACT),
                p -> p.intention(GovernancePolicyCommand.Draft.class)
                                .filter(draft -> GovernancePolicies.isName(draft.name()))
                                .map(draft -> p.context().facts().count(GovernancePolicies.named(draft.name())) > 0)
                                .orElse(false)
                        || of(
                                p,
                                GovernancePolicyCommand.Enact.class,
                                (policy, enact) -> policy.version() == 0
                                        && p.context().facts().count(GovernancePolicies.enacted(policy.name())) > 0),
                "Another policy has this name.");
    }

    /** There is something to say yes or no to. */
    static Rule<GovernancePolicy> somethingIsProposed() {
        return Rule.of(
                "something-is-proposed",
                Set.of(ENACT, REJECT),
                p -> is(p, policy -> policy.proposed().isEmpty()),
                "Nothing is proposed that could be enacted.");
    }

    /** Controls come into force by somebody who did not write them, nor speaks for one who did; and so they do again. */
    static Rule<GovernancePolicy> nobodyEnactsTheirOwn() {
        return Rule.of(
                "nobody-enacts-their-own",
                Set.of(ENACT, REINSTATE),
                p -> is(p, policy -> {
                    Caller caller = p.context().caller();
                    Set<PersonId> authors = p.action().equals(ENACT)
                            ? policy.proposed().map(ProposedControls::authors).orElse(Set.of())
                            : policy.authors();
                    return authors.contains(caller.person())
                            || caller.onBehalfOf().map(authors::contains).orElse(false);
                }),
                "Nobody enacts or reinstates what they wrote.");
    }

    /** For whom a policy is waived is somebody. */
    static Rule<GovernancePolicy> waivedIsKnown() {
        return Rule.of(
                "waived-is-known",
                Set.of(GRANT_WAIVER),
                p -> of(
                        p,
                        WaiverCommand.Grant.class,
                        (policy, grant) -> grant.waived() instanceof Waived.OfPerson of && isUnknown(p, of.person())),
                "Nobody knows whom this would be waived for.");
    }

    /** Who grants a waiver has nothing of it themselves: neither as that person nor by that role, nor for whom they speak. */
    static Rule<GovernancePolicy> nobodyWaivesForThemselves() {
        return Rule.of(
                "nobody-waives-for-themselves",
                Set.of(GRANT_WAIVER),
                p -> of(p, WaiverCommand.Grant.class, (policy, grant) -> {
                    Caller caller = p.context().caller();
                    if (grant.waived() instanceof Waived.OfPerson of) {
                        return caller.person().equals(of.person())
                                || caller.onBehalfOf().equals(Optional.of(of.person()));
                    }
                    return grant.waived() instanceof Waived.OfRole of
                            && caller.roles().contains(of.role());
                }),
                "Nobody grants a waiver to themselves.");
    }

    /** Exceptions stay exceptions. */
    static Rule<GovernancePolicy> waiversHaveRoom() {
        return Rule.of(
                "waivers-have-room",
                Set.of(GRANT_WAIVER),
                p -> is(p, policy -> policy.waiversAhead(p.context().at()) >= GovernancePolicy.MOST_WAIVERS),
                "A policy has at most " + GovernancePolicy.MOST_WAIVERS + " waivers that are not over.");
    }

    /** What is taken back is there, and not over. */
    static Rule<GovernancePolicy> waiverStands() {
        return Rule.of(
                "waiver-stands",
                Set.of(REVOKE_WAIVER),
                p -> of(
                        p,
                        WaiverCommand.Revoke.class,
                        (policy, revoke) -> policy.waiver(revoke.waiver())
                                .map(waiver -> waiver.isOver(p.context().at()))
                                .orElse(true)),
                "There is no such waiver, or it is over.");
    }

    private static boolean is(Proposal<GovernancePolicy> proposal, Predicate<GovernancePolicy> question) {
        return proposal.record().map(question::test).orElse(false);
    }

    private static <C> boolean of(
            Proposal<GovernancePolicy> proposal, Class<C> type, BiPredicate<GovernancePolicy, C> question) {
        return proposal.intention(type)
                .flatMap(command -> proposal.record().map(policy -> question.test(policy, command)))
                .orElse(false);
    }
}
