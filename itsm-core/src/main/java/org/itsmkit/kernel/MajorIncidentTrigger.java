package org.itsmkit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.Keys;

/**
 * What makes an incident be proposed as a major one by itself: all of these conditions that are given, and at least one is.
 *
 * @param name by {@link Keys#requireCode}; people read it as the reason
 * @param priorityAtLeast the priority is this or more pressing
 * @param childrenAtLeast so many incidents, from 1 on, belong under it
 * @param services it is about one of these services, which the business cannot do without; empty for any or none
 * @param categories it is of one of these categories, or within one; empty for any or none
 */
@KitStyle
@Value.Builder
public record MajorIncidentTrigger(
        String name,
        Optional<Priority> priorityAtLeast,
        Optional<Integer> childrenAtLeast,
        Set<ServiceId> services,
        Set<Category> categories) {

    /** The most services, and the most categories, of one trigger. */
    public static final int MAX_VALUES = 1_000;

    /**
     * An incident, as far as triggers look at it.
     *
     * @param children how many incidents belong under it
     */
    public record Candidate(
            Priority priority, Optional<ServiceId> service, Optional<Category> category, long children) {
        public Candidate {
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(category, "category");
        }
    }

    public MajorIncidentTrigger {
        Keys.requireCode(name, "trigger");
        services = Set.copyOf(services);
        categories = Set.copyOf(categories);
        if (priorityAtLeast.isEmpty() && childrenAtLeast.isEmpty() && services.isEmpty() && categories.isEmpty()) {
            throw new IllegalArgumentException("trigger " + name + " has no condition");
        }
        if (childrenAtLeast.isPresent() && childrenAtLeast.get() < 1) {
            throw new IllegalArgumentException("trigger " + name + " wants less than one child");
        }
        if (services.size() > MAX_VALUES || categories.size() > MAX_VALUES) {
            throw new IllegalArgumentException("trigger " + name + " names more than " + MAX_VALUES + " values");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether {@code incident} fulfils all the conditions that there are. */
    public boolean isMetBy(Candidate incident) {
        return priorityAtLeast
                        .map(least -> incident.priority().rank() <= least.rank())
                        .orElse(true)
                && childrenAtLeast.map(least -> incident.children() >= least).orElse(true)
                && (services.isEmpty()
                        || incident.service().filter(services::contains).isPresent())
                && (categories.isEmpty()
                        || incident.category()
                                .filter(category -> categories.stream().anyMatch(category::isWithin))
                                .isPresent());
    }

    /** Says why {@code incident}, which fulfils it, does: the name, and every condition with what it met. */
    public String explain(Candidate incident) {
        List<String> met = new ArrayList<>();
        priorityAtLeast.ifPresent(least -> met.add("priority " + incident.priority() + " (at least " + least + ")"));
        childrenAtLeast.ifPresent(least -> met.add(incident.children() + " children (at least " + least + ")"));
        if (!services.isEmpty()) {
            incident.service().ifPresent(service -> met.add("service " + service));
        }
        if (!categories.isEmpty()) {
            incident.category().ifPresent(category -> met.add("category " + category));
        }
        return name + ": " + String.join(", ", met);
    }

    public static final class Builder extends MajorIncidentTriggerBuilder {
        Builder() {}
    }
}
