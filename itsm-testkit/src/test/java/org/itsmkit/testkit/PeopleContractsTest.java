package org.itsmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.notice.Notifier;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Group;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Person;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.testkit.fixture.Repair;
import org.itsmkit.testkit.fixture.Repairs;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contracts of people's ports, on the smallest providers that keep them, and on some that do not. */
class PeopleContractsTest {

    private static final TenantId ACME = TenantId.of("acme");

    /** A house with one rota. */
    private static final class Rota implements Directory {

        private final Map<GroupId, List<PersonId>> members = Map.of(
                People.SERVICE_DESK, List.of(People.BEN, People.CARLA), People.OPERATIONS, List.of(People.CARLA));

        @Override
        public Optional<Person> person(TenantId tenant, PersonId id) {
            return groupsOf(tenant, id).isEmpty() ? Optional.empty() : Optional.of(Person.of(id.value()));
        }

        @Override
        public Optional<Group> group(TenantId tenant, GroupId id) {
            return members.containsKey(id) ? Optional.of(new Group(id, id.value())) : Optional.empty();
        }

        @Override
        public Set<PersonId> members(TenantId tenant, GroupId id) {
            return Set.copyOf(members.getOrDefault(id, List.of()));
        }

        @Override
        public Set<GroupId> groupsOf(TenantId tenant, PersonId id) {
            return Set.copyOf(members.keySet().stream()
                    .filter(group -> members.get(group).contains(id))
                    .toList());
        }

        @Override
        public Optional<PersonId> managerOf(TenantId tenant, PersonId id) {
            return id.equals(People.BEN) ? Optional.of(People.CARLA) : Optional.empty();
        }

        @Override
        public List<PersonId> onCall(TenantId tenant, GroupId id, Instant at) {
            return members.getOrDefault(id, List.of()).stream().limit(1).toList();
        }
    }

    @Nested
    class ADirectory implements DirectoryContract {

        @Override
        public Directory directory() {
            return new Rota();
        }

        @Override
        public TenantId tenant() {
            return ACME;
        }

        @Override
        public PersonId member() {
            return People.CARLA;
        }

        @Override
        public GroupId group() {
            return People.SERVICE_DESK;
        }
    }

    /** Agents see everything, others what is open. */
    private static final class Agents implements Authorizer {

        private static final FieldValue OPEN = FieldValue.text("open");

        @Override
        public Decision decide(Caller caller, Permission permission, Subject subject) {
            boolean open = subject.values(StandardFields.STATUS).contains(OPEN);
            boolean reading = permission.action().equals(Permission.READ);
            return caller.roles().contains("agent") || reading && open
                    ? Decision.allow("an agent, or open to all")
                    : Decision.deny("for agents only");
        }

        @Override
        public Condition visible(Caller caller, String kind) {
            return caller.roles().contains("agent") ? Condition.all() : Condition.eq(StandardFields.STATUS, OPEN);
        }
    }

    static class AnAuthorizerWith implements AuthorizerContract<Repair> {

        private final Authorizer authorizer;

        AnAuthorizerWith(Authorizer authorizer) {
            this.authorizer = authorizer;
        }

        @Override
        public Authorizer authorizer() {
            return authorizer;
        }

        @Override
        public RecordKind<Repair> kind() {
            return Repairs.KIND;
        }

        @Override
        public List<Repair> records() {
            return List.of(Repair.UNKNOWN, Repair.UNKNOWN.withStatus("open"), Repair.UNKNOWN.withStatus("done"));
        }

        @Override
        public List<Caller> callers() {
            return List.of(Caller.of(ACME, People.ANNA), Caller.of(ACME, People.BEN, "agent"));
        }

        @Override
        public List<String> actions() {
            return List.of(Permission.READ, "resolve");
        }
    }

    @Nested
    class AnAuthorizer extends AnAuthorizerWith {
        AnAuthorizer() {
            super(new Agents());
        }
    }

    @Test
    void anAuthorizerThatShowsMoreThanItLetsReadIsCaught() {
        Agents agents = new Agents();
        Authorizer careless = new Authorizer() {
            @Override
            public Decision decide(Caller caller, Permission permission, Subject subject) {
                return agents.decide(caller, permission, subject);
            }

            @Override
            public Condition visible(Caller caller, String kind) {
                return Condition.all();
            }
        };

        assertThatThrownBy(() -> new AnAuthorizerWith(careless).whatIsSeenInListsIsWhatMayBeRead())
                .isInstanceOf(AssertionError.class);
    }

    @Nested
    class ANotifier implements NotifierContract {

        private final List<String> delivered = new CopyOnWriteArrayList<>();

        @Override
        public Notifier notifier() {
            return notice -> delivered.add(notice.key());
        }

        @Override
        public List<String> delivered() {
            return delivered;
        }
    }

    /** Takes notices and does nothing with them. */
    record Forgetful() implements NotifierContract {
        @Override
        public Notifier notifier() {
            return notice -> assertThat(notice.key()).isNotEmpty();
        }

        @Override
        public List<String> delivered() {
            return List.of();
        }
    }

    @Test
    void aNotifierThatForgetsIsCaught() {
        assertThatThrownBy(new Forgetful()::aNoticeGoesOut).isInstanceOf(AssertionError.class);
    }
}
