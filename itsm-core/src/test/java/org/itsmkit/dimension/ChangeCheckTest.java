package org.itsmkit.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.kernel.Dimension.INFORMATION_AND_TECHNOLOGY;
import static org.itsmkit.kernel.Dimension.ORGANISATIONS_AND_PEOPLE;
import static org.itsmkit.kernel.Dimension.PARTNERS_AND_SUPPLIERS;
import static org.itsmkit.kernel.Dimension.VALUE_STREAMS_AND_PROCESSES;

import java.util.List;
import java.util.Map;
import org.itsmkit.dimension.TouchRule.Sign;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.junit.jupiter.api.Test;

/** What somebody is about to do, and of which side of it they did not think. */
class ChangeCheckTest {

    /** Mail moves to a cloud of somebody else. */
    private static PlannedWork.Builder move() {
        return PlannedWork.builder()
                .name("CHG0000007")
                .category(Category.of("cloud/mail"))
                .addServices(ServiceId.of("mail"))
                .addItems(ConfigurationItemId.of("mail-1"))
                .putTexts("title", "Move mail to Cloud Ltd");
    }

    @Test
    void whatIsTouchedAndNotThoughtOfIsForgotten() {
        ChangeCheck check = ChangeCheck.of(
                move().addTasks("Test the new server")
                        .putPlans("communication", "A mail to all")
                        .build(),
                ChangeRules.standard());

        assertThat(check.forgotten()).containsExactly(PARTNERS_AND_SUPPLIERS);
        assertThat(check.sentences())
                .containsExactly(
                        "CHG0000007 touches organisations and people (service “mail”), which is thought of (plan"
                                + " “communication”).",
                        "CHG0000007 touches information and technology (item “mail-1”), which is thought of (task “Test"
                                + " the new server”).",
                        "CHG0000007 touches partners and suppliers (category “cloud/mail”), and neither a plan nor a"
                                + " task thinks of that.");
    }

    @Test
    void aTaskIsEnoughToHaveThoughtOfIt() {
        ChangeCheck check = ChangeCheck.of(
                move().addTasks("Tell all users", "Sign the CONTRACT", "back everything up")
                        .build(),
                ChangeRules.standard());

        assertThat(check.forgotten()).isEmpty();
        assertThat(check.addressed())
                .containsOnlyKeys(ORGANISATIONS_AND_PEOPLE, INFORMATION_AND_TECHNOLOGY, PARTNERS_AND_SUPPLIERS);
    }

    @Test
    void wordsAreWholeAndAllOfThemAreThere() {
        ChangeRules rules = ChangeRules.none()
                .touchedBy(TouchRule.of("streams", VALUE_STREAMS_AND_PROCESSES, Sign.TEXT, "hand over"));

        assertThat(ChangeCheck.of(text("They hand it over at night"), rules).forgotten())
                .containsExactly(VALUE_STREAMS_AND_PROCESSES);
        assertThat(ChangeCheck.of(text("A handover"), rules).touched()).isEmpty();
        assertThat(ChangeCheck.of(text("Overhand"), rules).touched()).isEmpty();
    }

    private static PlannedWork text(String text) {
        return PlannedWork.builder().name("CHG0000008").putTexts("title", text).build();
    }

    @Test
    void tenantsAddRulesOfTheirOwn() {
        ChangeRules own = ChangeRules.standard()
                .touchedBy(TouchRule.of("bank", PARTNERS_AND_SUPPLIERS, Sign.ITEM, "swift-*"))
                .touchedBy(TouchRule.of("people-service", ORGANISATIONS_AND_PEOPLE, Sign.SERVICE, "payroll"))
                .addressedBy(TouchRule.of("bank-plan", PARTNERS_AND_SUPPLIERS, Sign.PLAN, "bank"));
        PlannedWork work = PlannedWork.builder()
                .name("CHG0000009")
                .addServices(ServiceId.of("mail"))
                .addItems(ConfigurationItemId.of("swift-gateway"))
                .build();

        assertThat(ChangeCheck.of(work, own).forgotten())
                .containsExactly(INFORMATION_AND_TECHNOLOGY, PARTNERS_AND_SUPPLIERS);
        assertThat(ChangeCheck.of(work.withPlans(Map.of("bank", "They know")), own)
                        .forgotten())
                .containsExactly(INFORMATION_AND_TECHNOLOGY);
        assertThat(ChangeCheck.of(work.withPlans(Map.of("bank", "  ")), own).forgotten())
                .as("a blank plan thinks of nothing")
                .contains(PARTNERS_AND_SUPPLIERS);
    }

    /** Each sign is looked at by its own way of fitting. */
    @Test
    void howEachSignFits() {
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.CATEGORY, "cloud")))
                .isTrue();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.CATEGORY, "cl")))
                .isFalse();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.SERVICE, "mail")))
                .isTrue();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.SERVICE, "mai")))
                .isFalse();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.ITEM, "mail-*")))
                .isTrue();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.ITEM, "mail")))
                .isFalse();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.SUPPLIER)))
                .isTrue();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.TASK))).isFalse();
        assertThat(fits(TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.TEXT, "MOVE mail")))
                .isTrue();
    }

    private static boolean fits(TouchRule rule) {
        PlannedWork work = move().addSuppliers(OrganisationId.of("Cloud Ltd")).build();
        return rule.found(work).isPresent();
    }

    @Test
    void rulesKeepTheirBounds() {
        TouchRule rule = TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.TASK, "call");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeRules(List.of(rule, rule), List.of()))
                .withMessageContaining("two rules");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TouchRule.of("r", PARTNERS_AND_SUPPLIERS, Sign.TASK, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> move().putPlans("no code", "x").build());
        assertThat(ChangeRules.standard().touchedBy(rule).touchedBy(rule).touches())
                .hasSize(ChangeRules.standard().touches().size() + 1);
    }

    @Test
    void signsBetweenWordsAreNoWords() {
        ChangeRules quoted = ChangeRules.none()
                .touchedBy(TouchRule.of("quoted", PARTNERS_AND_SUPPLIERS, Sign.TEXT, "“cloud ltd”"))
                .touchedBy(TouchRule.of("dots", VALUE_STREAMS_AND_PROCESSES, Sign.TEXT, "..."));

        assertThat(ChangeCheck.of(move().build(), quoted).touched()).containsOnlyKeys(PARTNERS_AND_SUPPLIERS);
    }
}
