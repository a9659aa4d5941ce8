package org.itsmkit.engine;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Facts;
import org.itsmkit.kernel.Needs;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Group;
import org.itsmkit.spi.people.Person;

/** What was loaded, and nothing else. */
final class LoadedFacts implements Facts {

    final Map<RecordRef, Optional<?>> records = new HashMap<>();
    final Map<Needs.Ancestry, Optional<Set<RecordRef>>> ancestries = new HashMap<>();
    final Map<Needs.Pointing, Long> pointing = new HashMap<>();
    final Map<Needs.Counting, Long> counted = new HashMap<>();
    final Map<PersonId, Optional<Person>> people = new HashMap<>();
    final Map<PersonId, Optional<PersonId>> managers = new HashMap<>();
    final Map<PersonId, Optional<ZoneId>> zones = new HashMap<>();
    final Map<GroupId, Optional<Group>> groups = new HashMap<>();
    final Map<PersonId, Set<GroupId>> memberships = new HashMap<>();
    final Map<GroupId, Set<PersonId>> members = new HashMap<>();
    final Map<String, Set<PersonId>> holders = new HashMap<>();
    Optional<Boolean> readsInternal = Optional.empty();

    @Override
    public <T> Optional<T> record(RecordRef ref, Class<T> type) {
        return asked(records, ref).filter(type::isInstance).map(type::cast);
    }

    @Override
    public boolean exists(RecordRef ref) {
        return asked(records, ref).isPresent();
    }

    @Override
    public Optional<Set<RecordRef>> ancestry(Needs.Ancestry ancestry) {
        return asked(ancestries, ancestry);
    }

    @Override
    public long pointing(Needs.Pointing wanted) {
        return asked(pointing, wanted);
    }

    @Override
    public long count(Needs.Counting wanted) {
        return asked(counted, wanted);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return asked(people, id);
    }

    @Override
    public Optional<PersonId> managerOf(PersonId id) {
        return asked(managers, id);
    }

    @Override
    public Optional<ZoneId> zoneOf(PersonId id) {
        return asked(zones, id);
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return asked(groups, id);
    }

    @Override
    public boolean isMember(PersonId person, GroupId group) {
        asked(people, person);
        asked(groups, group);
        return memberships.getOrDefault(person, Set.of()).contains(group);
    }

    @Override
    public Set<PersonId> members(GroupId group) {
        return asked(members, group);
    }

    @Override
    public Set<PersonId> holders(String role) {
        return asked(holders, role);
    }

    @Override
    public boolean readsInternal() {
        return readsInternal.orElseThrow(
                () -> new IllegalStateException("not asked for in needs(): whether the caller reads what is internal"));
    }

    private static <K, V> V asked(Map<K, V> answers, K question) {
        V answer = answers.get(question);
        if (answer == null) {
            throw new IllegalStateException("not asked for in needs(): " + question);
        }
        return answer;
    }
}
