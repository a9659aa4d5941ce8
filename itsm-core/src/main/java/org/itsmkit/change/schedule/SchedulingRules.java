package org.itsmkit.change.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;

/**
 * By what changes are scheduled.
 *
 * @param freezes when no changes are made; each name once
 * @param maintenance when items may be worked on; each name once
 * @param items how items hang together
 * @param reach how far that matters
 */
@KitStyle
@Value.Builder
public record SchedulingRules(
        List<Freeze> freezes, List<MaintenanceWindow> maintenance, ItemRelations items, Reach reach)
        implements WithSchedulingRules {

    public SchedulingRules {
        freezes = List.copyOf(freezes);
        maintenance = List.copyOf(maintenance);
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(reach, "reach");
        requireOnce(freezes.stream().map(Freeze::name).toList(), "freezes");
        requireOnce(maintenance.stream().map(MaintenanceWindow::name).toList(), "maintenance windows");
    }

    /** No freezes, no maintenance windows, and nothing is known of items. */
    public static SchedulingRules none() {
        return new SchedulingRules(List.of(), List.of(), ItemRelations.none(), Reach.direct());
    }

    /** Says by what changes are scheduled; what is not set is as in {@link #none}. */
    public static Builder builder() {
        return new Builder();
    }

    private static void requireOnce(List<String> names, String what) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two " + what + " are called " + name);
            }
        }
    }

    /** Builds rules. */
    public static final class Builder extends SchedulingRulesBuilder {
        Builder() {
            items(ItemRelations.none());
            reach(Reach.direct());
        }
    }
}
