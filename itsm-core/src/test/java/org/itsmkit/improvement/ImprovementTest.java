package org.itsmkit.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.improvement.Improving.QUICK;
import static org.itsmkit.improvement.Improving.RESTORE;
import static org.itsmkit.improvement.Improving.SLOW;
import static org.itsmkit.improvement.Improving.SOLVED;
import static org.itsmkit.improvement.Improving.mail;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.fixture.Company;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Benefit;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.DelayEstimate;
import org.itsmkit.improvement.evidence.Noted;
import org.itsmkit.improvement.evidence.PlanStep;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.improvement.measure.Verdict;
import org.itsmkit.improvement.priority.Candidate;
import org.itsmkit.improvement.priority.CostOfDelay;
import org.itsmkit.improvement.priority.Order;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;

/** How improvements go from an idea to what is looked after. */
class ImprovementTest {

    private final Company company = Company.open();

    private List<Notice> notices(String code) {
        company.work();
        return company.told.stream()
                .filter(notice -> notice.code().equals(code))
                .toList();
    }

    private List<String> told(String code) {
        return notices(code).stream()
                .flatMap(notice -> notice.person().stream())
                .map(PersonId::value)
                .toList();
    }

    @Test
    void anIdeaHasANumberAndKeepsWhatIsSaidOfIt() {
        RecordRef problem = Company.incident(company.log().id());
        Improvement improvement = Improving.of(
                        company,
                        mail().description("Mail was down five times in June")
                                .about(new About(Set.of(MAIL), Set.of("incident-management"), Set.of(problem)))
                                .build())
                .now();

        assertThat(improvement.number()).isEqualTo("CIR0000001");
        assertThat(improvement.title()).isEqualTo("Mail is back sooner");
        assertThat(improvement.description()).isEqualTo("Mail was down five times in June");
        assertThat(improvement.status()).isEqualTo(ImprovementLifecycle.VISION);
        assertThat(improvement.owner()).isEqualTo(BEN);
        assertThat(improvement.sponsor()).contains(FRIDA);
        assertThat(improvement.about().sources()).containsExactly(problem);
        assertThat(improvement.vision()).map(Vision::text).contains("Nobody waits for mail longer than for coffee");
        assertThat(improvement.createdAt()).isEqualTo(company.clock.instant());
        assertThat(improvement.isParked()).isFalse();
    }

    @Test
    void itGoesSevenStepsAndEachLeavesItsEvidence() {
        Improving improving = Improving.in(company, "closed");
        Improvement closed = improving.now();

        assertThat(improving.events())
                .containsExactly(
                        "proposed",
                        "advanced",
                        "measured",
                        "advanced",
                        "target-set",
                        "advanced",
                        "step-planned",
                        "action-begun",
                        "measured-again",
                        "advanced",
                        "evaluated",
                        "advanced",
                        "control-set",
                        "learned",
                        "closed");
        assertThat(closed.baseline(RESTORE).map(Measurement::value))
                .hasValueSatisfying(median -> assertThat(median).isEqualByComparingTo("50"));
        assertThat(closed.result(RESTORE).map(Measurement::value))
                .hasValueSatisfying(median -> assertThat(median).isEqualByComparingTo("24"));
        assertThat(closed.targets()).containsExactly(Target.of(RESTORE, "30"));
        assertThat(closed.missed()).isEmpty();
        assertThat(closed.comparison(RESTORE).map(said -> said.verdict())).contains(Verdict.IMPROVED);
        assertThat(closed.evaluation().orElseThrow().conclusion()).isEqualTo(Conclusion.ACHIEVED);
        assertThat(closed.evaluation().orElseThrow().by()).isEqualTo(DORA);
        assertThat(closed.lessons()).extracting(Noted::text).containsExactly("runbooks help at night");
        assertThat(closed.control()).map(ControlMeasure::reviewer).contains(CARLA);
    }

    @Test
    void byPlanDoCheckAndAct() {
        List<Optional<Pdca>> round = Stream.of(
                        "vision",
                        "baseline",
                        "targets",
                        "plan",
                        "action",
                        "evaluation",
                        "momentum",
                        "closed",
                        "abandoned")
                .map(status -> Improving.in(Company.open(), status).now().pdca())
                .toList();

        assertThat(round)
                .containsExactly(
                        Optional.of(Pdca.PLAN),
                        Optional.of(Pdca.PLAN),
                        Optional.of(Pdca.PLAN),
                        Optional.of(Pdca.PLAN),
                        Optional.of(Pdca.DO),
                        Optional.of(Pdca.CHECK),
                        Optional.of(Pdca.ACT),
                        Optional.of(Pdca.ACT),
                        Optional.empty());
        assertThat(Pdca.of(Status.of("piloting", Phase.ACTIVE))).isEmpty();
    }

    @Test
    void whatDidNotHelpIsPlannedAgainAndMeasuredAnew() {
        Improving improving = Improving.in(company, "action");
        improving.does(new EvidenceCommand.MeasureAgain(improving.monthAfter(SLOW)));
        improving.does(new JourneyCommand.Check());
        improving.does(new EvidenceCommand.Evaluate(Conclusion.NOT_ACHIEVED, "as slow as ever"));
        Improvement again = improving.does(new JourneyCommand.PlanAgain("nobody reads the runbook"));
        company.aMinuteLater();

        assertThat(again.status()).isEqualTo(ImprovementLifecycle.PLAN);
        assertThat(again.evaluation()).isEmpty();
        improving.does(improving.step("Train people"));
        improving.does(new JourneyCommand.Act());
        assertThat(improving.now().result(RESTORE)).isEmpty();
        assertThat(improving.now().unmeasured()).containsExactly(Target.of(RESTORE, "30"));
        assertThat(improving.refused(new JourneyCommand.Check())).containsExactly("rule:results-are-measured");

        improving.does(new EvidenceCommand.MeasureAgain(improving.monthAfter(QUICK)));
        improving.does(new JourneyCommand.Check());
        assertThat(improving.now().results()).hasSize(2);
        assertThat(improving.now().comparison(RESTORE).orElseThrow().verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void oneGoesBackStepByStepAndKeepsWhatIsKnown() {
        Improving improving = Improving.in(company, "momentum");
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            improving.does(new JourneyCommand.GoBack("we look again"));
            steps.add(improving.status());
        }
        Improvement first = improving.now();

        assertThat(steps).containsExactly("evaluation", "action", "plan", "targets", "baseline", "vision");
        assertThat(first.evaluation()).isEmpty();
        assertThat(first.baselines()).hasSize(1);
        assertThat(first.targets()).hasSize(1);
        assertThat(first.plan()).hasSize(1);
        assertThat(first.results()).hasSize(1);
    }

    @Test
    void targetsAreRevisedWhereTheyStand() {
        Improving improving = Improving.in(company, "plan");
        improving.does(new JourneyCommand.GoBack("thirty is not enough"));
        improving.does(new EvidenceCommand.SetTarget(Target.of(RESTORE, "20")));

        assertThat(improving.now().targets()).containsExactly(Target.of(RESTORE, "20"));
        assertThat(improving.does(new EvidenceCommand.DropTarget(RESTORE)).targets())
                .isEmpty();
    }

    @Test
    void whatIsMeasuredAnewStandsInThePlaceOfWhatWasMeasured() {
        Improving improving = Improving.in(company, "baseline");
        improving.does(new EvidenceCommand.Measure(improving.monthBefore(QUICK)));
        improving.does(new EvidenceCommand.Measure(improving.monthBefore(SLOW)));
        Measurement share = Measurement.of(
                SOLVED,
                new Observed.Summary(new BigDecimal("61.5"), 400),
                company.clock.instant(),
                company.clock.instant(),
                "the desk's report");
        Improvement measured = improving.does(new EvidenceCommand.Measure(share));

        assertThat(measured.baselines()).extracting(Measurement::observed).containsExactly(SLOW, share.observed());
        assertThat(measured.baseline(SOLVED)).map(Measurement::sampleSize).contains(400L);
    }

    @Test
    void whatIsParkedStandsStillInItsStep() {
        Improving improving = Improving.in(company, "action");
        Improvement parked = improving.does(new JourneyCommand.Park("all hands are at the move"));

        assertThat(parked.status()).isEqualTo(ImprovementLifecycle.ACTION);
        assertThat(parked.parked()).contains(new Noted("all hands are at the move", DORA, company.clock.instant()));
        company.clock.advance(Duration.ofDays(60));
        assertThat(told("improvement-step-overdue")).isEmpty();
        improving.does(new ImprovementCommand.Decide("we go on in May"));
        assertThat(improving.does(new JourneyCommand.Resume()).parked()).isEmpty();
        assertThat(improving.status()).isEqualTo("action");
        assertThat(told("improvement-step-overdue")).containsExactly("carla");
    }

    @Test
    void whatIsParkedMayBeAbandoned() {
        Improving improving = Improving.in(company, "plan");
        improving.does(new JourneyCommand.Park("no money"));
        Improvement abandoned = improving.does(new JourneyCommand.Abandon("there will be none"));

        assertThat(abandoned.isParked()).isFalse();
        assertThat(told("improvement-abandoned")).containsExactlyInAnyOrder("ben", "frida");
    }

    /**
     * The day ends in UTC: at its last microsecond nobody is told, with the next day's first one they are, and once.
     */
    @Test
    void whoIsLateWithAStepIsToldOnceForEachDay() {
        Improving improving = Improving.in(company, "action");
        improving.does(
                new PlanCommand.AddStep("Train people", DORA, improving.today().plusDays(20)));
        LocalDate due = improving.now().step(1).orElseThrow().due();
        Instant over = due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        company.clock.set(over.minusNanos(1_000));
        assertThat(told("improvement-step-overdue")).isEmpty();

        company.clock.set(over);
        assertThat(told("improvement-step-overdue")).containsExactly("carla");
        assertThat(notices("improvement-step-overdue").get(0).arguments())
                .containsEntry("number", "CIR0000001")
                .containsEntry("step", "1")
                .containsEntry("due", due.toString());
        company.clock.advance(Duration.ofDays(3));
        assertThat(told("improvement-step-overdue")).hasSize(1);

        LocalDate later = improving.today().plusDays(2);
        improving.does(new PlanCommand.MoveStep(1, CARLA, later));
        company.clock.advance(Duration.ofDays(4));
        assertThat(told("improvement-step-overdue")).containsExactlyInAnyOrder("carla", "dora", "carla");
        improving.does(PlanCommand.SettleStep.done(1, ""));
        improving.does(PlanCommand.SettleStep.dropped(2, "nobody came"));
        company.clock.advance(Duration.ofDays(40));
        assertThat(told("improvement-step-overdue")).hasSize(3);
    }

    @Test
    void whoGetsALateStepIsToldOfItWithItsDay() {
        Improving improving = Improving.in(company, "action");
        company.clock.advance(Duration.ofDays(20));
        assertThat(told("improvement-step-overdue")).containsExactly("carla");
        LocalDate due = improving.now().step(1).orElseThrow().due();

        improving.does(new PlanCommand.MoveStep(1, EMIL, due));

        assertThat(told("improvement-step-planned")).containsExactly("carla", "emil");
        assertThat(notices("improvement-step-planned").get(1).arguments()).containsEntry("due", due.toString());
        assertThat(told("improvement-step-overdue")).containsExactly("carla");
    }

    @Test
    void manyLateStepsAreToldEach() {
        Improving improving = Improving.in(company, "action");
        for (int i = 1; i < Improvement.MOST_STEPS; i++) {
            LocalDate due = improving.today().plusDays(1 + i % 25);
            improving.does(new PlanCommand.AddStep("Step " + i, CARLA, due));
        }
        company.clock.advance(Duration.ofDays(30));
        while (company.work() > 0) {
            company.aMinuteLater();
        }

        assertThat(told("improvement-step-overdue")).hasSize(Improvement.MOST_STEPS);
    }

    @Test
    void whoLooksIsToldOnceForEachDayAndAfterTheEndToo() {
        Improving improving = Improving.in(company, "closed");
        ControlMeasure control = improving.now().control().orElseThrow();
        company.clock.set(control.reviewDue().minusNanos(1_000));
        assertThat(told("improvement-review-due")).isEmpty();

        company.clock.set(control.reviewDue());
        assertThat(told("improvement-review-due")).containsExactly("carla");
        company.clock.advance(Duration.ofDays(5));
        assertThat(told("improvement-review-due")).hasSize(1);

        Improvement reviewed = improving.does(new ControlCommand.ReviewControl(new BigDecimal("35"), "just so"));
        assertThat(reviewed.review().orElseThrow().holds()).isTrue();
        assertThat(reviewed.control().orElseThrow().nextReview())
                .isEqualTo(improving.today().plusDays(30));
        assertThat(told("improvement-lost")).isEmpty();
        company.clock.advance(Duration.ofDays(30));
        assertThat(told("improvement-review-due")).hasSize(2);
    }

    @Test
    void ownerAndSponsorAreToldThatItIsLostAgain() {
        Improving improving = Improving.in(company, "closed");
        Improvement reviewed = improving.does(new ControlCommand.ReviewControl(new BigDecimal("35.1"), "Mondays"));

        assertThat(reviewed.review().orElseThrow().holds()).isFalse();
        assertThat(told("improvement-lost")).containsExactlyInAnyOrder("ben", "frida");
    }

    @Test
    void anotherWhoLooksIsToldThatTheyDo() {
        Improving improving = Improving.in(company, "closed");
        ControlMeasure control = improving.now().control().orElseThrow();
        company.clock.set(control.reviewDue());
        assertThat(told("improvement-review-due")).containsExactly("carla");

        improving.does(new ControlCommand.SetControl(
                new ControlMeasure(RESTORE, control.limit(), EMIL, control.everyDays(), control.nextReview())));

        assertThat(told("improvement-review-planned")).containsExactly("carla", "emil");
        assertThat(notices("improvement-review-planned").get(1).arguments())
                .containsEntry("on", control.nextReview().toString());
        assertThat(told("improvement-review-due")).containsExactly("carla");
    }

    @Test
    void peopleAreToldOfWhatConcernsThem() {
        Improving improving = Improving.in(company, "closed");

        assertThat(told("improvement-step-planned")).containsExactly("carla");
        assertThat(told("improvement-evaluated")).containsExactly("ben");
        assertThat(told("improvement-closed")).containsExactlyInAnyOrder("ben", "frida");
        Improving other = Improving.in(company, "vision");
        other.does(new ImprovementCommand.HandOver(EMIL));
        assertThat(told("improvement-handed-over")).containsExactly("emil");
        assertThat(improving.now().updatedAt()).isAfter(improving.now().createdAt());
    }

    @Test
    void whatItBringsIsComparedWithWhatItShould() {
        Improving improving = Improving.in(company, "evaluation");
        improving.does(new ImprovementCommand.Weigh(Optional.of(Benefit.money("1200", "EUR")), Optional.empty()));
        Improvement after = improving.does(new EvidenceCommand.Realise(Benefit.money("950.50", "EUR")));

        assertThat(after.expected()).contains(Benefit.money("1200.00", "EUR"));
        assertThat(after.realised()).contains(Benefit.money("950.5", "EUR"));
    }

    /** 12 a week for two weeks is 6, 9 for one week 9: what is smaller and shorter comes first. */
    @Test
    void whatIsDoneFirstFollowsFromWhatWaitingCosts() {
        Improving big = weighed(12, 14);
        Improving small = weighed(9, 7);
        Improving.in(company, "vision");

        List<Candidate> register =
                company
                        .store
                        .query(ACME, Improvements.KIND, Query.where(ImprovementKind.PHASE.is(Phase.NEW)))
                        .items()
                        .stream()
                        .flatMap(stored -> stored.record().candidate().stream())
                        .toList();

        assertThat(Order.best(register).items())
                .extracting(Candidate::code)
                .containsExactly(small.now().number(), big.now().number());
        assertThat(company.store
                        .query(
                                ACME,
                                Improvements.KIND,
                                Query.where(ImprovementKind.CD3.isAtLeast(new BigDecimal("6.1"))))
                        .items())
                .extracting(Stored::id)
                .containsExactly(small.id);
    }

    private Improving weighed(int cost, int days) {
        Improving improving = Improving.in(company, "vision");
        improving.does(new ImprovementCommand.Weigh(
                Optional.empty(), Optional.of(new DelayEstimate(CostOfDelay.of(cost, 0, 0), Duration.ofDays(days)))));
        return improving;
    }

    @Test
    void improvementsAreFoundByWhatTheyAre() {
        Improving.in(company, "action");
        company.aMinuteLater();
        RecordRef incident = Company.incident(company.log().id());
        Improving improving = Improving.of(
                company,
                mail().title("Printers print")
                        .owner(CARLA)
                        .sponsor(EMIL)
                        .about(new About(Set.of(ServiceId.of("print")), Set.of("problem-management"), Set.of(incident)))
                        .vision(new Vision("No queue", Optional.of(incident)))
                        .build());
        improving.does(new JourneyCommand.Park("no paper"));
        Improvement now = improving.now();

        for (Condition condition : List.of(
                ImprovementKind.NUMBER.is(now.number()),
                Condition.words(ImprovementKind.TITLE.key(), "printers"),
                ImprovementKind.STATUS.is(ImprovementLifecycle.VISION),
                ImprovementKind.PHASE.is(Phase.NEW),
                ImprovementKind.OWNER.is(CARLA),
                ImprovementKind.SPONSOR.is(EMIL),
                ImprovementKind.SERVICE.is(ServiceId.of("print")),
                ImprovementKind.PRACTICE.is("problem-management"),
                ImprovementKind.PARKED.is(true),
                ImprovementKind.OPENED.is(now.createdAt()),
                ImprovementKind.UPDATED.isAtLeast(now.updatedAt()),
                Condition.linkedTo(ImprovementKind.ARISES_FROM, incident),
                Condition.linkedTo(ImprovementKind.SERVES, incident))) {
            assertThat(company.store
                            .query(ACME, Improvements.KIND, Query.where(condition))
                            .items())
                    .as("%s", condition)
                    .extracting(Stored::record)
                    .containsExactly(now);
        }
    }

    @Test
    void aMeasurementLeadsToWhereItComesFrom() {
        Improving improving = Improving.in(company, "baseline");
        RecordRef incident = Company.incident(company.log().id());
        Measurement month = improving.monthBefore(SLOW);
        improving.does(new EvidenceCommand.Measure(new Measurement(
                RESTORE, SLOW, month.fromInclusive(), month.toExclusive(), "by hand", Optional.of(incident))));

        assertThat(company.store.count(
                        ACME, Improvements.KIND, Condition.linkedTo(ImprovementKind.MEASURED_BY, incident)))
                .isEqualTo(1);
    }

    @Test
    void stepsAreMovedAndSettled() {
        Improving improving = Improving.in(company, "action");
        improving.does(improving.step("Train people"));
        improving.does(PlanCommand.SettleStep.done(1, "it hangs on the wall"));
        improving.does(PlanCommand.SettleStep.dropped(2, "nobody has time"));

        assertThat(improving.now().plan())
                .extracting(PlanStep::number, PlanStep::state, PlanStep::note)
                .containsExactly(
                        tuple(1, PlanStep.State.DONE, "it hangs on the wall"),
                        tuple(2, PlanStep.State.DROPPED, "nobody has time"));
    }

    @Test
    void whatIsSaidAgainLeavesNoEvent() {
        assertLeavesNoEvent(
                "vision",
                now -> List.of(
                        new ImprovementCommand.Describe(now.title(), now.description()),
                        new ImprovementCommand.HandOver(now.owner()),
                        new ImprovementCommand.Relate(now.sponsor(), now.about()),
                        new ImprovementCommand.Weigh(now.expected(), now.delay()),
                        new EvidenceCommand.SetVision(now.vision().orElseThrow())));
        assertLeavesNoEvent("targets", now -> List.of(new EvidenceCommand.DropTarget(SOLVED)));
        assertLeavesNoEvent("action", now -> {
            PlanStep step = now.plan().get(0);
            return List.of(
                    new PlanCommand.MoveStep(1, step.owner(), step.due()),
                    new PlanCommand.NoteOverdue(step.due()),
                    new PlanCommand.NoteOverdue(step.due().minusDays(1)));
        });
        assertLeavesNoEvent(
                "evaluation",
                now -> List.of(new EvidenceCommand.MeasureAgain(now.results().get(0))));
        assertLeavesNoEvent("closed", now -> {
            ControlMeasure control = now.control().orElseThrow();
            return List.of(
                    new ControlCommand.SetControl(control), new ControlCommand.NoteReviewDue(control.nextReview()));
        });
    }

    private void assertLeavesNoEvent(String status, Function<Improvement, List<Command<Improvement>>> same) {
        Improving improving = Improving.in(company, status);
        List<String> events = improving.events();
        for (Command<Improvement> command : same.apply(improving.now())) {
            improving.does(command);
            assertThat(improving.events()).as("%s", command).isEqualTo(events);
        }
    }

    @Test
    void everyEventHasANameOfItsOwn() {
        assertThat(ImprovementEvent.types().stream().map(type -> type.name()).collect(Collectors.toSet()))
                .hasSameSizeAs(ImprovementEvent.types());
    }

    @Test
    void whatWasObservedBeforeANewBaselineEndedIsNoResultOfIt() {
        Improving improving = Improving.in(company, "evaluation");
        for (int i = 0; i < 4; i++) {
            improving.does(new JourneyCommand.GoBack("we look again"));
        }
        improving.does(new EvidenceCommand.Measure(improving.monthAfter(SLOW)));

        Improvement anew = improving.now();
        assertThat(anew.result(RESTORE)).isEmpty();
        assertThat(anew.comparison(RESTORE)).isEmpty();
    }

    @Test
    void whatWasMeasuredInAnotherWayBeforeIsNotCompared() {
        Improving improving = Improving.in(company, "evaluation");
        for (int i = 0; i < 4; i++) {
            improving.does(new JourneyCommand.GoBack("we look again"));
        }
        improving.does(new EvidenceCommand.Measure(Measurement.of(
                RESTORE,
                Observed.Counted.of(3, 4),
                company.clock.instant().minus(Duration.ofDays(90)),
                company.clock.instant().minus(Duration.ofDays(60)),
                "counted")));

        assertThat(improving.now().comparison(RESTORE)).isEmpty();
    }
}
