package org.itsmkit.change.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.DurationStatistics;

/**
 * The four measures of how software is delivered that the research programme DORA (dora.dev) has made known, reckoned of changes. The first
 * two say how quickly, the others how safely:
 *
 * <ul>
 *   <li>deployment frequency: how often something is brought to those who use it. Here {@code made / length of the period}; a change that
 *       was made is a deployment, however it went.
 *   <li>lead time for changes: from the commit of something until it is in use. Here from {@link MeasuredChange#leadFrom}, or else from
 *       the opening, to the end of each that was made. Those written down afterwards have none.
 *   <li>change failure rate: how many deployments have to be mended. Here {@code failures / made}, see {@link MeasuredChange#isFailure};
 *       what fails and causes an incident counts once.
 *   <li>time to restore service, which DORA now names failed deployment recovery time: from the impairment that a change caused until the
 *       service is back, of those that were restored in the period, whenever the change was made.
 * </ul>
 *
 * <p>DORA asks for orders of magnitude in a survey; these are exact. A median is what it compares, and a mean of few long times misleads.
 *
 * @param period of which time
 * @param made how many changes were made in it
 * @param failures how many of them are failures
 * @param longestGap the longest part of the period in which none was made: between two of them, from its beginning to the first, or from
 *     the last to its end; all of it if none was made
 * @param leadTime lead time for changes
 * @param restoration time to restore service
 * @param unrestored how many impairments had begun and not ended when the period did
 */
public record DeliveryMeasures(
        Window period,
        long made,
        long failures,
        Duration longestGap,
        DurationStatistics leadTime,
        DurationStatistics restoration,
        long unrestored) {

    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final BigDecimal WEEK = BigDecimal.valueOf(Duration.ofDays(7).toSeconds());

    public DeliveryMeasures {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(leadTime, "leadTime");
        Objects.requireNonNull(restoration, "restoration");
        if (failures < 0 || failures > made || leadTime.cases() > made || unrestored < 0) {
            throw new IllegalArgumentException("parts are more than the " + made + " changes that were made");
        }
        if (longestGap.isNegative() || longestGap.compareTo(period.length()) > 0) {
            throw new IllegalArgumentException("a gap is a part of the period, not " + longestGap);
        }
    }

    /**
     * Deployment frequency as changes made per 24 hours, with so many digits after the point, rounded down; to be shown.
     *
     * @param digits not negative
     */
    public BigDecimal perDay(int digits) {
        return per(DAY, digits);
    }

    /**
     * Deployment frequency as changes made per seven times 24 hours, with so many digits after the point, rounded down; to be shown.
     *
     * @param digits not negative
     */
    public BigDecimal perWeek(int digits) {
        return per(WEEK, digits);
    }

    private BigDecimal per(BigDecimal seconds, int digits) {
        Duration length = period.length();
        BigDecimal exactly = BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
        return BigDecimal.valueOf(made).multiply(seconds).divide(exactly, digits, RoundingMode.DOWN);
    }

    /** Change failure rate, as above; empty if no change was made. */
    public Optional<Share> changeFailureRate() {
        return Share.of(failures, made);
    }
}
