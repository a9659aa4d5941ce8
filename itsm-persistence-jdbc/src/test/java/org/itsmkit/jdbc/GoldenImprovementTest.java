package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.improvement.ControlCommand;
import org.itsmkit.improvement.EvidenceCommand;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.improvement.ImprovementLifecycle;
import org.itsmkit.improvement.Improvements;
import org.itsmkit.improvement.JourneyCommand;
import org.itsmkit.improvement.PlanCommand;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.improvement.priority.CostOfDelay;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an improvement is stored as; as {@link GoldenJournalTest} has it for the others. */
class GoldenImprovementTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final PersonId CLARA = PersonId.of("clara");
    private static final Instant BEGIN = Instant.parse("2026-03-02T07:30:00.123456Z");
    private static final RecordRef INCIDENT = RecordRef.of("incident", RecordId.of("inc-1"));
    private static final RecordRef IMPROVEMENT = RecordRef.of("improvement", RecordId.of("cir-1"));
    private static final Metric RESTORE = Metric.lowerIsBetter("time-to-restore", "min");
    private static final Metric INCIDENTS = Metric.lowerIsBetter("incidents", "per week");
    private static final Metric SOLVED = Metric.higherIsBetter("first-contact", "%");

    /** Where what was closed can be abandoned too. */
    private static final Lifecycle OVER_AND_OVER = ImprovementLifecycle.standard()
            .edit()
            .move(ImprovementLifecycle.CLOSED, ImprovementLifecycle.ABANDON, ImprovementLifecycle.ABANDONED)
            .build();

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(
                    Directories.fixed().person(ANNA).person(BOB).person(CLARA).build())
            .clock(clock)
            .defaults(Tailoring.builder()
                    .putLifecycles("improvement", OVER_AND_OVER.toData())
                    .build())
            .build();
    private final Caller bob = Caller.of(ACME, BOB);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void improvementsAreStoredAsTheyWere() throws Exception {
        liveAnImprovement();

        golden.assertStored("improvement", "cir-1", Golden.ownEvents(Improvements.KIND));
        assertThat(fold()).contains(improvement());
    }

    @Test
    void whatIsErasedStillFolds() throws Exception {
        liveAnImprovement();

        itsm.protection()
                .erase(bob, IMPROVEMENT, Erasure.personal(Improvements.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));

        Improvement erased = improvement();
        assertThat(fold()).contains(erased);
        assertThat(FoldLaw.check(store, ACME, Improvements.KIND, done -> {}).breaks())
                .isEmpty();
        assertThat(erased.toString())
                .doesNotContain("anna", "bob", "clara", "Mail is", "coffee", "runbook", "journal of", "Mondays");
        assertThat(erased.result(RESTORE)).isPresent();
        assertThat(erased.comparison(RESTORE)).isPresent();
    }

    private void liveAnImprovement() {
        clock.set(BEGIN);
        itsm.incidents()
                .submitNew(
                        bob,
                        INCIDENT.id(),
                        IncidentCommand.log().title("Mail is down").build(),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        About about = new About(Set.of(ServiceId.of("mail")), Set.of("incident-management"), Set.of(INCIDENT));
        itsm.improvements()
                .submitNew(
                        bob,
                        IMPROVEMENT.id(),
                        ImprovementCommand.propose()
                                .title("Mail is back sooner")
                                .description("Mail is down too long")
                                .owner(BOB)
                                .sponsor(CLARA)
                                .about(about)
                                .vision(Vision.to("nobody waits"))
                                .build(),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        carryOut(
                new ImprovementCommand.Describe("Mail is back at once", "Mail is down too long"),
                new ImprovementCommand.HandOver(ANNA),
                new ImprovementCommand.Relate(Optional.of(BOB), about),
                new ImprovementCommand.Weigh(
                        Optional.of(Benefit.money("1200.50", "EUR")),
                        Optional.of(new DelayEstimate(CostOfDelay.of(300, 20, 1), Duration.ofDays(21)))),
                new ImprovementCommand.Decide("runbook first"),
                new EvidenceCommand.SetVision(new Vision("no longer than for coffee", Optional.of(INCIDENT))),
                new JourneyCommand.Assess());
        carryOut(
                new EvidenceCommand.Measure(measured(RESTORE, Observed.Series.of(40, 45, 50, 55, 60))),
                new EvidenceCommand.Measure(measured(INCIDENTS, Observed.Counted.of(20, 4))),
                new EvidenceCommand.Measure(measured(SOLVED, new Observed.Summary(new BigDecimal("61.5"), 400))),
                new JourneyCommand.Aim(),
                new EvidenceCommand.SetTarget(Target.of(SOLVED, "70")),
                new EvidenceCommand.DropTarget(SOLVED),
                new EvidenceCommand.SetTarget(
                        new Target(RESTORE, new BigDecimal("30"), Optional.of(LocalDate.of(2026, 6, 30)))),
                new JourneyCommand.MakePlan(),
                new PlanCommand.AddStep("write a runbook", CLARA, LocalDate.of(2026, 3, 10)),
                new PlanCommand.AddStep("train people", CLARA, LocalDate.of(2026, 3, 20)),
                new JourneyCommand.Act(),
                new JourneyCommand.Park("all are at the move"),
                new JourneyCommand.Resume());
        clock.set(Instant.parse("2026-03-11T06:00:00Z"));
        carryOut(
                new PlanCommand.NoteOverdue(LocalDate.of(2026, 3, 10)),
                new PlanCommand.MoveStep(1, BOB, LocalDate.of(2026, 3, 15)),
                PlanCommand.SettleStep.done(1, "the runbook hangs on the wall"),
                PlanCommand.SettleStep.dropped(2, "nobody has time"));
        clock.set(Instant.parse("2026-05-01T06:00:00Z"));
        carryOut(
                new EvidenceCommand.MeasureAgain(measured(RESTORE, Observed.Series.of(20, 22, 24, 26, 28))),
                new JourneyCommand.Check(),
                new EvidenceCommand.Evaluate(Conclusion.NOT_ACHIEVED, "by chance"),
                new JourneyCommand.PlanAgain("let us look again"),
                new JourneyCommand.GoBack("is thirty enough?"),
                new JourneyCommand.MakePlan(),
                new PlanCommand.AddStep("train people", CLARA, LocalDate.of(2026, 5, 20)),
                new JourneyCommand.Act());
        clock.set(Instant.parse("2026-06-15T06:00:00Z"));
        carryOut(
                new EvidenceCommand.MeasureAgain(measured(RESTORE, Observed.Series.of(19, 21, 23, 25, 27))),
                new JourneyCommand.Check(),
                new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "half the time"),
                new EvidenceCommand.Realise(Benefit.money("950", "EUR")),
                new JourneyCommand.Keep(),
                new ControlCommand.SetControl(
                        new ControlMeasure(RESTORE, new BigDecimal("35"), CLARA, 30, LocalDate.of(2026, 7, 15))),
                new ImprovementCommand.Learn("a runbook helps at night"),
                new JourneyCommand.Close());
        clock.set(Instant.parse("2026-07-15T00:00:00Z"));
        carryOut(
                new ControlCommand.NoteReviewDue(LocalDate.of(2026, 7, 15)),
                new ControlCommand.ReviewControl(new BigDecimal("35.5"), "but for Mondays"),
                new JourneyCommand.Abandon("mail is gone"));
    }

    private Measurement measured(Metric metric, Observed observed) {
        return new Measurement(
                metric,
                observed,
                clock.instant().minus(Duration.ofDays(28)),
                clock.instant(),
                "from the journal of incidents",
                Optional.of(INCIDENT));
    }

    private Improvement improvement() {
        return itsm.improvements().find(bob, IMPROVEMENT.id()).orElseThrow().record();
    }

    private Optional<Improvement> fold() {
        return Fold.of(store, ACME, Improvements.KIND, IMPROVEMENT.id(), entry -> true)
                .record();
    }

    @SafeVarargs
    private final void carryOut(Command<Improvement>... commands) {
        for (Command<Improvement> command : List.of(commands)) {
            clock.advance(Duration.ofMinutes(7));
            itsm.improvements()
                    .submit(bob, IMPROVEMENT.id(), command)
                    .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
        }
    }
}
