package org.itsmkit.valuestream.flow;

import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;

/** Value streams that come with the kit, of its standard lifecycles. Hosts edit them, or draw their own. */
public final class ValueStreams {

    private static final ValueStream INCIDENTS = ValueStream.named("Restore a service")
            .begin(at(Step.of("log", ValueChainActivity.ENGAGE), "incident", IncidentLifecycle.NEW)
                    .practices("service desk", "incident management")
                    .roles("service desk agent"))
            .step(at(
                            Step.of("restore", ValueChainActivity.DELIVER_AND_SUPPORT),
                            "incident",
                            IncidentLifecycle.IN_PROGRESS,
                            IncidentLifecycle.ON_HOLD)
                    .practices("incident management")
                    .roles("resolver"))
            .step(at(Step.of("confirm", ValueChainActivity.ENGAGE), "incident", IncidentLifecycle.RESOLVED)
                    .practices("service desk", "incident management")
                    .roles("requester"))
            .along("log", "restore", "confirm")
            .build();

    private static final ValueStream CHANGES = ValueStream.named("Make a change")
            .begin(at(Step.of("plan", ValueChainActivity.DESIGN_AND_TRANSITION), "change", ChangeLifecycle.DRAFT)
                    .practices("change enablement"))
            .step(at(
                            Step.of("authorise", ValueChainActivity.PLAN),
                            "change",
                            ChangeLifecycle.AWAITING_APPROVAL,
                            ChangeLifecycle.REJECTED)
                    .practices("change enablement")
                    .roles("change authority"))
            .step(at(
                            Step.of("implement", ValueChainActivity.OBTAIN_BUILD),
                            "change",
                            ChangeLifecycle.AUTHORISED,
                            ChangeLifecycle.IMPLEMENTING)
                    .practices("deployment management"))
            .step(at(Step.of("review", ValueChainActivity.IMPROVE), "change", ChangeLifecycle.IMPLEMENTED)
                    .practices("change enablement"))
            .along("plan", "authorise", "implement", "review")
            .leads("plan", "implement")
            .build();

    private ValueStreams() {}

    /** From an incident that somebody tells of to a service that they can use again: logged, restored, confirmed. */
    public static ValueStream incidents() {
        return INCIDENTS;
    }

    /** From a change that somebody plans to one that is made and reviewed; a pre-authorised one is implemented straight away. */
    public static ValueStream changes() {
        return CHANGES;
    }

    private static Step at(Step step, String kind, Status... statuses) {
        Step all = step;
        for (Status status : statuses) {
            all = all.work(kind, status.name());
        }
        return all;
    }
}
