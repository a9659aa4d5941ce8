package org.itsmkit.approval;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.spi.PersonId;

/**
 * Who stands in for whom. Chains are followed: whoever stands in for Ben stands in for those too for whom Ben does, and circles do no
 * harm. A chain ends at whoever is excluded, so that nobody has their own approved by a delegate of theirs.
 *
 * @param all in any order; the same person may have several delegates, of whom the first to vote is heard
 */
public record Delegations(List<Delegation> all) {

    public Delegations {
        all = List.copyOf(all);
    }

    /** These. */
    public static Delegations of(Delegation... all) {
        return new Delegations(List.of(all));
    }

    /** Nobody stands in for anybody. */
    public static Delegations none() {
        return of();
    }

    /**
     * Returns for whom {@code delegate} may vote at {@code at}, besides for themself.
     *
     * @param excluded who may have no part in it
     */
    public Set<PersonId> representedBy(PersonId delegate, Instant at, Set<PersonId> excluded) {
        Set<PersonId> found = new LinkedHashSet<>();
        Set<PersonId> seen = new HashSet<>(excluded);
        Deque<PersonId> ahead = new ArrayDeque<>();
        if (seen.add(delegate)) {
            ahead.add(delegate);
        }
        while (!ahead.isEmpty()) {
            PersonId to = ahead.remove();
            for (Delegation delegation : all) {
                if (delegation.to().equals(to) && delegation.holdsAt(at) && seen.add(delegation.from())) {
                    found.add(delegation.from());
                    ahead.add(delegation.from());
                }
            }
        }
        return Electorate.inOrder(found);
    }

    /** All who stand in for anybody at some time. */
    Set<PersonId> delegates() {
        return all.stream().map(Delegation::to).collect(Collectors.toSet());
    }
}
