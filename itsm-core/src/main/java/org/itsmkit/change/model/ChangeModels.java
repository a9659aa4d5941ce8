package org.itsmkit.change.model;

import java.util.List;
import java.util.Map;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;

/** What change models are to the engine and to stores. */
public final class ChangeModels {

    /** The name of the kind. */
    public static final String NAME = "change-model";

    /** How change models are stored and found; what they are found by stands in {@link ChangeModelKind}. */
    public static final ChangeModelKind KIND = new ChangeModelKind();

    /** Change models as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<ChangeModel> DEFINITION = Definition.of(
                    KIND, ChangeModelLifecycle.standard(), ChangeModel::status)
            .policy(none -> ChangeModelPolicy.standard())
            .numbers("CHM", 7)
            .inputs(ChangeModelLifecycle.REVISE, "procedure")
            .inputs(ChangeModelLifecycle.DESCRIBE, "title", "description")
            .inputs(ChangeModelLifecycle.HAND_OVER, "owner")
            .inputs(ChangeModelLifecycle.REJECT, "reason")
            .inputs(ChangeModelLifecycle.RECORD_USE, "change", "outcome")
            .inputs(ChangeModelLifecycle.SUSPEND, "reason")
            .inputs(ChangeModelLifecycle.REINSTATE, "reason")
            .inputs(ChangeModelLifecycle.RETIRE, "reason")
            .ownCommands(ChangeModelLifecycle.standard().actions())
            .announces(ChangeModels::announce);

    private ChangeModels() {}

    /** Its owner is told what others decided about it, and that it was suspended. */
    private static List<Announcement> announce(Happened<ChangeModel> happened) {
        Event<ChangeModel> event = happened.event();
        if (event instanceof ChangeModelEvent.Approved) {
            return toOwner(happened.after(), "change-model-approved");
        }
        if (event instanceof ChangeModelEvent.Rejected) {
            return toOwner(happened.after(), "change-model-rejected");
        }
        if (event instanceof ChangeModelEvent.Suspended) {
            return toOwner(happened.after(), "change-model-suspended");
        }
        return event instanceof ChangeModelEvent.Retired
                ? toOwner(happened.after(), "change-model-retired")
                : List.of();
    }

    private static List<Announcement> toOwner(ChangeModel model, String what) {
        Map<String, String> arguments =
                Map.of("number", model.number(), "status", model.status().name());
        return List.of(Announcement.to(model.owner(), what, arguments));
    }
}
