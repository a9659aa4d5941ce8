package org.itsmkit.ticket;

import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Urgency;

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

    static Priority priority(Impact impact, Urgency urgency, Context context) {
        return context.settings()
                .priorityMatrix()
                .priority(impact, urgency)
                .orElseThrow(() -> new IllegalStateException("decided before it was checked"));
    }
}
