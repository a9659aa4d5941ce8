package org.itsmkit.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.engine.Definition;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Template;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.LifecycleData;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.record.FieldType;

/** Whether what a tenant says about the fields of one kind fits the fields and statuses that there are. */
final class SettingsFit {

    private static final int TITLE_LENGTH = 255;
    private static final int TEXT_LENGTH = 1 << 20;

    private final String kind;
    private final Tailoring inForce;
    private final Map<String, FieldType> types = new HashMap<>();
    private final Map<String, FieldDefinition> custom = new HashMap<>();
    private final Set<String> statuses;

    SettingsFit(Definition<?> definition, Tailoring inForce) {
        this.kind = definition.name();
        this.inForce = inForce;
        definition
                .kind()
                .fields()
                .forEach(field -> types.put(field.key().name(), field.key().type()));
        inForce.fields().getOrDefault(kind, List.of()).forEach(field -> {
            types.put(field.name(), field.type());
            custom.put(field.name(), field);
        });
        this.statuses = statuses(definition, inForce);
    }

    /** All statuses in which records of the kind may stand, by whatever lifecycle. */
    private static Set<String> statuses(Definition<?> definition, Tailoring inForce) {
        String kind = definition.name();
        Map<String, LifecycleData> all = new HashMap<>();
        all.put(kind, definition.lifecycle().toData());
        definition.variants().forEach((name, lifecycle) -> all.put(kind + "/" + name, lifecycle.toData()));
        inForce.lifecycles().forEach((name, data) -> {
            if (data.name().equals(kind)) {
                all.put(name, data);
            }
        });
        return all.values().stream()
                .flatMap(data -> data.statuses().stream())
                .map(LifecycleData.StatusRow::name)
                .collect(Collectors.toSet());
    }

    /** The status in which records begin by {@code data}, if it has it. */
    static Optional<Status> initial(LifecycleData data) {
        return data.statuses().stream()
                .filter(row -> row.name().equals(data.initial()))
                .findFirst()
                .map(row -> Status.of(row.name(), row.phase()));
    }

    /** What is wrong with the conditions under which custom fields are required. */
    List<String> ofConditions() {
        List<String> mistakes = new ArrayList<>();
        for (FieldDefinition field : custom.values()) {
            field.requiredWhen().stream()
                    .flatMap(FieldCondition::whole)
                    .filter(FieldCondition.Has.class::isInstance)
                    .map(FieldCondition.Has.class::cast)
                    .filter(has -> !fits(has))
                    .forEach(has -> mistakes.add(kind + "/" + field.name() + " by " + has.field()));
        }
        return mistakes.stream().distinct().toList();
    }

    private boolean fits(FieldCondition.Has has) {
        FieldType type = types.get(has.field());
        if (type == null || !has.oneOf().stream().allMatch(type::accepts)) {
            return false;
        }
        return switch (has.field()) {
            case "status" -> has.oneOf().stream().allMatch(value -> statuses.contains(text(value)));
            case "phase" ->
                has.oneOf().stream()
                        .allMatch(value -> Stream.of(Phase.values())
                                .anyMatch(phase -> phase.name().equals(text(value))));
            default -> true;
        };
    }

    private static String text(FieldValue value) {
        return value instanceof FieldValue.Text text ? text.value() : "";
    }

    /** What is wrong with the templates. */
    List<String> ofTemplates() {
        List<String> mistakes = new ArrayList<>();
        for (Template template : inForce.templates().getOrDefault(kind, List.of())) {
            List<String> found = new ArrayList<>();
            values(template, found);
            template.mandatory().forEach((status, fields) -> fields(status, fields, found));
            template.hidden().forEach((status, fields) -> fields(status, fields, found));
            template.hidden().forEach((status, fields) -> {
                Set<String> both = new HashSet<>(fields);
                both.retainAll(template.mandatory(status));
                both.forEach(field -> found.add(shown(field) + " is hidden and mandatory in " + shown(status)));
            });
            found.stream().distinct().forEach(mistake -> mistakes.add(kind + "/" + template.name() + ": " + mistake));
        }
        return mistakes;
    }

    private void values(Template template, List<String> found) {
        template.custom().forEach((name, value) -> {
            FieldDefinition field = custom.get(name);
            if (field == null) {
                found.add("no field " + shown(name));
            } else {
                field.objectionTo(value).ifPresent(objection -> found.add(name + " " + objection.code()));
            }
        });
        Inputs inputs = Inputs.check();
        template.title().ifPresent(title -> inputs.line("title", title, TITLE_LENGTH));
        template.description().ifPresent(text -> inputs.optionalText("description", text, TEXT_LENGTH));
        inputs.violations()
                .forEach(violation -> found.add(violation.arguments().get("field") + " " + violation.code()));
        boolean classified = template.impact().isPresent() || template.urgency().isPresent();
        if (classified
                && inForce.priorityMatrix()
                        .orElse(PriorityMatrix.standard())
                        .priority(
                                template.impact().orElse(Impact.MEDIUM),
                                template.urgency().orElse(Urgency.MEDIUM))
                        .isEmpty()) {
            found.add("no priority for its impact and urgency");
        }
    }

    private void fields(String status, Set<String> fields, List<String> found) {
        if (!statuses.contains(status)) {
            found.add("no status " + shown(status));
        }
        fields.stream()
                .filter(field -> !types.containsKey(field))
                .forEach(field -> found.add("no field " + shown(field)));
    }

    /** What cannot be a name is not repeated: nobody knows how long it is, or what is in it. */
    private static String shown(String name) {
        try {
            return Keys.requireCode(name, "name");
        } catch (IllegalArgumentException e) {
            return "(no name)";
        }
    }
}
