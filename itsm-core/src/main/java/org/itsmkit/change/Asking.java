package org.itsmkit.change;

import io.vavr.control.Either;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.itsmkit.approval.ApprovalRequest;
import org.itsmkit.approval.ApprovalRule;
import org.itsmkit.approval.Roll;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Facts;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/** Settles who is asked to approve a change: who belongs to its authorities at this moment, and neither wants it nor is to make it. */
final class Asking {

    private Asking() {}

    static Needs needs(ApprovalRule rule) {
        Needs needs = Needs.none();
        for (Voters voters : rule.allVoters()) {
            if (voters instanceof Voters.Members members) {
                needs = needs.and(Needs.members(members.group()));
            } else if (voters instanceof Voters.Holders holders) {
                needs = needs.and(Needs.holders(holders.role()));
            }
        }
        return needs;
    }

    static Either<Rejection, ApprovalRequest> of(Change change, ApprovalStep step, Context context) {
        return ApprovalRequest.ask(
                step.rule(),
                step.terms(),
                roll(step.rule(), context.facts()),
                own(change),
                change.content(),
                context.at());
    }

    /** Whose own it is: who asked for it, who drafted it, and who is to make it. */
    static Set<PersonId> own(Change change) {
        Set<PersonId> own = new HashSet<>(Set.of(change.ticket().requester()));
        own.add(change.ticket().openedBy());
        change.ticket().assignee().ifPresent(own::add);
        return own;
    }

    private static Roll roll(ApprovalRule rule, Facts facts) {
        Map<GroupId, Set<PersonId>> groups = new HashMap<>();
        Map<String, Set<PersonId>> roles = new HashMap<>();
        for (Voters voters : rule.allVoters()) {
            if (voters instanceof Voters.Members members) {
                groups.put(members.group(), facts.members(members.group()));
            } else if (voters instanceof Voters.Holders holders) {
                roles.put(holders.role(), facts.holders(holders.role()));
            }
        }
        return new Roll(groups, roles);
    }
}
