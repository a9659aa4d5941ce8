package org.itsmkit.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BASEMENT;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.GLOBEX;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.StandardFields;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directory and the authorizers that are shipped. */
class PeopleTest {

    /** Roles by the table below: each role with each permission, on own records and on others'. */
    @Nested
    class Roles {

        private final Authorizer authorizer = Authorizers.byRole()
                .mayOnOwn("requester", "incident", "read", "comment")
                .may("agent", "incident", "read", "resolve")
                .may("agent", "change", "read")
                .may("auditor", "*", "read")
                .may("change-manager", "change", "*")
                .mayOnOwn("owner", "*", "*")
                .may("lead", "*", "*")
                .build();

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
                role           | permission        | own   | others | new
                requester      | incident:read     | true  | false  | true
                requester      | incident:comment  | true  | false  | true
                requester      | incident:resolve  | false | false  | false
                requester      | change:read       | false | false  | false
                agent          | incident:read     | true  | true   | true
                agent          | incident:comment  | false | false  | false
                agent          | incident:resolve  | true  | true   | true
                agent          | change:read       | true  | true   | true
                agent          | change:resolve    | false | false  | false
                auditor        | incident:read     | true  | true   | true
                auditor        | change:read       | true  | true   | true
                auditor        | anything:read     | true  | true   | true
                auditor        | incident:comment  | false | false  | false
                auditor        | anything:reader   | false | false  | false
                change-manager | change:read       | true  | true   | true
                change-manager | change:anything   | true  | true   | true
                change-manager | incident:read     | false | false  | false
                owner          | incident:read     | true  | false  | true
                owner          | change:anything   | true  | false  | true
                lead           | incident:read     | true  | true   | true
                lead           | change:anything   | true  | true   | true
                nobody         | incident:read     | false | false  | false
                """)
        void decide(String role, String permission, boolean own, boolean others, boolean fresh) {
            Caller anna = Caller.of(ACME, ANNA, role);
            Permission asked =
                    new Permission(permission.split(":")[0], permission.split(":")[1]);

            assertThat(authorizer
                            .decide(anna, asked, requestedBy(asked.kind(), ANNA))
                            .allowed())
                    .isEqualTo(own);
            assertThat(authorizer
                            .decide(anna, asked, requestedBy(asked.kind(), BEN))
                            .allowed())
                    .isEqualTo(others);
            assertThat(authorizer.decide(anna, asked, toBeMade(asked.kind())).allowed())
                    .isEqualTo(fresh);
            if (asked.action().equals("read")) {
                assertThat(authorizer.visible(anna, asked.kind()))
                        .isEqualTo(
                                others
                                        ? Condition.all()
                                        : own
                                                ? Condition.eq(StandardFields.REQUESTER, FieldValue.text("anna"))
                                                : Condition.none());
            }
        }

        @Test
        void oneOfSeveralRolesIsEnough() {
            Caller anna = Caller.of(ACME, ANNA, "nobody", "requester", "agent");
            assertThat(authorizer
                            .decide(anna, new Permission("incident", "resolve"), requestedBy("incident", BEN))
                            .allowed())
                    .isTrue();
            assertThat(authorizer.visible(anna, "incident")).isEqualTo(Condition.all());
            assertThat(authorizer.visible(Caller.of(ACME, ANNA), "incident")).isEqualTo(Condition.none());
        }

        @Test
        void whoActsForSomebodyHasTheirOwnRightsOnly() {
            Caller benForAnna = Caller.of(ACME, BEN, "requester").actingFor(ANNA);
            assertThat(authorizer
                            .decide(benForAnna, new Permission("incident", "read"), requestedBy("incident", ANNA))
                            .allowed())
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
                role      | named | for   | may
                requester |       |       | true
                requester | ben   |       | true
                requester | ben   | ben   | true
                requester | anna  |       | false
                requester | Ben   |       | false
                requester |       | anna  | false
                requester | ben   | anna  | false
                requester | anna  | anna  | false
                agent     | anna  |       | true
                agent     |       | anna  | true
                agent     | ben   | anna  | true
                """)
        void whoMakesTheirOwnMakesItInNobodyElsesName(String role, String named, String other, boolean may) {
            Authorizer strict = Authorizers.byRole()
                    .mayOnOwn("requester", "incident", "log")
                    .may("agent", "incident", "log")
                    .build();
            Caller ben = Caller.of(ACME, BEN, role);
            Subject toBe = new Fixed(
                    "incident", Optional.empty(), Optional.ofNullable(named).map(PersonId::of));
            assertThat(strict.decide(
                                    other == null ? ben : ben.actingFor(PersonId.of(other)),
                                    new Permission("incident", "log"),
                                    toBe)
                            .allowed())
                    .isEqualTo(may);
        }

        @Test
        void namesAreCodes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Authorizers.byRole().may("a role", "*", "*"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Authorizers.byRole().may("role", "in cident", "*"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Authorizers.byRole().may("role", "*", "re*"));
        }

        private static Subject requestedBy(String kind, PersonId requester) {
            return new Fixed(kind, Optional.of(RecordId.of("r1")), Optional.of(requester));
        }

        private static Subject toBeMade(String kind) {
            return new Fixed(kind, Optional.empty(), Optional.empty());
        }

        private record Fixed(String kind, Optional<RecordId> id, Optional<PersonId> requester) implements Subject {
            @Override
            public List<FieldValue> values(FieldKey field) {
                return requester
                        .filter(r -> field.equals(StandardFields.REQUESTER))
                        .map(r -> FieldValue.text(r.value()))
                        .stream()
                        .toList();
            }
        }
    }

    /** People who do not change. */
    @Nested
    class Fixed {

        private final Directory directory = Company.directory();

        @Test
        void knowsWhoIsThere() {
            assertThat(directory.person(ACME, BEN)).map(p -> p.roles()).contains(Set.of("agent"));
            assertThat(directory.person(GLOBEX, BEN)).isPresent();
            assertThat(directory.person(ACME, GUS)).isEmpty();
            assertThat(directory.group(ACME, OPERATIONS)).isPresent();
            assertThat(directory.group(ACME, BASEMENT)).isEmpty();
        }

        @Test
        void knowsWhoBelongsWhere() {
            assertThat(directory.members(ACME, OPERATIONS)).containsExactlyInAnyOrder(CARLA, DORA);
            assertThat(directory.members(ACME, BASEMENT)).isEmpty();
            assertThat(directory.groupsOf(ACME, DORA)).containsExactly(OPERATIONS);
            assertThat(directory.groupsOf(ACME, GUS)).isEmpty();
            assertThat(directory.isMember(ACME, BEN, SERVICE_DESK)).isTrue();
            assertThat(directory.isMember(ACME, BEN, OPERATIONS)).isFalse();
            assertThat(directory.managerOf(ACME, BEN)).contains(DORA);
            assertThat(directory.managerOf(ACME, FRIDA)).isEmpty();
            assertThat(directory.onCall(ACME, OPERATIONS, Instant.EPOCH)).containsExactly(CARLA, DORA);
        }

        @Test
        void takesNobodyWhoWasNotIntroduced() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Directories.fixed().group(OPERATIONS, GUS));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Directories.fixed().person(BEN).manager(BEN, GUS));
        }

        @Test
        void whatIsAddedLaterIsAddedToTheGroupAndNotToTheDirectoryThatWasBuilt() {
            FixedDirectory.Builder builder =
                    Directories.fixed().person(BEN).person(CARLA).group(OPERATIONS, BEN);
            Directory before = builder.build();
            Directory after = builder.group(OPERATIONS, CARLA).build();

            assertThat(before.members(ACME, OPERATIONS)).containsExactly(BEN);
            assertThat(after.members(ACME, OPERATIONS)).containsExactly(BEN, CARLA);
        }
    }

    @Test
    void aTrustingDirectoryTakesEverybodyForKnown() {
        Directory directory = Directories.trusting();
        assertThat(directory.person(ACME, GUS)).isPresent();
        assertThat(directory.group(ACME, BASEMENT)).isPresent();
        assertThat(directory.isMember(ACME, GUS, BASEMENT)).isTrue();
        assertThat(directory.managerOf(ACME, GUS)).isEmpty();
        assertThat(directory.onCall(ACME, BASEMENT, Instant.EPOCH)).isEmpty();
    }
}
