package org.itsmkit.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;

/**
 * Who belongs to which group and has which role, at the moment when an approval is asked for.
 *
 * @param groups the members of each; may be empty
 * @param roles the holders of each; may be empty
 */
public record Roll(Map<GroupId, Set<PersonId>> groups, Map<String, Set<PersonId>> roles) {

    public Roll {
        groups = Map.copyOf(groups);
        roles = Map.copyOf(roles);
    }

    /** Nothing is known of any group or role. */
    public static Roll empty() {
        return new Roll(Map.of(), Map.of());
    }

    /** Returns this with these members of a group. */
    public Roll withGroup(GroupId group, PersonId... members) {
        Map<GroupId, Set<PersonId>> more = new HashMap<>(groups);
        more.put(group, Set.of(members));
        return new Roll(more, roles);
    }

    /** Returns this with these holders of a role. */
    public Roll withRole(String role, PersonId... holders) {
        Map<String, Set<PersonId>> more = new HashMap<>(roles);
        more.put(role, Set.of(holders));
        return new Roll(groups, more);
    }

    /**
     * Returns which people these are.
     *
     * @throws IllegalArgumentException if nothing is said of the group or role
     */
    public Set<PersonId> people(Voters voters) {
        if (voters instanceof Voters.People fixed) {
            return fixed.people();
        }
        Optional<Set<PersonId>> found = voters instanceof Voters.Members members
                ? Optional.ofNullable(groups.get(members.group()))
                : voters instanceof Voters.Holders holders
                        ? Optional.ofNullable(roles.get(holders.role()))
                        : Optional.empty();
        return found.orElseThrow(() -> new IllegalArgumentException("the roll says nothing of " + voters));
    }
}
