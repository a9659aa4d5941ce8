package org.itsmkit.practice;

import static org.itsmkit.practice.AssessmentLifecycle.COMPLETE;
import static org.itsmkit.practice.AssessmentLifecycle.HAND_OVER;
import static org.itsmkit.practice.AssessmentLifecycle.NAME_ASSESSORS;
import static org.itsmkit.practice.AssessmentLifecycle.PLAN;
import static org.itsmkit.practice.AssessmentLifecycle.RECORD_EVIDENCE;
import static org.itsmkit.practice.AssessmentLifecycle.RESCOPE;
import static org.itsmkit.practice.AssessmentLifecycle.SEND_BACK;
import static org.itsmkit.practice.AssessmentLifecycle.SUBMIT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.practice.capability.Criteria;
import org.itsmkit.spi.PersonId;

/** What is permitted with an assessment. */
public final class AssessmentPolicy {

    private AssessmentPolicy() {}

    /** All rules of assessments. */
    public static Policy<Assessment> standard() {
        return new Policy<>(List.of(
                timeGoesForward(),
                peopleAreKnown(),
                scopeIsKnown(),
                whatWasLookedAtStaysInScope(),
                teamHasRoom(),
                EvidencePolicy.assessorsAssess(),
                EvidencePolicy.nobodyAcceptsTheirOwn(),
                EvidencePolicy.criterionIsInScope(),
                EvidencePolicy.evidenceIsOfTheRightSort(),
                EvidencePolicy.evidenceHoldsForSomeTime(),
                EvidencePolicy.recordsAreKnown(),
                EvidencePolicy.evidenceHasRoom(),
                EvidencePolicy.evidenceStands(),
                EvidencePolicy.findingsHaveRoom(),
                EvidencePolicy.findingStands(),
                EvidencePolicy.subjectIsInScope(),
                everythingIsRated(),
                ratingsStillHold(),
                reviewedByAnother()));
    }

    /** Nothing happens before what has happened already: what was shown then would be another thing. */
    static Rule<Assessment> timeGoesForward() {
        return Rule.of(
                "time-goes-forward",
                Set.of(),
                p -> is(p, assessment -> p.context().at().isBefore(assessment.updatedAt())),
                "This would have happened before the assessment's last change.");
    }

    /** Who leads, assesses or shows something is somebody. */
    static Rule<Assessment> peopleAreKnown() {
        return Rule.of(
                "people-are-known",
                Set.of(PLAN, HAND_OVER, NAME_ASSESSORS, RECORD_EVIDENCE),
                p -> p.intention().stream()
                        .flatMap(wanted -> Assessors.named(wanted).stream())
                        .anyMatch(person -> p.context().facts().person(person).isEmpty()),
                "Nobody knows one of these people.");
    }

    /** What is looked at is a practice, or another component of a system of services. */
    static Rule<Assessment> scopeIsKnown() {
        return Rule.of(
                "scope-is-known",
                Set.of(PLAN, RESCOPE),
                p -> scope(p).anyMatch(item -> !Criteria.isSubject(item.subject())),
                "Something to be looked at is neither a practice nor another component.");
    }

    private static Stream<ScopeItem> scope(Proposal<Assessment> proposal) {
        return proposal
                .intention(AssessmentCommand.Plan.class)
                .map(AssessmentCommand.Plan::scope)
                .or(() -> proposal.intention(AssessmentCommand.Rescope.class).map(AssessmentCommand.Rescope::scope))
                .stream()
                .flatMap(List::stream);
    }

    /** What was looked at is told of, however it turned out: only what nobody has looked at is left out. */
    static Rule<Assessment> whatWasLookedAtStaysInScope() {
        return Rule.of(
                "what-was-looked-at-stays-in-scope",
                Set.of(RESCOPE),
                p -> of(
                        p,
                        AssessmentCommand.Rescope.class,
                        (assessment, rescope) -> lookedAt(assessment)
                                .anyMatch(subject -> rescope.scope().stream()
                                        .noneMatch(item -> item.subject().equals(subject)))),
                "Of something that is left out there is evidence, or a finding.");
    }

    private static Stream<String> lookedAt(Assessment assessment) {
        return Stream.concat(
                assessment.evidence().stream()
                        .filter(one -> one.withdrawnAt().isEmpty())
                        .flatMap(one -> Criteria.find(one.criterion()).stream())
                        .map(criterion -> criterion.subject()),
                assessment.findings().stream().map(Finding::subject));
    }

    /** Not more people assess than can agree: whoever led it goes on to assess. */
    static Rule<Assessment> teamHasRoom() {
        return Rule.of(
                "team-has-room",
                Set.of(HAND_OVER),
                p -> of(
                        p,
                        AssessmentCommand.HandOver.class,
                        (assessment, handOver) -> assessment.assessors().size() >= Assessment.MOST_ASSESSORS
                                && !assessment.assessors().contains(handOver.lead())
                                && !assessment.lead().equals(handOver.lead())),
                "No more than " + Assessment.MOST_ASSESSORS + " people assess besides the lead.");
    }

    /** Something is said of all that was to be looked at. */
    static Rule<Assessment> everythingIsRated() {
        return Rule.of(
                "everything-is-rated",
                Set.of(SUBMIT, COMPLETE),
                p -> is(p, assessment -> !assessment.unrated().isEmpty()),
                "Something in scope is not rated, or its evidence has changed since.");
    }

    /** What is said is so still: no evidence on which it rests has grown old. */
    static Rule<Assessment> ratingsStillHold() {
        return Rule.of(
                "ratings-still-hold",
                Set.of(SUBMIT, COMPLETE),
                p -> is(
                        p,
                        assessment -> assessment.ratings().stream()
                                .anyMatch(rating -> !rating.holds(p.context().at()))),
                "Evidence on which a rating rests has expired; it must be rated anew.");
    }

    /** What was found stands once somebody has looked at it who had no part in it, nor speaks for one who had. */
    static Rule<Assessment> reviewedByAnother() {
        return Rule.of(
                "reviewed-by-another",
                Set.of(SEND_BACK, COMPLETE),
                p -> is(p, assessment -> callers(p).anyMatch(assessment.team()::contains)),
                "Nobody reviews what they have assessed.");
    }

    /** Who asks, and for whom. */
    static Stream<PersonId> callers(Proposal<Assessment> proposal) {
        return Stream.concat(
                Stream.of(proposal.context().caller().person()), proposal.context().caller().onBehalfOf().stream());
    }

    static boolean is(Proposal<Assessment> proposal, Predicate<Assessment> question) {
        return proposal.record().map(question::test).orElse(false);
    }

    /** Whether that is so of the assessment as it is and of the command, if there is one of that class. */
    static <C> boolean of(Proposal<Assessment> proposal, Class<C> type, BiPredicate<Assessment, C> question) {
        Optional<C> wanted = proposal.intention(type);
        return wanted.isPresent() && is(proposal, assessment -> question.test(assessment, wanted.get()));
    }
}
