package org.itsmkit.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * Something that those who answer for the organisation have evaluated, direct, and monitor.
 *
 * @param number what people quote, such as DIR0000042
 * @param title in one line
 * @param purpose what it is about; may be empty
 * @param owner who sees to it on behalf of those who govern
 * @param status where it stands
 * @param evaluation what was found last; empty until something was
 * @param evaluators all who have evaluated it, and for whom
 * @param direction what is directed, or was last; empty until something was, and again once that is revised
 * @param directors who directed it, and for whom; empty if there is no direction
 * @param directedAt from when on; empty if there is no direction
 * @param replaced what was directed before, the oldest first, the latest {@value #MOST_REPLACED}
 * @param observations what was measured, the oldest first; none of another measure, or in another unit, than what is directed or was last
 * @param reportTold for which moment who is accountable was reminded last
 * @param createdAt when it was proposed
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record Directive(
        String number,
        String title,
        String purpose,
        PersonId owner,
        Status status,
        Optional<Evaluation> evaluation,
        Set<PersonId> evaluators,
        Optional<Direction> direction,
        Set<PersonId> directors,
        Optional<Instant> directedAt,
        List<ReplacedDirection> replaced,
        List<Observation> observations,
        Optional<Instant> reportTold,
        Instant createdAt,
        Instant updatedAt)
        implements WithDirective {

    /** The most observations. */
    public static final int MOST_OBSERVATIONS = 1_000;

    /** The most directions that were replaced and are kept; the journal has all. */
    public static final int MOST_REPLACED = 20;

    /** How old the observation may be at most by which a directive is achieved, inclusive. */
    public static final Duration FRESH = Duration.ofDays(31);

    public Directive {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(evaluation, "evaluation");
        evaluators = Set.copyOf(evaluators);
        Objects.requireNonNull(direction, "direction");
        directors = Set.copyOf(directors);
        replaced = List.copyOf(replaced);
        observations = List.copyOf(observations);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What was measured until then, since the baseline of what is directed, the oldest first; none if nothing is directed. */
    public List<Observation> observedUntil(Instant at) {
        return direction
                .map(Direction::target)
                .map(target -> observations.stream()
                        .filter(one -> !one.at().isBefore(target.baselineAt())
                                && !one.at().isAfter(at))
                        .toList())
                .orElse(List.of());
    }

    /** The last of that. */
    public Optional<Observation> lastUntil(Instant at) {
        List<Observation> all = observedUntil(at);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether what was measured last, however late that was, is at the goal. */
    boolean isGoalKept() {
        return direction
                .map(Direction::target)
                .flatMap(target -> lastUntil(Micros.MAX).map(last -> target.isReachedBy(last.value())))
                .orElse(false);
    }

    /** Whether what was measured last until then is at the goal, and not older than {@link #FRESH}. */
    public boolean isGoalObserved(Instant at) {
        return direction
                .map(Direction::target)
                .flatMap(target -> lastUntil(at)
                        .map(last -> target.isReachedBy(last.value())
                                && Duration.between(last.at(), at).compareTo(FRESH) <= 0))
                .orElse(false);
    }

    /** When the next observation is due, if reports are asked for: so long after the last, or after it was directed if that is later. */
    public Optional<Instant> reportDue() {
        return direction
                .flatMap(Direction::reportEvery)
                .flatMap(every -> directedAt.map(begun -> observations.stream()
                        .map(Observation::at)
                        .filter(at -> at.isAfter(begun))
                        .max(Comparator.naturalOrder())
                        .orElse(begun)
                        .plus(every)));
    }

    Directive moved(Status to, Occurrence when) {
        return withStatus(to).withUpdatedAt(when.occurredAt().isAfter(updatedAt) ? when.occurredAt() : updatedAt);
    }

    /** With one more observation, in the order of time; in the stead of that of the same moment, if there is one. */
    Directive observing(Observation observation) {
        List<Observation> all = new ArrayList<>(observations);
        all.removeIf(one -> one.at().equals(observation.at()));
        all.add(observation);
        all.sort(Comparator.comparing(Observation::at));
        return withObservations(all);
    }

    /** With what was measured of that target; of another measure, or in another unit, it says nothing. */
    Directive measuring(Target target) {
        boolean isOfOther = !replaced.isEmpty()
                && !replaced.get(replaced.size() - 1).direction().target().isMeasuredAs(target);
        return isOfOther ? withObservations(List.of()) : this;
    }

    /** With what was directed among what is no longer. */
    Directive replacing(String reason, Instant at) {
        List<ReplacedDirection> all = new ArrayList<>(replaced);
        direction.ifPresent(before -> all.add(new ReplacedDirection(before, directedAt.orElse(createdAt), at, reason)));
        return withReplaced(all.subList(Math.max(0, all.size() - MOST_REPLACED), all.size()))
                .withDirection(Optional.empty())
                .withDirectors(Set.of())
                .withDirectedAt(Optional.empty());
    }

    /** Who acts, and for whom. */
    static Set<PersonId> actors(Occurrence when) {
        Set<PersonId> actors = new HashSet<>(Set.of(when.by()));
        when.onBehalfOf().ifPresent(actors::add);
        return actors;
    }

    public static final class Builder extends DirectiveBuilder {
        Builder() {
            purpose("");
        }
    }
}
