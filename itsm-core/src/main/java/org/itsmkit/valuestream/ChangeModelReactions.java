package org.itsmkit.valuestream;

import java.util.List;
import java.util.Optional;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModelEvent;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;

/**
 * What follows from what happens to change models, each by a name under which a tenant can switch it off.
 *
 * <table>
 * <caption>The reactions</caption>
 * <tr><td>{@value #SUSPEND}</td><td>it is suspended when as many changes by it have failed as may</td></tr>
 * </table>
 */
public final class ChangeModelReactions {

    /** Notices that too much has failed. */
    public static final String SUSPEND = "suspend-failing-model";

    private ChangeModelReactions() {}

    /** All of them, among change models as the host has them. */
    public static List<Reaction<?, ?>> standard(Definition<ChangeModel> models) {
        return List.of(new Following<>(
                SUSPEND,
                models,
                models,
                o -> o.event() instanceof ChangeModelEvent.UseRecorded && isFailing(o.record())
                        ? Targets.one(o.source().id())
                        : Targets.none(),
                (o, model) -> isFailing(model)
                        ? Optional.of(new ChangeModelCommand.Suspend(because(model.failures())))
                        : Optional.empty()));
    }

    private static boolean isFailing(ChangeModel model) {
        return model.isInUse() && model.hasFailedTooOften();
    }

    private static String because(int failures) {
        return (failures == 1 ? "1 change" : failures + " changes")
                + " by it failed since it was last approved or reinstated: as many as may before it is suspended.";
    }
}
