package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Optional;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Changes;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records of one kind that go by lifecycles of their own. */
class VariantsTest {

    private static final Status STAGED = Status.of("staged", Phase.ACTIVE);
    private static final Action STAGE = Action.of("stage");

    /** What was authorised is staged, by a name, before it is begun. */
    private static final Lifecycle OWN = ChangeLifecycle.standard()
            .edit()
            .status(STAGED, ValueChainActivity.OBTAIN_BUILD)
            .remove(ChangeLifecycle.AUTHORISED, ChangeLifecycle.BEGIN)
            .remove(ChangeLifecycle.AUTHORISED, ChangeLifecycle.IMPLEMENT)
            .move(ChangeLifecycle.AUTHORISED, STAGE, STAGED)
            .requires("stage-name")
            .move(STAGED, ChangeLifecycle.BEGIN, ChangeLifecycle.IMPLEMENTING)
            .build();

    private static final Lifecycle BEGINS_OTHERWISE = Lifecycle.startingIn("change", STAGED)
            .move(STAGED, TicketAction.CLOSE, ChangeLifecycle.CLOSED)
            .status(ChangeLifecycle.CLOSED, ValueChainActivity.IMPROVE)
            .build();

    private static final ChangePractice EMERGENCIES_GO_BY_IT = ChangePractice.standard()
            .with(ChangeProcedure.of(ChangeType.EMERGENCY).withLifecycle("own"));

    private Company company = Company.with(builder -> builder.changes(changes -> changes.variant("own", OWN))
            .changePractice(EMERGENCIES_GO_BY_IT)
            .defaults(Tailoring.builder()
                    .putFields("change", List.of(FieldDefinition.of("stage-name", FieldType.TEXT)))
                    .build()));

    private RecordId authorised(ChangeType type) {
        RecordId id = done(company.itsm
                        .changes()
                        .submit(
                                caller(BEN),
                                ChangeCommand.draft()
                                        .draft(TicketDraft.builder()
                                                .title("New disk")
                                                .build())
                                        .type(type)
                                        .build()))
                .id();
        company.changes(BEN, id, new ChangeCommand.Revise("Replace the disk"));
        company.changes(DORA, id, new ChangeCommand.Authorise("go"));
        return id;
    }

    private Optional<Offer> offer(RecordId id, Action action) {
        return company.itsm.changes().availableActions(caller(BEN), id).stream()
                .filter(offer -> offer.action().equals(action))
                .findFirst();
    }

    private String status(RecordId id) {
        return company.changeNow(id).record().ticket().status().name();
    }

    @AfterEach
    void everyRecordIsWhatItsJournalTells() {
        assertThat(FoldLaw.check(company.store, ACME, Changes.KIND, records -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void aVariantIsOneOfItsKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Changes.DEFINITION.variant("own", IncidentLifecycle.standard()))
                .withMessageContaining("a lifecycle of incident");
    }

    @Test
    void aVariantBeginsAsItsKindDoes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Changes.DEFINITION.variant("own", BEGINS_OTHERWISE))
                .withMessageContaining("draft");
    }

    @Test
    void aVariantHasANameThatIsACode() {
        for (String name : List.of("", "two words", "a/b", "-")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Changes.DEFINITION.variant(name, OWN));
        }
    }

    @Test
    void anotherOfThatNameTakesItsPlace() {
        Definition<?> replaced = Changes.DEFINITION.variant("own", OWN).variant("own", ChangeLifecycle.standard());
        assertThat(replaced.variants()).containsEntry("own", ChangeLifecycle.standard());
        assertThat(Changes.DEFINITION.variants())
                .as("a definition stays as it is")
                .doesNotContainKey("own");
    }

    @Test
    void aKindWithoutVariantsHasNone() {
        assertThat(Incidents.DEFINITION.hasVariants()).isFalse();
        assertThat(Incidents.DEFINITION.variants()).isEmpty();
        assertThat(Changes.DEFINITION.hasVariants()).isTrue();
    }

    @Test
    void eachRecordGoesByItsOwn() {
        RecordId own = authorised(ChangeType.EMERGENCY);
        RecordId other = authorised(ChangeType.NORMAL);

        assertThat(company.refusedChange(BEN, own, new ChangeCommand.Begin()).reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(company.refusedChange(BEN, other, new TicketCommand.Move<>(STAGE))
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        company.changes(BEN, other, new ChangeCommand.Begin());
        assertThat(status(other)).isEqualTo("implementing");
    }

    @Test
    void offersFormsAndRequiredFieldsFollowIt() {
        RecordId own = authorised(ChangeType.EMERGENCY);
        RecordId other = authorised(ChangeType.NORMAL);

        assertThat(offer(own, STAGE)).hasValueSatisfying(offer -> {
            assertThat(offer.isAllowed()).isTrue();
            assertThat(offer.needs()).containsExactly("stage-name");
        });
        assertThat(offer(own, ChangeLifecycle.BEGIN).orElseThrow().isAllowed()).isFalse();
        assertThat(offer(other, STAGE)).isEmpty();
        assertThat(offer(other, ChangeLifecycle.BEGIN).orElseThrow().isAllowed())
                .isTrue();
        Form form = company.itsm.changes().form(caller(BEN), own, STAGE).orElseThrow();
        assertThat(form.status()).isEqualTo(STAGED);
        assertThat(form.entry("stage-name").orElseThrow().isMandatory()).isTrue();
        assertThat(company.itsm.changes().form(caller(BEN), other, STAGE)).isEmpty();
        assertThat(company.refusedChange(BEN, own, new TicketCommand.Move<>(STAGE))
                        .code())
                .isEqualTo("field.required");
    }

    @Test
    void aRecordThatIsReclassifiedGoesByTheOtherFromThenOn() {
        RecordId id = company.draft().id();
        company.changes(BEN, id, new PlanningCommand.Reclassify(ChangeType.EMERGENCY));
        company.changes(DORA, id, new ChangeCommand.Authorise("go"));
        assertThat(company.refusedChange(BEN, id, new ChangeCommand.Begin()).reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
    }

    @Test
    void aPreviewTellsWhatItsOwnSays() {
        RecordId own = authorised(ChangeType.EMERGENCY);
        assertThat(company.itsm
                        .changes()
                        .preview(caller(BEN), own, new ChangeCommand.Begin())
                        .isLeft())
                .isTrue();
        RecordId other = authorised(ChangeType.NORMAL);
        assertThat(company.itsm
                        .changes()
                        .preview(caller(BEN), other, new ChangeCommand.Begin())
                        .isRight())
                .isTrue();
    }

    @Test
    void migrationLeadsToStatusesOfItsOwnAlone() {
        TicketCommand.Migrate<Change> migrate =
                new TicketCommand.Migrate<>("staged", Optional.empty(), "it was staged by hand");
        RecordId other = authorised(ChangeType.NORMAL);
        assertThat(company.refusedChange(DORA, other, migrate).violations()).isNotEmpty();

        RecordId own = authorised(ChangeType.EMERGENCY);
        company.changes(DORA, own, migrate);
        company.changes(BEN, own, new ChangeCommand.Begin());
        assertThat(status(own)).isEqualTo("implementing");
    }

    @Test
    void oneThatNobodyHasIsThatOfTheKind() {
        company = Company.with(builder -> builder.changePractice(EMERGENCIES_GO_BY_IT));
        RecordId id = authorised(ChangeType.EMERGENCY);
        assertThat(offer(id, STAGE)).isEmpty();
        company.changes(BEN, id, new ChangeCommand.Begin());
        assertThat(status(id)).isEqualTo("implementing");
    }
}
