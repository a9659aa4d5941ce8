package org.itsmkit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.change.ChangeLifecycle.AUTHORISED;
import static org.itsmkit.change.ChangeLifecycle.DRAFT;
import static org.itsmkit.change.ChangeLifecycle.IMPLEMENTED;
import static org.itsmkit.change.ChangeLifecycle.IMPLEMENTING;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GLOBEX;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Changing;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.Modelling;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Offer;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleData;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tenant says of the lifecycles by which some records of a kind go. */
class TailoredVariantsTest {

    private static final FieldDefinition WITNESS = FieldDefinition.of("witness", FieldType.TEXT);
    private static final Action CHECK = Action.of("check");
    private static final Status CHECKED = Status.of("checked", Phase.ACTIVE);

    /** Standard changes are checked, before a witness, before they are begun. */
    private static final Lifecycle CHECKED_FIRST = ChangeLifecycle.of(ChangeType.STANDARD)
            .edit()
            .status(CHECKED, ValueChainActivity.OBTAIN_BUILD)
            .remove(AUTHORISED, ChangeLifecycle.BEGIN)
            .remove(AUTHORISED, ChangeLifecycle.IMPLEMENT)
            .move(AUTHORISED, CHECK, CHECKED)
            .requires("witness")
            .move(CHECKED, ChangeLifecycle.BEGIN, IMPLEMENTING)
            .build();

    /** Nothing is begun: one says that it was made. */
    private static final Lifecycle AT_ONCE =
            ChangeLifecycle.standard().edit().remove(IMPLEMENTING).build();

    private final Company company = Company.open();

    @AfterEach
    void everyRecordIsWhatItsJournalTells() {
        assertThat(FoldLaw.check(company.store, ACME, Changes.KIND, records -> {})
                        .breaks())
                .isEmpty();
    }

    private void tailor(Tailoring tailoring) {
        done(company.itsm.tailor(caller(DORA), tailoring));
    }

    private static Tailoring lifecycle(String name, Lifecycle lifecycle) {
        return Tailoring.builder().putLifecycles(name, lifecycle.toData()).build();
    }

    private static Tailoring checkedFirst() {
        return lifecycle("change/standard", CHECKED_FIRST).withFields(Map.of("change", List.of(WITNESS)));
    }

    private Map<Action, Offer> offers(RecordId id) {
        return company.itsm.changes().availableActions(caller(BEN), id).stream()
                .collect(Collectors.toMap(Offer::action, offer -> offer));
    }

    /** What is open to Ben on it. */
    private Set<String> open(RecordId id) {
        return offers(id).values().stream()
                .filter(Offer::isAllowed)
                .map(offer -> offer.action().value())
                .collect(Collectors.toSet());
    }

    /** Ben drafts a change by a model whose changes go so, and Dora authorises it. */
    private Changing by(String lifecycle) {
        Modelling model = Modelling.of(
                company,
                Modelling.disks()
                        .procedure(ChangeProcedure.of(ChangeType.NORMAL).withLifecycle(lifecycle))
                        .build());
        model.does(new ChangeModelCommand.Approve("good"));
        RecordId id = done(company.itsm
                        .changes()
                        .submit(
                                caller(BEN),
                                ChangeCommand.draft()
                                        .draft(TicketDraft.builder()
                                                .title("New disk")
                                                .build())
                                        .model(model.ref())
                                        .build()))
                .id();
        Changing changing = Changing.of(company, id);
        changing.does(BEN, new ChangeCommand.Revise("Replace the disk"));
        changing.does(DORA, new ChangeCommand.Authorise("go"));
        return changing;
    }

    @Test
    void oneOfTheKitsIsTailoredAndTheOthersStay() {
        tailor(checkedFirst());
        Changing standard = Changing.in(company, ChangeType.STANDARD, "authorised");
        Changing normal = Changing.in(company, ChangeType.NORMAL, "authorised");

        assertThat(open(standard.id)).contains("check").doesNotContain("begin", "implement");
        assertThat(offers(standard.id).get(CHECK).needs()).containsExactly("witness");
        assertThat(open(normal.id)).contains("begin", "implement");
        assertThat(offers(normal.id)).doesNotContainKey(CHECK);
        assertThat(standard.refused(BEN, new ChangeCommand.Begin()).reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(standard.refused(BEN, new TicketCommand.Move<>(CHECK)).code())
                .isEqualTo("field.required");
        assertThat(company.itsm
                        .changes()
                        .form(caller(BEN), standard.id, CHECK)
                        .flatMap(form -> form.entry("witness"))
                        .orElseThrow()
                        .isMandatory())
                .isTrue();

        standard.does(BEN, new TicketCommand.Move<>(CHECK, Map.of("witness", FieldValue.text("Carla"))));
        standard.does(BEN, new ChangeCommand.Begin());
        assertThat(standard.status()).isEqualTo("implementing");
    }

    @Test
    void oneOfTheTenantsOwnHoldsForWhatNamesIt() {
        tailor(lifecycle("change/own", AT_ONCE));
        Changing own = by("own");
        Changing normal = Changing.in(company, ChangeType.NORMAL, "authorised");

        assertThat(open(own.id)).contains("implement").doesNotContain("begin");
        assertThat(open(normal.id)).contains("implement", "begin");
    }

    @Test
    void theLifecycleOfTheKindIsThatOfNormalChangesAndOfWhatNamesNone() {
        tailor(lifecycle("change", AT_ONCE));
        assertThat(open(Changing.in(company, ChangeType.NORMAL, "authorised").id))
                .doesNotContain("begin");
        assertThat(open(by("nobody-has-it").id)).doesNotContain("begin");
        assertThat(open(Changing.in(company, ChangeType.STANDARD, "authorised").id))
                .contains("begin");
        assertThat(open(Changing.in(company, ChangeType.EMERGENCY, "authorised").id))
                .contains("begin");

        tailor(lifecycle("change", AT_ONCE)
                .withLifecycles(Map.of(
                        "change", AT_ONCE.toData(),
                        "change/normal", ChangeLifecycle.standard().toData())));
        assertThat(open(Changing.in(company, ChangeType.NORMAL, "authorised").id))
                .as("more particular than that of the kind")
                .contains("begin");
    }

    @Test
    void whatNobodyHasIsThatOfTheKindAndComesBackWithIt() {
        tailor(lifecycle("change/own", AT_ONCE));
        Changing own = by("own");
        assertThat(open(own.id)).doesNotContain("begin");
        tailor(Tailoring.none());
        assertThat(open(own.id)).as("as every normal change").contains("begin", "implement");
        tailor(lifecycle("change/own", AT_ONCE));
        assertThat(open(own.id)).doesNotContain("begin");
    }

    @Test
    void anotherTenantHasItsOwn() {
        tailor(lifecycle("change/normal", AT_ONCE));
        Caller atGlobex = Caller.of(GLOBEX, DORA);
        RecordId id = done(company.itsm
                        .changes()
                        .submit(
                                Caller.of(GLOBEX, BEN),
                                new ChangeCommand.Draft(
                                        TicketDraft.builder().title("New disk").build(), "Replace the disk")))
                .id();
        done(company.itsm.changes().submit(atGlobex, id, new ChangeCommand.Authorise("go")));
        done(company.itsm.changes().submit(atGlobex, id, new ChangeCommand.Begin()));
        assertThat(Changing.in(company, ChangeType.NORMAL, "authorised")
                        .refused(BEN, new ChangeCommand.Begin())
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
    }

    @Test
    void theHostsDefaultsAreReplacedOneByOne() {
        Company hosted = Company.with(builder -> builder.defaults(lifecycle("change/own", AT_ONCE)));
        done(hosted.itsm.tailor(caller(DORA), checkedFirst()));
        assertThat(hosted.itsm.settings().find(caller(DORA), SettingsKind.ID)).isPresent();
        Changing standard = Changing.in(hosted, ChangeType.STANDARD, "authorised");
        assertThat(standard.refused(BEN, new ChangeCommand.Begin()).reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
    }

    private static LifecycleData beginningIn(Status initial) {
        return Lifecycle.startingIn("change", initial)
                .status(IMPLEMENTED, ValueChainActivity.IMPROVE)
                .status(ChangeLifecycle.CLOSED, ValueChainActivity.IMPROVE)
                .move(initial, ChangeLifecycle.IMPLEMENT, IMPLEMENTED)
                .move(IMPLEMENTED, TicketAction.CLOSE, ChangeLifecycle.CLOSED)
                .build()
                .toData();
    }

    private static LifecycleData beginningOtherwise() {
        return beginningIn(Status.of("idea", Phase.NEW));
    }

    static Stream<Arguments> mistakes() {
        LifecycleData soundOfIncidents = IncidentLifecycle.standard().toData();
        return Stream.of(
                Arguments.of("kinds-are-carried", "incident/x", Map.of("incident/x", soundOfIncidents)),
                Arguments.of("kinds-are-carried", "change/", Map.of("change/", AT_ONCE.toData())),
                Arguments.of("kinds-are-carried", "change/a/b", Map.of("change/a/b", AT_ONCE.toData())),
                Arguments.of("kinds-are-carried", "change/two words", Map.of("change/two words", AT_ONCE.toData())),
                Arguments.of("lifecycles-begin-alike", "change/own", Map.of("change/own", beginningOtherwise())),
                Arguments.of(
                        "lifecycles-begin-alike",
                        "change/emergency, change/own",
                        Map.of("change/own", beginningOtherwise(), "change/emergency", beginningOtherwise())),
                Arguments.of(
                        "lifecycles-begin-alike",
                        "change/own",
                        Map.of("change/own", beginningIn(Status.of("draft", Phase.ACTIVE)))),
                Arguments.of("row-fields-exist", "change/witness", Map.of("change/standard", CHECKED_FIRST.toData())),
                Arguments.of("row-fields-exist", "change/witness", Map.of("change/own", CHECKED_FIRST.toData())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void whatDoesNotFitIsNotTailored(String rule, String names, Map<String, LifecycleData> lifecycles) {
        Company.Trace before = company.trace();
        Rejection rejection = company.itsm
                .tailor(caller(DORA), Tailoring.builder().lifecycles(lifecycles).build())
                .getLeft();

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(rejection.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("rule:" + rule);
            assertThat(violation.arguments()).isEqualTo(Map.of("rule", rule, "names", names));
        });
        assertThat(company.trace()).isEqualTo(before);
    }

    @Test
    void whereAllBeginOtherwiseAllBeginAlike() {
        Map<String, LifecycleData> all = new HashMap<>(Map.of("change", beginningOtherwise()));
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder().lifecycles(all).build())
                        .getLeft()
                        .violations()
                        .get(0)
                        .arguments())
                .as("those of the kit begin as they did")
                .containsEntry("rule", "lifecycles-begin-alike");

        for (ChangeType type : ChangeType.values()) {
            all.put("change/" + type.text(), beginningOtherwise());
        }
        tailor(Tailoring.builder().lifecycles(all).build());
        assertThat(company.draft().record().ticket().status().name()).isEqualTo("idea");
    }

    @Test
    void aLifecycleOfAnotherKindIsNone() {
        Rejection rejection = company.itsm
                .tailor(caller(DORA), lifecycle("change/own", IncidentLifecycle.standard()))
                .getLeft();
        assertThat(rejection.violations()).extracting(Violation::code).contains("settings.lifecycle-of-another");
    }

    @Test
    void anUnsoundOneIsToldWithItsName() {
        LifecycleData deadEnd = ChangeLifecycle.standard()
                .edit()
                .status("limbo", Phase.WAITING)
                .move(DRAFT, "forget", "limbo")
                .toData();
        Rejection rejection = company.itsm
                .tailor(
                        caller(DORA),
                        Tailoring.builder().putLifecycles("change/own", deadEnd).build())
                .getLeft();
        assertThat(rejection.violations()).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.code()).startsWith("lifecycle.");
            assertThat(violation.arguments()).containsEntry("kind", "change/own");
        });
    }

    @Test
    void aFieldThatARowSpeaksOfIsNotTakenAway() {
        tailor(checkedFirst());
        Rejection rejection = company.itsm
                .tailor(caller(DORA), checkedFirst().withFields(Map.of("change", List.of())))
                .getLeft();
        assertThat(rejection.code()).isEqualTo("rule:row-fields-exist");
    }

    @Test
    void conditionsMaySpeakOfStatusesOfAnyOfThem() {
        FieldDefinition whenChecked = WITNESS.requiredWhen(FieldCondition.status("checked"));
        tailor(checkedFirst().withFields(Map.of("change", List.of(whenChecked))));

        Rejection rejection = company.itsm
                .tailor(
                        caller(DORA),
                        Tailoring.builder()
                                .putFields("change", List.of(whenChecked))
                                .build())
                .getLeft();
        assertThat(rejection.code()).as("nothing is ever checked then").isEqualTo("rule:conditions-fit");
    }

    @Test
    void rulesHoldByWhateverLifecycle() {
        tailor(lifecycle("change/own", AT_ONCE));
        Changing own = by("own");
        own.does(BEN, new ChangeCommand.Revise("Another way"));
        assertThat(own.refused(BEN, new ChangeCommand.Authorise("go")).code())
                .isEqualTo("rule:nobody-authorises-their-own");
    }
}
