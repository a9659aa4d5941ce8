package org.itsmkit.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Group;
import org.itsmkit.spi.people.Person;

/**
 * People and groups that do not change, the same for every tenant: for tests, examples and small hosts. Everybody in a group is on call,
 * in the order in which they were added. Immutable; safe for use by many threads.
 */
public final class FixedDirectory implements Directory {

    private final Map<PersonId, Person> people;
    private final Map<GroupId, Group> groups;
    private final Map<GroupId, Set<PersonId>> members;
    private final Map<PersonId, PersonId> managers;
    private final Map<PersonId, ZoneId> zones;

    private FixedDirectory(Builder builder) {
        people = Map.copyOf(builder.people);
        groups = Map.copyOf(builder.groups);
        Map<GroupId, Set<PersonId>> copies = new HashMap<>();
        builder.members.forEach(
                (group, ids) -> copies.put(group, Collections.unmodifiableSet(new LinkedHashSet<>(ids))));
        members = copies;
        managers = Map.copyOf(builder.managers);
        zones = Map.copyOf(builder.zones);
    }

    @Override
    public Optional<Person> person(TenantId tenant, PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Group> group(TenantId tenant, GroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    @Override
    public Set<PersonId> members(TenantId tenant, GroupId id) {
        return members.getOrDefault(id, Set.of());
    }

    @Override
    public Set<GroupId> groupsOf(TenantId tenant, PersonId id) {
        return members.entrySet().stream()
                .filter(group -> group.getValue().contains(id))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<PersonId> managerOf(TenantId tenant, PersonId id) {
        return Optional.ofNullable(managers.get(id));
    }

    @Override
    public Optional<ZoneId> zoneOf(TenantId tenant, PersonId id) {
        return Optional.ofNullable(zones.get(id));
    }

    @Override
    public Set<PersonId> holders(TenantId tenant, String role) {
        return people.values().stream()
                .filter(person -> person.roles().contains(role))
                .map(Person::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<PersonId> onCall(TenantId tenant, GroupId id, Instant at) {
        return List.copyOf(members(tenant, id));
    }

    /** Gathers people and groups. Not safe for use by many threads. */
    public static final class Builder {

        private final Map<PersonId, Person> people = new HashMap<>();
        private final Map<GroupId, Group> groups = new HashMap<>();
        private final Map<GroupId, Set<PersonId>> members = new HashMap<>();
        private final Map<PersonId, PersonId> managers = new HashMap<>();
        private final Map<PersonId, ZoneId> zones = new HashMap<>();

        Builder() {}

        /** Adds a person; in place of one with the same id. */
        public Builder person(Person person) {
            people.put(person.id(), person);
            return this;
        }

        /** Adds a person named as their id, with these roles. */
        public Builder person(PersonId id, String... roles) {
            return person(new Person(id, id.value(), Set.of(roles)));
        }

        /**
         * Adds a group with these members, or these members to a group.
         *
         * @throws IllegalArgumentException if one of them was not added before
         */
        public Builder group(GroupId id, PersonId... ids) {
            for (PersonId member : ids) {
                requireKnown(member);
            }
            groups.putIfAbsent(id, new Group(id, id.value()));
            members.computeIfAbsent(id, group -> new LinkedHashSet<>()).addAll(List.of(ids));
            return this;
        }

        /**
         * Says to whom a person reports.
         *
         * @throws IllegalArgumentException if one of them was not added before
         */
        public Builder manager(PersonId person, PersonId manager) {
            requireKnown(person);
            requireKnown(manager);
            managers.put(person, manager);
            return this;
        }

        /**
         * Says in which time zone a person works.
         *
         * @throws IllegalArgumentException if they were not added before
         */
        public Builder zone(PersonId person, ZoneId zone) {
            requireKnown(person);
            zones.put(person, zone);
            return this;
        }

        /** Returns the directory. */
        public Directory build() {
            return new FixedDirectory(this);
        }

        private void requireKnown(PersonId id) {
            if (!people.containsKey(id)) {
                throw new IllegalArgumentException("no person " + id + " was added");
            }
        }
    }
}
