package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.approval.Outcome;
import org.itsmkit.change.ApprovalRound;
import org.itsmkit.change.Authorisation;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeEvent;
import org.itsmkit.change.Changes;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModelEvent;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incidents;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.JournalEntry;

/** What may become of a change in a step, by a reading of its own. */
record ChangeLaws(Company company, Shot before, Shot after, List<JournalEntry> news, Map<String, Integer> seen) {

    void hold() {
        for (JournalEntry entry : news) {
            if (entry.event() instanceof ChangeEvent.Begun) {
                count("a change was begun");
                mayBeMade(entry.record());
            } else if (entry.event() instanceof ChangeEvent.Implemented implemented) {
                count("a change was made: " + implemented.outcome());
                mayBeMade(entry.record());
            } else if (entry.event() instanceof ChangeEvent.Authorised authorised) {
                count("a change was authorised: " + authorised.basis());
                isAuthorised(entry, authorised);
            } else if (entry.cause().name().equals("reaction:log-incident-of-failed-change") && entry.sequence() == 1) {
                count("an incident of a failed change was logged");
                pointsAtWhatFailed(entry);
            }
        }
    }

    /** What is no emergency is made once somebody said yes to what it is now, or else it is known for unauthorised. */
    private void mayBeMade(RecordRef ref) {
        Change was = before.changes().get(ref);
        if (was.type() == ChangeType.EMERGENCY || was.begunAt().isPresent()) {
            return;
        }
        if (was.ticket().status().name().equals("draft")) {
            assertThat(after.changes().get(ref).isUnauthorised()).as("%s", ref).isTrue();
            count("a change was unauthorised");
        } else {
            assertThat(was.authorisation().map(Authorisation::content))
                    .as("what of %s was authorised", ref)
                    .contains(was.content());
        }
    }

    private void isAuthorised(JournalEntry entry, ChangeEvent.Authorised authorised) {
        Change is = after.changes().get(entry.record());
        assertThat(authorised.content()).isEqualTo(is.content());
        switch (authorised.basis()) {
            case PERSON -> assertThat(entry.by()).isNotEqualTo(is.ticket().requester());
            case VOTES -> {
                ApprovalRound round = is.round().orElseThrow();
                assertThat(round.request().content()).isEqualTo(is.content());
                assertThat(round.evaluate(entry.occurredAt()).outcome()).isEqualTo(Outcome.APPROVED);
            }
            case MODEL ->
                assertThat(model(company, is.model().orElseThrow()).isPreAuthorised())
                        .as("whether the model of %s authorises anything", entry.record())
                        .isTrue();
        }
    }

    private void pointsAtWhatFailed(JournalEntry entry) {
        RecordRef change = entry.cause().record().orElseThrow();
        assertThat(company.store
                        .find(ACME, Incidents.KIND, entry.record().id())
                        .orElseThrow()
                        .record()
                        .ticket()
                        .links())
                .contains(Link.of("caused-by", change));
        assertThat(after.changes().get(change).outcome()).contains(ChangeOutcome.FAILED);
    }

    static ChangeModel model(Company company, RecordRef ref) {
        return company.store
                .find(ACME, ChangeModels.KIND, ref.id())
                .orElseThrow()
                .record();
    }

    /** The failures of a model are those that it was told since it was last approved or taken up again. */
    static void failuresAreCounted(Company company, List<RecordRef> refs) {
        refs.stream()
                .map(ref -> company.store.find(ACME, Changes.KIND, ref.id()))
                .flatMap(Optional::stream)
                .flatMap(change -> change.record().model().stream())
                .distinct()
                .forEach(model -> {
                    int failures = 0;
                    for (JournalEntry entry : company.store.journal(ACME, ChangeModels.KIND, model.id(), 0, 10_000)) {
                        if (entry.event() instanceof ChangeModelEvent.UseRecorded used) {
                            failures += used.outcome().isSuccess() ? 0 : 1;
                        } else if (entry.event() instanceof ChangeModelEvent.Approved
                                || entry.event() instanceof ChangeModelEvent.Reinstated) {
                            failures = 0;
                        }
                    }
                    assertThat(model(company, model).failures())
                            .as("failures of %s", model)
                            .isEqualTo(failures);
                });
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
