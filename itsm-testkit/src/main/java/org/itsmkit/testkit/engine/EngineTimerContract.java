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
import java.util.concurrent.Callable;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.AfterResolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FollowUp;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.task.Task;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** Records are reminded at the instant that they asked for, never before, and once. */
public interface EngineTimerContract extends StoreContract {

    /** How long between reminders. */
    Duration DAY = Duration.ofDays(1);

    @Test
    default void whatWaitsUntilAMomentGoesOnThenAndOnce(Trial trial) throws Exception {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId id = log(itsm, trial);
        Instant until = Micros.truncate(trial.clock().instant()).plus(DAY).plusNanos(1_000);
        does(itsm, trial, BEN, id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER, until));
        Task timer = timers(trial).get(0);
        assertThat(timer.due()).isEqualTo(until);

        trial.clock().set(until.minusNanos(1_000));
        trial.tasks().runDue(itsm.tasks());
        assertThat(names(trial, id)).containsExactly("logged", "held");
        trial.clock().set(until);
        itsm.tasks().handle(trial.tenant(), timer);
        trial.tasks().runDue(itsm.tasks());
        itsm.tasks().handle(trial.tenant(), timer);

        assertThat(names(trial, id)).containsExactly("logged", "held", "moved");
        assertThat(timers(trial)).isEmpty();
        assertLawHolds(trial);
    }

    @Test
    default void whatNobodyAnswersIsRemindedOfResolvedAndClosed(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        FollowUp.Ending givenUp = FollowUp.Ending.resolves("no-answer", "Nobody answered.");
        HoldReason reason =
                new HoldReason("awaiting-requester", false).followedUp(FollowUp.ON_REPLY.reminding(DAY, 2, givenUp));
        Tailoring tailoring = Tailoring.builder()
                .addHoldReasons(reason)
                .putAfterResolution(
                        "incident", AfterResolution.builder().closesAfter(DAY).build())
                .build();
        assertThat(itsm.tailor(Office.caller(trial.tenant(), DORA), tailoring).isRight())
                .isTrue();
        assertThat(trial.store()
                        .find(trial.tenant(), SettingsKind.KIND, SettingsKind.ID)
                        .orElseThrow()
                        .record()
                        .tailoring())
                .isEqualTo(tailoring);
        RecordId id = log(itsm, trial);
        does(itsm, trial, BEN, id, new TicketCommand.PutOnHold<>(reason));

        for (int day = 0; day < 6; day++) {
            trial.clock().advance(DAY);
            trial.tasks().runDue(itsm.tasks());
        }

        assertThat(names(trial, id)).containsExactly("logged", "held", "reminded", "reminded", "resolved", "moved");
        assertThat(timers(trial)).isEmpty();
        assertLawHolds(trial);
    }

    @Test
    default void anAnswerAndWhatFollowsFromItAreOneCommit(Trial trial) {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId id = log(itsm, trial);
        does(itsm, trial, BEN, id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER));

        does(itsm, trial, ANNA, id, TicketCommand.Comment.toAll("the blue one"));

        assertThat(names(trial, id)).containsExactly("logged", "held", "commented", "moved");
        does(itsm, trial, BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        assertLawHolds(trial);
    }

    @Test
    default void oneThatIsHandedOutToEightAtOnceActsOnce(Trial trial) throws Exception {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId id = log(itsm, trial);
        for (int round = 1; round <= 5; round++) {
            Instant until = trial.clock().instant().plus(DAY);
            does(itsm, trial, BEN, id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER, until));
            Task timer = timers(trial).get(0);
            trial.clock().advance(DAY);
            List<Callable<Integer>> threads = new ArrayList<>();
            for (int thread = 0; thread < EngineRaceContract.THREADS; thread++) {
                threads.add(() -> {
                    itsm.tasks().handle(trial.tenant(), timer);
                    return 1;
                });
            }

            assertThat(Race.run(threads)).hasSize(EngineRaceContract.THREADS);

            assertThat(names(trial, id)).hasSize(1 + 2 * round).endsWith("held", "moved");
        }
        assertLawHolds(trial);
    }

    private static RecordId log(Itsm itsm, Trial trial) {
        return itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), ANNA),
                        IncidentCommand.log().title("Mail is down").build())
                .get()
                .id();
    }

    private static void does(Itsm itsm, Trial trial, PersonId who, RecordId id, Command<Incident> command) {
        Either<?, ?> outcome = itsm.incidents().submit(Office.caller(trial.tenant(), who), id, command);
        assertThat(outcome.isRight()).as("%s", outcome).isTrue();
    }

    private static List<Task> timers(Trial trial) {
        return trial.tasks().pending(trial.tenant()).stream()
                .filter(task -> task.type().equals("timer"))
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
