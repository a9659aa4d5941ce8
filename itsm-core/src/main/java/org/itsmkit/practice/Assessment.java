package org.itsmkit.practice;

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
import org.itsmkit.practice.capability.CapabilityLevel;
import org.itsmkit.practice.capability.Criteria;
import org.itsmkit.practice.capability.Evidence;
import org.itsmkit.practice.capability.Gap;
import org.itsmkit.practice.capability.Rating;
import org.itsmkit.spi.PersonId;

/**
 * People look at how well practices and other components are done, and say so.
 *
 * @param number what people quote, such as ASM0000042
 * @param title in one line
 * @param status where it stands
 * @param lead who leads it
 * @param assessors who assesses besides; whoever led it before is among them until others are named
 * @param involved who led it before, rated, submitted, or recorded or took back what it rests on; and for whom
 * @param scope what it looks at, each subject once, in the order in which that was said
 * @param evidence what was shown and accepted, by number; what was withdrawn too
 * @param findings what was seen and not struck out, by number
 * @param ratings at which level subjects were found, by subject; of each only since its evidence last changed
 * @param lastNumber the number that evidence or a finding was given last; 0 if none was
 * @param result what it came to; empty until it is completed
 * @param createdAt when it was planned
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record Assessment(
        String number,
        String title,
        Status status,
        PersonId lead,
        Set<PersonId> assessors,
        Set<PersonId> involved,
        List<ScopeItem> scope,
        List<Evidence> evidence,
        List<Finding> findings,
        List<Rating> ratings,
        int lastNumber,
        Optional<AssessmentResult> result,
        Instant createdAt,
        Instant updatedAt)
        implements WithAssessment {

    /** The most people who assess besides the lead. */
    public static final int MOST_ASSESSORS = 50;

    /** The most subjects: all practices and all other components. */
    public static final int MOST_SUBJECTS = 38;

    /** The most pieces of evidence, what was withdrawn among them. */
    public static final int MOST_EVIDENCE = 1_000;

    /** The most findings that stand. */
    public static final int MOST_FINDINGS = 500;

    public Assessment {
        Objects.requireNonNull(status, "status");
        assessors = Set.copyOf(assessors);
        involved = Set.copyOf(involved);
        scope = List.copyOf(scope);
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
        ratings = List.copyOf(ratings);
        Objects.requireNonNull(result, "result");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether it looks at that subject. */
    public boolean looksAt(String subject) {
        return scope.stream().anyMatch(item -> item.subject().equals(subject));
    }

    /** The piece of evidence of that number, if there is one. */
    public Optional<Evidence> evidence(int wanted) {
        return evidence.stream().filter(one -> one.number() == wanted).findFirst();
    }

    /** The finding of that number, if it stands. */
    public Optional<Finding> finding(int wanted) {
        return findings.stream().filter(one -> one.number() == wanted).findFirst();
    }

    /** At which level a subject was found, if it was since its evidence last changed. */
    public Optional<Rating> rating(String subject) {
        return ratings.stream()
                .filter(rating -> rating.subject().equals(subject))
                .findFirst();
    }

    /** What it looks at and has not rated, in the order of the scope. */
    public List<String> unrated() {
        return scope.stream()
                .map(ScopeItem::subject)
                .filter(subject -> rating(subject).isEmpty())
                .toList();
    }

    /** At which level a subject is at {@code at}, by the evidence of this and the {@linkplain Criteria criteria} of the kit. */
    public CapabilityLevel level(String subject, Instant at) {
        return CapabilityLevel.of(subject, Criteria.of(subject), evidence, at);
    }

    /**
     * What stands between all that it looks at and what is wanted of it, in the order of the scope.
     *
     * @param at when
     * @param within in what time evidence that grows old is told of too; not negative
     */
    public List<Gap> gaps(Instant at, Duration within) {
        return scope.stream()
                .flatMap(item -> level(item.subject(), at).gapsTo(item.wanted(), within).stream())
                .toList();
    }

    /** Who has a part in what it says: who leads and assesses, and whoever did so before or had it done for them. */
    public Set<PersonId> team() {
        Set<PersonId> team = new HashSet<>(assessors);
        team.addAll(involved);
        team.add(lead);
        evidence.forEach(one -> team.add(one.acceptedBy()));
        findings.forEach(one -> team.add(one.by()));
        return Set.copyOf(team);
    }

    Assessment moved(Status to, Occurrence when) {
        return withStatus(to).withUpdatedAt(when.occurredAt());
    }

    /** With whoever did that, and for whom, as one who has a part in what it says. */
    Assessment involving(Occurrence when) {
        Assessment with = involving(when.by());
        return when.onBehalfOf().map(with::involving).orElse(with);
    }

    Assessment involving(PersonId person) {
        Set<PersonId> all = new HashSet<>(involved);
        all.add(person);
        return withInvolved(all);
    }

    /** With those ratings in place of others of the same subjects. */
    Assessment rated(List<Rating> found) {
        List<Rating> all = new ArrayList<>(ratings);
        all.removeIf(rating -> found.stream().anyMatch(one -> one.subject().equals(rating.subject())));
        all.addAll(found);
        all.sort(Comparator.comparing(Rating::subject));
        return withRatings(all);
    }

    /** Without the rating of a subject of which something else is known now. */
    Assessment unrated(String subject) {
        return withRatings(ratings.stream()
                .filter(rating -> !rating.subject().equals(subject))
                .toList());
    }

    Assessment with(Evidence more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(more);
        return withEvidence(all).withLastNumber(more.number());
    }

    Assessment with(Finding more) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(more);
        return withFindings(all).withLastNumber(more.number());
    }

    Assessment scoped(List<ScopeItem> items) {
        return withScope(items)
                .withRatings(ratings.stream()
                        .filter(rating ->
                                items.stream().anyMatch(item -> item.subject().equals(rating.subject())))
                        .toList());
    }

    public static final class Builder extends AssessmentBuilder {
        Builder() {
            lastNumber(0);
        }
    }
}
