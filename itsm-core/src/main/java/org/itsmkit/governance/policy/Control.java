package org.itsmkit.governance.policy;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Deed;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Hook;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Keys;

/**
 * What a policy objects to, as data.
 *
 * @param kinds the names of the kinds of record that it is about; all but those that {@link PolicyBook} leaves alone if empty
 * @param actions what it is about; whatever is done if empty
 * @param when of which records: of the record as it would be then; of all if empty
 * @param onlyIfNew whether it is about that alone by which {@code when} comes to hold, and not about what is done to a record of which it
 *     held before
 * @param changes the fields, by name, of which one at least must have other values then; whatever changes if empty
 * @param exemptRoles who holds one of these roles is not bound
 * @param bindsSystem whether what follows from something else is bound too: reactions, timers and migrations
 * @param effect what comes of it
 * @param sentence what is wrong, in words
 */
@KitStyle
@Value.Builder
public record Control(
        Set<String> kinds,
        Set<Action> actions,
        Optional<FieldCondition> when,
        boolean onlyIfNew,
        Set<String> changes,
        Set<String> exemptRoles,
        boolean bindsSystem,
        Hook.Effect effect,
        String sentence)
        implements WithControl {

    public Control {
        kinds = Set.copyOf(kinds);
        kinds.forEach(kind -> Keys.requireCode(kind, "kind"));
        actions = Set.copyOf(actions);
        Objects.requireNonNull(when, "when");
        changes = Set.copyOf(changes);
        changes.forEach(field -> Keys.requireCode(field, "field name"));
        exemptRoles = Set.copyOf(exemptRoles);
        exemptRoles.forEach(role -> Keys.requireCode(role, "role"));
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** Begins to say what must not be done. */
    public static Builder deny(String sentence) {
        return new Builder().effect(Hook.Effect.DENY).sentence(sentence);
    }

    /** Begins to say of what those who audit are told. */
    public static Builder warn(String sentence) {
        return new Builder().effect(Hook.Effect.WARN).sentence(sentence);
    }

    /**
     * Whether it can be said of a record at rest, to which nothing is done, if it is as this wants it: it has a condition, which speaks of
     * no actions, and is about no actions either.
     */
    public boolean isJudgedAtRest() {
        return actions.isEmpty() && when.map(part -> part.actions().isEmpty()).orElse(false);
    }

    /** Whether it objects to that. */
    boolean objectsTo(Deed deed) {
        return isAbout(deed) && changesSomething(deed) && isOfSuch(deed);
    }

    /** Whether it objects to that whatever comes of it: nothing that is not known beforehand matters. */
    boolean foreseenObjectsTo(Deed deed) {
        return when.isEmpty() && changes.isEmpty() && isAbout(deed);
    }

    /** Whether records of that kind are its business. */
    public boolean isAbout(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    private boolean isAbout(Deed deed) {
        return (actions.isEmpty() || actions.contains(deed.action()))
                && isAbout(deed.record().kind())
                && binds(deed.moment().caller());
    }

    private boolean binds(Caller caller) {
        return caller.isSystem()
                ? bindsSystem
                : exemptRoles.isEmpty() || caller.roles().stream().noneMatch(exemptRoles::contains);
    }

    private boolean changesSomething(Deed deed) {
        return changes.isEmpty()
                || changes.stream()
                        .anyMatch(field ->
                                !deed.before().apply(field).equals(deed.after().apply(field)));
    }

    private boolean isOfSuch(Deed deed) {
        return when.map(condition -> condition.holds(deed.action(), deed.after())
                        && !(onlyIfNew && !deed.begins() && condition.holds(deed.action(), deed.before())))
                .orElse(true);
    }

    /** Builds controls; unless it is said otherwise they are about everything that people do. */
    public static final class Builder extends ControlBuilder {
        Builder() {
            onlyIfNew(false);
            bindsSystem(false);
        }
    }
}
