package org.itsmkit.improvement.evidence;

import java.util.Set;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordRef;

/**
 * What is to become better, and where that came up; each at most {@value #MOST}.
 *
 * @param services which services
 * @param practices which practices, by their code names such as {@code incident-management}; by {@link
 *     Keys#requireCode}
 * @param sources the records from which the idea came: problems, reviews, assessments
 */
public record About(Set<ServiceId> services, Set<String> practices, Set<RecordRef> sources) {

    /** The most services, the most practices and the most sources. */
    public static final int MOST = 50;

    public About {
        services = Set.copyOf(services);
        practices = Set.copyOf(practices);
        sources = Set.copyOf(sources);
        practices.forEach(practice -> Keys.requireCode(practice, "practice"));
    }

    /** Nothing that is said. */
    public static About nothing() {
        return new About(Set.of(), Set.of(), Set.of());
    }

    /** One service. */
    public static About service(ServiceId service) {
        return new About(Set.of(service), Set.of(), Set.of());
    }

    /** Whether none of the three is too many. */
    public boolean hasRoom() {
        return services.size() <= MOST && practices.size() <= MOST && sources.size() <= MOST;
    }
}
