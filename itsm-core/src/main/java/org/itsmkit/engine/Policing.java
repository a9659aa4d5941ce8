package org.itsmkit.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Deed;
import org.itsmkit.kernel.Hook;
import org.itsmkit.kernel.Hooks;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.record.Field;

/** Has every hook of the tenant look at what a command would do. */
final class Policing {

    private Policing() {}

    /** Empty if no hook denies it. Whoever audits is told of all objections once the attempt is the last. */
    static <R> Optional<Rejection> refusal(
            Work work, Draft<R> draft, Optional<R> before, Action action, Context context) {
        Hooks hooks = context.settings().hooks();
        if (hooks.all().isEmpty()) {
            return Optional.empty();
        }
        Definition<R> definition = draft.definition();
        List<Hook.Objection> objections =
                hooks.objectionsTo(deed(definition, before, Optional.of(draft.current()), action, context));
        Permission permission = new Permission(definition.name(), action.value());
        objections.forEach(objection -> work.note(
                context.caller(),
                permission,
                Optional.of(draft.ref()),
                objection.denies() ? objection.code() : "warned:" + objection.policy(),
                objection.sentence()));
        return rejection(objections, context);
    }

    /** Empty if no hook denies the action, as far as can be told without the command. */
    static <R> Optional<Rejection> foreseen(Definition<R> definition, R record, Action action, Context context) {
        Hooks hooks = context.settings().hooks();
        return hooks.all().isEmpty()
                ? Optional.empty()
                : rejection(
                        hooks.objectionsForeseenTo(
                                deed(definition, Optional.of(record), Optional.of(record), action, context)),
                        context);
    }

    /** Whether what audits are told by that code is that a policy denied something. */
    static boolean isDenial(String code) {
        return code.startsWith(Hook.codeOf(""));
    }

    private static Optional<Rejection> rejection(List<Hook.Objection> objections, Context context) {
        List<Violation> violations = objections.stream()
                .filter(Hook.Objection::denies)
                .map(objection ->
                        new Violation(objection.code(), Map.of("policy", objection.policy()), objection.sentence()))
                .toList();
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.of(context.self()), violations));
    }

    private static <R> Deed deed(
            Definition<R> definition, Optional<R> before, Optional<R> after, Action action, Context context) {
        return new Deed(
                context.self(),
                before.isEmpty(),
                action,
                context.moment(),
                values(definition, before),
                values(definition, after));
    }

    private static <R> Function<String, List<FieldValue>> values(Definition<R> definition, Optional<R> record) {
        return name -> record.map(known -> values(definition, known, name)).orElse(List.of());
    }

    /** The values that a field has, declared or custom, by the name that lifecycles use. */
    static <R> List<FieldValue> values(Definition<R> definition, R record, String name) {
        Optional<Field<R, ?>> field = definition.field(name);
        if (field.isPresent()) {
            return field.get().values(record);
        }
        FieldValue custom = definition.kind().customValues(record).get(name);
        return custom == null ? List.of() : custom instanceof FieldValue.ListOf list ? list.values() : List.of(custom);
    }
}
