package org.itsmkit.improvement;

import org.itsmkit.engine.Definition;

/** What the register of continual improvement is to the engine and to stores. */
public final class Improvements {

    /** The name of the kind. */
    public static final String NAME = "improvement";

    /** How improvements are stored and found; what they are found by stands in {@link ImprovementKind}. */
    public static final ImprovementKind KIND = new ImprovementKind();

    /** Improvements as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<Improvement> DEFINITION = Definition.of(
                    KIND, ImprovementLifecycle.standard(), Improvement::status)
            .policy(none -> ImprovementPolicy.standard())
            .numbers("CIR", 7)
            .inputs(ImprovementLifecycle.GO_BACK, "reason")
            .inputs(ImprovementLifecycle.PLAN_AGAIN, "reason")
            .inputs(ImprovementLifecycle.PARK, "reason")
            .inputs(ImprovementLifecycle.ABANDON, "reason")
            .inputs(ImprovementLifecycle.DESCRIBE, "title", "description")
            .inputs(ImprovementLifecycle.HAND_OVER, "owner")
            .inputs(ImprovementLifecycle.RELATE, "sponsor", "about")
            .inputs(ImprovementLifecycle.WEIGH, "expected", "delay")
            .inputs(ImprovementLifecycle.DECIDE, "text")
            .inputs(ImprovementLifecycle.LEARN, "text")
            .inputs(ImprovementLifecycle.SET_VISION, "vision")
            .inputs(ImprovementLifecycle.MEASURE, "measurement")
            .inputs(ImprovementLifecycle.SET_TARGET, "target")
            .inputs(ImprovementLifecycle.DROP_TARGET, "metric")
            .inputs(ImprovementLifecycle.PLAN_STEP, "text", "owner", "due")
            .inputs(ImprovementLifecycle.MOVE_STEP, "step", "owner", "due")
            .inputs(ImprovementLifecycle.SETTLE_STEP, "step", "state", "note")
            .inputs(ImprovementLifecycle.MEASURE_AGAIN, "measurement")
            .inputs(ImprovementLifecycle.EVALUATE, "conclusion", "note")
            .inputs(ImprovementLifecycle.REALISE, "benefit")
            .inputs(ImprovementLifecycle.SET_CONTROL, "control")
            .inputs(ImprovementLifecycle.REVIEW_CONTROL, "value", "note")
            .ownCommands(ImprovementLifecycle.standard().actions())
            .announces(new ImprovementAnnouncer())
            .timers(new ImprovementTimers());

    private Improvements() {}
}
