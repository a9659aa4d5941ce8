package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.servicelevel.Bureau.GOLD;
import static org.itsmkit.servicelevel.Bureau.caller;
import static org.itsmkit.servicelevel.Bureau.commitment;
import static org.itsmkit.servicelevel.Bureau.monday;
import static org.itsmkit.servicelevel.Bureau.terms;

import java.util.ArrayList;
import java.util.List;
import org.itsmkit.engine.Options;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** What is promised is asked anew on request, and told as a difference. */
class RecomputationTest {

    private static final Condition OPEN = Incidents.FIELDS.phase.isIn(List.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING));

    private final Bureau bureau = Bureau.gold();
    private final Recomputation<Incident> recomputation = new Recomputation<>(bureau.incidents);
    private final List<Recomputation.Outcome> told = new ArrayList<>();

    @Test
    void tellsWhatMovedAndWhy() {
        RecordId usual = bureau.logs();
        bureau.logsPressing();
        bureau.at("09:30");
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));

        Recomputation.Tally tally = recomputation.carryOut(caller(DORA), OPEN, told::add);

        // Both have another version; only the usual one is due at another time.
        assertThat(tally).isEqualTo(new Recomputation.Tally(2, 2, 0));
        ClockChange change = told.stream()
                .filter(outcome -> outcome.ticket().equals(usual))
                .flatMap(outcome -> outcome.changes().stream())
                .filter(one -> one.after().name().equals("usual"))
                .findFirst()
                .orElseThrow();
        assertThat(change.why()).isEqualTo(ClockChange.Why.OTHER_VERSION);
        assertThat(change.dueBefore()).contains(monday("17:00"));
        assertThat(change.dueAfter()).contains(monday("15:00"));
        assertThat(recomputation.carryOut(caller(DORA), OPEN, told::add))
                .as("done again")
                .isEqualTo(new Recomputation.Tally(2, 0, 0));
        bureau.assertFoldLaw();
    }

    @Test
    void aPreviewTellsTheSameAndStoresNothing() {
        RecordId id = bureau.logs();
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("other", Metric.RESOLUTION, 120)));
        List<String> before = bureau.events(id);

        Recomputation.Tally tally = recomputation.preview(caller(DORA), Condition.all(), told::add);

        assertThat(tally).isEqualTo(new Recomputation.Tally(1, 1, 0));
        assertThat(bureau.events(id)).isEqualTo(before);
        List<Recomputation.Outcome> previewed = List.copyOf(told);
        told.clear();
        recomputation.carryOut(caller(DORA), Condition.all(), told::add);
        assertThat(previewed).isEqualTo(told).hasSize(1);
        assertThat(previewed.get(0).changes())
                .extracting(ClockChange::why)
                .containsExactly(ClockChange.Why.WITHDRAWN, ClockChange.Why.OTHER_COMMITMENT);
    }

    /** zammad/zammad#4353: what was promised no longer went on being late. */
    @Test
    void whatIsNoLongerAgreedIsWithdrawnFromAll() {
        RecordId id = bureau.logs();
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, terms());

        recomputation.carryOut(caller(DORA), OPEN, told::add);
        bureau.at("18:00");

        assertThat(bureau.clocks(id)).allMatch(clock -> clock.withdrawnAt().isPresent());
        assertThat(bureau.clocks(id)).allMatch(clock -> clock.breachedAt().isEmpty());
        assertThat(Incidents.FIELDS.due.values(bureau.incident(id))).isEmpty();
    }

    @Test
    void whatWasNotPromisedBeforeCountsFromTheBeginning() {
        Bureau late = Bureau.open();
        RecordId id = late.logs();
        late.at("10:00");
        late.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(8));

        new Recomputation<>(late.incidents).carryOut(caller(DORA), OPEN, told::add);

        assertThat(late.clock(id, "usual").due()).contains(monday("17:00"));
        assertThat(told.get(0).changes()).extracting(ClockChange::why).containsOnly(ClockChange.Why.NEWLY_PROMISED);
    }

    /** The timer is late, and who asks anew comes first: what was reached under the old promise was reached. */
    @Test
    void whatWasReachedBeforeIsNotLost() {
        Bureau late = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 120, Threshold.atPercent(50))));
        RecordId id = late.logs();
        late.clock.set(monday("10:30"));
        late.agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("solution", Metric.RESOLUTION, 480)));

        new Recomputation<>(late.incidents).carryOut(caller(DORA), OPEN, told::add);

        assertThat(late.thresholds(id)).containsExactly("1/1/percent-50");
        assertThat(late.clock(id, "solution").due()).contains(monday("17:00"));
    }

    @Test
    void onlyWhatIsAskedForIsGoneThrough() {
        RecordId done = bureau.logs();
        bureau.does(done, new TicketCommand.Start<>());
        bureau.does(done, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted"));
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));

        assertThat(recomputation.carryOut(caller(DORA), OPEN, told::add)).isEqualTo(new Recomputation.Tally(0, 0, 0));
        assertThat(bureau.clock(done, "usual").pledge().version()).isEqualTo(1);
    }

    @Test
    void whoMayNotIsRefusedAndNothingMoves() {
        Bureau guarded = Bureau.withRoles().agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(8));
        RecordId id = guarded.logs();
        guarded.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));

        Recomputation.Tally tally =
                new Recomputation<>(guarded.incidents).carryOut(caller(BEN), Condition.all(), told::add);

        assertThat(tally).isEqualTo(new Recomputation.Tally(1, 0, 1));
        assertThat(told.get(0).refusal().orElseThrow().reason().name()).isEqualTo("DENIED");
        assertThat(guarded.clock(id, "usual").pledge().version()).isEqualTo(1);
    }

    /** Somebody is quicker, once: it is read again, and what is told is what this came to. */
    @Test
    void whereSomebodyIsQuickerItIsAskedAgain() {
        RecordId id = bureau.logs();
        RecordId other = bureau.logs();
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));

        // Both are on the page that was read when the first is told of; the second is changed then.
        Recomputation.Tally tally = recomputation.carryOut(caller(DORA), OPEN, outcome -> {
            if (told.isEmpty()) {
                RecordId next = outcome.ticket().equals(id) ? other : id;
                bureau.does(next, new TicketCommand.Start<>());
            }
            told.add(outcome);
        });

        assertThat(tally).isEqualTo(new Recomputation.Tally(2, 2, 0));
        assertThat(bureau.clock(id, "usual").pledge().version()).isEqualTo(2);
        assertThat(bureau.clock(other, "usual").pledge().version()).isEqualTo(2);
    }

    @Test
    void askedUnderAKeyItIsAskedOnce() {
        RecordId id = bureau.logs();
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));
        Options once = Options.none().key("monday");

        bureau.incidents.submit(caller(DORA), id, new ClockCommand.Recompute<>(), once);
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(4));
        bureau.incidents.submit(caller(DORA), id, new ClockCommand.Recompute<>(), once);

        assertThat(bureau.clock(id, "usual").due()).contains(monday("15:00"));
    }
}
