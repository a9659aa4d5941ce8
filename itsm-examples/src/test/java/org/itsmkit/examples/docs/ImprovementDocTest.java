package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.Itsm;
import org.itsmkit.improvement.ControlCommand;
import org.itsmkit.improvement.EvidenceCommand;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.improvement.JourneyCommand;
import org.itsmkit.improvement.Pdca;
import org.itsmkit.improvement.PlanCommand;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.BeforeAfter;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.improvement.measure.Verdict;
import org.itsmkit.improvement.metric.Health;
import org.itsmkit.improvement.metric.Indicator;
import org.itsmkit.improvement.metric.MetricTree;
import org.itsmkit.improvement.metric.Reading;
import org.itsmkit.improvement.metric.RollUp;
import org.itsmkit.improvement.metric.Standing;
import org.itsmkit.improvement.metric.SuccessFactor;
import org.itsmkit.improvement.metric.Thresholds;
import org.itsmkit.improvement.priority.Candidate;
import org.itsmkit.improvement.priority.CostOfDelay;
import org.itsmkit.improvement.priority.DelayProfile;
import org.itsmkit.improvement.priority.Order;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.Test;

/** The snippets about continual improvement. */
class ImprovementDocTest {

    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARLA = PersonId.of("carla");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final Itsm itsm = Itsm.builder()
            .store(new InMemoryStore(clock))
            .authorizer(Authorizers.allowAll())
            .clock(clock)
            .build();
    private final Caller dora = Caller.of(TenantId.of("acme"), PersonId.of("dora"));

    private Improvement does(RecordId id, Command<Improvement> command) {
        return itsm.improvements()
                .submit(dora, id, command)
                .getOrElseThrow(refused -> new AssertionError(refused.sentence()))
                .record();
    }

    @Test
    void sevenSteps() {
        clock.set(JULY);
        // spotless:off
        // snippet: improvement-propose
        RecordId id = itsm.improvements().submit(dora, ImprovementCommand.propose()
                        .title("Mail is back sooner")
                        .owner(BEN)
                        .about(About.service(ServiceId.of("mail")))
                        .vision(Vision.to("Nobody waits for mail longer than for coffee"))
                        .build())
                .get().id();
        does(id, new JourneyCommand.Assess());
        // end
        // snippet: improvement-refused
        Either<Rejection, Stored<Improvement>> hasty =
                itsm.improvements().submit(dora, id, new JourneyCommand.Aim());

        String why = hasty.getLeft().violations().get(0).sentence();  // Nobody has measured yet where one stands.
        // end
        assertThat(why).isEqualTo("Nobody has measured yet where one stands.");
        // snippet: improvement-plan
        Metric restore = Metric.lowerIsBetter("time-to-restore", "min");
        does(id, new EvidenceCommand.Measure(Measurement.of(restore,
                Observed.Series.of(40, 45, 50, 55, 60), JUNE, JULY, "from the journal, by incident")));
        does(id, new JourneyCommand.Aim());
        does(id, new EvidenceCommand.SetTarget(Target.of(restore, "30")));
        does(id, new JourneyCommand.MakePlan());
        does(id, new PlanCommand.AddStep("Write a runbook", CARLA, LocalDate.of(2026, 7, 15)));
        does(id, new JourneyCommand.Act());
        // end
        Instant begun = clock.instant();
        clock.advance(Duration.ofDays(31));
        Instant now = clock.instant();
        // snippet: improvement-check
        does(id, PlanCommand.SettleStep.done(1, "it hangs on the wall"));
        does(id, new EvidenceCommand.MeasureAgain(Measurement.of(restore,
                Observed.Series.of(20, 22, 24, 26, 28), begun, now, "from the journal, by incident")));
        Improvement checked = does(id, new JourneyCommand.Check());

        BeforeAfter said = checked.comparison(restore).orElseThrow();
        Verdict verdict = said.verdict();                             // IMPROVED
        Optional<Pdca> round = checked.pdca();                        // CHECK
        // end
        assertThat(verdict).isEqualTo(Verdict.IMPROVED);
        assertThat(round).contains(Pdca.CHECK);
        assertThat(said.reason()).isEqualTo("It became better: p = 0.00794, at most 0.05 "
                + "(rank sums of 5 before and 5 after, shifted by -26 (-36 to -16)).");
        // snippet: improvement-close
        does(id, new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, said.reason()));
        does(id, new EvidenceCommand.Realise(Benefit.money("950", "EUR")));
        does(id, new JourneyCommand.Keep());
        does(id, new ControlCommand.SetControl(new ControlMeasure(
                restore, new BigDecimal("35"), CARLA, 30, LocalDate.of(2026, 9, 1))));
        does(id, new ImprovementCommand.Learn("A runbook helps most at night"));
        Improvement closed = does(id, new JourneyCommand.Close());
        // end
        // spotless:on
        assertThat(closed.status().name()).isEqualTo("closed");
    }

    @Test
    void incidentsPerWeek() {
        // spotless:off
        // snippet: improvement-counts
        BeforeAfter incidents = BeforeAfter.of(
                Observed.Counted.of(20, 10),                          // 20 in 10 weeks
                Observed.Counted.of(8, 10), Metric.Better.LOWER);

        String reason = incidents.reason();
        // end
        // spotless:on
        assertThat(reason)
                .isEqualTo("It became better: p = 0.0357, at most 0.05 (20 in 10 before and 8 in 10 after, "
                        + "the rate times 0.4 (0.152 to 0.948)).");
    }

    @Test
    void whatIsDoneFirst() {
        // spotless:off
        // snippet: improvement-order
        Duration week = Duration.ofDays(7);
        Candidate portal = Candidate.of("portal", CostOfDelay.of(6, 3, 1), week.multipliedBy(5));
        Candidate runbook = new DelayEstimate(CostOfDelay.of(2, 1, 0), week).candidate("runbook");
        Candidate audit = new Candidate("audit",
                new DelayProfile.Deadline(week.multipliedBy(4), new BigDecimal("100"), CostOfDelay.of(0, 0, 0)),
                week.multipliedBy(2));

        Order best = Order.best(List.of(portal, runbook, audit));     // runbook, audit, portal
        BigDecimal cost = best.delayCost(2);                          // 3·1 + 0 + 10·8 = 83
        // end
        // spotless:on
        assertThat(best.items()).containsExactly(runbook, audit, portal);
        assertThat(cost).isEqualByComparingTo("83");
        assertThat(best.isProven()).isTrue();
    }

    @Test
    void aTreeOfMetrics() {
        Instant now = JULY;
        // spotless:off
        // snippet: improvement-tree
        MetricTree tree = new MetricTree(
                List.of(Metric.lowerIsBetter("time-to-restore", "min"), Metric.higherIsBetter("first-contact", "%")),
                List.of(SuccessFactor.of("quick-help", "Help is quick", RollUp.weighted())),
                List.of(
                        Indicator.of("restored", "Restored soon", "quick-help", "time-to-restore",
                                Thresholds.atMost("60", "90"), Duration.ofDays(7)).weighing("0.7"),
                        Indicator.of("solved", "Solved at once", "quick-help", "first-contact",
                                Thresholds.atLeast("70", "60"), Duration.ofDays(7)).weighing("0.3")));

        Standing help = tree.standAt(List.of(
                new Reading("time-to-restore", new BigDecimal("55"), now.minus(Duration.ofDays(1))),
                new Reading("first-contact", new BigDecimal("65"), now.minus(Duration.ofDays(9)))), now).get(0);
        Health health = help.health();                                // UNKNOWN: 0.7 to 1, and green is from 0.8 on
        // end
        // spotless:on
        assertThat(health).isEqualTo(Health.UNKNOWN);
        assertThat(help.sentences())
                .containsExactly(
                        "Help is quick is unknown: 0.7 × Restored soon (green) + 0.3 × Solved at once (unknown) come to"
                                + " 0.7 to 1; green is from 0.8 on, amber from 0.5.",
                        "Restored soon is green: time-to-restore was 55 min at 2026-06-30T00:00:00Z; the target is at"
                                + " most 60.",
                        "Solved at once is unknown: first-contact was 65 % at 2026-06-22T00:00:00Z, and what was measured"
                                + " is good for PT168H only.");
    }
}
