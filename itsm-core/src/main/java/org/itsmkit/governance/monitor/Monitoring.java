package org.itsmkit.governance.monitor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.Observation;
import org.itsmkit.governance.Target;
import org.itsmkit.lifecycle.Phase;

/**
 * How a directive stands, at one moment, by what was measured until then since the baseline.
 *
 * @param at when
 * @param standing how it stands
 * @param expected how much the plan expects then; empty if nothing is directed
 * @param actual what was measured last; empty if nothing was
 * @param variance how far what was measured last is ahead of what the plan expected when it was measured, towards the goal; negative if it
 *     is behind; empty if nothing was measured
 * @param forecast when the goal is reached if it goes on as the straight line through all that was measured, by least squares: it may have
 *     been so before. Empty with fewer than two observations, and if that line does not lead there
 * @param reportOverdueSince since when an observation is due; empty if none is
 * @param sentences all that there is to say, in words
 */
public record Monitoring(
        Instant at,
        Standing standing,
        Optional<BigDecimal> expected,
        Optional<Observation> actual,
        Optional<BigDecimal> variance,
        Optional<Instant> forecast,
        Optional<Instant> reportOverdueSince,
        List<String> sentences) {

    public Monitoring {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(standing, "standing");
        sentences = List.copyOf(sentences);
    }

    /**
     * How {@code directive} stands at {@code at}. What was measured is too old after twice the time in which reports are due, and after {@link
     * Directive#FRESH} if none are.
     */
    public static Monitoring of(Directive directive, Instant at) {
        if (directive.direction().isEmpty()) {
            return new Monitoring(
                    at,
                    Standing.NO_DATA,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(directive.number() + ": nothing is directed."));
        }
        Direction direction = directive.direction().get();
        Target target = direction.target();
        List<Observation> observed = directive.observedUntil(at);
        Optional<Observation> last = directive.lastUntil(at);
        Optional<BigDecimal> variance = last.map(one -> target.lead(one.value(), direction.expectedAt(one.at())));
        Standing standing = last.map(one -> standing(direction, one, at)).orElse(Standing.NO_DATA);
        Optional<Instant> forecast = LeastSquares.reaches(target, observed);
        Optional<Instant> overdue =
                directive.reportDue().filter(due -> directive.status().phase() == Phase.ACTIVE && !at.isBefore(due));
        List<String> sentences =
                new Sentences(directive.number(), direction, at).of(standing, last, variance, forecast, overdue);
        return new Monitoring(
                at, standing, Optional.of(direction.expectedAt(at)), last, variance, forecast, overdue, sentences);
    }

    private static Standing standing(Direction direction, Observation last, Instant at) {
        Target target = direction.target();
        if (target.isReachedBy(last.value())) {
            return Standing.ACHIEVED;
        }
        if (!at.isBefore(target.due())) {
            return Standing.MISSED;
        }
        Duration longest =
                direction.reportEvery().map(every -> every.multipliedBy(2)).orElse(Directive.FRESH);
        if (Duration.between(last.at(), at).compareTo(longest) > 0) {
            return Standing.STALE;
        }
        BigDecimal lead = target.lead(last.value(), direction.expectedAt(last.at()));
        if (lead.abs().compareTo(target.tolerance()) <= 0) {
            return Standing.ON_TRACK;
        }
        return lead.signum() > 0 ? Standing.AHEAD : Standing.BEHIND;
    }

    private record Sentences(String number, Direction direction, Instant at) {

        List<String> of(
                Standing standing,
                Optional<Observation> last,
                Optional<BigDecimal> variance,
                Optional<Instant> forecast,
                Optional<Instant> overdue) {
            Target target = direction.target();
            List<String> sentences = new ArrayList<>();
            sentences.add(number + ": " + target.measure() + " is to go from " + amount(target.baseline()) + " to "
                    + amount(target.goal()) + " before " + target.due() + "; now "
                    + amount(direction.expectedAt(at)) + " are expected.");
            sentences.add(last.map(one -> number + ": it was " + amount(one.value()) + " at " + one.at() + ", "
                            + distance(variance.orElse(BigDecimal.ZERO)) + ": " + words(standing) + ".")
                    .orElse(number + ": nothing was measured."));
            if (standing != Standing.ACHIEVED && last.isPresent()) {
                sentences.add(forecast.map(when -> number + ": if it goes on so, the goal is reached at " + when
                                + (when.isBefore(target.due()) ? ", in time." : ", too late."))
                        .orElse(number + ": as it goes, the goal is never reached."));
            }
            overdue.ifPresent(since -> sentences.add(number + ": a report is overdue since " + since + "."));
            return sentences;
        }

        private String amount(BigDecimal value) {
            String unit = direction.target().unit();
            return value.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
        }

        private String distance(BigDecimal variance) {
            return variance.signum() == 0
                    ? "as planned for then"
                    : amount(variance.abs()) + (variance.signum() > 0 ? " ahead" : " behind") + " of plan then";
        }

        private static String words(Standing standing) {
            return switch (standing) {
                case ON_TRACK -> "on track";
                case BEHIND -> "behind";
                case AHEAD -> "ahead";
                case ACHIEVED -> "the goal is reached";
                case MISSED -> "the goal is missed";
                case NO_DATA -> "nothing can be said";
                case STALE -> "too old to say";
            };
        }
    }
}
