package org.itsmkit.settings;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.SupportTiers;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Template;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Finding;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleData;

/** What may be wanted of settings. All that is wrong with a tailoring is told at once, as the lifecycles' own findings. */
public final class SettingsCommand {

    private SettingsCommand() {}

    /** Tailor something for the first time. */
    public record Introduce(Tailoring tailoring) implements Creation<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.INTRODUCE;
        }

        @Override
        public List<Violation> check(Context context) {
            return objections(tailoring);
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(Context context) {
            return right(List.of(new SettingsEvent.Introduced(tailoring)));
        }
    }

    /** Tailor something else; what is no longer said is standard again. */
    public record Change(Tailoring tailoring) implements Command<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.CHANGE;
        }

        @Override
        public List<Violation> check(Context context) {
            return objections(tailoring);
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(TenantSettings settings, Context context) {
            return right(
                    settings.tailoring().equals(tailoring) ? List.of() : List.of(new SettingsEvent.Changed(tailoring)));
        }
    }

    /** Begin to keep that something was agreed, with a tenant that has tailored nothing. */
    public record BeginByAgreement() implements Creation<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.NOTE_AGREEMENTS;
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(Context context) {
            return right(List.of(new SettingsEvent.BegunByAgreement()));
        }
    }

    /** Take note that what is agreed is not what it was. */
    public record NoteAgreements() implements Command<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.NOTE_AGREEMENTS;
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(TenantSettings settings, Context context) {
            return right(List.of(new SettingsEvent.AgreementsChanged()));
        }
    }

    /** Begin to keep that a policy was enacted, with a tenant that has tailored nothing. */
    public record BeginByPolicy() implements Creation<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.NOTE_POLICIES;
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(Context context) {
            return right(List.of(new SettingsEvent.BegunByPolicy()));
        }
    }

    /** Take note that what every command passes is not what it was. */
    public record NotePolicies() implements Command<TenantSettings> {
        @Override
        public Action action() {
            return SettingsKind.NOTE_POLICIES;
        }

        @Override
        public Either<Rejection, List<Event<TenantSettings>>> decide(TenantSettings settings, Context context) {
            return right(List.of(new SettingsEvent.PoliciesChanged()));
        }
    }

    private static List<Violation> objections(Tailoring tailoring) {
        List<Violation> violations = new ArrayList<>();
        tailoring.lifecycles().forEach((kind, data) -> lifecycle(kind, data, violations));
        tailoring.fields().forEach((kind, definitions) -> {
            long names =
                    definitions.stream().map(FieldDefinition::name).distinct().count();
            if (names < definitions.size()) {
                violations.add(Violation.of(
                        "settings.field-twice", "kind", kind, "A custom field of " + kind + " is defined twice."));
            }
            definitions(kind, definitions, violations);
        });
        tailoring.templates().forEach((kind, templates) -> {
            long names = templates.stream().map(Template::name).distinct().count();
            if (names < templates.size()) {
                violations.add(Violation.of(
                        "settings.template-twice", "kind", kind, "Two templates of " + kind + " have one name."));
            }
        });
        tiers(tailoring, violations);
        long reasons = tailoring.holdReasons().stream()
                .map(HoldReason::name)
                .distinct()
                .count();
        if (reasons < tailoring.holdReasons().size()) {
            violations.add(Violation.of("settings.hold-reason-twice", "A reason to wait is defined twice."));
        }
        return violations;
    }

    private static void tiers(Tailoring tailoring, List<Violation> violations) {
        if (tailoring.tiers().size() > SupportTiers.MOST) {
            violations.add(Violation.of(
                    "settings.too-many-tiers",
                    "most",
                    Integer.toString(SupportTiers.MOST),
                    "There are more than " + SupportTiers.MOST + " groups in tiers."));
        }
        for (SupportTier twice : SupportTiers.twice(tailoring.tiers())) {
            violations.add(Violation.of(
                    "settings.tier-twice",
                    "group",
                    twice.group().value(),
                    "Tier " + twice.number() + " has two groups for the same, one of them " + twice.group() + "."));
        }
    }

    private static void definitions(String kind, List<FieldDefinition> definitions, List<Violation> violations) {
        if (definitions.size() > FieldDefinition.MOST) {
            violations.add(Violation.of(
                    "settings.too-many-fields",
                    "kind",
                    kind,
                    "There are more than " + FieldDefinition.MOST + " custom fields of " + kind + "."));
            return;
        }
        for (FieldDefinition definition : definitions) {
            String name = kind + "/" + definition.name();
            if (definition.allowed().size() > FieldDefinition.MOST) {
                violations.add(Violation.of(
                        "settings.too-many-values",
                        "field",
                        name,
                        "There are more than " + FieldDefinition.MOST + " values of " + name + " to choose from."));
            }
            definition
                    .byDefault()
                    .flatMap(definition::objectionTo)
                    .ifPresent(objection -> violations.add(Violation.of(
                            "settings.default-not-possible",
                            "field",
                            name,
                            "The default of " + name + " is not possible: " + objection.sentence())));
        }
    }

    private static void lifecycle(String kind, LifecycleData data, List<Violation> violations) {
        boolean isOfKind = data.name().equals(kind) || kind.startsWith(data.name() + "/");
        if (!isOfKind) {
            violations.add(Violation.of(
                    "settings.lifecycle-of-another",
                    "kind",
                    kind,
                    "The lifecycle of " + kind + " is one of " + data.name() + "."));
        }
        for (Finding finding : Lifecycle.lint(data)) {
            violations.add(new Violation(
                    "lifecycle."
                            + finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Map.of("kind", kind, "subject", finding.subject()),
                    "Lifecycle of " + kind + ": " + finding.sentence() + "."));
        }
    }
}
