package org.itsmkit.change.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.RecordRef;

/**
 * What is measured of a change. It is <em>made</em> if it has an outcome, whichever that is; it is <em>over</em> if it is made or cancelled.
 *
 * @param reference which change: each is given once
 * @param type by which way it went
 * @param outcome how it went; empty as long as that is not known, and if it was cancelled
 * @param cancelled whether it was given up
 * @param authorised whether somebody had said yes before it was begun; one approved once and for all, in its model, is
 * @param requestedAt when it was last put to those who decide; empty if it never was
 * @param decidedAt when they decided, whichever way; not before {@code requestedAt}
 * @param openedAt when it was written down; that may be after it was made
 * @param begunAt when somebody began to make it; empty if nobody did, or nobody knows
 * @param endedAt when it was made or cancelled, not before {@code begunAt}; there if and only if it is over
 * @param collisions how many things were in its way when it was scheduled; not negative
 * @param causedIncident whether an incident came of it
 * @param leadFrom when the first of what it brings was finished by its makers, such as the first commit; empty if nobody knows
 * @param labels by what it can be grouped, such as its team and service: texts by name, in the order of names; no name is empty
 */
@KitStyle
@Value.Builder
public record MeasuredChange(
        RecordRef reference,
        ChangeType type,
        Optional<ChangeOutcome> outcome,
        boolean cancelled,
        boolean authorised,
        Optional<Instant> requestedAt,
        Optional<Instant> decidedAt,
        Instant openedAt,
        Optional<Instant> begunAt,
        Optional<Instant> endedAt,
        long collisions,
        boolean causedIncident,
        Optional<Instant> leadFrom,
        Map<String, String> labels)
        implements WithMeasuredChange {

    /** Cuts instants off to microseconds; throws {@link IllegalArgumentException} outside of the bounds. */
    public MeasuredChange {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(type, "type");
        requestedAt = requestedAt.map(Micros::truncate);
        decidedAt = decidedAt.map(Micros::truncate);
        openedAt = Micros.truncate(openedAt);
        begunAt = begunAt.map(Micros::truncate);
        endedAt = endedAt.map(Micros::truncate);
        leadFrom = leadFrom.map(Micros::truncate);
        if (cancelled && outcome.isPresent()) {
            throw new IllegalArgumentException("a change that was cancelled has no outcome: " + reference);
        }
        if (endedAt.isPresent() ^ (cancelled || outcome.isPresent())) {
            throw new IllegalArgumentException("a change has an end if it was made or cancelled: " + reference);
        }
        requireOrder(requestedAt, decidedAt, "is decided after it is asked for");
        requireOrder(begunAt, endedAt, "ends after it begins");
        if (collisions < 0) {
            throw new IllegalArgumentException("nothing is counted below zero: " + collisions + " collisions");
        }
        labels = copy(labels);
    }

    private static void requireOrder(Optional<Instant> from, Optional<Instant> to, String what) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("a change " + what + ", not at " + to.get() + " for " + from.get());
        }
    }

    private static Map<String, String> copy(Map<String, String> labels) {
        TreeMap<String, String> sorted = new TreeMap<>();
        labels.forEach((name, value) -> sorted.put(requireLabel(name), Objects.requireNonNull(value, name)));
        return Collections.unmodifiableMap(sorted);
    }

    static String requireLabel(String name) {
        return Keys.requireName(name, "label");
    }

    /**
     * Says what is known; the reference, the type, when it was opened and whether it was authorised must be. What is not set is empty, false
     * or zero.
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether it was made, however it went. */
    public boolean isMade() {
        return outcome.isPresent();
    }

    /** Whether it was made, and failed, was backed out or caused an incident: what change failure rate counts. */
    public boolean isFailure() {
        return outcome.filter(how -> causedIncident || !how.isSuccess()).isPresent();
    }

    /** The value of a label; empty if it has none of that name. */
    public Optional<String> label(String name) {
        return Optional.ofNullable(labels.get(name));
    }

    /** When it was over, if that was in {@code period}. */
    Optional<Instant> endedIn(Window period) {
        return endedAt.filter(period::contains);
    }

    /** How long the decision took, if it was taken in {@code period} and is known to have been asked for. */
    Optional<Duration> approvalIn(Window period) {
        return decidedAt
                .filter(period::contains)
                .flatMap(decided -> requestedAt.map(asked -> Duration.between(asked, decided)));
    }

    /** How long it took from {@code leadFrom}, or else from its opening; empty if it is not over, and if that was afterwards. */
    Optional<Duration> leadTime() {
        Instant from = leadFrom.orElse(openedAt);
        return endedAt.filter(end -> !end.isBefore(from)).map(end -> Duration.between(from, end));
    }

    /** Builds measured changes. */
    public static final class Builder extends MeasuredChangeBuilder {
        Builder() {
            cancelled(false);
            collisions(0);
            causedIncident(false);
        }
    }
}
