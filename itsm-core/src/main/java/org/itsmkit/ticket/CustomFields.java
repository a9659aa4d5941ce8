package org.itsmkit.ticket;

import java.util.Map;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.FieldValue;

/** Custom values by the tenant's definitions. */
final class CustomFields {

    private CustomFields() {}

    static void check(Inputs inputs, Map<String, FieldValue> values, Context context) {
        Map<String, FieldDefinition> definitions =
                context.settings().fields(context.self().kind());
        values.forEach((name, value) -> {
            FieldDefinition definition = definitions.get(name);
            if (definition == null) {
                inputs.require(false, "field.unknown", name, "There is no field " + name + ".");
            } else {
                inputs.objection(definition.objectionTo(value));
            }
        });
    }
}
