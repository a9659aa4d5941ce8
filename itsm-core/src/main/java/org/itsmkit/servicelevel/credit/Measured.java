package org.itsmkit.servicelevel.credit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.calendar.Window;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Availability;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.Ratio;

/**
 * What was achieved in a measurement window.
 *
 * @param window which one
 * @param fee what is paid for it, not negative
 * @param achieved by target; what is not in it was not measured, and gives no credit
 * @param excluded the outages that do not count
 */
public record Measured(Window window, BigDecimal fee, Map<String, Ratio> achieved, List<Outage> excluded) {

    public Measured {
        Objects.requireNonNull(window, "window");
        achieved = Collections.unmodifiableMap(new LinkedHashMap<>(achieved));
        excluded = List.copyOf(excluded);
        if (fee.signum() < 0) {
            throw new IllegalArgumentException("a fee is not negative: " + fee);
        }
    }

    /** Nothing yet. */
    public static Measured of(Window window, BigDecimal fee) {
        return new Measured(window, fee, Map.of(), List.of());
    }

    /** Returns this with what was achieved of a target: availability, compliance. */
    public Measured with(String target, Ratio reached) {
        Map<String, Ratio> all = new LinkedHashMap<>(achieved);
        all.put(target, reached);
        return new Measured(window, fee, all, excluded);
    }

    /**
     * Returns this with the availability as {@code terms} count it: outages whose cause they exclude are left out, so that their time counts as
     * agreed and as available, but where another outage goes on that is not excluded. Not measured, if no service was agreed in the window.
     */
    public Measured withAvailability(
            String target, CreditTerms terms, AgreedServiceTime time, Collection<Outage> outages) {
        List<Outage> counted = new ArrayList<>();
        List<Outage> left = new ArrayList<>(excluded);
        for (Outage outage : outages) {
            if (outage.within(window).isPresent()) {
                (terms.exclusions().contains(outage.cause()) ? left : counted).add(outage);
            }
        }
        Map<String, Ratio> all = new LinkedHashMap<>(achieved);
        Availability.over(window, time, counted).ifPresent(found -> all.put(target, found.ratio()));
        return new Measured(window, fee, all, left);
    }
}
