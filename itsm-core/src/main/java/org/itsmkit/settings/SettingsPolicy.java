package org.itsmkit.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.itsmkit.engine.Definition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.LifecycleData;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.record.RecordKind;

/**
 * What may be tailored: only what is there. A misspelt name would otherwise be kept, and nothing, or everything, would happen because
 * of it.
 */
final class SettingsPolicy {

    private final Map<String, Definition<?>> carried = new HashMap<>();
    private final Set<String> reactions;
    private final Tailoring defaults;

    private SettingsPolicy(Collection<? extends Definition<?>> carried, Set<String> reactions, Tailoring defaults) {
        carried.forEach(definition -> this.carried.put(definition.name(), definition));
        this.reactions = reactions;
        this.defaults = defaults;
    }

    static Policy<TenantSettings> standard(
            Collection<? extends Definition<?>> carried, Set<String> reactions, Tailoring defaults) {
        SettingsPolicy policy = new SettingsPolicy(carried, reactions, defaults);
        return Policy.of(
                rule("kinds-are-carried", policy::unknownKinds, "These kinds of record are not carried"),
                rule(
                        "lifecycles-begin-alike",
                        policy::otherBeginnings,
                        "Records of a kind all begin in the same status, but not by these lifecycles"),
                rule("field-names-are-free", policy::takenNames, "These custom fields are named as the kit's own are"),
                rule("row-fields-exist", policy::unknownFields, "Lifecycles speak of these fields, which do not exist"),
                rule(
                        "conditions-fit",
                        policy::unfitConditions,
                        "These conditions of custom fields never hold as meant"),
                rule(
                        "calendars-exist",
                        policy::unknownCalendars,
                        "Time is counted by these calendars, which do not exist"),
                rule("templates-fit", policy::unfitTemplates, "These templates cannot be used"),
                rule("rules-exist", policy::unknownRules, "These rules do not exist"),
                rule("reactions-exist", policy::unknownReactions, "These reactions do not exist"),
                rule(
                        "cascading-holds-exist",
                        policy::unknownHolds,
                        "Children cannot wait with their parent for these reasons, which do not exist"));
    }

    private static Rule<TenantSettings> rule(String name, Function<Tailoring, List<String>> mistakes, String sentence) {
        return new Rule<>(
                name,
                Set.of(),
                proposal -> tailoring(proposal)
                        .map(mistakes)
                        .filter(found -> !found.isEmpty())
                        .map(found -> new Violation(
                                Rule.codeOf(name),
                                Map.of("rule", name, "names", String.join(", ", found)),
                                sentence + ": " + String.join(", ", found) + ".")));
    }

    private static Optional<Tailoring> tailoring(Proposal<TenantSettings> proposal) {
        return proposal.intention(SettingsCommand.Introduce.class)
                .map(SettingsCommand.Introduce::tailoring)
                .or(() -> proposal.intention(SettingsCommand.Change.class).map(SettingsCommand.Change::tailoring));
    }

    private List<String> unknownKinds(Tailoring tailoring) {
        Set<String> named = new HashSet<>();
        tailoring.lifecycles().keySet().stream()
                .filter(name -> !isVariant(name))
                .forEach(named::add);
        named.addAll(tailoring.fields().keySet());
        named.addAll(tailoring.afterResolution().keySet());
        named.addAll(tailoring.templates().keySet());
        named.addAll(tailoring.calendarOfKind().keySet());
        named.removeAll(carried.keySet());
        return sorted(named);
    }

    /** Whether this is {@code kind/name} of a kind whose records may go by a lifecycle of their own. */
    private boolean isVariant(String name) {
        int slash = name.indexOf('/');
        return slash > 0
                && isCode(name.substring(slash + 1))
                && Optional.ofNullable(carried.get(name.substring(0, slash)))
                        .map(Definition::hasVariants)
                        .orElse(false);
    }

    /** Whether records could name it. */
    private static boolean isCode(String variant) {
        try {
            Keys.requireCode(variant, "variant");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<String> takenNames(Tailoring tailoring) {
        Set<String> taken = new HashSet<>();
        tailoring
                .fields()
                .forEach((kind, definitions) -> definitions.stream()
                        .map(FieldDefinition::name)
                        .filter(declared(kind)::contains)
                        .forEach(name -> taken.add(kind + "/" + name)));
        return sorted(taken);
    }

    /** Lifecycles of some records that begin otherwise than that of their kind: nobody knows what a record will be when it begins. */
    private List<String> otherBeginnings(Tailoring tailoring) {
        Tailoring inForce = defaults.overlaidBy(tailoring);
        List<String> others = new ArrayList<>();
        carried.values().stream().filter(Definition::hasVariants).forEach(definition -> {
            String kind = definition.name();
            Status initial = Optional.ofNullable(inForce.lifecycles().get(kind))
                    .flatMap(SettingsFit::initial)
                    .orElse(definition.lifecycle().initial());
            inForce.lifecycles().forEach((name, data) -> {
                if (name.startsWith(kind + "/") && !SettingsFit.initial(data).equals(Optional.of(initial))) {
                    others.add(name);
                }
            });
            definition.variants().forEach((name, lifecycle) -> {
                boolean isReplaced = inForce.lifecycles().containsKey(kind + "/" + name);
                if (!isReplaced && !lifecycle.initial().equals(initial)) {
                    others.add(kind + "/" + name);
                }
            });
        });
        return others.stream().sorted().toList();
    }

    private List<String> unknownFields(Tailoring tailoring) {
        Set<String> unknown = new HashSet<>();
        Tailoring inForce = defaults.overlaidBy(tailoring);
        inForce.lifecycles().forEach((name, lifecycle) -> {
            String kind = lifecycle.name();
            boolean isTailored = tailoring.lifecycles().containsKey(name)
                    || tailoring.fields().containsKey(kind);
            if (!isTailored) {
                return;
            }
            Set<String> known = declared(kind);
            inForce.fields().getOrDefault(kind, List.of()).forEach(field -> known.add(field.name()));
            for (LifecycleData.Row row : lifecycle.rows()) {
                List<String> named = new ArrayList<>(row.requires());
                named.addAll(row.changes());
                named.stream()
                        .filter(field -> !known.contains(field))
                        .forEach(field -> unknown.add(kind + "/" + field));
            }
        });
        return sorted(unknown);
    }

    private List<String> unknownCalendars(Tailoring tailoring) {
        Tailoring inForce = defaults.overlaidBy(tailoring);
        Set<String> named = new HashSet<>(inForce.calendarOfKind().values());
        named.removeAll(inForce.calendars().keySet());
        return sorted(named);
    }

    private List<String> unfitConditions(Tailoring tailoring) {
        return unfit(tailoring, SettingsFit::ofConditions);
    }

    private List<String> unfitTemplates(Tailoring tailoring) {
        return unfit(tailoring, SettingsFit::ofTemplates);
    }

    /** What does not fit in the kinds that are tailored anew, by what will be in force. */
    private List<String> unfit(Tailoring tailoring, Function<SettingsFit, List<String>> mistakes) {
        Tailoring inForce = defaults.overlaidBy(tailoring);
        List<String> unfit = new ArrayList<>();
        for (Definition<?> definition : carried.values()) {
            String kind = definition.name();
            boolean isTailored = tailoring.lifecycles().values().stream()
                            .anyMatch(data -> data.name().equals(kind))
                    || tailoring.fields().containsKey(kind)
                    || tailoring.templates().containsKey(kind)
                    || tailoring.priorityMatrix().isPresent();
            if (isTailored) {
                unfit.addAll(mistakes.apply(new SettingsFit(definition, inForce)));
            }
        }
        return unfit.stream().sorted().toList();
    }

    private List<String> unknownRules(Tailoring tailoring) {
        Set<String> known = new HashSet<>();
        carried.forEach(
                (kind, definition) -> definition.policy().rules().forEach(rule -> known.add(kind + "/" + rule.name())));
        Set<String> unknown = new HashSet<>(tailoring.rulesOff());
        unknown.removeAll(known);
        return sorted(unknown);
    }

    private List<String> unknownReactions(Tailoring tailoring) {
        Set<String> unknown = new HashSet<>(tailoring.reactionsOff());
        unknown.removeAll(reactions);
        return sorted(unknown);
    }

    private List<String> unknownHolds(Tailoring tailoring) {
        Set<String> unknown = new HashSet<>(tailoring.cascadingHolds());
        List<HoldReason> inForce = defaults.overlaidBy(tailoring).holdReasons();
        (inForce.isEmpty() ? HoldReason.standard() : inForce).forEach(reason -> unknown.remove(reason.name()));
        return sorted(unknown);
    }

    private Set<String> declared(String kind) {
        Set<String> names = new HashSet<>();
        Definition<?> definition = carried.get(kind);
        if (definition != null) {
            RecordKind<?> described = definition.kind();
            described.fields().forEach(field -> names.add(field.key().name()));
        }
        return names;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
