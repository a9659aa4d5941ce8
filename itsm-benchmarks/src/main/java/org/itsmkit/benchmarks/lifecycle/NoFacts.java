package org.itsmkit.benchmarks.lifecycle;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Facts;
import org.itsmkit.kernel.Needs;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Group;
import org.itsmkit.spi.people.Person;

/** Nothing was asked for. */
final class NoFacts implements Facts {

    private static IllegalStateException notAskedFor() {
        return new IllegalStateException("nothing was asked for");
    }

    @Override
    public <T> Optional<T> record(RecordRef ref, Class<T> type) {
        throw notAskedFor();
    }

    @Override
    public boolean exists(RecordRef ref) {
        throw notAskedFor();
    }

    @Override
    public Optional<Set<RecordRef>> ancestry(Needs.Ancestry ancestry) {
        throw notAskedFor();
    }

    @Override
    public long pointing(Needs.Pointing pointing) {
        throw notAskedFor();
    }

    @Override
    public long count(Needs.Counting counting) {
        throw notAskedFor();
    }

    @Override
    public Set<PersonId> members(GroupId group) {
        throw notAskedFor();
    }

    @Override
    public Set<PersonId> holders(String role) {
        throw notAskedFor();
    }

    @Override
    public Optional<Person> person(PersonId id) {
        throw notAskedFor();
    }

    @Override
    public Optional<PersonId> managerOf(PersonId id) {
        throw notAskedFor();
    }

    @Override
    public Optional<ZoneId> zoneOf(PersonId id) {
        throw notAskedFor();
    }

    @Override
    public Optional<Group> group(GroupId id) {
        throw notAskedFor();
    }

    @Override
    public boolean isMember(PersonId person, GroupId group) {
        throw notAskedFor();
    }

    @Override
    public boolean readsInternal() {
        throw notAskedFor();
    }
}
