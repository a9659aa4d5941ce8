package org.itsmkit.benchmarks;

import java.time.InstantSource;
import org.itsmkit.Itsm;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the engine itself costs: the life of an incident in six commits, over a store that costs next to nothing. */
@State(Scope.Thread)
public class IncidentCommands {

    private static final Caller ANNA = Caller.of(TenantId.of("acme"), PersonId.of("anna"));

    private Itsm itsm = itsm();

    private static Itsm itsm() {
        return Itsm.builder()
                .store(new InMemoryStore(InstantSource.system()))
                .authorizer(Authorizers.allowAll())
                .build();
    }

    /** A fresh store for each iteration: it keeps everything. */
    @Setup(Level.Iteration)
    public void begin() {
        itsm = itsm();
    }

    /** Log, assign, start, resolve, confirm, close. */
    @Benchmark
    public Stored<Incident> lifeOfAnIncident() {
        RecordId id = itsm.incidents()
                .submit(ANNA, IncidentCommand.log().title("Mail is down").build())
                .get()
                .id();
        itsm.incidents().submit(ANNA, id, new TicketCommand.Assign<>(GroupId.of("mail-team"), PersonId.of("bob")));
        itsm.incidents().submit(ANNA, id, new TicketCommand.Start<>());
        itsm.incidents().submit(ANNA, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted"));
        itsm.incidents().submit(ANNA, id, new IncidentCommand.Confirm());
        return itsm.incidents().submit(ANNA, id, new TicketCommand.Close<>()).get();
    }
}
