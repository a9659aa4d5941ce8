package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.fixture.Company.incident;
import static org.itsmkit.servicelevel.Bureau.DESK_OLA;
import static org.itsmkit.servicelevel.Bureau.GOLD;
import static org.itsmkit.servicelevel.Bureau.caller;
import static org.itsmkit.servicelevel.Bureau.commitment;
import static org.itsmkit.servicelevel.Bureau.monday;
import static org.itsmkit.servicelevel.Bureau.terms;
import static org.itsmkit.servicelevel.Bureau.tuesday;
import static org.itsmkit.ticket.ClockState.BREACHED;
import static org.itsmkit.ticket.ClockState.CANCELLED;
import static org.itsmkit.ticket.ClockState.MET;
import static org.itsmkit.ticket.ClockState.PAUSED;
import static org.itsmkit.ticket.ClockState.RUNNING;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.engine.Preview;
import org.itsmkit.engine.Records;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.Mark;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ServiceLevelEvent.ThresholdReached;
import org.itsmkit.ticket.ServiceLevels;
import org.itsmkit.ticket.ThresholdAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketMergeCommand;
import org.junit.jupiter.api.Test;

/** Clocks follow their ticket in the commit of whatever happens to it, and act once and never early when nothing does. */
class ClocksInTheEngineTest {

    private static final Duration MICRO = Duration.ofNanos(1_000);
    private static final Threshold THREE_QUARTERS = Threshold.atPercent(75);

    @Test
    void clocksAreAttachedInTheCommitInWhichATicketBegins() {
        Bureau bureau = Bureau.gold();

        RecordId id = bureau.logs();

        assertThat(bureau.events(id)).containsExactly("logged", "clocks-set");
        assertThat(bureau.clock(id, "answer").due()).contains(monday("10:00"));
        assertThat(bureau.clock(id, "usual").due()).contains(monday("17:00"));
        assertThat(bureau.clock(id, "usual").state()).isEqualTo(RUNNING);
        assertThat(bureau.journal(id).get(1).cause().name()).isEqualTo("upkeep");
        bureau.assertFoldLaw();
    }

    @Test
    void aTicketIsFoundByItsFirstOpenDeadlineAndByWhatWasBroken() {
        Bureau bureau = Bureau.gold();
        RecordId usual = bureau.logs();
        bureau.logsPressing();
        bureau.does(BEN, usual, TicketCommand.Comment.toAll("We are on it"));
        bureau.at("10:30");

        assertThat(ids(bureau, Incidents.FIELDS.due.is(monday("17:00")))).containsExactly(usual);
        assertThat(ids(bureau, Incidents.FIELDS.breached.is("answer")))
                .hasSize(1)
                .doesNotContain(usual);
    }

    private static List<RecordId> ids(Bureau bureau, Condition condition) {
        return bureau.store.query(ACME, Incidents.KIND, Query.where(condition)).items().stream()
                .map(Stored::id)
                .toList();
    }

    @Test
    void aPauseMovesTheDeadlineByTheOpenTimeThatItTook() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());
        bureau.at("11:00");

        bureau.does(id, new TicketCommand.PutOnHold<>("awaiting-requester", Optional.empty(), Optional.empty()));
        assertThat(bureau.clock(id, "usual").state()).isEqualTo(PAUSED);
        assertThat(bureau.clock(id, "usual").due()).isEmpty();

        bureau.clock.set(tuesday("10:00"));
        bureau.does(id, new TicketCommand.Resume<>());

        // From 11 to 17 on Monday and from 9 to 10 on Tuesday are seven hours; eight hours were to end on Monday at 17.
        assertThat(bureau.clock(id, "usual").due()).contains(tuesday("16:00"));
        assertThat(bureau.clock(id, "usual").state()).isEqualTo(RUNNING);
        bureau.assertFoldLaw();
    }

    @Test
    void whatIsDoneAtTheDeadlineIsMetAndNothingIsDueAnyMore() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());
        bureau.clock.set(monday("17:00"));

        bureau.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted"));

        assertThat(bureau.clock(id, "usual").state()).isEqualTo(MET);
        assertThat(bureau.clock(id, "usual").stoppedAt()).contains(monday("17:00"));
        assertThat(bureau.clock(id, "answer").state()).isEqualTo(BREACHED);
        assertThat(Incidents.FIELDS.due.values(bureau.incident(id))).isEmpty();
        assertThat(bureau.store.tasks().pending(ACME))
                .noneMatch(task -> task.payload().containsValue(ClockTimers.NAME));
    }

    @Test
    void aDeadlineIsMissedByItselfAtTheFirstInstantAfterIt() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();

        bureau.clock.set(monday("10:00"));
        bureau.work();
        assertThat(bureau.clock(id, "answer").state()).isEqualTo(RUNNING);

        bureau.clock.set(monday("10:00").plus(MICRO));
        assertThat(bureau.work()).isEqualTo(1);

        assertThat(bureau.clock(id, "answer").state()).isEqualTo(BREACHED);
        assertThat(bureau.clock(id, "answer").breachedAt())
                .contains(monday("10:00").plus(MICRO));
        assertThat(bureau.clock(id, "usual").state()).isEqualTo(RUNNING);
        bureau.assertFoldLaw();
    }

    @Test
    void aThresholdIsReachedOnceAndNeverEarly() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 240, THREE_QUARTERS)));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        bureau.told.clear();

        bureau.clock.set(monday("12:00").minus(MICRO));
        bureau.work();
        assertThat(bureau.thresholds(id)).isEmpty();

        bureau.clock.set(monday("12:00"));
        bureau.work();
        bureau.work();
        bureau.at("12:30");
        bureau.does(id, TicketCommand.Comment.internal("Nothing new"));

        assertThat(bureau.thresholds(id)).containsExactly("1/1/percent-75");
        assertThat(bureau.told)
                .filteredOn(notice -> notice.code().equals("threshold-reached"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.person()).contains(BEN);
                    assertThat(notice.arguments())
                            .containsEntry("commitment", "solution")
                            .containsEntry("due", monday("13:00").toString());
                });
    }

    @Test
    void aTimerThatComesLateTellsWhenItWasReached() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 240, THREE_QUARTERS)));
        RecordId id = bureau.logs();

        bureau.at("12:20");

        ThresholdReached<?> reached = bureau.journal(id).stream()
                .filter(entry -> entry.name().equals("threshold-reached"))
                .map(entry -> (ThresholdReached<?>) entry.event())
                .findFirst()
                .orElseThrow();
        assertThat(reached.at()).isEqualTo(monday("12:00"));
    }

    /** The timer is late; what ends the cycle comes first. What was reached in it is told all the same. */
    @Test
    void aThresholdOfACycleThatIsOverIsNotLost() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("news", Metric.NEXT_UPDATE, 60, THREE_QUARTERS)));
        RecordId id = bureau.logs();
        bureau.does(BEN, id, TicketCommand.Comment.toAll("We are on it"));

        bureau.clock.set(monday("09:50"));
        bureau.does(BEN, id, TicketCommand.Comment.toAll("Still on it"));

        assertThat(bureau.thresholds(id)).containsExactly("1/1/percent-75");
        assertThat(bureau.clock(id, "news").cycle()).isEqualTo(2);
        bureau.at("10:40");
        assertThat(bureau.thresholds(id)).containsExactly("1/1/percent-75", "1/2/percent-75");
        bureau.assertFoldLaw();
    }

    @Test
    void thresholdsEscalateToAGroupAndToAManager() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment(
                                "solution",
                                Metric.RESOLUTION,
                                240,
                                new Threshold(
                                        "half",
                                        new Threshold.Point.Percent(BigDecimal.valueOf(50)),
                                        new ThresholdAction.EscalateToManager()),
                                new Threshold(
                                        "late",
                                        new Threshold.Point.After(Duration.ZERO),
                                        new ThresholdAction.EscalateToGroup(OPERATIONS)))));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));

        bureau.at("11:00");
        assertThat(bureau.incident(id).ticket().lastManager()).contains(DORA);
        assertThat(bureau.incident(id).ticket().group()).contains(SERVICE_DESK);

        bureau.at("13:01");
        assertThat(bureau.incident(id).ticket().group()).contains(OPERATIONS);
        assertThat(bureau.told)
                .anyMatch(notice ->
                        notice.code().equals("escalated") && notice.person().equals(Optional.of(DORA)));
        assertThat(bureau.thresholds(id)).containsExactly("1/1/half", "1/1/late");
        bureau.assertFoldLaw();
    }

    @Test
    void aThresholdMakesItMorePressingAndWhatIsPromisedFollows() {
        Threshold raise = new Threshold(
                "half", new Threshold.Point.Percent(BigDecimal.valueOf(50)), new ThresholdAction.RaisePriority());
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(
                                commitment("pressing", Metric.RESOLUTION, 360).where(FieldCondition.priority(1, 2)),
                                commitment("usual", Metric.RESOLUTION, 480, raise)
                                        .where(FieldCondition.priority(3, 4))));
        RecordId id = bureau.logs();

        bureau.at("13:00");

        assertThat(bureau.incident(id).ticket().priority()).isEqualTo(Priority.HIGH);
        assertThat(bureau.incident(id).ticket().urgency()).isEqualTo(Urgency.HIGH);
        assertThat(bureau.clocks(id)).hasSize(1);
        assertThat(bureau.clock(id, "pressing").due()).contains(monday("15:00"));
        bureau.assertFoldLaw();
    }

    /** No urgency leads further up: then it reaches further. */
    @Test
    void whatIsMostUrgentAlreadyIsRaisedByItsImpact() {
        Threshold raise = new Threshold(
                "half", new Threshold.Point.Percent(BigDecimal.valueOf(50)), new ThresholdAction.RaisePriority());
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 120, raise)));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Prioritise<>(Impact.LOW, Urgency.HIGH));
        RecordId top = bureau.logsPressing();

        bureau.at("10:00");

        assertThat(bureau.incident(id).ticket().priority()).isEqualTo(Priority.HIGH);
        assertThat(bureau.incident(id).ticket().impact()).isEqualTo(Impact.MEDIUM);
        assertThat(bureau.incident(id).ticket().urgency()).isEqualTo(Urgency.HIGH);
        assertThat(bureau.incident(top).ticket().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(bureau.thresholds(top)).containsExactly("1/1/half");
    }

    /** glpi-project/glpi#6902 and #15605: the pause was forgotten, and the ticket was late at once. */
    @Test
    void anotherPriorityNeverLosesAPause() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());
        bureau.does(id, new TicketCommand.PutOnHold<>("awaiting-requester", Optional.empty(), Optional.empty()));
        bureau.at("15:00");
        bureau.does(id, new TicketCommand.Resume<>());

        bureau.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));

        Clock pressing = bureau.clock(id, "pressing");
        assertThat(pressing.number()).isEqualTo(2);
        assertThat(pressing.pledges()).hasSize(2);
        assertThat(pressing.state()).isEqualTo(RUNNING);
        // Nothing was used by 15:00; two hours are left of Monday.
        assertThat(pressing.due()).contains(tuesday("11:00"));
    }

    @Test
    void whatNobodyPromisesAnyMoreIsWithdrawnAndComesBackWithAllThatItCounted() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 240).where(FieldCondition.priority(1, 2))));
        RecordId id = bureau.logsPressing();
        bureau.at("10:00");

        bureau.does(id, new TicketCommand.Prioritise<>(Impact.LOW, Urgency.LOW));
        assertThat(bureau.clocks(id)).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo(CANCELLED);
            assertThat(clock.withdrawnAt()).contains(monday("10:00"));
            assertThat(clock.due()).isEmpty();
            assertThat(clock.next()).isEmpty();
        });

        bureau.at("11:00");
        bureau.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));
        assertThat(bureau.clock(id, "solution").number()).isEqualTo(1);
        assertThat(bureau.clock(id, "solution").due()).contains(monday("13:00"));
        bureau.assertFoldLaw();
    }

    @Test
    void aPromiseThatWasBrokenStaysBrokenWhereItIsWithdrawn() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 60).where(FieldCondition.priority(1, 2))));
        RecordId id = bureau.logsPressing();
        bureau.at("11:00");

        bureau.does(id, new TicketCommand.Prioritise<>(Impact.LOW, Urgency.LOW));

        assertThat(bureau.clocks(id)).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo(BREACHED);
            assertThat(clock.isOpen()).isFalse();
        });
        assertThat(Incidents.FIELDS.due.values(bureau.incident(id))).isEmpty();
    }

    /** It is not done because it goes on elsewhere: that would count as kept what was not. */
    @Test
    void whatIsMergedIsNoPromiseKept() {
        Bureau bureau = Bureau.gold();
        RecordId other = bureau.logs();
        RecordId id = bureau.logs();
        bureau.at("10:30");

        bureau.does(id, new TicketMergeCommand.MergeInto<>(incident(other)));

        assertThat(bureau.clocks(id)).extracting(Clock::name).containsExactly("answer", "usual");
        assertThat(bureau.clocks(id)).extracting(Clock::state).containsExactly(BREACHED, CANCELLED);
        assertThat(bureau.clocks(id)).allMatch(clock -> clock.withdrawnAt().isPresent());
        assertThat(bureau.clock(other, "usual").state()).isEqualTo(RUNNING);

        bureau.at("11:30");
        bureau.does(id, new TicketMergeCommand.Unmerge<>("It is something else"));
        assertThat(bureau.clock(id, "usual").state()).isEqualTo(RUNNING);
        assertThat(bureau.clock(id, "usual").due()).contains(tuesday("10:00"));
        bureau.assertFoldLaw();
    }

    /** Another agreement came since; what has nothing to do with it moves nothing. */
    @Test
    void aChangeThatMakesNoDifferenceToWhatIsPromisedMovesNothing() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        bureau.at("09:30");
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));

        bureau.does(id, new TicketCommand.Prioritise<>(Impact.LOW, Urgency.LOW));

        assertThat(bureau.incident(id).ticket().priority()).isEqualTo(Priority.LOW);
        assertThat(bureau.clock(id, "usual").due()).contains(monday("17:00"));
        assertThat(bureau.clock(id, "usual").pledge().version()).isEqualTo(1);
    }

    /** Teams promise for themselves: what one has used is not the other's. */
    @Test
    void anotherTeamsPromiseIsAnotherClock() {
        Bureau bureau = Bureau.open()
                .agrees(DESK_OLA, AgreementType.OPERATIONAL_LEVEL, ofGroup("desk-solution", SERVICE_DESK.value()))
                .agrees(
                        RecordId.of("operations-ola"),
                        AgreementType.OPERATIONAL_LEVEL,
                        ofGroup("operations-solution", OPERATIONS.value()));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        bureau.at("10:00");

        bureau.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));

        assertThat(bureau.clocks(id)).extracting(Clock::name).containsExactly("desk-solution", "operations-solution");
        assertThat(bureau.clocks(id).get(0).withdrawnAt()).contains(monday("10:00"));
        assertThat(bureau.clock(id, "operations-solution").isInternal()).isTrue();
    }

    private static Terms ofGroup(String name, String group) {
        return terms(commitment(name, Metric.RESOLUTION, 120)
                .where(new FieldCondition.Has("group", List.of(FieldValue.text(group)))));
    }

    @Test
    void whatTeamsPromiseIsNoneOfTheRequestersBusiness() {
        Bureau bureau = Bureau.withRoles()
                .agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("solution", Metric.RESOLUTION, 240)))
                .agrees(
                        DESK_OLA,
                        AgreementType.OPERATIONAL_LEVEL,
                        terms(commitment("desk-solution", Metric.RESOLUTION, 60, THREE_QUARTERS)));
        RecordId id = bureau.logs();
        bureau.at("09:45");

        Incident seen = bureau.incidents.find(caller(ANNA), id).orElseThrow().record();

        assertThat(seen.ticket().serviceLevelsOrBlank().clocks())
                .extracting(Clock::name)
                .containsExactly("solution");
        assertThat(bureau.clocks(id)).hasSize(2);
        assertThat(bureau.incidents.history(caller(ANNA), id))
                .extracting(entry -> entry.name())
                .containsExactly("logged", "clocks-set");
        assertThat(bureau.events(id))
                .containsExactly("logged", "clocks-set", "clocks-set", "threshold-reached", "clocks-set");
    }

    @Test
    void onlyTheProvidersOwnWordsAreAnAnswer() {
        Bureau bureau = Bureau.withRoles()
                .agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("answer", Metric.FIRST_RESPONSE, 60)));
        RecordId id = bureau.logs();

        bureau.does(ANNA, id, TicketCommand.Comment.toAll("Is anybody there?"));
        done(bureau.incidents.submit(
                caller(BEN).actingFor(ANNA), id, TicketCommand.Comment.toAll("She called and says it got worse")));
        bureau.does(BEN, id, TicketCommand.Comment.internal("Who takes it?"));
        assertThat(bureau.clock(id, "answer").state()).isEqualTo(RUNNING);
        assertThat(bureau.incident(id).ticket().serviceLevelsOrBlank().replies())
                .hasSize(2);

        bureau.clock.advance(Duration.ofMinutes(5));
        bureau.does(BEN, id, TicketCommand.Comment.toAll("Yes, I am"));
        assertThat(bureau.clock(id, "answer").state()).isEqualTo(MET);
        assertThat(bureau.clock(id, "answer").stoppedAt()).contains(monday("09:05"));
    }

    @Test
    void whatIsToldLateCountsFromWhenItHappened() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());
        bureau.at("12:00");
        bureau.does(id, TicketCommand.Comment.internal("I was told of it at lunch"));

        bureau.didAt(
                monday("12:00"),
                id,
                new TicketCommand.PutOnHold<>("awaiting-requester", Optional.empty(), Optional.empty()));
        bureau.clock.set(monday("15:00"));
        bureau.didAt(monday("14:00"), id, new TicketCommand.Resume<>());

        assertThat(bureau.clock(id, "usual").due()).contains(tuesday("11:00"));
        bureau.assertFoldLaw();
    }

    /** Changing an agreement moves nothing silently: not even when something else happens to the ticket. */
    @Test
    void aTicketGoesOnUnderTheVersionThatWasPromisedToIt() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        bureau.at("09:30");
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));

        bureau.does(BEN, id, TicketCommand.Comment.toAll("We are on it"));
        bureau.does(id, new TicketCommand.Start<>());

        assertThat(bureau.clock(id, "usual").due()).contains(monday("17:00"));
        RecordId later = bureau.logs();
        assertThat(bureau.clock(later, "usual").due()).contains(monday("15:30").plus(MICRO));
    }

    @Test
    void aTicketIsAskedForAnewOnRequest() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        bureau.at("09:30");
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, Bureau.gold(6));

        bureau.does(id, new ClockCommand.Recompute<>());

        assertThat(bureau.clock(id, "usual").due()).contains(monday("15:00"));
        assertThat(bureau.clock(id, "usual").pledge().version()).isEqualTo(2);
        List<String> before = bureau.events(id);
        bureau.does(id, new ClockCommand.Recompute<>());
        assertThat(bureau.events(id)).as("asked twice").isEqualTo(before);
        bureau.assertFoldLaw();
    }

    @Test
    void aPreviewShowsTheDeadlinesThatWouldMove() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        List<String> before = bureau.events(id);

        Preview preview = done(
                bureau.incidents.preview(caller(DORA), id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH)));

        assertThat(preview.deadlines())
                .containsExactly(
                        new Preview.MovedDeadline(
                                incident(id), "2/pressing", Optional.empty(), Optional.of(monday("13:00"))),
                        new Preview.MovedDeadline(
                                incident(id), "2/usual", Optional.of(monday("17:00")), Optional.empty()));
        assertThat(bureau.events(id)).isEqualTo(before);
    }

    @Test
    void aChangeHasClocksToo() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        new Terms(
                                Set.of("change"),
                                FieldCondition.all(),
                                List.of(commitment("done", Metric.RESOLUTION, 240)),
                                Map.of(Bureau.DESK, Bureau.NINE_TO_FIVE)));

        Stored<Change> change = done(bureau.engine
                .records(Changes.DEFINITION)
                .submit(
                        caller(BEN),
                        new ChangeCommand.Draft(
                                TicketDraft.builder().title("New disk").build(), "Swap it")));

        assertThat(change.record().ticket().serviceLevelsOrBlank().clocks())
                .singleElement()
                .satisfies(clock -> assertThat(clock.due()).contains(monday("13:00")));
        assertThat(bureau.clocks(bureau.logs())).isEmpty();
    }

    @Test
    void aTicketHasAtMostFiftyClocks() {
        Commitment[] many = IntStream.range(0, 60)
                .mapToObj(i -> commitment("c-" + i, Metric.RESOLUTION.withName("m-" + i), 60 + i))
                .toArray(Commitment[]::new);
        Bureau bureau = Bureau.open().agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(many));

        RecordId id = bureau.logs();

        assertThat(bureau.clocks(id)).hasSize(ServiceLevels.MOST_CLOCKS);
    }

    @Test
    void manyWordsAreNotKeptAllButTheFirstIs() {
        Bureau bureau = Bureau.gold();
        RecordId id = bureau.logs();
        Instant first = bureau.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < ServiceLevels.MOST_WORDS + 20; i++) {
            bureau.does(BEN, id, TicketCommand.Comment.toAll("News " + i));
            bureau.clock.advance(Duration.ofSeconds(1));
        }

        List<Instant> answers =
                bureau.incident(id).ticket().serviceLevelsOrBlank().answers();
        assertThat(answers).hasSize(ServiceLevels.MOST_WORDS).isSorted().startsWith(first);
        assertThat(bureau.clock(id, "answer").stoppedAt()).contains(first);
        bureau.assertFoldLaw();
    }

    @Test
    void whereNothingIsAgreedNothingIsJournaled() {
        Bureau bureau = Bureau.open();
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());

        assertThat(bureau.events(id)).doesNotContain("clocks-set");
        assertThat(bureau.incident(id).ticket().serviceLevels()).isEmpty();
    }

    @Test
    void aRefusedEscalationIsToldToTheAuditSinkAndNothingIsLost() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment(
                                "solution",
                                Metric.RESOLUTION,
                                60,
                                new Threshold(
                                        "late",
                                        new Threshold.Point.After(Duration.ZERO),
                                        new ThresholdAction.EscalateToManager()))));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
        bureau.does(id, new TicketCommand.EscalateUp<>("Look at this"));
        bureau.does(id, new TicketCommand.EscalateUp<>("And you too"));

        bureau.at("10:01");

        assertThat(bureau.clock(id, "solution").state()).isEqualTo(BREACHED);
        assertThat(bureau.thresholds(id)).containsExactly("1/1/late");
        assertThat(bureau.audited).anyMatch(verdict -> verdict.reason().contains("incident-threshold"));
        bureau.assertFoldLaw();
    }

    /** Each promise has its own thresholds, though the clock goes on. */
    @Test
    void anotherCommitmentHasThresholdsOfItsOwn() {
        Threshold late =
                new Threshold("late", new Threshold.Point.After(Duration.ZERO), new ThresholdAction.TellAssignee());
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(
                                commitment(
                                                "pressing",
                                                Metric.RESOLUTION,
                                                120,
                                                late.doing(new ThresholdAction.EscalateToGroup(OPERATIONS)))
                                        .where(FieldCondition.priority(1, 2)),
                                commitment("usual", Metric.RESOLUTION, 60, late).where(FieldCondition.priority(3, 4))));
        RecordId id = bureau.logs();
        bureau.at("10:01");
        bureau.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));

        bureau.at("11:01");

        assertThat(bureau.thresholds(id)).containsExactly("1/1/late", "1/1/late");
        assertThat(bureau.incident(id).ticket().group()).contains(OPERATIONS);
        bureau.assertFoldLaw();
    }

    @Test
    void aCycleThatBeginsAnewReachesItsThresholdsAnew() {
        Commitment solution = commitment("solution", Metric.RESOLUTION, 60, THREE_QUARTERS);
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(new Commitment(
                                solution.name(),
                                solution.when(),
                                solution.target()
                                        .withPolicy(ClockPolicy.standard().withReopen(ClockPolicy.Reopen.RESET)),
                                solution.hours())));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());
        bureau.at("09:45");
        bureau.at("09:50");
        bureau.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted"));
        bureau.at("10:30");
        bureau.does(id, new IncidentCommand.Reopen("Not at all"));

        bureau.at("11:15");

        assertThat(bureau.thresholds(id)).containsExactly("1/1/percent-75", "1/1/percent-75");
    }

    /** More time was agreed; whoever was warned before is warned when that runs out. */
    @Test
    void whereMoreTimeWasAgreedThresholdsAreReachedAnew() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 60, THREE_QUARTERS)));
        RecordId id = bureau.logs();
        bureau.at("09:50");
        bureau.agrees(
                GOLD,
                AgreementType.SERVICE_LEVEL,
                terms(commitment("solution", Metric.RESOLUTION, 240, THREE_QUARTERS)));
        bureau.does(id, new ClockCommand.Recompute<>());
        assertThat(bureau.thresholds(id)).hasSize(1);

        bureau.at("12:00");

        assertThat(bureau.thresholds(id)).containsExactly("1/1/percent-75", "1/1/percent-75");
    }

    @Test
    void anApprovalIsWhatTimeToApproveWaitsFor() {
        Bureau bureau = Bureau.open()
                .agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("approval", Metric.TIME_TO_APPROVE, 60)));
        Records<Change> changes = bureau.engine.records(Changes.DEFINITION);
        RecordId id = done(changes.submit(
                        caller(BEN),
                        new ChangeCommand.Draft(
                                TicketDraft.builder().title("New disk").build(), "Swap it")))
                .id();
        bureau.at("09:10");

        Change change = done(changes.submit(caller(DORA), id, new ChangeCommand.Authorise("Good")))
                .record();

        assertThat(change.ticket().serviceLevelsOrBlank().clocks().get(0).state())
                .isEqualTo(MET);
    }

    @Test
    void requestersAreNotToldOfWhatTeamsPromise() {
        Bureau bureau = Bureau.withRoles()
                .agrees(
                        DESK_OLA,
                        AgreementType.OPERATIONAL_LEVEL,
                        terms(commitment(
                                "secret",
                                Metric.RESOLUTION,
                                60,
                                THREE_QUARTERS.doing(new ThresholdAction.TellRequester()),
                                Threshold.atPercent(80))));
        RecordId id = bureau.logs();
        bureau.does(BEN, id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
        bureau.clock.set(monday("09:50"));

        Preview preview = done(bureau.incidents.preview(caller(ANNA), id, TicketCommand.Comment.toAll("Hello?")));
        bureau.work();

        assertThat(preview.announcements())
                .noneMatch(announcement -> announcement.arguments().containsValue("secret"));
        assertThat(preview.deadlines()).isEmpty();
        assertThat(bureau.told)
                .filteredOn(notice -> notice.code().equals("threshold-reached"))
                .extracting(notice -> notice.person().orElseThrow())
                .containsExactly(BEN);
    }

    @Test
    void whatHasNothingToDoWithItIsLeftAlone() {
        Bureau bureau = Bureau.gold()
                .agrees(DESK_OLA, AgreementType.OPERATIONAL_LEVEL, ofGroup("operations-solution", OPERATIONS.value()));
        RecordId id = bureau.logs();
        bureau.at("09:30");
        bureau.agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("fast", Metric.RESOLUTION, 120)));

        bureau.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));

        assertThat(bureau.clock(id, "usual").due()).contains(monday("17:00"));
        assertThat(bureau.clocks(id)).extracting(Clock::name).containsExactly("answer", "usual", "operations-solution");
    }

    /** The timer is late, and Dora tells that it was done long before. */
    @Test
    void whatIsToldLateReachesNothingThatItKept() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment("solution", Metric.RESOLUTION, 60, THREE_QUARTERS)));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());
        bureau.clock.set(monday("10:10"));

        bureau.didAt(monday("09:30"), id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted"));

        assertThat(bureau.clock(id, "solution").state()).isEqualTo(MET);
        assertThat(bureau.thresholds(id)).isEmpty();
    }

    @Test
    void aPromiseThatWasBrokenOnceIsFoundAsBroken() {
        Bureau bureau = Bureau.open()
                .agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("news", Metric.NEXT_UPDATE, 60)));
        RecordId id = bureau.logs();
        bureau.does(BEN, id, TicketCommand.Comment.toAll("We are on it"));
        bureau.at("10:30");
        bureau.does(BEN, id, TicketCommand.Comment.toAll("Still on it"));

        assertThat(bureau.clock(id, "news").breachedAt()).isEmpty();
        assertThat(Incidents.FIELDS.breached.values(bureau.incident(id))).containsExactly(FieldValue.text("news"));
    }

    @Test
    void whatIsDoneGetsNoNewClocks() {
        Bureau bureau = Bureau.open();
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Start<>());
        bureau.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted"));
        bureau.agrees(
                GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("solution", Metric.RESOLUTION, 0, THREE_QUARTERS)));

        bureau.does(id, new ClockCommand.Recompute<>());

        assertThat(bureau.clocks(id)).isEmpty();
        assertThat(bureau.thresholds(id)).isEmpty();
    }

    @Test
    void givingServiceLevelsTwiceIsGivingThemOnce() {
        Company company = Company.with(builder -> builder.incidents(ServiceLevelManagement::on));
        Terms terms = terms(commitment("solution", Metric.RESOLUTION, 60, THREE_QUARTERS));
        RecordId agreement = done(company.itsm
                        .agreements()
                        .submit(
                                caller(DORA),
                                AgreementCommand.draft()
                                        .title("Gold")
                                        .type(AgreementType.SERVICE_LEVEL)
                                        .owner(DORA)
                                        .terms(ProposedTerms.of(terms))
                                        .build()))
                .id();
        done(company.itsm
                .agreements()
                .submit(caller(DORA), agreement, AgreementCommand.Agree.from(company.clock.instant())));
        done(company.itsm.agreements().submit(caller(DORA), agreement, new AgreementCommand.Activate()));

        RecordId id = company.log().id();
        company.clock.set(monday("09:45"));
        company.work();

        assertThat(company.events(id)).containsExactly("logged", "clocks-set", "threshold-reached", "clocks-set");
    }

    @Test
    void whatIsThereAlreadyIsNotEscalatedThere() {
        Bureau bureau = Bureau.open()
                .agrees(
                        GOLD,
                        AgreementType.SERVICE_LEVEL,
                        terms(commitment(
                                "solution",
                                Metric.RESOLUTION,
                                60,
                                THREE_QUARTERS.doing(new ThresholdAction.EscalateToGroup(OPERATIONS)))));
        RecordId id = bureau.logs();
        bureau.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));

        bureau.at("09:45");

        assertThat(bureau.thresholds(id)).hasSize(1);
        assertThat(bureau.events(id)).doesNotContain("escalated");
        assertThat(bureau.incident(id).ticket().assignee()).contains(CARLA);
    }

    /** Of an agreement that was purged nothing is known: neither that it is kept nor that it is broken. */
    @Test
    void whereTheAgreementIsGoneItsClocksAreWithdrawn() {
        Bureau bureau = Bureau.open()
                .agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("solution", Metric.RESOLUTION, 60)))
                .agrees(DESK_OLA, AgreementType.OPERATIONAL_LEVEL, terms(commitment("desk", Metric.RESOLUTION, 240)));
        RecordId id = bureau.logs();
        bureau.forgets(GOLD);

        bureau.at("10:01");
        bureau.does(id, new TicketCommand.Start<>());

        assertThat(bureau.clocks(id)).extracting(Clock::state).containsExactly(CANCELLED, RUNNING);
        assertThat(bureau.clocks(id).get(0).next()).isEmpty();
        assertThat(Incidents.FIELDS.due.values(bureau.incident(id))).isEmpty();
        bureau.assertFoldLaw();
    }

    @Test
    void whatTheRequesterSaysIsSeenByMetricsThatAskForIt() {
        Metric reply = Metric.of(
                "reply",
                org.itsmkit.servicelevel.clock.Condition.phase(Phase.NEW, Phase.ACTIVE, Phase.WAITING),
                org.itsmkit.servicelevel.clock.Condition.marked(Mark.CUSTOMER_CONTACT));
        Bureau bureau =
                Bureau.withRoles().agrees(GOLD, AgreementType.SERVICE_LEVEL, terms(commitment("reply", reply, 60)));
        RecordId id = bureau.logs();
        bureau.does(BEN, id, TicketCommand.Comment.toAll("Which printer?"));
        assertThat(bureau.clock(id, "reply").state()).isEqualTo(RUNNING);

        bureau.does(ANNA, id, TicketCommand.Comment.toAll("The blue one"));

        assertThat(bureau.clock(id, "reply").state()).isEqualTo(MET);
    }
}
