package org.itsmkit.dimension;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Keys;

/**
 * What is to be done to a service, as far as the four dimensions care: a change, a project, a release.
 *
 * @param name as people call it
 * @param category what sort of thing it is, if known
 * @param services which services it is about
 * @param items which configuration items
 * @param suppliers which suppliers are involved
 * @param tasks the titles of its tasks, in their order; at most {@value #MOST}
 * @param plans what is planned, in words, by the name of the plan, such as {@code communication}; by {@link Keys#requireCode}
 * @param texts what else is said of it, by name, such as {@code title}; by {@link Keys#requireCode}
 */
@KitStyle
@Value.Builder
public record PlannedWork(
        String name,
        Optional<Category> category,
        Set<ServiceId> services,
        Set<ConfigurationItemId> items,
        Set<OrganisationId> suppliers,
        List<String> tasks,
        Map<String, String> plans,
        Map<String, String> texts)
        implements WithPlannedWork {

    /** The most tasks, and the most of everything else. */
    public static final int MOST = 1_000;

    public PlannedWork {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(category, "category");
        services = Set.copyOf(services);
        items = Set.copyOf(items);
        suppliers = Set.copyOf(suppliers);
        tasks = List.copyOf(tasks);
        plans = sorted(plans, "plan");
        texts = sorted(texts, "text");
        if (services.size() > MOST
                || items.size() > MOST
                || suppliers.size() > MOST
                || tasks.size() > MOST
                || plans.size() > MOST
                || texts.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " of everything");
        }
    }

    private static Map<String, String> sorted(Map<String, String> texts, String what) {
        Map<String, String> sorted = new TreeMap<>(texts);
        sorted.keySet().forEach(key -> Keys.requireCode(key, what));
        return Collections.unmodifiableMap(sorted);
    }

    /** Says what is to be done; what is not set is empty, and the name must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** What of it {@code sign} looks at, in a fixed order. */
    List<String> seenBy(TouchRule.Sign sign) {
        return switch (sign) {
            case CATEGORY -> category.map(Category::value).stream().toList();
            case SERVICE -> services.stream().map(ServiceId::value).sorted().toList();
            case ITEM -> items.stream().map(ConfigurationItemId::value).sorted().toList();
            case SUPPLIER ->
                suppliers.stream().map(OrganisationId::value).sorted().toList();
            case TASK -> tasks;
            case PLAN -> List.copyOf(new TreeSet<>(plans.keySet()));
            case TEXT -> List.copyOf(texts.values());
        };
    }

    /** Builds what is planned. */
    public static final class Builder extends PlannedWorkBuilder {
        Builder() {}
    }
}
