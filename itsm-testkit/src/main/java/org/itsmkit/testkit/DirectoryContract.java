package org.itsmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Group;
import org.itsmkit.spi.people.Person;
import org.junit.jupiter.api.Test;

/** What every {@link Directory} promises, of whomever it knows. */
public interface DirectoryContract {

    /** Nobody is called that. */
    PersonId NOBODY = PersonId.of("nobody-whom-a-directory-knows");

    /** No group is called that. */
    GroupId NO_GROUP = GroupId.of("no-group-that-a-directory-knows");

    /** The directory under test. */
    Directory directory();

    /** A tenant of whom the directory knows people. */
    TenantId tenant();

    /** A person of the tenant who is a member of {@link #group()}. */
    PersonId member();

    /** A group of the tenant. */
    GroupId group();

    @Test
    default void aPersonIsKnownByTheirId() {
        assertThat(directory().person(tenant(), member()).map(Person::id)).contains(member());
        assertThat(directory().group(tenant(), group()).map(Group::id)).contains(group());
    }

    @Test
    default void membersAndGroupsMirrorEachOther() {
        Set<PersonId> members = directory().members(tenant(), group());

        assertThat(members).contains(member());
        assertThat(members).allSatisfy(person -> {
            assertThat(directory().groupsOf(tenant(), person)).contains(group());
            assertThat(directory().isMember(tenant(), person, group())).isTrue();
        });
        assertThat(directory().groupsOf(tenant(), member()))
                .allSatisfy(
                        each -> assertThat(directory().members(tenant(), each)).contains(member()));
    }

    @Test
    default void whoIsOnCallIsAMember() {
        Instant monday = Instant.parse("2026-03-02T08:00:00Z");

        assertThat(directory().onCall(tenant(), group(), monday)).doesNotHaveDuplicates();
        assertThat(directory().members(tenant(), group()))
                .containsAll(directory().onCall(tenant(), group(), monday));
    }

    @Test
    default void nobodyReportsToThemselves() {
        assertThat(directory().managerOf(tenant(), member())).isNotEqualTo(Optional.of(member()));
    }

    @Test
    default void whoIsUnknownIsNobody() {
        Instant monday = Instant.parse("2026-03-02T08:00:00Z");

        assertThat(directory().person(tenant(), NOBODY)).isEmpty();
        assertThat(directory().groupsOf(tenant(), NOBODY)).isEmpty();
        assertThat(directory().managerOf(tenant(), NOBODY)).isEmpty();
        assertThat(directory().isMember(tenant(), NOBODY, group())).isFalse();
        assertThat(directory().group(tenant(), NO_GROUP)).isEmpty();
        assertThat(directory().members(tenant(), NO_GROUP)).isEmpty();
        assertThat(directory().onCall(tenant(), NO_GROUP, monday)).isEmpty();
        assertThat(directory().isMember(tenant(), member(), NO_GROUP)).isFalse();
    }

    @Test
    default void answersCannotBeChangedFromOutside() {
        Set<PersonId> before = Set.copyOf(directory().members(tenant(), group()));
        try {
            directory().members(tenant(), group()).clear();
        } catch (UnsupportedOperationException e) {
            assertThat(before).isNotEmpty();
        }

        assertThat(directory().members(tenant(), group())).isEqualTo(before);
    }
}
