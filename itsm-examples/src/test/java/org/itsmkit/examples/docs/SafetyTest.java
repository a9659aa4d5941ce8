package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.itsmkit.Itsm;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.jdbc.SchemaScript;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Directories;
import org.itsmkit.people.ServiceDeskRoles;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.store.RecordStore;
import org.junit.jupiter.api.Test;

/** The snippets about who may do what, and about walls between tenants. */
class SafetyTest {

    @Test
    void theRolesOfAServiceDesk() {
        PersonId anna = PersonId.of("anna");
        PersonId ben = PersonId.of("ben");
        RecordStore store = new InMemoryStore(InstantSource.system());
        // spotless:off
        // snippet: roles
        Directory directory = Directories.fixed()
                .person(anna, ServiceDeskRoles.REQUESTER)
                .person(ben, ServiceDeskRoles.AGENT)
                .build();
        Itsm itsm = Itsm.builder()
                .store(store).directory(directory)
                .authorizer(ServiceDeskRoles.standard())
                .build();
        // end

        // snippet: more-roles
        Authorizer authorizer = ServiceDeskRoles.extended()
                .may(ServiceDeskRoles.AGENT, "incident", "cancel")
                .may("change-manager", "change", "*")
                .build();
        // end
        // spotless:on
        Caller caller = Caller.of(TenantId.of("acme"), anna);
        var logged = itsm.incidents()
                .submit(caller, IncidentCommand.log().title("Mail is down").build());
        assertThat(logged.isRight()).isTrue();
        assertThat(authorizer.visible(Caller.of(caller.tenant(), ben, "change-manager"), "change"))
                .isNotNull();
    }

    @Test
    void theSecondWall() {
        // spotless:off
        // snippet: second-wall
        String script = SchemaScript.rowLevelSecurity("", "itsm_", "desk");     // run it once, as the owner of the tables
        // end
        // spotless:on
        assertThat(script).contains("ENABLE ROW LEVEL SECURITY").doesNotContain("${");
    }
}
