package org.itsmkit.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Intention;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Template;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.StandardFields;

/**
 * Which fields a record must have a value in when an action is done: by the row that the action takes, by the tenant's definitions of
 * custom fields, and by the template of the record. Looks at the values as they will be then.
 */
final class Completeness<R> {

    /** The field that says by which template a record was made. */
    static final String TEMPLATE = "template";

    /** What is done where nothing is. */
    private static final Action NOTHING = Action.of("nothing");

    private final Definition<R> definition;
    private final Settings settings;
    private final Optional<R> record;
    private final Action action;
    private final Optional<Transition> row;
    private final Status to;
    private final Map<String, FieldValue> given;
    private final Map<String, FieldValue> supplied;
    private final Set<String> emptied;
    private final Optional<Template> template;

    private Completeness(
            Definition<R> definition,
            Settings settings,
            Optional<R> record,
            Action action,
            Optional<Transition> row,
            Status to,
            Map<String, FieldValue> given,
            Map<String, FieldValue> supplied,
            Set<String> emptied) {
        this.definition = definition;
        this.settings = settings;
        this.record = record;
        this.action = action;
        this.row = row;
        this.to = to;
        this.given = given;
        this.supplied = supplied;
        this.emptied = emptied;
        this.template = after(TEMPLATE).stream()
                .filter(FieldValue.Text.class::isInstance)
                .map(value -> ((FieldValue.Text) value).value())
                .findFirst()
                .flatMap(name -> settings.template(definition.name(), name));
    }

    /** Of a command that takes {@code row}. */
    static <R> Completeness<R> of(
            Definition<R> definition, R record, Command<R> command, Transition row, Context context) {
        return new Completeness<>(
                definition,
                context.settings(),
                Optional.of(record),
                command.action(),
                Optional.of(row),
                row.to(),
                command.supplies(),
                command.supplies(record, context),
                command.empties());
    }

    /** Of a command that makes a record. */
    static <R> Completeness<R> of(Definition<R> definition, Intention creation, Context context) {
        return new Completeness<>(
                definition,
                context.settings(),
                Optional.empty(),
                creation.action(),
                Optional.empty(),
                context.lifecycle().initial(),
                creation.supplies(),
                creation.supplies(context),
                creation.empties());
    }

    /** Of an action that takes {@code row}, of which nothing more is known. */
    static <R> Completeness<R> of(Definition<R> definition, R record, Transition row, Settings settings) {
        return new Completeness<>(
                definition,
                settings,
                Optional.of(record),
                row.action(),
                Optional.of(row),
                row.to(),
                Map.of(),
                Map.of(),
                Set.of());
    }

    /** Of a record that is to be shown in a form for {@code row}, or as it is if there is none. */
    static <R> Form form(
            Definition<R> definition, R record, Status status, Optional<Transition> row, Settings settings) {
        return new Completeness<>(
                        definition,
                        settings,
                        Optional.of(record),
                        row.map(Transition::action).orElse(NOTHING),
                        row,
                        row.map(Transition::to).orElse(status),
                        Map.of(),
                        Map.of(),
                        Set.of())
                .form();
    }

    /** Of a record that is to be made in {@code initial}, with these values. */
    static <R> Form form(
            Definition<R> definition, Status initial, Map<String, FieldValue> predefined, Settings settings) {
        return new Completeness<>(
                        definition,
                        settings,
                        Optional.<R>empty(),
                        NOTHING,
                        Optional.empty(),
                        initial,
                        Map.of(),
                        predefined,
                        Set.of())
                .form();
    }

    private Form form() {
        Set<String> hidden = hidden();
        Set<String> required = required(true);
        List<Form.Entry> entries = new ArrayList<>();
        for (Field<R, ?> field : definition.kind().fields()) {
            String name = field.key().name();
            if (!hidden.contains(name)) {
                entries.add(new Form.Entry(
                        field.key(), required.contains(name), false, after(name), List.of(), Optional.empty()));
            }
        }
        for (FieldDefinition field : settings.fields(definition.name()).values()) {
            String name = field.name();
            if (!hidden.contains(name)) {
                entries.add(new Form.Entry(
                        field.key(),
                        required.contains(name),
                        field.many(),
                        after(name),
                        field.allowed(),
                        field.bounds()));
            }
        }
        return new Form(to, template.map(Template::name), entries);
    }

    /** All that is missing, and all that is given although it is hidden; each in the order of names. */
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        for (String field : missing()) {
            violations.add(Violation.of("field.required", "field", field, "Field " + field + " is required."));
        }
        for (String field : new TreeSet<>(row.map(Transition::changes).orElse(Set.of()))) {
            FieldValue value = given.get(field);
            if (value == null || before(field).equals(listed(value))) {
                violations.add(Violation.of("field.must-change", "field", field, "Field " + field + " must change."));
            }
        }
        for (String field : new TreeSet<>(hidden())) {
            if (given.containsKey(field)) {
                violations.add(Violation.of(
                        "field.hidden", "field", field, "Field " + field + " cannot be set in status " + to + "."));
            }
        }
        return violations;
    }

    /** The names of the fields that are required and would have no value that says something, in their order. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (String field : required(arrives())) {
            if (after(field).stream().noneMatch(Inputs::saysSomething)) {
                missing.add(field);
            }
        }
        return missing;
    }

    private Set<String> required(boolean all) {
        Set<String> required = new HashSet<>(row.map(Transition::requires).orElse(Set.of()));
        for (String field : template.map(t -> t.mandatory(to.name())).orElse(Set.of())) {
            if (all || isTouched(field)) {
                required.add(field);
            }
        }
        Set<String> hidden = hidden();
        for (FieldDefinition field : settings.requiredFields(definition.name())) {
            FieldCondition condition = field.requiredWhen().orElseThrow();
            if (!hidden.contains(field.name())
                    && (all || isAsked(field.name(), condition))
                    && condition.holds(action, this::after)) {
                required.add(field.name());
            }
        }
        return required;
    }

    private Set<String> hidden() {
        return template.map(t -> t.hidden(to.name())).orElse(Set.of());
    }

    private boolean isAsked(String field, FieldCondition condition) {
        return isTouched(field)
                || condition.actions().contains(action)
                || condition.fields().stream().anyMatch(this::isTouched);
    }

    /** Whether the record comes to be in the status, and is not there already. */
    private boolean arrives() {
        return row.map(r -> !r.stays()).orElse(true);
    }

    private boolean isTouched(String field) {
        return supplied.containsKey(field) || emptied.contains(field);
    }

    private List<FieldValue> after(String field) {
        if (field.equals(StandardFields.STATUS.name())) {
            return List.of(FieldValue.text(to.name()));
        }
        if (field.equals(StandardFields.PHASE.name())) {
            return List.of(FieldValue.text(to.phase().name()));
        }
        FieldValue value = supplied.get(field);
        return value != null ? listed(value) : emptied.contains(field) ? List.of() : before(field);
    }

    private List<FieldValue> before(String field) {
        return record.map(r -> Policing.values(definition, r, field)).orElse(List.of());
    }

    private static List<FieldValue> listed(FieldValue value) {
        return value instanceof FieldValue.ListOf list ? list.values() : List.of(value);
    }
}
