package org.itsmkit.governance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.governance.principle.Decision;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * What is to be done, by whom, and by what one sees that it is.
 *
 * @param statement what is directed, in words
 * @param accountable who answers for it, and reports
 * @param restsOn the policies that it rests on; at most {@value #MOST_POLICIES}
 * @param target where something measured is to go
 * @param milestones what is to be measured on the way, between the baseline and the due moment: strictly later each, and never away from the
 *     goal; at most {@value #MOST_MILESTONES}, none for a straight line
 * @param reportEvery how long after the last observation the next is due: a minute to 366 days; nobody is reminded if empty
 * @param decision why it is directed, if that is written down
 */
@KitStyle
@Value.Builder
public record Direction(
        String statement,
        PersonId accountable,
        Set<RecordRef> restsOn,
        Target target,
        List<PlannedMilestone> milestones,
        Optional<Duration> reportEvery,
        Optional<Decision> decision)
        implements WithDirection {

    /** The most milestones of a plan. */
    public static final int MOST_MILESTONES = 100;

    /** The most policies that a directive rests on. */
    public static final int MOST_POLICIES = 50;

    public Direction {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(accountable, "accountable");
        restsOn = Set.copyOf(restsOn);
        Objects.requireNonNull(target, "target");
        milestones = List.copyOf(milestones);
        Objects.requireNonNull(reportEvery, "reportEvery");
        Objects.requireNonNull(decision, "decision");
    }

    /** Begins to say what is directed. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How much the plan expects then: on a straight line from the baseline over the milestones to the goal; the baseline before it was
     * measured, and the goal from the due moment on. Between two points {@code (t0, v0)} and {@code (t1, v1)} that is {@code v0 + (v1 - v0)
     * * (t - t0) / (t1 - t0)}, in whole microseconds, rounded half to even to {@value FieldValue.Decimal#MAX_SCALE} digits after the
     * point.
     */
    public BigDecimal expectedAt(Instant at) {
        Instant from = target.baselineAt();
        BigDecimal value = target.baseline();
        if (!at.isAfter(from)) {
            return value;
        }
        for (PlannedMilestone next : milestones) {
            if (at.isBefore(next.at())) {
                return between(from, value, next.at(), next.expected(), at);
            }
            from = next.at();
            value = next.expected();
        }
        return at.isBefore(target.due()) ? between(from, value, target.due(), target.goal(), at) : target.goal();
    }

    private static BigDecimal between(Instant from, BigDecimal v0, Instant to, BigDecimal v1, Instant at) {
        BigDecimal passed = Target.micros(from, Micros.truncate(at));
        BigDecimal whole = Target.micros(from, to);
        BigDecimal way = v1.subtract(v0).multiply(passed);
        return Target.normal(v0.add(way.divide(whole, new MathContext(60)))
                .setScale(FieldValue.Decimal.MAX_SCALE, RoundingMode.HALF_EVEN));
    }

    /** Builds directions. */
    public static final class Builder extends DirectionBuilder {
        Builder() {}
    }
}
