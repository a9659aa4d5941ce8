package org.itsmkit.kernel;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;

/**
 * What a decision must know besides its own record. The engine loads it first, and the commit expects that none of these records has
 * changed since.
 *
 * @param records other records
 * @param ancestries chains of records, followed from each start by links of one type
 * @param people persons of the directory, with their groups and their manager
 * @param groups groups of the directory
 * @param pointing how many records point at others
 * @param members groups of the directory, with all their members
 * @param holders roles, with all who hold them
 * @param counted how many records there are of some sort
 * @param readsInternal whether the caller may read what of the record itself is internal to the provider
 */
public record Needs(
        Set<RecordRef> records,
        Set<Ancestry> ancestries,
        Set<PersonId> people,
        Set<GroupId> groups,
        Set<Pointing> pointing,
        Set<GroupId> members,
        Set<String> holders,
        Set<Counting> counted,
        boolean readsInternal) {

    private static final Needs NONE =
            new Needs(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    /**
     * A record and all that it leads to by links of one type, itself included.
     *
     * @param linkType the type of link that is followed
     * @param start where to begin
     */
    public record Ancestry(String linkType, RecordRef start) {
        public Ancestry {
            Objects.requireNonNull(linkType, "linkType");
            Objects.requireNonNull(start, "start");
        }
    }

    /**
     * How many records of a kind point at another by links of one type.
     *
     * @param kind the name of the kind that is counted
     * @param linkType the type of link
     * @param target what they point at
     */
    public record Pointing(String kind, String linkType, RecordRef target) {
        public Pointing {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(linkType, "linkType");
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * How many records of a kind fulfil a condition.
     *
     * @param kind the name of the kind that is counted
     * @param condition what they fulfil
     */
    public record Counting(String kind, Condition condition) {
        public Counting {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(condition, "condition");
        }
    }

    public Needs {
        records = Set.copyOf(records);
        ancestries = Set.copyOf(ancestries);
        people = Set.copyOf(people);
        groups = Set.copyOf(groups);
        pointing = Set.copyOf(pointing);
        members = Set.copyOf(members);
        holders = Set.copyOf(holders);
        counted = Set.copyOf(counted);
    }

    /** Nothing. */
    public static Needs none() {
        return NONE;
    }

    /** Another record. */
    public static Needs record(RecordRef ref) {
        return new Needs(Set.of(ref), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    /** A record and all that it leads to by links of one type. */
    public static Needs ancestry(String linkType, RecordRef start) {
        return new Needs(
                Set.of(),
                Set.of(new Ancestry(linkType, start)),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }

    /** A person. */
    public static Needs person(PersonId id) {
        return new Needs(Set.of(), Set.of(), Set.of(id), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    /** A group. */
    public static Needs group(GroupId id) {
        return new Needs(Set.of(), Set.of(), Set.of(), Set.of(id), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    /** How many records of {@code kind} point at {@code target} by links of {@code linkType}. */
    public static Needs pointing(String kind, String linkType, RecordRef target) {
        return new Needs(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(new Pointing(kind, linkType, target)),
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }

    /** Who belongs to a group. */
    public static Needs members(GroupId group) {
        return new Needs(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(group), Set.of(), Set.of(), false);
    }

    /** Who holds a role. */
    public static Needs holders(String role) {
        return new Needs(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(role), Set.of(), false);
    }

    /** How many records of a kind fulfil a condition. */
    public static Needs counting(Counting counting) {
        return new Needs(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(counting), false);
    }

    /** Whether the caller may read what of the record itself is internal to the provider. */
    public static Needs internal() {
        return new Needs(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true);
    }

    /** All of this and all of {@code other}. */
    public Needs and(Needs other) {
        if (other.equals(NONE)) {
            return this;
        }
        return equals(NONE)
                ? other
                : new Needs(
                        union(records, other.records),
                        union(ancestries, other.ancestries),
                        union(people, other.people),
                        union(groups, other.groups),
                        union(pointing, other.pointing),
                        union(members, other.members),
                        union(holders, other.holders),
                        union(counted, other.counted),
                        readsInternal || other.readsInternal);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
