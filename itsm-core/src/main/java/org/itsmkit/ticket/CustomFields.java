package org.itsmkit.ticket;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;

/** Custom values by the tenant's definitions. */
final class CustomFields {

    private CustomFields() {}

    /** A field may be emptied although it is no longer defined, but what is no name cannot be a field's. */
    static void checkName(Inputs inputs, String name) {
        try {
            Keys.requireCode(name, "field name");
        } catch (IllegalArgumentException e) {
            inputs.require(false, "field.unknown", "name", "There is no such field: its name cannot be one.");
        }
    }

    static void check(Inputs inputs, Map<String, FieldValue> values, Context context) {
        Map<String, FieldDefinition> definitions =
                context.settings().fields(context.self().kind());
        long length = values.values().stream().mapToLong(CustomFields::length).sum();
        inputs.require(
                length <= TicketDraft.TEXT_LENGTH,
                "field.too-long",
                "custom",
                "The fields have more than " + TicketDraft.TEXT_LENGTH + " characters in all.");
        values.forEach((name, value) -> {
            FieldDefinition definition = definitions.get(name);
            if (definition == null) {
                inputs.require(false, "field.unknown", name, "There is no field " + name + ".");
            } else {
                inputs.objection(definition.objectionTo(value));
            }
        });
    }

    /** Those of {@code values} by which the ticket is not to be found. */
    static Set<String> unindexed(Map<String, FieldValue> values, Context context) {
        Map<String, FieldDefinition> definitions =
                context.settings().fields(context.self().kind());
        return values.keySet().stream()
                .filter(name ->
                        definitions.containsKey(name) && !definitions.get(name).indexed())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long length(FieldValue value) {
        if (value instanceof FieldValue.ListOf list) {
            return list.values().stream().mapToLong(CustomFields::length).sum();
        }
        return value instanceof FieldValue.Text text ? text.value().length() : 0;
    }
}
