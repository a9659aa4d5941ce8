package org.itsmkit.change;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;

/**
 * How changes go that are drafted by no model, for all tenants of a host: handed to {@code Itsm.builder().changePractice(…)}. Immutable.
 *
 * @param procedures by type; a type without one goes as {@link ChangeProcedure#of} says
 */
public record ChangePractice(Map<ChangeType, ChangeProcedure> procedures) {

    public ChangePractice {
        Map<ChangeType, ChangeProcedure> copy = new EnumMap<>(ChangeType.class);
        copy.putAll(procedures);
        copy.forEach((type, procedure) -> {
            if (procedure.type() != type) {
                throw new IllegalArgumentException("procedures: that of " + type + " is for " + procedure.type());
            }
        });
        procedures = Map.copyOf(copy);
    }

    /** One other person says yes to each change, and nothing else is demanded. */
    public static ChangePractice standard() {
        return new ChangePractice(Map.of());
    }

    /** Returns this, where changes of that type go so. */
    public ChangePractice with(ChangeProcedure procedure) {
        Map<ChangeType, ChangeProcedure> more = new EnumMap<>(ChangeType.class);
        more.putAll(procedures);
        more.put(procedure.type(), procedure);
        return new ChangePractice(more);
    }

    /** How changes of that type go. */
    public ChangeProcedure of(ChangeType type) {
        return Optional.ofNullable(procedures.get(type)).orElseGet(() -> ChangeProcedure.of(type));
    }
}
