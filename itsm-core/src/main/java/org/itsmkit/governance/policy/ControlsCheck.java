package org.itsmkit.governance.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.FieldValue;

/** Whether controls can be kept, and be asked of every command at a bounded cost: everything that is wrong is told at once. */
final class ControlsCheck {

    /** The most code points of a text of which a condition speaks. */
    static final int TEXT_LENGTH = 255;

    /** The most values of which the conditions of one policy speak, and parts that these have. */
    static final int MOST_PARTS = 2_000;

    private ControlsCheck() {}

    /** What is wrong with them. */
    static List<Violation> of(List<Control> controls) {
        int most = GovernancePolicy.MOST_CONTROLS;
        Inputs inputs = Inputs.check()
                .require(!controls.isEmpty(), "governance-policy.no-controls", "controls", "A policy has a control.")
                .require(
                        controls.size() <= most,
                        "list.too-long",
                        "controls",
                        "A policy has at most " + most + " controls.");
        if (controls.isEmpty() || controls.size() > most) {
            return inputs.violations();
        }
        inputs.require(
                controls.stream().allMatch(ControlsCheck::namesFew),
                "governance-policy.names-too-many",
                "controls",
                "A control names at most " + GovernancePolicy.MOST_NAMES + " kinds, actions, fields or roles each.");
        inputs.require(
                controls.stream()
                                .flatMap(ControlsCheck::conditions)
                                .mapToLong(ControlsCheck::parts)
                                .sum()
                        <= MOST_PARTS,
                "governance-policy.conditions-too-long",
                "controls",
                "Conditions of a policy have at most " + MOST_PARTS + " parts and values.");
        inputs.require(
                controls.stream()
                        .flatMap(ControlsCheck::conditions)
                        .flatMap(ControlsCheck::values)
                        .allMatch(ControlsCheck::isShort),
                "governance-policy.text-too-long",
                "controls",
                "A text of which conditions speak has more than " + TEXT_LENGTH + " characters.");
        inputs.require(
                controls.stream()
                        .allMatch(control ->
                                !control.onlyIfNew() || control.when().isPresent()),
                "governance-policy.nothing-new",
                "controls",
                "A control that is about what is new says when.");
        List<Violation> violations = new ArrayList<>(inputs.violations());
        controls.forEach(control -> violations.addAll(Inputs.check()
                .text("sentence", control.sentence(), GovernancePolicy.SENTENCE_LENGTH)
                .violations()));
        return violations.stream().distinct().toList();
    }

    private static boolean namesFew(Control control) {
        return Stream.of(control.kinds(), control.actions(), control.changes(), control.exemptRoles())
                .allMatch(names -> names.size() <= GovernancePolicy.MOST_NAMES);
    }

    private static Stream<FieldCondition> conditions(Control control) {
        return control.when().stream().flatMap(FieldCondition::whole);
    }

    private static long parts(FieldCondition part) {
        return 1L
                + values(part).count()
                + (part instanceof FieldCondition.Doing doing ? doing.actions().size() : 0);
    }

    private static Stream<FieldValue> values(FieldCondition part) {
        return part instanceof FieldCondition.Has has
                ? has.oneOf().stream()
                        .flatMap(value -> value instanceof FieldValue.ListOf list
                                ? Stream.concat(Stream.of(value), list.values().stream())
                                : Stream.of(value))
                : Stream.of();
    }

    private static boolean isShort(FieldValue value) {
        return !(value instanceof FieldValue.Text text)
                || (text.value().length() <= 2 * TEXT_LENGTH
                        && text.value().codePointCount(0, text.value().length()) <= TEXT_LENGTH);
    }
}
