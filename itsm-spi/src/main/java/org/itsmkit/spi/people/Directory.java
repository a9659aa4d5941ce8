package org.itsmkit.spi.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;

/**
 * Who is there. The host's own users, groups and rotas; asked before a decision, never during one.
 *
 * <p>Implementations are safe for use by many threads. One that cannot answer throws; the command is then not carried out.
 */
public interface Directory {

    /** Returns the person, if the tenant has them and they may act today. */
    Optional<Person> person(TenantId tenant, PersonId id);

    /** Returns the group, if the tenant has it. */
    Optional<Group> group(TenantId tenant, GroupId id);

    /** Returns the members of the group; empty if there is no such group. */
    Set<PersonId> members(TenantId tenant, GroupId id);

    /** Returns the groups the person is a member of; empty if there is no such person. */
    Set<GroupId> groupsOf(TenantId tenant, PersonId id);

    /** Returns whom the person reports to, if anyone. */
    Optional<PersonId> managerOf(TenantId tenant, PersonId id);

    /** Returns who of the group is on call at {@code at}, the first to be called first; empty if nobody is. */
    List<PersonId> onCall(TenantId tenant, GroupId id, Instant at);

    /** In which time zone the person works, if it is known; it is not unless overridden. */
    default Optional<ZoneId> zoneOf(TenantId tenant, PersonId id) {
        return Optional.empty();
    }

    /**
     * Returns who always holds the role, as {@link Person#roles()} say; none unless overridden. Asked where people are found by their
     * role, as those who approve may be.
     */
    default Set<PersonId> holders(TenantId tenant, String role) {
        return Set.of();
    }

    /** Whether the person is a member of the group. */
    default boolean isMember(TenantId tenant, PersonId person, GroupId group) {
        return members(tenant, group).contains(person);
    }
}
