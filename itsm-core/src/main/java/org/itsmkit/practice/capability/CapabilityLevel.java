package org.itsmkit.practice.capability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;

/**
 * How far a practice or another component has come at an instant. A level {@code k} is reached if there are criteria of each level from 1
 * to {@code k}, and all of these are met by evidence that is valid then; what is met of higher levels does not make up for what is not.
 *
 * @param subject of what
 * @param at when
 * @param reached the highest level that is reached, 1 to {@value Criterion#HIGHEST_LEVEL}; 0 if none is
 * @param criteria how each of its criteria stands, by level and then as they were given
 */
public record CapabilityLevel(String subject, Instant at, int reached, List<CriterionState> criteria) {

    public CapabilityLevel {
        Keys.requireCode(subject, "subject");
        Objects.requireNonNull(at, "at");
        criteria = List.copyOf(criteria);
        if (reached < 0 || reached > Criterion.HIGHEST_LEVEL) {
            throw new IllegalArgumentException("a level is 0 to " + Criterion.HIGHEST_LEVEL + ", not " + reached);
        }
    }

    /**
     * The level at {@code at}, as far as it was shown by then: what is accepted later is not known.
     *
     * @param criteria those of other subjects are passed over
     * @param evidence in any order; that of other criteria is passed over
     */
    public static CapabilityLevel of(
            String subject, Collection<Criterion> criteria, Collection<Evidence> evidence, Instant at) {
        List<Evidence> valid = evidence.stream()
                .filter(one -> one.isValid(at))
                .sorted(Comparator.comparingInt(Evidence::number))
                .toList();
        List<CriterionState> states = criteria.stream()
                .filter(criterion -> criterion.subject().equals(subject))
                .sorted(Comparator.comparingInt(Criterion::level))
                .map(criterion -> CriterionState.of(criterion, valid))
                .toList();
        return new CapabilityLevel(subject, at, reached(states), states);
    }

    private static int reached(List<CriterionState> states) {
        int reached = 0;
        while (reached < Criterion.HIGHEST_LEVEL && isMet(states, reached + 1)) {
            reached++;
        }
        return reached;
    }

    private static boolean isMet(List<CriterionState> states, int level) {
        List<CriterionState> those = states.stream()
                .filter(state -> state.criterion().level() == level)
                .toList();
        return !those.isEmpty() && those.stream().allMatch(CriterionState::isMet);
    }

    /** When the level falls because evidence has grown old, if nothing more is shown; empty if it is 0 and cannot. */
    public Optional<Instant> nextChange() {
        return criteria.stream()
                .filter(state -> state.criterion().level() <= reached)
                .flatMap(state -> state.metUntil().stream())
                .min(Comparator.naturalOrder());
    }

    /** What this came to. */
    public Rating rating() {
        return new Rating(subject, reached, at, nextChange());
    }

    /**
     * What stands between this and a level: what is not met of it and of those below, and what will not be any more within some time.
     * First those of the lowest level.
     *
     * @param wanted 1 to {@value Criterion#HIGHEST_LEVEL}
     * @param within in what time, not negative; with zero, nothing expires
     */
    public List<Gap> gapsTo(int wanted, Duration within) {
        if (wanted < 1 || wanted > Criterion.HIGHEST_LEVEL || within.isNegative()) {
            throw new IllegalArgumentException("a level is 1 to " + Criterion.HIGHEST_LEVEL
                    + " and a time not negative, not " + wanted + " and " + within);
        }
        Instant soon = at.plus(within);
        List<Gap> gaps = new ArrayList<>();
        for (int level = 1; level <= wanted; level++) {
            int asked = level;
            List<CriterionState> those = criteria.stream()
                    .filter(state -> state.criterion().level() == asked)
                    .toList();
            if (those.isEmpty()) {
                gaps.add(Gap.nothingAsked(subject, level));
            }
            for (CriterionState state : those) {
                if (!state.isMet()) {
                    gaps.add(Gap.missing(state.criterion()));
                } else {
                    state.metUntil()
                            .filter(until -> !until.isAfter(soon) && !within.isZero())
                            .ifPresent(until -> gaps.add(Gap.expiring(state.criterion(), until)));
                }
            }
        }
        return List.copyOf(gaps);
    }
}
