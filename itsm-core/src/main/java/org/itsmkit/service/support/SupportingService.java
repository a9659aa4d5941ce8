package org.itsmkit.service.support;

import java.util.Objects;
import org.itsmkit.kernel.ServiceId;

/**
 * That a service rests on another.
 *
 * @param service on which
 * @param reliance how much
 */
public record SupportingService(ServiceId service, Reliance reliance) {

    /** How much a service rests on another. */
    public enum Reliance {
        /** It does not work without. */
        ESSENTIAL,
        /** It works without, if not as well. */
        HELPFUL
    }

    public SupportingService {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(reliance, "reliance");
    }

    /** One without which it does not work. */
    public static SupportingService essential(ServiceId service) {
        return new SupportingService(service, Reliance.ESSENTIAL);
    }

    /** One without which it works, if not as well. */
    public static SupportingService helpful(ServiceId service) {
        return new SupportingService(service, Reliance.HELPFUL);
    }

    /** Whether nothing works without it. */
    public boolean isEssential() {
        return reliance == Reliance.ESSENTIAL;
    }
}
