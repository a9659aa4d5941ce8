package org.itsmkit.practice.capability;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a criterion is met, and by what.
 *
 * @param criterion which one
 * @param evidence what serves it and is valid then, by number
 * @param metUntil until when it is met if nothing more is shown, exclusive; empty if it is not met
 */
public record CriterionState(Criterion criterion, List<Evidence> evidence, Optional<Instant> metUntil) {

    public CriterionState {
        Objects.requireNonNull(criterion, "criterion");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(metUntil, "metUntil");
    }

    /** How it is at {@code at} for {@code valid}, which is all that is valid then. */
    static CriterionState of(Criterion criterion, List<Evidence> valid) {
        List<Evidence> serving = valid.stream().filter(criterion::isServedBy).toList();
        if (!criterion.isMetBy(serving)) {
            return new CriterionState(criterion, serving, Optional.empty());
        }
        List<Instant> ends =
                serving.stream().map(CriterionState::end).distinct().sorted().toList();
        // When the last has gone nothing is left, so that one of the ends is it.
        Optional<Instant> until = ends.stream()
                .filter(end -> !criterion.isMetBy(serving.stream()
                        .filter(evidence -> end(evidence).isAfter(end))
                        .toList()))
                .findFirst();
        return new CriterionState(criterion, serving, until);
    }

    private static Instant end(Evidence evidence) {
        return evidence.withdrawnAt()
                .filter(withdrawn -> withdrawn.isBefore(evidence.validUntil()))
                .orElse(evidence.validUntil());
    }

    /** Whether it is met. */
    public boolean isMet() {
        return metUntil.isPresent();
    }
}
