package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GLOBEX;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.Stores;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rejection.Reason;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How commands are carried out: once, expecting a version, again and again, or several together. */
class OptionsTest {

    /** A key makes a command happen once. */
    @Nested
    class Keys {

        private final Company company = Company.open();
        private final RecordId id = company.log().id();
        private final Records<Incident> incidents = company.itsm.incidents();

        private Either<Rejection, Stored<Incident>> comment(Caller by, String key, String text) {
            return incidents.submit(by, id, TicketCommand.Comment.toAll(text), Options.once(key));
        }

        @Test
        void aCommandSentTwiceHappensOnce() {
            Stored<Incident> first = done(comment(caller(ANNA), "form-4711", "hello?"));
            Company.Trace trace = company.trace();
            company.aMinuteLater();
            Stored<Incident> again = done(comment(caller(ANNA), "form-4711", "hello?"));

            assertThat(again).isEqualTo(first);
            assertThat(company.trace()).isEqualTo(trace);
        }

        @Test
        void theFirstAnswerIsGivenAfterTheRecordMovedOn() {
            Stored<Incident> first = done(comment(caller(ANNA), "form-4711", "hello?"));
            company.aMinuteLater();
            company.does(id, new TicketCommand.Start<>());
            company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));
            company.does(id, new TicketCommand.Close<>());

            assertThat(done(comment(caller(ANNA), "form-4711", "hello?"))).isEqualTo(first);
        }

        @Test
        void theFirstAnswerIsGivenEvenWhereTheCommandIsNoLongerPossible() {
            Stored<Incident> started =
                    done(incidents.submit(caller(BEN), id, new TicketCommand.Start<>(), Options.once("start-1")));

            assertThat(done(incidents.submit(caller(BEN), id, new TicketCommand.Start<>(), Options.once("start-1"))))
                    .isEqualTo(started);
        }

        @Test
        void aCreationSentTwiceMakesOneRecord() {
            IncidentCommand.Log log =
                    IncidentCommand.log().title("Printer on fire").build();
            Stored<Incident> first = done(incidents.submit(caller(ANNA), log, Options.once("mail-12")));
            company.does(first.id(), new TicketCommand.Start<>());

            assertThat(done(incidents.submit(caller(ANNA), log, Options.once("mail-12"))))
                    .isEqualTo(first);
            assertThat(incidents.count(caller(ANNA), Condition.all())).isEqualTo(2);
        }

        @Test
        void otherContentIsRefused() {
            done(comment(caller(ANNA), "k", "hello?"));
            RecordId other = company.log().id();

            assertReused(comment(caller(ANNA), "k", "hello!"));
            assertReused(comment(caller(BEN), "k", "hello?"));
            assertReused(
                    incidents.submit(caller(ANNA), other, TicketCommand.Comment.toAll("hello?"), Options.once("k")));
            assertReused(
                    incidents.submit(caller(ANNA), id, TicketCommand.Comment.internal("hello?"), Options.once("k")));
            assertReused(incidents.submit(
                    caller(ANNA), IncidentCommand.log().title("x").build(), Options.once("k")));
            assertReused(incidents.submitAll(
                    caller(ANNA),
                    id,
                    List.of(TicketCommand.Comment.toAll("hello?"), TicketCommand.Comment.toAll("hello?")),
                    Options.once("k")));
            assertThat(company.itsm
                            .changes()
                            .submit(caller(ANNA), id, TicketCommand.Comment.toAll("hello?"), Options.once("k"))
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.KEY_REUSED);
            assertThat(company.now(id).version()).isEqualTo(2);
        }

        private static void assertReused(Either<Rejection, Stored<Incident>> outcome) {
            assertThat(outcome.getLeft().reason()).isEqualTo(Reason.KEY_REUSED);
            assertThat(outcome.getLeft().code()).isEqualTo("key.reused");
        }

        @Test
        void anIdThatTheHostChoseIsPartOfTheContent() {
            IncidentCommand.Log log =
                    IncidentCommand.log().title("Printer on fire").build();
            done(incidents.submitNew(caller(ANNA), RecordId.of("printer-1"), log, Options.once("k")));

            assertReused(incidents.submitNew(caller(ANNA), RecordId.of("printer-2"), log, Options.once("k")));
            assertReused(incidents.submit(caller(ANNA), log, Options.once("k")));
            assertThat(done(incidents.submitNew(caller(ANNA), RecordId.of("printer-1"), log, Options.once("k")))
                            .id())
                    .isEqualTo(RecordId.of("printer-1"));
        }

        @Test
        void aRefusedCommandLeavesItsKeyFree() {
            assertThat(comment(caller(ANNA), "k", " ").isLeft()).isTrue();
            done(comment(caller(ANNA), "k", "hello?"));
        }

        @Test
        void tenantsDoNotShareKeys() {
            done(comment(caller(ANNA), "k", "hello?"));
            Stored<Incident> elsewhere = done(incidents.submit(
                    Caller.of(GLOBEX, ANNA), IncidentCommand.log().title("x").build(), Options.once("k")));
            assertThat(company.store.find(GLOBEX, Incidents.KIND, elsewhere.id()))
                    .isPresent();
        }

        @Test
        void aCommandWithoutEffectIsRememberedToo() {
            TicketCommand.Describe<Incident> same = new TicketCommand.Describe<>("Mail is down", "");
            Stored<Incident> first = done(incidents.submit(caller(ANNA), id, same, Options.once("k")));
            assertThat(first.version()).isEqualTo(1);
            company.does(id, new TicketCommand.Start<>());

            assertThat(done(incidents.submit(caller(ANNA), id, same, Options.once("k"))))
                    .isEqualTo(first);
        }

        @Test
        void theKeysOfTheKitsOwnTasksAreNotForOthers() {
            assertThatIllegalArgumentException().isThrownBy(() -> Options.once("itsm:reaction:x"));
        }
    }

    /** The caller has seen a version. */
    @Nested
    class ExpectedVersion {

        private final Company company = Company.open();
        private final RecordId id = company.log().id();

        @Test
        void itMustBeTheOneThereIs() {
            done(company.itsm.incidents().submit(caller(BEN), id, new TicketCommand.Start<>(), Options.expecting(1)));
            Rejection rejection = company.itsm
                    .incidents()
                    .submit(caller(BEN), id, TicketCommand.Comment.toAll("x"), Options.expecting(1))
                    .getLeft();

            assertThat(rejection.reason()).isEqualTo(Reason.CONFLICT);
            assertThat(rejection.subject()).contains(Company.incident(id));
            assertThat(rejection.violations().get(0).arguments()).isEqualTo(Map.of("expected", "1", "actual", "2"));
        }

        @Test
        void itIsAtLeastOne() {
            assertThatIllegalArgumentException().isThrownBy(() -> Options.expecting(0));
        }
    }

    /** A store that is always told too late. */
    private static final class Hasty extends Stores.Around {

        private final int times;
        private final boolean inHostTransaction;
        private final AtomicInteger commits = new AtomicInteger();
        private boolean armed;

        Hasty(RecordStore inner, int times, boolean inHostTransaction) {
            super(inner);
            this.times = times;
            this.inHostTransaction = inHostTransaction;
        }

        @Override
        public void commit(TenantId tenant, Commit commit) {
            if (armed && commits.incrementAndGet() <= times) {
                throw new StaleRecordException(commit.writes().get(0).ref(), 1, 7);
            }
            super.commit(tenant, commit);
        }

        @Override
        public boolean inHostTransaction() {
            return inHostTransaction;
        }
    }

    private static Either<Rejection, Stored<Incident>> startAfter(
            int conflicts, boolean inHostTransaction, Options options, List<Hasty> made) {
        Company company = Company.around(store -> {
            made.add(new Hasty(store, conflicts, inHostTransaction));
            return made.get(0);
        });
        RecordId id = company.log().id();
        made.get(0).armed = true;
        return company.itsm.incidents().submit(caller(BEN), id, new TicketCommand.Start<>(), options);
    }

    @Test
    void acommandIsDecidedAnewWhileOthersAreQuicker() {
        List<Hasty> store = new ArrayList<>();
        assertThat(startAfter(Engine.MAX_ATTEMPTS - 1, false, Options.none(), store)
                        .isRight())
                .isTrue();
        assertThat(store.get(0).commits).hasValue(Engine.MAX_ATTEMPTS);
    }

    @Test
    void inTheEndItIsAConflict() {
        List<Hasty> store = new ArrayList<>();
        Rejection rejection =
                startAfter(1_000_000, false, Options.none(), store).getLeft();

        assertThat(rejection.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(rejection.violations().get(0).arguments()).isEqualTo(Map.of("expected", "1", "actual", "7"));
        assertThat(store.get(0).commits).hasValue(Engine.MAX_ATTEMPTS);
    }

    @Test
    void inAHostsTransactionItIsAConflictAtOnce() {
        List<Hasty> store = new ArrayList<>();
        assertThat(startAfter(1, true, Options.none(), store).getLeft().reason())
                .isEqualTo(Reason.CONFLICT);
        assertThat(store.get(0).commits).hasValue(1);
    }

    @Test
    void whoExpectsAVersionIsNotTriedAgain() {
        List<Hasty> store = new ArrayList<>();
        assertThat(startAfter(1, false, Options.expecting(1), store).getLeft().reason())
                .isEqualTo(Reason.CONFLICT);
        assertThat(store.get(0).commits).hasValue(1);
    }

    @Test
    void aNewRecordOfAnIdThatIsTakenIsAConflictAtOnce() {
        Company company = Company.open();
        RecordId id = company.log().id();
        Rejection rejection = company.itsm
                .incidents()
                .submitNew(caller(ANNA), id, IncidentCommand.log().title("x").build(), Options.none())
                .getLeft();

        assertThat(rejection.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(rejection.violations().get(0).arguments()).isEqualTo(Map.of("expected", "0", "actual", "1"));
    }

    /** Several commands in one commit. */
    @Nested
    class SubmitAll {

        private final Company company = Company.open();
        private final RecordId id = company.log().id();

        @Test
        void eachMeetsWhatTheOneBeforeLeft() {
            Stored<Incident> incident = done(company.itsm
                    .incidents()
                    .submitAll(
                            caller(BEN),
                            id,
                            List.of(
                                    new TicketCommand.Assign<>(SERVICE_DESK, BEN),
                                    new TicketCommand.Start<>(),
                                    new IncidentCommand.Resolve(Resolution.Code.FIXED, "done")),
                            Options.expecting(1)));

            assertThat(incident.version()).isEqualTo(4);
            assertThat(company.events(id)).containsExactly("logged", "assigned", "moved", "resolved");
        }

        @Test
        void allOrNothing() {
            Company.Trace before = company.trace();
            Rejection rejection = company.itsm
                    .incidents()
                    .submitAll(
                            caller(BEN),
                            id,
                            List.of(
                                    new TicketCommand.Assign<>(SERVICE_DESK, BEN),
                                    new TicketCommand.Start<>(),
                                    new TicketCommand.Start<>()),
                            Options.none())
                    .getLeft();

            assertThat(rejection.reason()).isEqualTo(Reason.NOT_POSSIBLE);
            assertThat(company.trace()).isEqualTo(before);
            assertThat(company.now(id).version()).isEqualTo(1);
        }

        @Test
        void noneChangesNothing() {
            Company.Trace before = company.trace();
            assertThat(done(company.itsm.incidents().submitAll(caller(BEN), id, List.of(), Options.none())))
                    .isEqualTo(company.now(id));
            assertThat(company.trace()).isEqualTo(before);
        }
    }

    @Test
    void aCommandWithoutEffectLeavesNothing() {
        Company company = Company.open();
        RecordId id = company.log().id();
        Company.Trace before = company.trace();
        company.aMinuteLater();

        assertThat(company.does(id, new TicketCommand.Describe<>("Mail is down", ""))
                        .version())
                .isEqualTo(1);
        assertThat(company.trace()).isEqualTo(before);
    }

    /** What would happen, without it happening. */
    @Nested
    class Previews {

        private final Company company = Company.open();
        private final RecordId id = company.log().id();

        @Test
        void aPreviewStoresNothingAndUsesNoNumber() {
            Company.Trace before = company.trace();
            Preview ofLog = done(company.itsm
                    .incidents()
                    .preview(caller(ANNA), IncidentCommand.log().title("x").build()));
            Preview ofAssign = done(
                    company.itsm.incidents().preview(caller(BEN), id, new TicketCommand.Assign<>(OPERATIONS, CARLA)));

            assertThat(company.trace()).isEqualTo(before);
            assertThat(ofLog.changes()).singleElement().satisfies(change -> {
                assertThat(change.before()).isEmpty();
                assertThat(((Incident) change.after()).ticket().number()).isEqualTo("INC");
            });
            assertThat(company.log().record().ticket().number())
                    .as("the number after Anna's first")
                    .isEqualTo("INC0000002");
            assertThat(ofAssign.changes()).singleElement().satisfies(change -> {
                assertThat(change.record()).isEqualTo(Company.incident(id));
                assertThat(((Incident) change.after()).ticket().assignee()).contains(CARLA);
            });
            assertThat(ofAssign.announcements()).singleElement().satisfies(announcement -> {
                assertThat(announcement.code()).isEqualTo("assigned");
                assertThat(announcement.person()).contains(CARLA);
            });
        }

        @Test
        void whatWouldBeRefusedIsRefused() {
            assertThat(company.itsm
                            .incidents()
                            .preview(caller(BEN), id, new TicketCommand.Resume<>())
                            .getLeft())
                    .isEqualTo(company.refused(BEN, id, new TicketCommand.Resume<>()));
            assertThat(company.itsm
                            .incidents()
                            .preview(caller(Company.GUS), id, new TicketCommand.Resume<>())
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.UNKNOWN_CALLER);
        }
    }

    @Test
    void aRefusedCreationUsesNoNumber() {
        Company company = Company.open();
        assertThat(company.itsm
                        .incidents()
                        .submit(caller(ANNA), IncidentCommand.log().title(" ").build())
                        .isLeft())
                .isTrue();
        assertThat(company.log().record().ticket().number()).isEqualTo("INC0000001");
        assertThat(company.draft().record().ticket().number()).isEqualTo("CHG0000001");
        assertThat(company.log().record().ticket().number()).isEqualTo("INC0000002");
    }

    @Test
    void aCreationThatIsDecidedAgainKeepsItsNumber() {
        AtomicInteger commits = new AtomicInteger();
        Company company = Company.around(store -> new Stores.Around(store) {
            @Override
            public void commit(TenantId tenant, Commit commit) {
                if (commits.incrementAndGet() < 4) {
                    throw new StaleRecordException(Company.incident(RecordId.of("parent")), 3, 4);
                }
                super.commit(tenant, commit);
            }
        });
        assertThat(company.log().record().ticket().number()).isEqualTo("INC0000001");
        assertThat(commits).hasValue(4);
    }

    @Test
    void instantsOutsideTheRangeAreRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.none().occurredAt(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.once("two\nlines"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.once(""));
    }

    @Test
    void aRoleThatTheHostNamesMakesNoOtherCommand() {
        Company company = Company.open();
        ChangeCommand.Draft draft =
                new ChangeCommand.Draft(TicketDraft.builder().title("New disk").build(), "swap it");
        var first = done(company.itsm.changes().submit(caller(DORA), draft, Options.once("k")));
        Caller withRole = caller(DORA).withRoles(Set.of("on-duty"));

        assertThat(done(company.itsm.changes().submit(withRole, draft, Options.once("k"))))
                .isEqualTo(first);
        assertThat(company.store.count(ACME, Changes.KIND, Condition.all())).isEqualTo(1);
    }
}
