package org.itsmkit.practice;

import org.itsmkit.engine.Definition;

/** What assessments are to the engine and to stores. */
public final class Assessments {

    /** The name of the kind. */
    public static final String NAME = "assessment";

    /** How assessments are stored and found; what they are found by stands in {@link AssessmentKind}. */
    public static final AssessmentKind KIND = new AssessmentKind();

    /** Assessments as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<Assessment> DEFINITION = Definition.of(
                    KIND, AssessmentLifecycle.standard(), Assessment::status)
            .policy(none -> AssessmentPolicy.standard())
            .numbers("ASM", 7)
            .inputs(AssessmentLifecycle.RESCOPE, "scope")
            .inputs(AssessmentLifecycle.HAND_OVER, "lead")
            .inputs(AssessmentLifecycle.NAME_ASSESSORS, "assessors")
            .inputs(
                    AssessmentLifecycle.RECORD_EVIDENCE,
                    "criterion",
                    "providedBy",
                    "validUntil",
                    "records",
                    "figure",
                    "note")
            .inputs(AssessmentLifecycle.WITHDRAW_EVIDENCE, "number", "reason")
            .inputs(AssessmentLifecycle.NOTE_FINDING, "subject", "kind", "text")
            .inputs(AssessmentLifecycle.STRIKE_FINDING, "number", "reason")
            .inputs(AssessmentLifecycle.RATE, "subjects")
            .inputs(AssessmentLifecycle.SEND_BACK, "reason")
            .inputs(AssessmentLifecycle.COMPLETE, "comment")
            .inputs(AssessmentLifecycle.CANCEL, "reason")
            .ownCommands(AssessmentLifecycle.standard().actions())
            .announces(new AssessmentAnnouncer());

    private Assessments() {}
}
