package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.DORA;

import java.util.ArrayList;
import java.util.List;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** What runs down from an incident reaches all that are below it, each once, however many and however deep. */
public interface EngineCascadeContract extends StoreContract {

    /** How many children there are: more than a commit holds. A test of a slow store has fewer. */
    default int children() {
        return 1_000;
    }

    /** How many incidents are below each other. */
    int GENERATIONS = 40;

    @Test
    default void aWideTreeIsResolvedWithItsParent(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId parent = log(itsm, trial);
        List<RecordId> children = new ArrayList<>();
        for (int i = 0; i < children(); i++) {
            children.add(below(itsm, trial, parent));
        }
        assertAllAreResolvedOnce(itsm, trial, parent, children);
    }

    @Test
    default void aLongLineIsResolvedToItsEnd(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId parent = log(itsm, trial);
        List<RecordId> below = new ArrayList<>();
        for (int i = 0; i < GENERATIONS; i++) {
            below.add(below(itsm, trial, below.isEmpty() ? parent : below.get(i - 1)));
        }
        assertAllAreResolvedOnce(itsm, trial, parent, below);
    }

    private static void assertAllAreResolvedOnce(Itsm itsm, Trial trial, RecordId parent, List<RecordId> below) {
        Stored<Incident> resolved = itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), BEN),
                        parent,
                        new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"))
                .get();
        while (trial.tasks().runDue(itsm.tasks()) > 0) {
            // What a commit could not hold follows in others.
        }

        for (RecordId id : below) {
            Incident incident = trial.store()
                    .find(trial.tenant(), Incidents.KIND, id)
                    .orElseThrow()
                    .record();
            assertThat(incident.ticket().status()).isEqualTo(IncidentLifecycle.RESOLVED);
            assertThat(incident.resolution()).isEqualTo(resolved.record().resolution());
            assertThat(trial.store().journal(trial.tenant(), Incidents.KIND, id, 0, 100))
                    .extracting(JournalEntry::name)
                    .containsExactly("logged", "linked", "resolved");
        }
        assertThat(FoldLaw.check(trial.store(), trial.tenant(), Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private static RecordId below(Itsm itsm, Trial trial, RecordId parent) {
        RecordId child = log(itsm, trial);
        assertThat(itsm.incidents()
                        .submit(
                                Office.caller(trial.tenant(), DORA),
                                child,
                                new TicketCommand.LinkTo<>(LinkType.PARENT, RecordRef.of("incident", parent)))
                        .isRight())
                .isTrue();
        return child;
    }

    private static RecordId log(Itsm itsm, Trial trial) {
        return itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), BEN),
                        IncidentCommand.log().title("Mail is down").build())
                .get()
                .id();
    }
}
