package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.Itsm;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.kernel.Command;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.Procedures;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a change model is stored as, with every sort of rule and assessor in it; as {@link GoldenJournalTest} has it for the others. */
class GoldenChangeModelTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final Instant BEGIN = Instant.parse("2026-03-02T07:30:00.123456Z");
    private static final RecordRef MODEL = RecordRef.of("change-model", RecordId.of("chm-1"));

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed().person(ANNA).person(BOB).build())
            .clock(clock)
            .build();
    private final Caller anna = Caller.of(ACME, ANNA);
    private final Caller bob = Caller.of(ACME, BOB);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void changeModelsAreStoredAsTheyWere() throws Exception {
        live();

        golden.assertStored("change-model", "chm-1", Golden.ownEvents(ChangeModels.KIND));
        assertThat(fold()).contains(now());
        assertThat(now().procedure()).contains(Procedures.full());
    }

    /** Who votes stays different from who does not; nothing of what people wrote is left, and the record can still be read. */
    @Test
    void whatIsErasedStillFolds() {
        live();

        itsm.protection()
                .erase(bob, MODEL, Erasure.personal(ChangeModels.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));

        assertThat(fold()).contains(now());
        assertThat(FoldLaw.check(store, ACME, ChangeModels.KIND, done -> {}).breaks())
                .isEmpty();
        assertThat(now().toString())
                .doesNotContain("anna", "bob", "carla", "dora", "Replace", "Tell the desk", "Can it be undone");
        ChangeProcedure procedure = now().procedure().orElseThrow();
        assertThat(procedure.tasks()).hasSize(2);
        assertThat(procedure.approvals()).hasSameSizeAs(Procedures.full().approvals());
        assertThat(procedure.risk().orElseThrow().assessors()).hasSize(4);
        assertThat(now().proposers()).hasSize(1);
    }

    private void live() {
        clock.set(BEGIN);
        itsm.changeModels()
                .submitNew(
                        anna,
                        MODEL.id(),
                        ChangeModelCommand.propose()
                                .title("Replace a disk")
                                .description("Of a server that has another")
                                .owner(ANNA)
                                .procedure(ChangeProcedure.of(ChangeType.STANDARD))
                                .build(),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        carryOut(bob, new ChangeModelCommand.Reject("Who is asked?"));
        carryOut(anna, new ChangeModelCommand.Revise(Procedures.full(), Optional.of(2)));
        carryOut(bob, new ChangeModelCommand.Approve("Good"));
        carryOut(bob, new ChangeModelCommand.Describe("Replace any disk", ""));
        carryOut(bob, new ChangeModelCommand.HandOver(BOB));
        List<ChangeOutcome> outcomes =
                List.of(ChangeOutcome.SUCCESSFUL, ChangeOutcome.FAILED, ChangeOutcome.BACKED_OUT);
        for (int i = 0; i < outcomes.size(); i++) {
            carryOut(bob, new ChangeModelCommand.RecordUse(change("chg-" + (i + 1)), outcomes.get(i)));
        }
        assertThat(now().isInUse()).isFalse();
        carryOut(bob, new ChangeModelCommand.Reinstate("It was the power"));
        carryOut(anna, new ChangeModelCommand.Revise(ChangeProcedure.of(ChangeType.EMERGENCY), Optional.empty()));
        carryOut(bob, new ChangeModelCommand.Retire("No disks are left"));
    }

    private RecordRef change(String id) {
        itsm.changes()
                .submitNew(
                        anna,
                        RecordId.of(id),
                        new ChangeCommand.Draft(
                                TicketDraft.builder().title("A new disk").build(), "Add it"),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        return RecordRef.of("change", RecordId.of(id));
    }

    private void carryOut(Caller caller, Command<ChangeModel> command) {
        clock.advance(Duration.ofMinutes(7));
        itsm.changeModels()
                .submit(caller, MODEL.id(), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private ChangeModel now() {
        return itsm.changeModels().find(bob, MODEL.id()).orElseThrow().record();
    }

    private Optional<ChangeModel> fold() {
        return Fold.of(store, ACME, ChangeModels.KIND, MODEL.id(), entry -> true)
                .record();
    }
}
