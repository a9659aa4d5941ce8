package org.itsmkit.ticket;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.FieldValue;

/** Impact, urgency and the service by the tenant's matrix. */
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
    static Map<String, FieldValue> supplied(
            Impact impact, Urgency urgency, Optional<ServiceId> service, Context context) {
        Map<String, FieldValue> values = new HashMap<>();
        values.put("impact", FieldValue.text(impact.value()));
        values.put("urgency", FieldValue.text(urgency.value()));
        context.settings()
                .priority(impact, urgency, service)
                .ifPresent(priority -> values.put("priority", FieldValue.number(priority.rank())));
        return values;
    }

    static Priority priority(Impact impact, Urgency urgency, Optional<ServiceId> service, Context context) {
        return context.settings()
                .priority(impact, urgency, service)
                .orElseThrow(() -> new IllegalStateException("decided before it was checked"));
    }

    /**
     * The priority that a ticket gets by being about another service, if that makes a difference by today's matrix; else it keeps the one
     * that it was given.
     */
    static Optional<Priority> priorityByService(Ticket ticket, Optional<ServiceId> service, Context context) {
        Optional<Priority> before = context.settings().priority(ticket.impact(), ticket.urgency(), ticket.service());
        Optional<Priority> after = context.settings().priority(ticket.impact(), ticket.urgency(), service);
        return after.equals(before) ? Optional.empty() : after.filter(priority -> !priority.equals(ticket.priority()));
    }
}
