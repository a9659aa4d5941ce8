package org.itsmkit.service.portfolio;

import java.util.Objects;
import org.itsmkit.service.warranty.WarrantyTargets;

/**
 * What is to be built.
 *
 * @param utility how it brings about what is wanted of it; empty while nobody said
 * @param warranty how well it is to do that; what is missing there nobody has said
 */
public record DesignPackage(String utility, WarrantyTargets warranty) {

    public DesignPackage {
        Objects.requireNonNull(utility, "utility");
        Objects.requireNonNull(warranty, "warranty");
    }

    /** Nobody said anything. */
    public static DesignPackage none() {
        return new DesignPackage("", WarrantyTargets.none());
    }
}
