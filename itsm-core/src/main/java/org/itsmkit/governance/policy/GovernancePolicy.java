package org.itsmkit.governance.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;

/**
 * What an organisation wants of whatever is done. While it is in force, {@link PolicyBook} asks its controls of every command.
 *
 * @param number what people quote, such as POL0000042
 * @param name under which it stands in rejections and before those who audit: 1 to {@value #NAME_LENGTH} characters of
 *     {@code a-z 0-9 . _ -}, the first a letter or digit; for ever the same
 * @param title in one line
 * @param statement what is wanted and why, in words; may be empty
 * @param owner who sees to it
 * @param status where it stands
 * @param controls what it objects to, as it was enacted last; none if it never was
 * @param version how often controls of it were enacted; 0 if none ever were
 * @param authors who wrote what was enacted last, and for whom; empty while nothing was
 * @param proposed what is to be enacted next
 * @param reviewOn on which day it is to be looked at; never if empty
 * @param reviewTold for which day the owner was told so
 * @param waivers for whom it does not hold, or did not, the oldest first; of those that are over the latest alone, {@value #MOST_WAIVERS}
 *     in all
 * @param waiversGranted how many were granted in all
 * @param createdAt when it was drafted
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record GovernancePolicy(
        String number,
        String name,
        String title,
        String statement,
        PersonId owner,
        Status status,
        List<Control> controls,
        int version,
        Set<PersonId> authors,
        Optional<ProposedControls> proposed,
        Optional<LocalDate> reviewOn,
        Optional<LocalDate> reviewTold,
        List<Waiver> waivers,
        int waiversGranted,
        Instant createdAt,
        Instant updatedAt)
        implements WithGovernancePolicy {

    /** The most characters of a name. */
    public static final int NAME_LENGTH = 48;

    /** The most controls of a policy. */
    public static final int MOST_CONTROLS = 50;

    /** The most kinds, actions, fields or roles that a control names, each. */
    public static final int MOST_NAMES = 100;

    /** The most code points of what a control says. */
    public static final int SENTENCE_LENGTH = 1_000;

    /** The most waivers that hold or will, and that are kept. */
    public static final int MOST_WAIVERS = 200;

    /** The longest for which a policy is waived. */
    public static final Duration LONGEST_WAIVER = Duration.ofDays(366);

    public GovernancePolicy {
        Objects.requireNonNull(status, "status");
        controls = List.copyOf(controls);
        authors = Set.copyOf(authors);
        Objects.requireNonNull(proposed, "proposed");
        Objects.requireNonNull(reviewOn, "reviewOn");
        waivers = List.copyOf(waivers);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether commands pass it: it was enacted, and is neither suspended nor retired. While it is reviewed it is in force. */
    public boolean isInForce() {
        return status.phase() == Phase.ACTIVE && version > 0;
    }

    /** Whether the day of its review has come, in UTC, and it may still be reviewed. Nothing is switched off by that. */
    public boolean isReviewOverdue(Instant at) {
        return !status.phase().isOver()
                && reviewOn.map(day -> !at.isBefore(beginOf(day))).orElse(false);
    }

    /** The waiver of that number, if it is kept still. */
    public Optional<Waiver> waiver(int waiver) {
        return waivers.stream().filter(one -> one.number() == waiver).findFirst();
    }

    /** When the owner is to be told of the review, if they were not. */
    Optional<Instant> reviewDue() {
        return reviewOn.filter(day -> !reviewTold.equals(Optional.of(day))).map(GovernancePolicy::beginOf);
    }

    /** When a day begins; in UTC, for a policy holds in several zones. */
    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    GovernancePolicy moved(Status to, Occurrence when) {
        return withStatus(to).withUpdatedAt(when.occurredAt().isAfter(updatedAt) ? when.occurredAt() : updatedAt);
    }

    /** With what was proposed as what holds. */
    GovernancePolicy holding(ProposedControls enacted, int newVersion) {
        return withControls(enacted.controls())
                .withAuthors(enacted.authors())
                .withProposed(Optional.empty())
                .withVersion(newVersion);
    }

    /** With one more waiver; where that are too many, without the oldest of those that are over. */
    GovernancePolicy waiving(Waiver waiver, Instant at) {
        List<Waiver> all = new ArrayList<>(waivers);
        if (all.size() >= MOST_WAIVERS) {
            all.stream().filter(one -> one.isOver(at)).findFirst().ifPresent(all::remove);
        }
        all.add(waiver);
        return withWaivers(all).withWaiversGranted(waiver.number());
    }

    GovernancePolicy revoking(int number, Instant at) {
        return withWaivers(waivers.stream()
                .map(one -> one.number() == number ? one.revoked(at) : one)
                .toList());
    }

    /** How many waivers hold then, or will. */
    long waiversAhead(Instant at) {
        return waivers.stream().filter(one -> !one.isOver(at)).count();
    }

    public static final class Builder extends GovernancePolicyBuilder {
        Builder() {
            version(0);
            waiversGranted(0);
        }
    }
}
