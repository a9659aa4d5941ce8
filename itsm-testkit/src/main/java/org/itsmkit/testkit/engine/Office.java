package org.itsmkit.testkit.engine;

import static org.itsmkit.testkit.fixture.People.ANNA;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.DORA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;
import static org.itsmkit.testkit.fixture.People.SERVICE_DESK;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.incident.IncidentReactions;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.people.RoleAuthorizer;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.valuestream.ChangeReactions;

/** Who works with the kit in the contract of the engine, and what each may do, said in plain maps. */
final class Office {

    /** Works in accounting, as Anna does. */
    static final PersonId HANNA = PersonId.of("hanna");
    /** Reads everything, touches nothing. */
    static final PersonId EMIL = PersonId.of("emil");
    /** Nobody knows him. */
    static final PersonId GUS = PersonId.of("gus");

    static final List<PersonId> EVERYBODY = List.of(ANNA, HANNA, BEN, CARLA, DORA, EMIL, GUS);

    /** The role of everybody whom the directory knows. */
    static final Map<PersonId, String> ROLES =
            Map.of(ANNA, "requester", HANNA, "requester", BEN, "agent", CARLA, "agent", DORA, "lead", EMIL, "auditor");

    private static final Set<String> ON_OWN = Set.of(
            "incident:log",
            "incident:read",
            "incident:comment",
            "incident:confirm",
            "incident:refuse",
            "incident:reopen",
            "incident:describe",
            "incident:link",
            "incident:watch");

    private static final Set<String> OF_AGENTS = Set.of(
            "incident:log",
            "incident:read",
            "incident:read-internal",
            "incident:describe",
            "incident:categorise",
            "incident:prioritise",
            "incident:assign",
            "incident:escalate",
            "incident:diagnose",
            "incident:acknowledge",
            "incident:record-repair",
            "incident:record-recovery",
            "incident:record-restoration",
            "incident:de-escalate",
            "incident:set-fields",
            "incident:link",
            "incident:comment",
            "incident:start",
            "incident:hold",
            "incident:resume",
            "incident:remind",
            "incident:resolve",
            "incident:confirm",
            "incident:refuse",
            "incident:close",
            "incident:order",
            "incident:accept",
            "incident:hand-back",
            "incident:watch",
            "incident:change-requester",
            "incident:involve",
            "incident:tag",
            "incident:merge",
            "incident:do-task",
            "incident:record-time",
            "incident:attach",
            "change:draft",
            "change:read",
            "change:describe",
            "change:assign",
            "change:link",
            "change:comment",
            "change:authorise",
            "change:begin",
            "change:implement",
            "change:schedule",
            "change:submit",
            "change:review",
            "change:accept",
            "change:hand-back",
            "change:watch",
            "change:plan-tasks",
            "change:do-task");

    private Office() {}

    /** Whether the person may do that to a record that is theirs, or is not. */
    static boolean may(PersonId person, String kind, String action, boolean own) {
        return switch (ROLES.getOrDefault(person, "none")) {
            case "requester" -> own && ON_OWN.contains(kind + ":" + action);
            case "agent" -> OF_AGENTS.contains(kind + ":" + action);
            case "lead" -> true;
            case "auditor" -> action.equals("read") || action.equals("read-internal");
            default -> false;
        };
    }

    static Authorizer authorizer() {
        RoleAuthorizer.Builder builder =
                Authorizers.byRole().may("lead", "*", "*").may("auditor", "*", "read", "read-internal");
        ON_OWN.forEach(permission -> builder.mayOnOwn("requester", kind(permission), action(permission)));
        OF_AGENTS.forEach(permission -> builder.may("agent", kind(permission), action(permission)));
        return builder.build();
    }

    private static String kind(String permission) {
        return permission.substring(0, permission.indexOf(':'));
    }

    private static String action(String permission) {
        return permission.substring(permission.indexOf(':') + 1);
    }

    static Directory directory() {
        var builder = Directories.fixed();
        ROLES.forEach((person, role) -> builder.person(person, role));
        return builder.group(SERVICE_DESK, BEN)
                .group(OPERATIONS, CARLA, DORA)
                .manager(BEN, DORA)
                .manager(CARLA, DORA)
                .build();
    }

    static Itsm open(RecordStore store, SettableClock clock) {
        return builder(store, clock).build();
    }

    /** An office in which nothing follows elsewhere from what happens to an incident, and no incident from a change. */
    static Itsm eachByItself(RecordStore store, SettableClock clock) {
        Tailoring.Builder none = Tailoring.builder();
        IncidentReactions.standard(Incidents.DEFINITION).forEach(reaction -> none.addReactionsOff(reaction.name()));
        none.addReactionsOff(ChangeReactions.LOG_FAILURE, ChangeReactions.RESUME);
        return builder(store, clock).defaults(none.build()).build();
    }

    private static Itsm.Builder builder(RecordStore store, SettableClock clock) {
        return Itsm.builder()
                .store(store)
                .clock(clock)
                .directory(directory())
                .authorizer(authorizer())
                .notifier(notice -> {})
                .auditSink(verdict -> {});
    }

    static Caller caller(TenantId tenant, PersonId person) {
        return Caller.of(tenant, person);
    }
}
