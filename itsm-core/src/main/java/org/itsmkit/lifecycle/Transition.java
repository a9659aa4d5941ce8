package org.itsmkit.lifecycle;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.Keys;

/**
 * A row of a lifecycle's table: in {@code from}, {@code action} leads to {@code to}. Where both are the same, the action is possible
 * and the record stays where it is.
 *
 * @param requires fields that must have a value afterwards, given with the action or before
 * @param changes fields to which the action must give another value than they have
 * @param permission the action that the caller must be permitted, where it is not the action's own name
 */
public record Transition(
        Status from, Action action, Status to, Set<String> requires, Set<String> changes, Optional<String> permission) {

    public Transition {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(to, "to");
        requires = Set.copyOf(requires);
        requires.forEach(field -> Keys.requireCode(field, "field name"));
        changes = Set.copyOf(changes);
        changes.forEach(field -> Keys.requireCode(field, "field name"));
        permission.ifPresent(name -> Keys.requireCode(name, "permission"));
    }

    /** Whether the record stays in its status. */
    public boolean stays() {
        return from.equals(to);
    }

    /** What a caller must be permitted to do. */
    public String permissionOrAction() {
        return permission.orElse(action.value());
    }
}
