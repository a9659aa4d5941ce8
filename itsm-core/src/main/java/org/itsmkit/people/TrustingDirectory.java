package org.itsmkit.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Group;
import org.itsmkit.spi.people.Person;

enum TrustingDirectory implements Directory {
    INSTANCE;

    @Override
    public Optional<Person> person(TenantId tenant, PersonId id) {
        return Optional.of(new Person(id, id.value(), Set.of()));
    }

    @Override
    public Optional<Group> group(TenantId tenant, GroupId id) {
        return Optional.of(new Group(id, id.value()));
    }

    @Override
    public Set<PersonId> members(TenantId tenant, GroupId id) {
        return Set.of();
    }

    @Override
    public Set<GroupId> groupsOf(TenantId tenant, PersonId id) {
        return Set.of();
    }

    @Override
    public Optional<PersonId> managerOf(TenantId tenant, PersonId id) {
        return Optional.empty();
    }

    @Override
    public List<PersonId> onCall(TenantId tenant, GroupId id, Instant at) {
        return List.of();
    }

    @Override
    public boolean isMember(TenantId tenant, PersonId person, GroupId group) {
        return true;
    }
}
