package org.itsmkit.valuestream.keymeasure;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Category;
import org.itsmkit.problem.trend.Recurrence;
import org.itsmkit.servicelevel.report.Satisfaction;
import org.itsmkit.spi.PersonId;

/**
 * What records do not say of themselves, and must be known to measure them.
 *
 * @param serviceTime when services must be available, as {@link org.itsmkit.servicelevel.availability.AgreedServiceTime}; empty if nobody
 *     watched outages, of which nothing is said then
 * @param security in which category, and below which, incidents are of security; {@code security} if nothing else is said
 * @param monitors who logs incidents without being a human being; nobody if nothing is said
 * @param recurrence what is a recurrence; three within seven days if nothing else is said
 * @param scale on which scale people answered; 1 to 5 if nothing else is said
 */
@KitStyle
@Value.Builder
public record Conventions(
        Optional<OpenWindows> serviceTime,
        Category security,
        Set<PersonId> monitors,
        Recurrence recurrence,
        Satisfaction.Scale scale)
        implements WithConventions {

    public Conventions {
        Objects.requireNonNull(serviceTime, "serviceTime");
        Objects.requireNonNull(security, "security");
        monitors = Set.copyOf(monitors);
        Objects.requireNonNull(recurrence, "recurrence");
        Objects.requireNonNull(scale, "scale");
    }

    /** What holds where nothing else is said. */
    public static Conventions standard() {
        return builder().build();
    }

    /** Says what holds; what is not set is as above. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds conventions. */
    public static final class Builder extends ConventionsBuilder {
        Builder() {
            security(Category.of("security"));
            recurrence(new Recurrence(3, Duration.ofDays(7)));
            scale(Satisfaction.Scale.of(1, 5));
        }
    }
}
