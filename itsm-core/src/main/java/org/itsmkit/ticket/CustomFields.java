package org.itsmkit.ticket;

import java.util.HashMap;
import java.util.HashSet;
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

    /** Those of {@code values} that are not called like a field of the kit's: to a lifecycle, such a name is the kit's field alone. */
    static Map<String, FieldValue> supplied(Map<String, FieldValue> values) {
        Map<String, FieldValue> own = new HashMap<>(values);
        own.keySet().removeAll(TicketFields.NAMES);
        return own;
    }

    /** Those of {@code names} that are not called like a field of the kit's. */
    static Set<String> emptied(Set<String> names) {
        Set<String> own = new HashSet<>(names);
        own.removeAll(TicketFields.NAMES);
        return own;
    }

    /** A field may be emptied although it is no longer defined, but what is no name cannot be a field's. */
    static void checkName(Inputs inputs, String name) {
        inputs.require(isName(name), "field.unknown", "name", "There is no such field: its name cannot be one.");
    }

    static void check(Inputs inputs, Map<String, FieldValue> values, Context context) {
        Map<String, FieldDefinition> definitions =
                context.settings().fields(context.self().kind());
        long length = length(values);
        inputs.require(
                length <= TicketDraft.TEXT_LENGTH,
                "field.too-long",
                "custom",
                "The fields have more than " + TicketDraft.TEXT_LENGTH + " characters in all.");
        if (values.size() > FieldDefinition.MOST) {
            tooMany(inputs);
            return;
        }
        values.forEach((name, value) -> {
            FieldDefinition definition = definitions.get(name);
            if (definition == null) {
                unknown(inputs, name);
            } else {
                inputs.objection(definition.objectionTo(value));
            }
        });
    }

    /** What cannot be a field's name is not repeated: nobody knows how long it is, or what is in it. */
    private static void unknown(Inputs inputs, String name) {
        if (isName(name)) {
            inputs.require(false, "field.unknown", name, "There is no field " + name + ".");
        } else {
            checkName(inputs, name);
        }
    }

    static boolean isName(String name) {
        try {
            Keys.requireCode(name, "field name");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
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

    static Inputs tooMany(Inputs inputs) {
        return inputs.require(
                false, "field.too-many", "custom", "There are at most " + FieldDefinition.MOST + " fields.");
    }

    /** How long the texts of all of {@code values} are. */
    static long length(Map<String, FieldValue> values) {
        long length = 0;
        for (FieldValue value : values.values()) {
            length += length(value);
        }
        return length;
    }

    private static long length(FieldValue value) {
        if (value instanceof FieldValue.ListOf list) {
            return list.values().stream().mapToLong(CustomFields::length).sum();
        }
        return value instanceof FieldValue.Text text ? text.value().length() : 0;
    }
}
