package org.itsmkit.kernel;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.GroupId;

/**
 * That a group helps in a tier: for everything, or for one service, one sort of thing, or both.
 *
 * @param number which tier, 1 to {@value #MOST}; those of a higher number know more
 * @param group who helps there
 * @param service for which service alone; else for all
 * @param category for what sort of thing alone, and all below it; else for all
 */
public record SupportTier(int number, GroupId group, Optional<ServiceId> service, Optional<Category> category) {

    /** The highest number of a tier. */
    public static final int MOST = 9;

    private static final int ABOVE_ANY_CATEGORY = 1 << 20;

    public SupportTier {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("the number of a tier is 1 to " + MOST + ", not " + number);
        }
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(category, "category");
    }

    /** A group that helps with everything. */
    public static SupportTier of(int number, GroupId group) {
        return new SupportTier(number, group, Optional.empty(), Optional.empty());
    }

    /** Returns this for one service alone. */
    public SupportTier forService(ServiceId only) {
        return new SupportTier(number, group, Optional.of(only), category);
    }

    /** Returns this for one sort of thing alone, and all below it. */
    public SupportTier forCategory(Category only) {
        return new SupportTier(number, group, service, Optional.of(only));
    }

    /** Whether this is about a ticket of that service and category. */
    boolean concerns(Optional<ServiceId> ofService, Optional<Category> ofCategory) {
        return (service.isEmpty() || service.equals(ofService))
                && category.map(own -> ofCategory.map(c -> c.isWithin(own)).orElse(false))
                        .orElse(true);
    }

    /** The longer, the more particular; a service says more than any category. */
    int particularity() {
        return (service.isPresent() ? ABOVE_ANY_CATEGORY : 0)
                + category.map(c -> c.value().length() + 1).orElse(0);
    }
}
