package org.itsmkit.ticket;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.ConfigurationItemId;

/**
 * A configuration item that something is about.
 *
 * @param item which
 * @param version in which version, such as 4.2.1; empty where it is not known, or does not matter
 */
public record AffectedItem(ConfigurationItemId item, Optional<String> version) {

    public AffectedItem {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(version, "version");
    }

    /** An item in whatever version. */
    public static AffectedItem of(String item) {
        return new AffectedItem(ConfigurationItemId.of(item), Optional.empty());
    }

    /** An item in that version. */
    public static AffectedItem of(String item, String version) {
        return new AffectedItem(ConfigurationItemId.of(item), Optional.of(version));
    }

    /** Whether what is said of this may be true of {@code other}: the same item, in the same version where both have one. */
    public boolean mayBe(AffectedItem other) {
        return item.equals(other.item)
                && (version.isEmpty() || other.version.isEmpty() || version.equals(other.version));
    }
}
