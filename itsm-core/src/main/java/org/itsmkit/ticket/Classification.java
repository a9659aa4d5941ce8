package org.itsmkit.ticket;

import java.util.HashMap;
import java.util.Map;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.FieldValue;

/** Impact and urgency by the tenant's matrix. */
final class Classification {

    private Classification() {}

    static void checkPriority(Inputs inputs, Impact impact, Urgency urgency, Context context) {
        inputs.require(
                context.settings().priorityMatrix().priority(impact, urgency).isPresent(),
                "priority.not-in-matrix",
                "impact",
                "There is no priority for impact " + impact + " and urgency " + urgency + ".");
    }

    /** Both, and the rank of what follows from them, by the names of fields. */
    static Map<String, FieldValue> supplied(Impact impact, Urgency urgency, Context context) {
        Map<String, FieldValue> values = new HashMap<>();
        values.put("impact", FieldValue.text(impact.value()));
        values.put("urgency", FieldValue.text(urgency.value()));
        context.settings()
                .priorityMatrix()
                .priority(impact, urgency)
                .ifPresent(priority -> values.put("priority", FieldValue.number(priority.rank())));
        return values;
    }

    static Priority priority(Impact impact, Urgency urgency, Context context) {
        return context.settings()
                .priorityMatrix()
                .priority(impact, urgency)
                .orElseThrow(() -> new IllegalStateException("decided before it was checked"));
    }
}
