package org.itsmkit.change;

import java.util.List;
import java.util.Optional;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.RecordRef;

/** By which way somebody wants a change to go: by a model, or by a type, or by a model of that type. */
record Way(Optional<ChangeType> type, Optional<RecordRef> model) {

    private static final String MODEL = "model";

    /** What is wrong with it. The model must have been asked for. */
    List<Violation> check(Context context) {
        Optional<ChangeProcedure> found = found(context);
        boolean isStandard = type.equals(Optional.of(ChangeType.STANDARD));
        return Inputs.check()
                .require(
                        model.isEmpty() || found.isPresent(),
                        "model.not-in-use",
                        MODEL,
                        "There is no such change model in use.")
                .require(
                        found.isEmpty()
                                || type.isEmpty()
                                || type.get() == found.get().type(),
                        "model.of-another-type",
                        MODEL,
                        "Changes by this model go another way.")
                .require(
                        !isStandard || model.isPresent(),
                        "model.missing",
                        MODEL,
                        "A standard change goes by a change model.")
                .violations();
    }

    /** How such a change goes; nothing may be wrong. */
    ChangeProcedure procedure(Context context) {
        return found(context)
                .orElseGet(() -> context.settings()
                        .part(ChangePractice.class)
                        .orElse(ChangePractice.standard())
                        .of(type.orElse(ChangeType.NORMAL)));
    }

    private Optional<ChangeProcedure> found(Context context) {
        return model.flatMap(ref -> context.facts().record(ref, ChangeModel.class))
                .filter(ChangeModel::isInUse)
                .flatMap(ChangeModel::procedure);
    }
}
