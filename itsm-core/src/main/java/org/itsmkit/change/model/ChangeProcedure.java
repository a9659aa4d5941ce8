package org.itsmkit.change.model;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.spi.Keys;

/**
 * How a change goes. Each change keeps the one it was drafted by: what becomes of a model later concerns later changes alone.
 *
 * @param type by which of the three ways
 * @param lifecycle the name of a lifecycle of its own, which the host or the tenant has; that of the type if empty. By {@link
 *     Keys#requireCode}
 * @param approvals who must approve, by risk; the last step that holds for the risk is the one. If there are none, anybody who may
 *     authorise, and neither asked for the change nor drafted it, says yes alone. Of a {@link ChangeType#STANDARD} one they are those of the
 *     model, to which whoever approves it says yes once and for all: they are not asked of each change
 * @param risk how its risk is assessed; not at all if empty. If there is one, a level must have been found before anybody is asked
 * @param requiredPlans what must be planned before anybody is asked
 * @param mustBeScheduled whether it must be said when it is made before anybody is asked
 * @param mustBeReviewed whether it is looked back on even if it went well
 * @param tasks the titles of tasks with which each change begins, in their order; 1 to 255 code points each, at most {@value #MOST_TASKS}
 */
@KitStyle
@Value.Builder
public record ChangeProcedure(
        ChangeType type,
        Optional<String> lifecycle,
        List<ApprovalStep> approvals,
        Optional<RiskModel> risk,
        Set<PlanKind> requiredPlans,
        boolean mustBeScheduled,
        boolean mustBeReviewed,
        List<String> tasks)
        implements WithChangeProcedure {

    /** The most tasks with which a change begins. */
    public static final int MOST_TASKS = 50;

    /** The most steps of approval. */
    public static final int MOST_STEPS = 20;

    private static final int TITLE_LENGTH = 255;

    public ChangeProcedure {
        Objects.requireNonNull(type, "type");
        lifecycle.ifPresent(name -> Keys.requireCode(name, "lifecycle"));
        approvals = List.copyOf(approvals);
        Objects.requireNonNull(risk, "risk");
        requiredPlans = requiredPlans.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(requiredPlans));
        tasks = List.copyOf(tasks);
        if (approvals.size() > MOST_STEPS || tasks.size() > MOST_TASKS) {
            throw new IllegalArgumentException("a procedure has at most " + MOST_STEPS + " steps of approval and "
                    + MOST_TASKS + " tasks, not " + approvals.size() + " and " + tasks.size());
        }
        for (String task : tasks) {
            if (!Inputs.check().line("tasks", task, TITLE_LENGTH).violations().isEmpty()) {
                throw new IllegalArgumentException("tasks: a title is one line of 1 to " + TITLE_LENGTH);
            }
        }
        requireStepsFit(approvals, risk);
    }

    /** Steps come in the order of rising risk, each with a level of its own that may be found. */
    private static void requireStepsFit(List<ApprovalStep> approvals, Optional<RiskModel> risk) {
        int rank = -1;
        Set<RiskLevel> levels = new HashSet<>(risk.map(RiskModel::levels).orElse(List.of()));
        for (ApprovalStep step : approvals) {
            int next = step.fromRisk().map(RiskLevel::rank).orElse(0);
            if (next <= rank) {
                throw new IllegalArgumentException("approvals must be in the order of rising risk: "
                        + approvals.stream()
                                .map(each ->
                                        each.fromRisk().map(RiskLevel::name).orElse("any"))
                                .toList());
            }
            rank = next;
            if (step.fromRisk().isPresent() && !levels.contains(step.fromRisk().get())) {
                throw new IllegalArgumentException(
                        "approvals: no risk of " + step.fromRisk().get() + " can be found, but one of " + levels);
            }
        }
    }

    /** One of that type that demands nothing: changes go as the type says, and one other person says yes. */
    public static ChangeProcedure of(ChangeType type) {
        return builder().type(type).build();
    }

    /** Says how changes go; what must be set is the type. */
    public static Builder builder() {
        return new Builder();
    }

    /** Who must approve a change of that risk; empty if nobody is asked. */
    public Optional<ApprovalStep> approvalFor(Optional<RiskLevel> level) {
        Optional<ApprovalStep> found = Optional.empty();
        for (ApprovalStep step : approvals) {
            if (step.holdsFor(level)) {
                found = Optional.of(step);
            }
        }
        return found;
    }

    /** The name of the lifecycle by which it goes. */
    public String lifecycleName() {
        return lifecycle.orElse(type.text());
    }

    /** Builds procedures. */
    public static final class Builder extends ChangeProcedureBuilder {
        Builder() {
            mustBeScheduled(false);
            mustBeReviewed(false);
        }
    }
}
