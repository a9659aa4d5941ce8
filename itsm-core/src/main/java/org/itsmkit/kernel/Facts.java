package org.itsmkit.kernel;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Group;
import org.itsmkit.spi.people.Person;

/**
 * What was loaded because a command {@linkplain Command#needs needs} it. What was not asked for cannot be had: every method throws
 * {@link IllegalStateException} for it, for a decision that relies on it could be wrong without notice.
 */
public interface Facts {

    /**
     * The other record, if it exists, is of that class, and the caller may know of it.
     *
     * @param type the class of its kind
     */
    <T> Optional<T> record(RecordRef ref, Class<T> type);

    /** Whether the other record exists and the caller may know of it. */
    boolean exists(RecordRef ref);

    /**
     * The record and all that it leads to by links of that type, itself included; empty if that are too many to follow, more than
     * 1,000, or if there is no such record or the caller may not know of it. A record of a kind that is not carried leads nowhere.
     */
    Optional<Set<RecordRef>> ancestry(Needs.Ancestry ancestry);

    /**
     * How many records point there, those included of which the caller may not know. Nothing guards it: what others commit at the same
     * time is not seen.
     */
    long pointing(Needs.Pointing pointing);

    /**
     * How many records of that sort there are, those included of which the caller may not know, and what this commit changes with them.
     * Nothing guards it: what others commit at the same time is not seen.
     */
    long count(Needs.Counting counting);

    /** The person, if the directory knows them. */
    Optional<Person> person(PersonId id);

    /** Whom the person reports to, if anyone. */
    Optional<PersonId> managerOf(PersonId id);

    /** In which time zone the person works, if the directory knows. */
    Optional<ZoneId> zoneOf(PersonId id);

    /** The group, if the directory knows it. */
    Optional<Group> group(GroupId id);

    /** Whether the person, who must have been asked for, is a member of the group, which must too. */
    boolean isMember(PersonId person, GroupId group);

    /** Who belongs to the group when this is decided; none if there is no such group. */
    Set<PersonId> members(GroupId group);

    /** Who holds the role when this is decided, as far as the directory knows. */
    Set<PersonId> holders(String role);

    /** Whether the caller may read what of the record itself is internal to the provider. */
    boolean readsInternal();
}
