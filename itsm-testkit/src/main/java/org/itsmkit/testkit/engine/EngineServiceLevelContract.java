package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.ANNA;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.DORA;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.servicelevel.Commitment;
import org.itsmkit.servicelevel.ProposedTerms;
import org.itsmkit.servicelevel.Recomputation;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.Task;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ClockState;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** Promises are measured in the commit of whatever happens; thresholds are acted on once and never early, whoever is asked to. */
public interface EngineServiceLevelContract extends StoreContract {

    /** How long an incident may take. */
    Duration TIME = Duration.ofHours(4);

    @Test
    default void aThresholdIsActedOnOnceAndNeverEarlyByManyNodes(Trial trial) throws Exception {
        Itsm one = Office.open(trial.store(), trial.clock());
        Itsm other = Office.open(trial.store(), trial.clock());
        agreed(one, trial, TIME);
        RecordId id = log(one, trial);
        Instant half = trial.clock().instant().plus(TIME.dividedBy(2));
        Task timer = timers(trial).get(0);
        assertThat(timer.due()).isEqualTo(Micros.truncate(half));

        trial.clock().set(half.minusNanos(1_000));
        trial.tasks().runDue(one.tasks());
        trial.tasks().runDue(other.tasks());
        assertThat(names(trial, id)).containsExactly("logged", "clocks-set");

        trial.clock().set(half);
        List<Callable<Integer>> threads = new ArrayList<>();
        for (int thread = 0; thread < EngineRaceContract.THREADS; thread++) {
            Itsm node = thread % 2 == 0 ? one : other;
            threads.add(() -> {
                node.tasks().handle(trial.tenant(), timer);
                return 1;
            });
        }
        assertThat(Race.run(threads)).hasSize(EngineRaceContract.THREADS);

        assertThat(names(trial, id)).containsExactly("logged", "clocks-set", "threshold-reached", "clocks-set");
        assertThat(clock(trial, id).reached())
                .singleElement()
                .satisfies(reached -> assertThat(reached.threshold()).isEqualTo("percent-50"));
        assertLawHolds(trial);
    }

    @Test
    default void aDeadlineIsMissedByItselfAndFoundByIt(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        agreed(itsm, trial, TIME);
        RecordId late = log(itsm, trial);
        Instant due = Micros.truncate(trial.clock().instant()).plus(TIME);
        trial.clock().advance(Duration.ofHours(1));
        RecordId later = log(itsm, trial);
        does(itsm, trial, BEN, later, new TicketCommand.Start<>());

        trial.clock().set(due.plusNanos(1_000));
        trial.tasks().runDue(itsm.tasks());

        assertThat(clock(trial, late).state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock(trial, late).breachedAt()).contains(due.plusNanos(1_000));
        assertThat(clock(trial, later).state()).isEqualTo(ClockState.RUNNING);
        assertThat(ids(trial, Incidents.FIELDS.due.isBelow(due.plusNanos(1_000))))
                .containsExactly(late);
        assertThat(ids(trial, Incidents.FIELDS.breached.is("solution"))).containsExactly(late);
        assertThat(trial.store()
                        .query(
                                trial.tenant(),
                                Incidents.KIND,
                                Query.where(Condition.all()).orderBy(Incidents.FIELDS.due.ascending()))
                        .items())
                .extracting(Stored::id)
                .containsExactly(late, later);
        assertLawHolds(trial);
    }

    @Test
    default void whatAnotherNodeAgreedIsPromisedHereAndMovesNothingSilently(Trial trial) {
        Itsm one = Office.open(trial.store(), trial.clock());
        Itsm other = Office.open(trial.store(), trial.clock());
        RecordId agreement = agreed(one, trial, TIME);
        RecordId id = log(other, trial);
        Instant due = clock(trial, id).due().orElseThrow();
        trial.clock().advance(Duration.ofMinutes(10));
        Caller dora = Office.caller(trial.tenant(), DORA);
        done(one.agreements().submit(dora, agreement, new AgreementCommand.Revise(terms(TIME.dividedBy(2)))));
        done(one.agreements()
                .submit(
                        dora,
                        agreement,
                        AgreementCommand.Agree.from(trial.clock().instant())));

        does(other, trial, BEN, id, new TicketCommand.Start<>());
        assertThat(clock(trial, id).due()).contains(due);
        List<Recomputation.Outcome> told = new ArrayList<>();
        other.serviceLevels(Incidents.DEFINITION).recomputation().carryOut(dora, Condition.all(), told::add);

        assertThat(clock(trial, id).due()).contains(due.minus(TIME.dividedBy(2)));
        assertThat(told)
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.changes())
                        .singleElement()
                        .satisfies(change -> assertThat(change.dueBefore()).contains(due)));
        assertLawHolds(trial);
    }

    private static ProposedTerms terms(Duration time) {
        Target target = Target.of(Metric.RESOLUTION, Amount.elapsedTime(time)).withThresholds(Threshold.atPercent(50));
        return ProposedTerms.builder()
                .addKinds("incident")
                .addCommitments(new Commitment("solution", FieldCondition.all(), target, Optional.empty()))
                .build();
    }

    private static RecordId agreed(Itsm itsm, Trial trial, Duration time) {
        Caller dora = Office.caller(trial.tenant(), DORA);
        RecordId id = done(itsm.agreements()
                        .submit(
                                dora,
                                AgreementCommand.draft()
                                        .title("Gold")
                                        .type(AgreementType.SERVICE_LEVEL)
                                        .owner(DORA)
                                        .terms(terms(time))
                                        .build()))
                .id();
        done(itsm.agreements()
                .submit(dora, id, AgreementCommand.Agree.from(trial.clock().instant())));
        done(itsm.agreements().submit(dora, id, new AgreementCommand.Activate()));
        return id;
    }

    private static <T> T done(Either<?, T> outcome) {
        assertThat(outcome.isRight()).as("%s", outcome).isTrue();
        return outcome.get();
    }

    private static RecordId log(Itsm itsm, Trial trial) {
        return done(itsm.incidents()
                        .submit(
                                Office.caller(trial.tenant(), ANNA),
                                IncidentCommand.log().title("Mail is down").build()))
                .id();
    }

    private static void does(Itsm itsm, Trial trial, PersonId who, RecordId id, Command<Incident> command) {
        done(itsm.incidents().submit(Office.caller(trial.tenant(), who), id, command));
    }

    private static Clock clock(Trial trial, RecordId id) {
        return trial.store()
                .find(trial.tenant(), Incidents.KIND, id)
                .orElseThrow()
                .record()
                .ticket()
                .serviceLevelsOrBlank()
                .clocks()
                .get(0);
    }

    private static List<RecordId> ids(Trial trial, Condition condition) {
        return trial.store().query(trial.tenant(), Incidents.KIND, Query.where(condition)).items().stream()
                .map(Stored::id)
                .toList();
    }

    private static List<Task> timers(Trial trial) {
        return trial.tasks().pending(trial.tenant()).stream()
                .filter(task -> task.type().equals("timer")
                        && "incident".equals(task.payload().get("kind")))
                .toList();
    }

    private static List<String> names(Trial trial, RecordId id) {
        return trial.store().journal(trial.tenant(), Incidents.KIND, id, 0, 100).stream()
                .map(JournalEntry::name)
                .toList();
    }

    private static void assertLawHolds(Trial trial) {
        assertThat(FoldLaw.check(trial.store(), trial.tenant(), Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }
}
