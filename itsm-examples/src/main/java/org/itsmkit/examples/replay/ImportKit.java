package org.itsmkit.examples.replay;

import static org.itsmkit.incident.IncidentLifecycle.CLOSED;
import static org.itsmkit.incident.IncidentLifecycle.RESOLVED;
import static org.itsmkit.ticket.TicketAction.ASSIGN;
import static org.itsmkit.ticket.TicketAction.CATEGORISE;
import static org.itsmkit.ticket.TicketAction.NAME_AFFECTED;
import static org.itsmkit.ticket.TicketAction.PRIORITISE;
import static org.itsmkit.ticket.TicketAction.SET_FIELDS;

import java.time.InstantSource;
import java.util.List;
import org.itsmkit.Itsm;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.RecordStore;

/**
 * The kit as an import needs it: everybody in the log is known and may do what they did, nobody is told anything, and the tool that the
 * log comes from let people change fields in every state. Which state can follow which is the kit's own affair, as ever.
 */
final class ImportKit {

    /** Whose incidents these are. */
    static final TenantId TENANT = TenantId.of("replay");

    /** Who acts where the log does not say who did. */
    static final Caller IMPORT = Caller.system(TENANT, Cause.of("import"));

    /** The kit's own moves; besides, fields can be changed after the end. */
    static final Lifecycle LIFECYCLE = IncidentLifecycle.standard()
            .edit()
            .during(ASSIGN, RESOLVED, CLOSED)
            .during(PRIORITISE, RESOLVED, CLOSED)
            .during(CATEGORISE, CLOSED)
            .during(SET_FIELDS, CLOSED)
            .during(NAME_AFFECTED, CLOSED)
            .build();

    private ImportKit() {}

    /** The kit over {@code store}, by whose clock things are recorded. */
    static Itsm over(RecordStore store, InstantSource clock) {
        return Itsm.builder()
                .store(store)
                .authorizer(Authorizers.allowAll())
                .clock(clock)
                .defaults(Tailoring.builder()
                        .putLifecycles("incident", LIFECYCLE.toData())
                        .putFields("incident", ImportedFields.definitions())
                        .build())
                .incidents(incidents -> incidents.announces(happened -> List.of()))
                .problems(problems -> problems.announces(happened -> List.of()))
                .changes(changes -> changes.announces(happened -> List.of()))
                .build();
    }
}
