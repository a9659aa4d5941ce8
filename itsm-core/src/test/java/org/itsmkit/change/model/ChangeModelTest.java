package org.itsmkit.change.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.change.model.ChangeOutcome.BACKED_OUT;
import static org.itsmkit.change.model.ChangeOutcome.FAILED;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL_WITH_ISSUES;
import static org.itsmkit.change.model.Modelling.NORMAL;
import static org.itsmkit.change.model.Modelling.STANDARD;
import static org.itsmkit.change.model.Modelling.approved;
import static org.itsmkit.change.model.Modelling.disks;
import static org.itsmkit.change.model.Modelling.revision;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.query.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Change models as people make, approve and change them; what comes of their use is in {@link ChangeModelUseTest}. */
class ChangeModelTest {

    private final Company company = Company.open();

    private static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    private void untold() {
        company.work();
        company.told.clear();
    }

    private List<String> told() {
        company.work();
        return company.told.stream().map(Notice::code).toList();
    }

    @Test
    void aModelBeginsAsAProposal() {
        Modelling modelling = Modelling.of(company, disks().failuresAllowed(3).build());

        ChangeModel model = modelling.now();
        assertThat(model.number()).isEqualTo("CHM0000001");
        assertThat(model.title()).isEqualTo("Replace a disk");
        assertThat(model.description()).isEqualTo("Of a server that has another");
        assertThat(model.owner()).isEqualTo(BEN);
        assertThat(model.status()).isEqualTo(ChangeModelLifecycle.PROPOSED);
        assertThat(model.procedure()).isEmpty();
        assertThat(model.version()).isZero();
        assertThat(model.proposers()).isEmpty();
        assertThat(model.failuresAllowed()).isEmpty();
        assertThat(model.proposed().orElseThrow().procedure()).isEqualTo(STANDARD);
        assertThat(model.proposed().orElseThrow().failuresAllowed()).contains(3);
        assertThat(model.proposed().orElseThrow().proposers()).containsExactly(BEN);
        assertThat(model.isInUse()).isFalse();
        assertThat(model.isPreAuthorised()).isFalse();
        assertThat(model.createdAt()).isEqualTo(company.clock.instant()).isEqualTo(model.updatedAt());
    }

    @Test
    void itIsFoundByWhatItIs() {
        Modelling modelling = Modelling.in(company, "approved");
        Modelling.of(
                company,
                disks().title("Add a disk").procedure(NORMAL).owner(CARLA).build());

        List<Condition> conditions = List.of(
                ChangeModelKind.NUMBER.is("CHM0000001"),
                Condition.words(ChangeModelKind.TITLE.key(), "replace"),
                ChangeModelKind.TYPE.is(ChangeType.STANDARD),
                ChangeModelKind.OWNER.is(BEN),
                ChangeModelKind.STATUS.is(ChangeModelLifecycle.APPROVED),
                ChangeModelKind.PHASE.is(modelling.now().status().phase()),
                ChangeModelKind.OPENED.is(modelling.now().createdAt()),
                ChangeModelKind.UPDATED.is(modelling.now().updatedAt()));
        for (Condition condition : conditions) {
            assertThat(company.itsm.changeModels().count(caller(DORA), condition))
                    .as("%s", condition)
                    .isEqualTo(1);
        }
        assertThat(company.itsm.changeModels().count(caller(DORA), ChangeModelKind.TYPE.is(ChangeType.NORMAL)))
                .as("what is only proposed")
                .isEqualTo(1);
    }

    @Test
    void whatIsApprovedHolds() {
        Modelling modelling = Modelling.of(company, disks().failuresAllowed(3).build());
        company.aMinuteLater();
        untold();

        ChangeModel model = modelling.does(new ChangeModelCommand.Approve("good"));

        assertThat(model.status()).isEqualTo(ChangeModelLifecycle.APPROVED);
        assertThat(model.procedure()).contains(STANDARD);
        assertThat(model.failuresAllowed()).contains(3);
        assertThat(model.proposers()).containsExactly(BEN);
        assertThat(model.proposed()).isEmpty();
        assertThat(model.version()).isEqualTo(1);
        assertThat(model.isInUse()).isTrue();
        assertThat(model.isPreAuthorised()).isTrue();
        assertThat(model.updatedAt()).isEqualTo(company.clock.instant());
        company.work();
        assertThat(company.told).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("change-model-approved");
            assertThat(notice.person()).contains(BEN);
            assertThat(notice.arguments()).containsEntry("number", "CHM0000001").containsEntry("status", "approved");
        });
    }

    @ParameterizedTest
    @EnumSource(ChangeType.class)
    void onlyStandardChangesNeedNoApproval(ChangeType type) {
        Modelling modelling = Modelling.of(
                company, disks().procedure(ChangeProcedure.of(type)).build());

        ChangeModel model = modelling.does(new ChangeModelCommand.Approve(""));

        assertThat(model.isInUse()).isTrue();
        assertThat(model.isPreAuthorised()).isEqualTo(type == ChangeType.STANDARD);
        assertThat(model.type()).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "suspended", "retired", "rejected"})
    void noChangeIsMadeByWhatIsNotApproved(String status) {
        ChangeModel model = Modelling.in(company, status).now();

        assertThat(model.isInUse()).isFalse();
        assertThat(model.isPreAuthorised()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved", "suspended"})
    void whatIsRevisedHoldsUntilTheOtherIsApproved(String status) {
        Modelling modelling = Modelling.in(company, status);

        ChangeModel revised = modelling.does(caller(CARLA), new ChangeModelCommand.Revise(NORMAL, Optional.of(1)));
        assertThat(revised.status().name()).isEqualTo(status);
        assertThat(revised.procedure()).contains(STANDARD);
        assertThat(revised.failuresAllowed()).isEmpty();
        assertThat(revised.version()).isEqualTo(1);
        assertThat(revised.proposed().orElseThrow().proposers()).containsExactly(CARLA);
        assertThat(revised.type()).contains(ChangeType.STANDARD);

        ChangeModel approved = modelling.does(new ChangeModelCommand.Approve("better"));
        assertThat(approved.status()).isEqualTo(ChangeModelLifecycle.APPROVED);
        assertThat(approved.procedure()).contains(NORMAL);
        assertThat(approved.failuresAllowed()).contains(1);
        assertThat(approved.version()).isEqualTo(2);
        assertThat(approved.proposers()).containsExactly(CARLA);
        assertThat(approved.proposed()).isEmpty();
    }

    @Test
    void whatHeldHoldsWhenAnotherIsRejected() {
        Modelling modelling = Modelling.in(company, "approved");
        modelling.does(revision(NORMAL));
        untold();

        ChangeModel model = modelling.does(new ChangeModelCommand.Reject("too slow"));

        assertThat(model.status()).isEqualTo(ChangeModelLifecycle.APPROVED);
        assertThat(model.procedure()).contains(STANDARD);
        assertThat(model.proposed()).isEmpty();
        assertThat(model.version()).isEqualTo(1);
        assertThat(told()).containsExactly("change-model-rejected");
    }

    @Test
    void whatWasRejectedIsProposedOtherwise() {
        Modelling modelling = Modelling.in(company, "rejected");
        assertThat(told()).containsExactly("change-model-rejected");
        assertThat(modelling.now().proposed()).isEmpty();
        assertThat(modelling.now().type()).isEmpty();

        ChangeModel model = modelling.does(caller(BEN), revision(STANDARD));

        assertThat(model.status()).isEqualTo(ChangeModelLifecycle.PROPOSED);
        assertThat(model.proposed().orElseThrow().procedure()).isEqualTo(STANDARD);
        assertThat(modelling.does(new ChangeModelCommand.Approve("")).version()).isEqualTo(1);
    }

    @Test
    void itIsSuspendedAndReinstated() {
        Modelling modelling = Modelling.in(company, "approved");
        modelling.used(FAILED);
        untold();

        assertThat(modelling.does(new ChangeModelCommand.Suspend("bad disks")).failures())
                .isEqualTo(1);
        assertThat(told()).containsExactly("change-model-suspended");
        ChangeModel model = modelling.does(new ChangeModelCommand.Reinstate("others are there"));

        assertThat(model.isPreAuthorised()).isTrue();
        assertThat(model.failures()).isZero();
        assertThat(model.version()).isEqualTo(1);
    }

    @Test
    void whatIsRetiredWaitsForNoApproval() {
        Modelling modelling = Modelling.in(company, "approved");
        modelling.does(revision(NORMAL));
        untold();

        ChangeModel model = modelling.does(new ChangeModelCommand.Retire("no disks are left"));

        assertThat(model.proposed()).isEmpty();
        assertThat(model.procedure()).as("for those who look back").contains(STANDARD);
        assertThat(told()).containsExactly("change-model-retired");
    }

    @Test
    void itIsCalledOtherwiseAndGivenAway() {
        Modelling modelling = Modelling.in(company, "approved");

        assertThat(modelling.does(new ChangeModelCommand.Describe("Swap a disk", "")))
                .satisfies(model -> assertThat(model.title()).isEqualTo("Swap a disk"))
                .satisfies(model -> assertThat(model.description()).isEmpty());
        assertThat(modelling.does(new ChangeModelCommand.HandOver(CARLA)).owner())
                .isEqualTo(CARLA);
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        Modelling modelling = Modelling.in(company, "proposed");
        List<ChangeModelCommand> commands = List.of(
                revision(STANDARD),
                new ChangeModelCommand.Describe("Replace a disk", "Of a server that has another"),
                new ChangeModelCommand.HandOver(BEN));

        commands.forEach(modelling::does);

        assertThat(modelling.events()).containsExactly("proposed");
        assertThat(modelling.now().proposed().orElseThrow().proposers()).containsExactly(BEN);
        modelling.does(new ChangeModelCommand.Describe("Replace a disk", "Of any"));
        modelling.does(new ChangeModelCommand.Describe("Replace a fan", "Of any"));
        modelling.does(revision(NORMAL));
        modelling.does(new ChangeModelCommand.Revise(NORMAL, Optional.of(2)));
        assertThat(modelling.events()).containsExactly("proposed", "described", "described", "revised", "revised");
    }

    @Test
    void nobodyApprovesWhatTheyProposed() {
        Modelling modelling = Modelling.in(company, "proposed");
        ChangeModelCommand.Approve approve = new ChangeModelCommand.Approve("");

        for (Caller own :
                List.of(caller(BEN), caller(CARLA).actingFor(BEN), caller(BEN).actingFor(FRIDA))) {
            assertThat(codes(modelling.refused(own, approve))).containsExactly("rule:nobody-approves-their-own");
        }

        modelling.does(caller(CARLA), revision(NORMAL));
        assertThat(codes(modelling.refused(caller(CARLA), approve))).containsExactly("rule:nobody-approves-their-own");
        assertThat(modelling.does(caller(BEN), approve).version())
                .as("what Carla proposed instead")
                .isEqualTo(1);
    }

    @Test
    void norWhatWasProposedForThem() {
        Modelling modelling = Modelling.in(company, "proposed");
        modelling.does(caller(BEN).actingFor(CARLA), revision(NORMAL));
        ChangeModelCommand.Approve approve = new ChangeModelCommand.Approve("");

        assertThat(modelling.now().proposed().orElseThrow().proposers()).containsExactlyInAnyOrder(BEN, CARLA);
        for (Caller own : List.of(caller(BEN), caller(CARLA), caller(DORA).actingFor(CARLA))) {
            assertThat(codes(modelling.refused(own, approve))).containsExactly("rule:nobody-approves-their-own");
        }
        assertThat(modelling.does(approve).proposers()).containsExactlyInAnyOrder(BEN, CARLA);
    }

    @Test
    void norReinstatesIt() {
        Modelling modelling = Modelling.in(company, "suspended");
        modelling.does(caller(CARLA), revision(NORMAL));
        ChangeModelCommand.Reinstate reinstate = new ChangeModelCommand.Reinstate("it was not the disk");

        assertThat(codes(modelling.refused(caller(BEN), reinstate))).containsExactly("rule:nobody-approves-their-own");
        assertThat(codes(modelling.refused(caller(DORA).actingFor(BEN), reinstate)))
                .containsExactly("rule:nobody-approves-their-own");
        assertThat(modelling.does(caller(CARLA), reinstate).isInUse())
                .as("by whoever proposed something else")
                .isTrue();
    }

    @Test
    void somethingIsProposedThatCouldBeApproved() {
        Modelling modelling = Modelling.in(company, "approved");

        assertThat(codes(modelling.refused(new ChangeModelCommand.Approve(""))))
                .containsExactly("rule:something-is-proposed");
        assertThat(codes(modelling.refused(new ChangeModelCommand.Reject("no"))))
                .containsExactly("rule:something-is-proposed");
    }

    @Test
    void nothingIsApprovedWhateverRulesAreOff() {
        Modelling modelling = Modelling.in(company, "approved");
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .addRulesOff("change-model/something-is-proposed")
                        .build()));

        assertThat(codes(modelling.refused(new ChangeModelCommand.Approve(""))))
                .containsExactly("change-model.nothing-proposed");
    }

    @Test
    void theOwnerIsKnown() {
        assertThat(codes(company.itsm
                        .changeModels()
                        .submit(caller(BEN), disks().owner(GUS).build())
                        .getLeft()))
                .containsExactly("rule:owner-is-known");
        assertThat(codes(Modelling.in(company, "proposed").refused(new ChangeModelCommand.HandOver(GUS))))
                .containsExactly("rule:owner-is-known");
    }

    /** Where a tenant lets uses be recorded of what was never approved. */
    @Test
    void nothingWasMadeByWhatNobodyApproved() {
        Lifecycle lenient = ChangeModelLifecycle.standard()
                .edit()
                .move(ChangeModelLifecycle.PROPOSED, ChangeModelLifecycle.RECORD_USE, ChangeModelLifecycle.PROPOSED)
                .build();
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles("change-model", lenient.toData())
                        .build()));
        Modelling modelling = Modelling.in(company, "proposed");

        assertThat(codes(modelling.refused(new ChangeModelCommand.RecordUse(modelling.aChange(), SUCCESSFUL))))
                .containsExactly("rule:used-once-approved");
    }

    @Test
    void onlyChangesAreMadeByIt() {
        Modelling modelling = Modelling.in(company, "approved");
        RecordRef incident = Company.incident(company.log().id());

        for (RecordRef none : List.of(incident, Company.change(incident.id()), modelling.ref())) {
            assertThat(codes(modelling.refused(new ChangeModelCommand.RecordUse(none, SUCCESSFUL_WITH_ISSUES))))
                    .containsExactly("change-model.no-such-change");
        }
    }

    @Test
    void whatIsWrongWithAProposalIsToldAtOnce() {
        Rejection refusal = company.itsm
                .changeModels()
                .submit(
                        caller(BEN),
                        disks().title(" ")
                                .description("x".repeat(32_001))
                                .failuresAllowed(0)
                                .build())
                .getLeft();

        assertThat(codes(refusal))
                .containsExactlyInAnyOrder("text.missing", "text.too-long", "change-model.failures-allowed");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    void soManyCannotBeAllowedToFail(int failures) {
        Modelling modelling = Modelling.in(company, "proposed");

        assertThat(codes(modelling.refused(new ChangeModelCommand.Revise(NORMAL, Optional.of(failures)))))
                .containsExactly("change-model.failures-allowed");
        for (int allowed : new int[] {1, 1_000}) {
            assertThat(modelling
                            .does(new ChangeModelCommand.Revise(NORMAL, Optional.of(allowed)))
                            .proposed()
                            .orElseThrow()
                            .failuresAllowed())
                    .contains(allowed);
        }
    }

    @Test
    void reasonsAreGiven() {
        Modelling modelling = approved(company, 1);
        modelling.does(caller(BEN), revision(NORMAL));
        List<ChangeModelCommand> blank = List.of(
                new ChangeModelCommand.Reject(" "),
                new ChangeModelCommand.Suspend(""),
                new ChangeModelCommand.Retire("\n"),
                new ChangeModelCommand.Describe("", ""));
        for (ChangeModelCommand command : blank) {
            assertThat(codes(modelling.refused(command))).containsExactly("text.missing");
        }
        assertThat(codes(modelling.refused(new ChangeModelCommand.Approve("x".repeat(4_001)))))
                .containsExactly("text.too-long");
        modelling.used(BACKED_OUT);
        assertThat(codes(modelling.refused(new ChangeModelCommand.Reinstate(""))))
                .containsExactly("text.missing");
    }

    @Test
    void everyRuleHasItsName() {
        assertThat(ChangeModelPolicy.standard().rules())
                .extracting(Rule::name)
                .containsExactly(
                        "owner-is-known", "something-is-proposed", "nobody-approves-their-own", "used-once-approved");
    }
}
