package org.itsmkit.change.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;

/**
 * How the changes of a period went: the usual measures of ITIL 4's change enablement, which asks whether changes do what they were to do,
 * whether they were allowed, and how many go the quick way. Only what is over counts.
 *
 * @param byTypeAndOutcome how many were made, for each type and outcome; 0 where nothing is said
 * @param cancelledByType how many were cancelled, for each type; likewise
 * @param unauthorised how many of those made were made before anybody had said yes
 * @param withIncident how many of those made caused an incident
 * @param collisions how many things were in the way of those made, all together
 */
public record ChangeCounts(
        Map<ChangeType, Map<ChangeOutcome, Long>> byTypeAndOutcome,
        Map<ChangeType, Long> cancelledByType,
        long unauthorised,
        long withIncident,
        long collisions) {

    /** Fills up what is not there with 0; throws {@link IllegalArgumentException} where parts are more than the whole, or negative. */
    public ChangeCounts {
        Map<ChangeType, Map<ChangeOutcome, Long>> made = new EnumMap<>(ChangeType.class);
        Map<ChangeType, Long> cancelled = new EnumMap<>(ChangeType.class);
        for (ChangeType type : ChangeType.values()) {
            Map<ChangeOutcome, Long> given = byTypeAndOutcome.getOrDefault(type, Map.of());
            Map<ChangeOutcome, Long> outcomes = new EnumMap<>(ChangeOutcome.class);
            for (ChangeOutcome outcome : ChangeOutcome.values()) {
                outcomes.put(outcome, requireCount(given.getOrDefault(outcome, 0L)));
            }
            made.put(type, Collections.unmodifiableMap(outcomes));
            cancelled.put(type, requireCount(cancelledByType.getOrDefault(type, 0L)));
        }
        byTypeAndOutcome = Collections.unmodifiableMap(made);
        cancelledByType = Collections.unmodifiableMap(cancelled);
        requireCount(collisions);
        long all = sum(byTypeAndOutcome);
        if (requireCount(unauthorised) > all || requireCount(withIncident) > all || (all == 0 && collisions > 0)) {
            throw new IllegalArgumentException("parts are more than the " + all + " changes that were made");
        }
    }

    private static long requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("nothing is counted below zero: " + count);
        }
        return count;
    }

    private static long sum(Map<ChangeType, Map<ChangeOutcome, Long>> made) {
        return made.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many were made, however they went. */
    public long made() {
        return sum(byTypeAndOutcome);
    }

    /** How many of a type were made, however they went. */
    public long made(ChangeType type) {
        return byTypeAndOutcome.getOrDefault(type, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many were made and went so. */
    public long made(ChangeOutcome outcome) {
        return byTypeAndOutcome.values().stream()
                .mapToLong(outcomes -> outcomes.getOrDefault(outcome, 0L))
                .sum();
    }

    /** How many of a type were made and went so. */
    public long made(ChangeType type, ChangeOutcome outcome) {
        return byTypeAndOutcome.getOrDefault(type, Map.of()).getOrDefault(outcome, 0L);
    }

    /** How many were cancelled. */
    public long cancelled() {
        return cancelledByType.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many did what they were to do: {@code (successful + successful with issues) / made}. Empty if none was made. */
    public Optional<Share> successRate() {
        return Share.of(made(ChangeOutcome.SUCCESSFUL) + made(ChangeOutcome.SUCCESSFUL_WITH_ISSUES), made());
    }

    /** How many of a type did what they were to do: as {@link #successRate()}, of those of that type. Empty if none of it was made. */
    public Optional<Share> successRate(ChangeType type) {
        return Share.of(
                made(type, ChangeOutcome.SUCCESSFUL) + made(type, ChangeOutcome.SUCCESSFUL_WITH_ISSUES), made(type));
    }

    /** {@code backed out / made}; empty if none was made. */
    public Optional<Share> backedOutRate() {
        return Share.of(made(ChangeOutcome.BACKED_OUT), made());
    }

    /** {@code failed / made}, those that were backed out apart; empty if none was made. */
    public Optional<Share> failedRate() {
        return Share.of(made(ChangeOutcome.FAILED), made());
    }

    /** {@code emergency changes made / made}; empty if none was made. */
    public Optional<Share> emergencyRatio() {
        return Share.of(made(ChangeType.EMERGENCY), made());
    }

    /** {@code unauthorised / made}; empty if none was made. */
    public Optional<Share> unauthorisedRatio() {
        return Share.of(unauthorised, made());
    }

    /** {@code with incident / made}; empty if none was made. */
    public Optional<Share> incidentRate() {
        return Share.of(withIncident, made());
    }

    /** {@code cancelled / (made + cancelled)}; empty if none was over. */
    public Optional<Share> cancelledRatio() {
        return Share.of(cancelled(), made() + cancelled());
    }

    /**
     * {@code collisions / made} with so many digits after the point, rounded down; to be shown. Empty if none was made.
     *
     * @param digits not negative
     */
    public Optional<BigDecimal> collisionsPerChange(int digits) {
        return made() == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(collisions).divide(BigDecimal.valueOf(made()), digits, RoundingMode.DOWN));
    }
}
