package org.itsmkit.change.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.calendar.Window;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.Texts;

/**
 * A change with a time at which it is to be made.
 *
 * @param reference which change: one has one place in a calendar
 * @param title in one line; not blank
 * @param type by what way it goes, such as {@code normal} or {@code emergency}: freezes let some pass; by {@link Keys#requireName}
 * @param window when it is made
 * @param items what is worked on, in the order of their texts
 * @param services which services it touches besides those that its items are known to support, in the order of their texts
 * @param assignee who makes it, and can make nothing else meanwhile
 * @param outage when its services will be out, within {@code window}; empty if they go on
 * @param authorised whether it will be made: somebody has said yes
 */
@KitStyle
@Value.Builder
public record PlannedChange(
        RecordRef reference,
        String title,
        String type,
        Window window,
        Set<ConfigurationItemId> items,
        Set<ServiceId> services,
        Optional<PersonId> assignee,
        Optional<Window> outage,
        boolean authorised)
        implements WithPlannedChange {

    /** The type of those of which nothing else is said. */
    public static final String NORMAL = "normal";

    /** Cuts instants off to microseconds; throws {@link IllegalArgumentException} outside of the bounds. */
    public PlannedChange {
        Objects.requireNonNull(reference, "reference");
        if (Texts.requireStorable(title, "title").isBlank()) {
            throw new IllegalArgumentException("a title is not blank");
        }
        Keys.requireName(type, "type");
        window = Ordered.micros(window);
        items = Ordered.copy(items);
        services = Ordered.copy(services);
        Objects.requireNonNull(assignee, "assignee");
        outage = outage.map(Ordered::micros);
        if (outage.isPresent()
                && (outage.get().fromInclusive().isBefore(window.fromInclusive())
                        || outage.get().toExclusive().isAfter(window.toExclusive()))) {
            throw new IllegalArgumentException("the outage " + outage.get() + " is not within " + window);
        }
    }

    /** A normal change that is not authorised yet, and touches nothing and nobody. */
    public static PlannedChange of(RecordRef reference, String title, Window window) {
        return builder().reference(reference).title(title).window(window).build();
    }

    /** Says what is planned; what is not set is as in {@link #of}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns this as begun at another instant: it takes as long, and its outage is as far from its beginning. */
    public PlannedChange movedTo(Instant begin) {
        Duration by = Duration.between(window.fromInclusive(), begin);
        return new PlannedChange(
                reference,
                title,
                type,
                moved(window, by),
                items,
                services,
                assignee,
                outage.map(part -> moved(part, by)),
                authorised);
    }

    private static Window moved(Window window, Duration by) {
        return new Window(window.fromInclusive().plus(by), window.toExclusive().plus(by));
    }

    /** Builds planned changes; what must be set is named: the reference, the title and the window. */
    public static final class Builder extends PlannedChangeBuilder {
        Builder() {
            type(NORMAL);
            authorised(false);
        }
    }
}
