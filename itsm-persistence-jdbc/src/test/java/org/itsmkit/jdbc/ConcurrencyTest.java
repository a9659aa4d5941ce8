package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.itsmkit.jdbc.internal.store.Commits;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.testkit.store.CommandKeyContract;
import org.itsmkit.testkit.store.ExpectationContract;
import org.itsmkit.testkit.store.LostUpdateContract;
import org.itsmkit.testkit.store.StoreFixture;
import org.itsmkit.testkit.store.Trial;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P1 at other levels of isolation than the default, and proof that the harnesses of the testkit notice what they are there for. */
class ConcurrencyTest {

    private static StoreFixture fixture(Engine engine, String isolation) {
        return engine.open(isolation).fixture();
    }

    @Nested
    class OnH2WithRepeatableRead implements LostUpdateContract, ExpectationContract, CommandKeyContract {

        private static final StoreFixture FIXTURE = fixture(Engine.H2, "TRANSACTION_REPEATABLE_READ");

        @Override
        public StoreFixture open() {
            return FIXTURE;
        }
    }

    @Nested
    class OnPostgresWithRepeatableRead implements LostUpdateContract, ExpectationContract, CommandKeyContract {

        private static final StoreFixture FIXTURE = fixture(Engine.POSTGRESQL, "TRANSACTION_REPEATABLE_READ");

        @Override
        public StoreFixture open() {
            return FIXTURE;
        }
    }

    @Nested
    class OnPostgresWithSerializable implements ExpectationContract, CommandKeyContract {

        private static final StoreFixture FIXTURE = fixture(Engine.POSTGRESQL, "TRANSACTION_SERIALIZABLE");

        @Override
        public StoreFixture open() {
            return FIXTURE;
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheVersionUpdatesAreLost(Engine engine) {
        TestDatabase database = engine.open();
        LostUpdateContract contract = () -> unchecked(database, new Commits.Checks(false, true));

        try (Trial trial = Trial.of(contract.open())) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> contract.noUpdateOfOneRecordIsLost(trial))
                    .withMessageContaining("visitors that were counted");
        }
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void withoutExpectationsBothSucceed(Engine engine) {
        TestDatabase database = engine.open();
        ExpectationContract contract = () -> unchecked(database, new Commits.Checks(true, false));

        try (Trial trial = Trial.of(contract.open())) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> contract.twoThatExpectWhatTheOtherChangesNeverBothSucceed(trial));
            assertThatNoException().isThrownBy(database::assertNothingIsOpen);
        }
        database.close();
    }

    private static StoreFixture unchecked(TestDatabase database, Commits.Checks checks) {
        SettableClock clock = new SettableClock();
        return StoreFixture.of(database.storeBuilder().checks(checks).build(), database.queue(clock), clock);
    }
}
