package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.DORA;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** What runs down from an incident reaches all that are below it, each once, however many and however deep, in commits that are bounded. */
public interface EngineCascadeContract extends StoreContract {

    /** How many records one commit writes at most. */
    int MOST_WRITES = 50;

    /** How many incidents are below another: more than a commit holds. */
    default int children() {
        return 1_000;
    }

    @Test
    default void aWideTreeIsResolvedWithItsParent(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId parent = log(itsm, trial);
        List<RecordId> children = new ArrayList<>();
        for (int i = 0; i < children(); i++) {
            children.add(log(itsm, trial));
            putBelow(itsm, trial, children.get(i), parent);
        }
        assertAllAreResolvedOnce(trial, parent, children);
    }

    @Test
    default void aLongLineIsResolvedToItsEnd(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId parent = log(itsm, trial);
        List<RecordId> below = new ArrayList<>();
        for (int i = 0; i < children(); i++) {
            below.add(log(itsm, trial));
        }
        // From below, so that no link has a long way to the top when it is made.
        for (int i = children() - 1; i >= 0; i--) {
            putBelow(itsm, trial, below.get(i), i == 0 ? parent : below.get(i - 1));
        }
        assertAllAreResolvedOnce(trial, parent, below);
    }

    @Test
    default void whoIsBelowOneByTwoWaysIsResolvedOnce(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        does(itsm.tailor(
                Office.caller(trial.tenant(), DORA),
                Tailoring.builder().addRulesOff("incident/link-is-the-only-one").build()));
        RecordId parent = log(itsm, trial);
        List<RecordId> below = new ArrayList<>();
        List<RecordId> above = List.of(parent);
        for (int generation = 0; generation < 6; generation++) {
            List<RecordId> next = List.of(log(itsm, trial), log(itsm, trial), log(itsm, trial));
            for (RecordId child : next) {
                above.forEach(one -> putBelow(itsm, trial, child, one));
            }
            below.addAll(next);
            above = next;
        }
        assertAllAreResolvedOnce(trial, parent, below);
    }

    private static void assertAllAreResolvedOnce(Trial trial, RecordId parent, List<RecordId> below) {
        List<Commit> commits = new ArrayList<>();
        Itsm itsm = Office.open(new Watched(trial.store(), commits), trial.clock());
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
                    .containsOnlyOnce("resolved")
                    .endsWith("resolved");
        }
        assertThat(commits).allSatisfy(commit -> assertThat(commit.writes()).hasSizeLessThanOrEqualTo(MOST_WRITES));
        assertThat(commits.stream().mapToInt(commit -> commit.writes().size()).sum())
                .isEqualTo(below.size() + 1);
        assertThat(trial.tasks().pending(trial.tenant())).isEmpty();
        assertThat(FoldLaw.check(trial.store(), trial.tenant(), Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private static void putBelow(Itsm itsm, Trial trial, RecordId child, RecordId parent) {
        does(itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), DORA),
                        child,
                        new TicketCommand.LinkTo<>(LinkType.PARENT, RecordRef.of("incident", parent))));
    }

    private static void does(Either<?, ?> outcome) {
        assertThat(outcome.isRight()).as("%s", outcome).isTrue();
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
