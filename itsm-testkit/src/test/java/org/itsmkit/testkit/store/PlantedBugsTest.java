package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.task.TaskQueue;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts bite: each planted bug is caught by the test that is meant for it, which a good store passes. */
class PlantedBugsTest {

    private static final RecordStoreContract STORE = PlantedBugsTest::good;
    private static final TaskQueueContract TASKS = PlantedBugsTest::good;
    private static final OperatorContract OPERATOR = PlantedBugsTest::good;

    interface ContractTest {
        void run(Trial trial) throws Exception;
    }

    record Bug(String name, Function<SettableClock, StoreFixture> planted, ContractTest test) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void beQuiet() {
        InMemoryStoreContractTest.beQuiet();
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                in("versions ignored", CommitBugs.IgnoresVersions::new, STORE::aWriteFromAnotherVersionIsRefused),
                in("versions ignored, one row", CommitBugs.IgnoresVersions::new, STORE::noUpdateOfOneRecordIsLost),
                in("versions ignored, rows", CommitBugs.IgnoresVersions::new, STORE::noUpdateOfSixteenRecordsIsLost),
                in("expectations ignored", CommitBugs.IgnoresExpectations::new, STORE::whatChangedRefusesACommit),
                in(
                        "expectations checked too early",
                        CommitBugs.ChecksExpectationsTooEarly::new,
                        STORE::twoThatExpectWhatTheOtherChangesNeverBothSucceed),
                in(
                        "absence checked too early",
                        CommitBugs.ChecksExpectationsTooEarly::new,
                        STORE::twoThatExpectTheOtherToBeAbsentNeverBothSucceed),
                in("tasks leaked", CommitBugs.LeaksTasks::new, STORE::aStaleSecondWriteLeavesNothing),
                in("tasks scheduled beside", CommitBugs.LeaksTasks::new, TASKS::aRefusedCommitSchedulesNothing),
                in("not atomic", CommitBugs.CommitsPieceByPiece::new, STORE::aStaleSecondWriteLeavesNothing),
                in("keys lost", CommitBugs.LosesKeys::new, STORE::aKeyWorksOnce),
                in("keys lost in a race", CommitBugs.LosesKeys::new, STORE::ofManyWhoUseAKeyAtOnceOneWins),
                in("keys looked at last", CommitBugs.LooksAtKeysLast::new, STORE::theKeyIsLookedAtBeforeVersions),
                in("nothing first", ReadingBugs.NothingFirst::new, STORE::nothingComesLastInBothDirections),
                in("nothing first, at random", ReadingBugs.NothingFirst::new, STORE::everyFieldOrdersInBothDirections),
                in("order by code unit", ReadingBugs.OrdersByCodeUnit::new, STORE::textsOrderByCodePoint),
                in(
                        "order by code unit, at random",
                        ReadingBugs.OrdersByCodeUnit::new,
                        STORE::everyFieldOrdersInBothDirections),
                in(
                        "end of range included",
                        ReadingBugs.IncludesTheEnd::new,
                        STORE::aRangeHoldsItsBeginningButNotItsEnd),
                in(
                        "end of range included, at random",
                        ReadingBugs.IncludesTheEnd::new,
                        STORE::queriesAndCountsAgreeWithTheOracle),
                in("equals skipped between pages", ReadingBugs.SkipsEquals::new, STORE::pagesNeitherRepeatNorSkip),
                in("tenant forgotten", ReadingBugs.ForgetsTenantInCount::new, STORE::tenantsAreIsolatedInEveryMethod),
                in(
                        "tenant forgotten, at random",
                        ReadingBugs.ForgetsTenantInCount::new,
                        STORE::answersDoNotDependOnOtherTenants),
                in("milliseconds", ReadingBugs.KeepsMilliseconds::new, STORE::instantsAreKeptInMicroseconds),
                in("numbers twice", ReadingBugs.GivesNumbersTwice::new, STORE::noNumberIsGivenTwice),
                in(
                        "holes in the feed",
                        ReadingBugs.FillsHolesInTheFeed::new,
                        OPERATOR::nothingAppearsBeforeAPositionThatWasReturned),
                in(
                        "kinds ignored in the feed",
                        ReadingBugs.IgnoresKindsInTheFeed::new,
                        OPERATOR::kindsThatAreNotWantedArePassedOver),
                tasks("tasks early", PlantedBugsTest::hurried, TASKS::aTaskIsDoneOnceItIsDue),
                tasks(
                        "failed tasks dropped",
                        clock -> wrapped(clock, TaskBugs.DropsFailures::new),
                        TASKS::aFailedTaskStays),
                tasks(
                        "failed tasks again at once",
                        clock -> wrapped(clock, TaskBugs.TriesAgainAtOnce::new),
                        TASKS::aFailedTaskStays),
                tasks(
                        "payloads lost",
                        clock -> wrapped(clock, TaskBugs.LosesPayloads::new),
                        TASKS::aTaskArrivesAsItWasSent));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isCaught(Bug bug) throws Exception {
        try (Trial trial = Trial.of(bug.planted().apply(new SettableClock()))) {
            assertThatThrownBy(() -> bug.test().run(trial))
                    .isInstanceOfAny(AssertionError.class, RuntimeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isNotSeenWhereItIsNot(Bug bug) {
        try (Trial trial = Trial.of(good())) {
            assertThatCode(() -> bug.test().run(trial)).doesNotThrowAnyException();
        }
    }

    private static StoreFixture good() {
        SettableClock clock = new SettableClock();
        Flawed store = new Flawed(new InMemoryStore(clock));
        return StoreFixture.of(store, store.good.tasks(), clock);
    }

    private static Bug in(String name, Function<InMemoryStore, RecordStore> flaw, ContractTest test) {
        return new Bug(
                name,
                clock -> {
                    InMemoryStore good = new InMemoryStore(clock);
                    return StoreFixture.of(flaw.apply(good), good.tasks(), clock);
                },
                test);
    }

    private static Bug tasks(String name, Function<SettableClock, StoreFixture> planted, ContractTest test) {
        return new Bug(name, planted, test);
    }

    /** A queue whose clock is fast. */
    private static StoreFixture hurried(SettableClock clock) {
        InstantSource fast = () -> clock.instant().plusNanos(1_000);
        InMemoryStore store = new InMemoryStore(fast);
        return StoreFixture.of(store, store.tasks(), clock);
    }

    private static StoreFixture wrapped(SettableClock clock, UnaryOperator<TaskQueue> flaw) {
        InMemoryStore store = new InMemoryStore(clock);
        return StoreFixture.of(store, flaw.apply(store.tasks()), clock);
    }
}
