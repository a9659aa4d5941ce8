package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.DORA;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.store.StoreContract;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.Duplicate;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Merger;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.junit.jupiter.api.Test;

/** Several people at once: no update is lost, nothing happens twice, and no two decisions are wrong together. */
public interface EngineRaceContract extends StoreContract {

    /** How many threads there are. */
    int THREADS = 8;

    /** How many commands each thread gives. */
    int COMMANDS = 15;

    /** How often two threads try to put each incident under the other. */
    int ROUNDS = 60;

    @Test
    default void noCommentIsLostWhereEightTalkAtOnce(Trial trial) throws Exception {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId id = log(itsm, trial);
        List<Callable<Integer>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Caller caller = Office.caller(trial.tenant(), thread % 2 == 0 ? BEN : CARLA);
            threads.add(() -> {
                int successes = 0;
                for (int i = 0; i < COMMANDS; i++) {
                    Either<Rejection, Stored<Incident>> outcome =
                            itsm.incidents().submit(caller, id, TicketCommand.Comment.toAll("comment " + i));
                    if (outcome.isRight()) {
                        successes++;
                    } else {
                        assertThat(outcome.getLeft().reason()).isEqualTo(Rejection.Reason.CONFLICT);
                    }
                }
                return successes;
            });
        }

        int successes = Race.run(threads).stream().mapToInt(Integer::intValue).sum();

        Stored<Incident> stored = find(trial, id);
        assertThat(successes).isPositive();
        assertThat(stored.record().ticket().comments())
                .as("comments of %s successes", successes)
                .isEqualTo(successes);
        assertThat(journal(trial, id)).hasSize(1 + successes);
        assertLawHolds(trial);
    }

    @Test
    default void ofEightWhoHaveSeenTheSameVersionOneWins(Trial trial) throws Exception {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId id = log(itsm, trial);
        for (int round = 1; round <= 5; round++) {
            long version = round;
            List<Callable<Either<Rejection, Stored<Incident>>>> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Caller caller = Office.caller(trial.tenant(), BEN);
                String text = "thread " + thread;
                threads.add(() -> itsm.incidents()
                        .submit(caller, id, TicketCommand.Comment.toAll(text), Options.expecting(version)));
            }

            List<Either<Rejection, Stored<Incident>>> outcomes = Race.run(threads);

            assertThat(outcomes.stream().filter(Either::isRight)).hasSize(1);
            assertThat(outcomes.stream().filter(Either::isLeft).map(Either::getLeft))
                    .allSatisfy(r -> assertThat(r.reason()).isEqualTo(Rejection.Reason.CONFLICT));
            assertThat(find(trial, id).version()).isEqualTo(version + 1);
        }
    }

    @Test
    default void oneKeyFromEightThreadsHasOneEffectAndEqualAnswers(Trial trial) throws Exception {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        RecordId id = log(itsm, trial);
        for (int round = 0; round < 5; round++) {
            long before = find(trial, id).version();
            Options once = Options.once("talk-" + round);
            List<Callable<Either<Rejection, Stored<Incident>>>> talk = new ArrayList<>();
            List<Callable<Either<Rejection, Stored<Incident>>>> log = new ArrayList<>();
            IncidentCommand.Log printer =
                    IncidentCommand.log().title("Printer on fire, " + round).build();
            for (int thread = 0; thread < THREADS; thread++) {
                Caller caller = Office.caller(trial.tenant(), BEN);
                talk.add(() -> itsm.incidents().submit(caller, id, TicketCommand.Comment.toAll("once"), once));
                log.add(() -> itsm.incidents().submit(caller, printer, once.key("log-" + printer.title())));
            }

            assertThat(Race.run(talk))
                    .allSatisfy(o -> assertThat(o.isRight()).as("%s", o).isTrue())
                    .containsOnly(Either.right(find(trial, id)));
            assertThat(find(trial, id).version()).isEqualTo(before + 1);
            List<Either<Rejection, Stored<Incident>>> logged = Race.run(log);
            assertThat(logged.stream().distinct()).hasSize(1);
            assertThat(logged.get(0).isRight()).isTrue();
            assertThat(trial.store().count(trial.tenant(), Incidents.KIND, Incidents.FIELDS.title.is(printer.title())))
                    .isEqualTo(1);
        }
    }

    @Test
    default void twoIncidentsAreNeverUnderEachOther(Trial trial) throws Exception {
        assertThat(circles(trial, trial.store()))
                .as("rounds that ended in a circle")
                .isZero();
        assertLawHolds(trial);
    }

    @Test
    default void noCircleOfThreeComesAboutInAnyWayThatForbidsIt(Trial trial) throws Exception {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        for (LinkType type : LinkType.standard()) {
            for (int round = 0; type.isAcyclic() && round < ROUNDS / 6; round++) {
                List<RecordId> ids = List.of(log(itsm, trial), log(itsm, trial), log(itsm, trial));
                List<Callable<Either<Rejection, Stored<Incident>>>> threads = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    RecordId from = ids.get(i);
                    RecordId to = ids.get((i + 1) % 3);
                    threads.add(() -> link(itsm, trial, type, from, to));
                }

                List<Either<Rejection, Stored<Incident>>> outcomes = Race.run(threads);

                List<Boolean> linked = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    linked.add(find(trial, ids.get(i))
                            .record()
                            .ticket()
                            .isLinked(type, RecordRef.of("incident", ids.get((i + 1) % 3))));
                }
                assertThat(outcomes.stream().map(Either::isRight).toList())
                        .as("what was told of %s", type)
                        .isEqualTo(linked);
                assertThat(linked).as("a circle of %s", type).contains(true).contains(false);
                outcomes.stream()
                        .filter(Either::isLeft)
                        .forEach(o -> assertThat(o.getLeft().code()).isEqualTo("rule:link-makes-no-cycle"));
            }
        }
        assertLawHolds(trial);
    }

    @Test
    default void noTwoAreMergedIntoEachOther(Trial trial) throws Exception {
        Itsm itsm = Office.open(trial.store(), trial.clock());
        for (int round = 0; round < ROUNDS / 3; round++) {
            RecordId a = log(itsm, trial);
            RecordId b = log(itsm, trial);

            List<Either<Rejection, Stored<Incident>>> outcomes =
                    Race.run(List.of(() -> merge(itsm, trial, a, b), () -> merge(itsm, trial, b, a)));

            assertThat(outcomes.stream().filter(Either::isRight)).hasSize(1);
            boolean aIsOver = outcomes.get(0).isRight();
            Ticket over = find(trial, aIsOver ? a : b).record().ticket();
            Ticket open = find(trial, aIsOver ? b : a).record().ticket();
            assertThat(over.merger().map(Merger::into)).contains(RecordRef.of("incident", aIsOver ? b : a));
            assertThat(open.merger()).isEmpty();
            assertThat(open.duplicates())
                    .extracting(Duplicate::ref)
                    .containsExactly(RecordRef.of("incident", aIsOver ? a : b));
        }
        assertLawHolds(trial);
    }

    private static Either<Rejection, Stored<Incident>> merge(Itsm itsm, Trial trial, RecordId source, RecordId target) {
        return itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), DORA),
                        source,
                        new TicketMergeCommand.MergeInto<>(RecordRef.of("incident", target)));
    }

    private static Either<Rejection, Stored<Incident>> link(
            Itsm itsm, Trial trial, LinkType type, RecordId from, RecordId to) {
        return itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), DORA),
                        from,
                        new TicketCommand.LinkTo<>(type, RecordRef.of("incident", to)));
    }

    /** How often each incident ended under the other; {@code store} may be another view of the trial's. */
    static int circles(Trial trial, RecordStore store) throws Exception {
        Itsm itsm = Office.open(store, trial.clock());
        int circles = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RecordId a = log(itsm, trial);
            RecordId b = log(itsm, trial);
            List<Either<Rejection, Stored<Incident>>> outcomes =
                    Race.run(List.of(() -> under(itsm, trial, a, b), () -> under(itsm, trial, b, a)));
            boolean aUnderB = isUnder(trial, a, b);
            boolean bUnderA = isUnder(trial, b, a);
            assertThat(List.of(outcomes.get(0).isRight(), outcomes.get(1).isRight()))
                    .as("what was told")
                    .isEqualTo(List.of(aUnderB, bUnderA));
            assertThat(aUnderB || bUnderA).as("one of them succeeds").isTrue();
            circles += aUnderB && bUnderA ? 1 : 0;
        }
        return circles;
    }

    private static Either<Rejection, Stored<Incident>> under(Itsm itsm, Trial trial, RecordId child, RecordId parent) {
        return itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), DORA),
                        child,
                        new TicketCommand.LinkTo<>(LinkType.PARENT, RecordRef.of("incident", parent)));
    }

    private static boolean isUnder(Trial trial, RecordId child, RecordId parent) {
        return find(trial, child).record().ticket().isLinked(LinkType.PARENT, RecordRef.of("incident", parent));
    }

    private static RecordId log(Itsm itsm, Trial trial) {
        return itsm.incidents()
                .submit(
                        Office.caller(trial.tenant(), BEN),
                        IncidentCommand.log().title("Mail is down").build())
                .get()
                .id();
    }

    private static Stored<Incident> find(Trial trial, RecordId id) {
        return trial.store().find(trial.tenant(), Incidents.KIND, id).orElseThrow();
    }

    private static List<JournalEntry> journal(Trial trial, RecordId id) {
        return trial.store().journal(trial.tenant(), Incidents.KIND, id, 0, 10_000);
    }

    private static void assertLawHolds(Trial trial) {
        assertThat(FoldLaw.check(trial.store(), trial.tenant(), Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }
}
