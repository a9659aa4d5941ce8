package org.itsmkit.approval;

import java.util.Objects;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;

/** Who votes, before it is settled which people these are. */
public sealed interface Voters {

    /**
     * These people.
     *
     * @param people in the order of their ids; may be empty
     */
    record People(Set<PersonId> people) implements Voters {
        public People {
            people = Electorate.inOrder(people);
        }
    }

    /** Who belongs to the group when the approval is asked for. */
    record Members(GroupId group) implements Voters {
        public Members {
            Objects.requireNonNull(group, "group");
        }
    }

    /**
     * Who has the role when the approval is asked for.
     *
     * @param role by {@link Keys#requireCode}
     */
    record Holders(String role) implements Voters {
        public Holders {
            Keys.requireCode(role, "role");
        }
    }

    /** These people. */
    static Voters people(PersonId... people) {
        return new People(Set.of(people));
    }

    /** Who belongs to the group. */
    static Voters members(GroupId group) {
        return new Members(group);
    }

    /** Who has the role. */
    static Voters holders(String role) {
        return new Holders(role);
    }
}
