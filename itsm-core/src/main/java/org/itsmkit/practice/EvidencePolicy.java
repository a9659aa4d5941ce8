package org.itsmkit.practice;

import static org.itsmkit.practice.AssessmentLifecycle.NOTE_FINDING;
import static org.itsmkit.practice.AssessmentLifecycle.RATE;
import static org.itsmkit.practice.AssessmentLifecycle.RECORD_EVIDENCE;
import static org.itsmkit.practice.AssessmentLifecycle.STRIKE_FINDING;
import static org.itsmkit.practice.AssessmentLifecycle.SUBMIT;
import static org.itsmkit.practice.AssessmentLifecycle.WITHDRAW_EVIDENCE;
import static org.itsmkit.practice.AssessmentPolicy.callers;
import static org.itsmkit.practice.AssessmentPolicy.is;
import static org.itsmkit.practice.AssessmentPolicy.of;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.practice.capability.Criteria;
import org.itsmkit.practice.capability.Criterion;
import org.itsmkit.practice.capability.Evidence;

/** What is permitted with what an assessment rests on: part of {@link AssessmentPolicy#standard}. */
final class EvidencePolicy {

    private EvidencePolicy() {}

    /** Who leads it or assesses does so; others show, and look at what was found. */
    static Rule<Assessment> assessorsAssess() {
        return Rule.of(
                "assessors-assess",
                Set.of(RECORD_EVIDENCE, WITHDRAW_EVIDENCE, NOTE_FINDING, STRIKE_FINDING, RATE, SUBMIT),
                p -> is(p, assessment -> {
                    var who = p.context().caller().person();
                    return !assessment.lead().equals(who)
                            && !assessment.assessors().contains(who);
                }),
                "Only who leads an assessment or is named as an assessor assesses.");
    }

    /** Who shows something is not who finds it good. */
    static Rule<Assessment> nobodyAcceptsTheirOwn() {
        return Rule.of(
                "nobody-accepts-their-own-evidence",
                Set.of(RECORD_EVIDENCE),
                p -> recorded(p)
                        .map(evidence -> callers(p).anyMatch(evidence.providedBy()::equals))
                        .orElse(false),
                "Nobody accepts evidence that they provided.");
    }

    private static Optional<EvidenceCommand.RecordEvidence> recorded(Proposal<Assessment> proposal) {
        return proposal.intention(EvidenceCommand.RecordEvidence.class);
    }

    private static Optional<Criterion> criterion(Proposal<Assessment> proposal) {
        return recorded(proposal).map(EvidenceCommand.RecordEvidence::criterion).flatMap(Criteria::find);
    }

    /** What is shown is a criterion of something that is looked at. */
    static Rule<Assessment> criterionIsInScope() {
        return Rule.of(
                "criterion-is-in-scope",
                Set.of(RECORD_EVIDENCE),
                p -> recorded(p).isPresent()
                        && is(
                                p,
                                assessment -> criterion(p)
                                        .filter(criterion -> assessment.looksAt(criterion.subject()))
                                        .isEmpty()),
                "There is no such criterion of what is looked at.");
    }

    /** Where a figure is asked for, words do not show it. */
    static Rule<Assessment> evidenceIsOfTheRightSort() {
        return Rule.of(
                "evidence-is-of-the-right-sort",
                Set.of(RECORD_EVIDENCE),
                p -> criterion(p)
                        .flatMap(Criterion::measure)
                        .map(measure -> recorded(p)
                                .flatMap(EvidenceCommand.RecordEvidence::figure)
                                .filter(measure::isToldBy)
                                .isEmpty())
                        .orElse(false),
                "The criterion asks for a figure of its measure, with a value.");
    }

    /** Evidence grows old, and is not old when it is accepted. */
    static Rule<Assessment> evidenceHoldsForSomeTime() {
        return Rule.of(
                "evidence-holds-for-some-time",
                Set.of(RECORD_EVIDENCE),
                p -> recorded(p)
                        .map(evidence -> {
                            Instant at = p.context().at();
                            Instant until = evidence.until(p.context());
                            return !at.isBefore(until) || until.isAfter(at.plus(Evidence.LONGEST_VALIDITY));
                        })
                        .orElse(false),
                "Evidence holds for some time, and for " + Evidence.LONGEST_VALIDITY.toDays() + " days at most.");
    }

    /** The records that show something are there, for the caller to see. */
    static Rule<Assessment> recordsAreKnown() {
        return Rule.of(
                "records-are-known",
                Set.of(RECORD_EVIDENCE),
                p -> recorded(p)
                        .map(evidence -> evidence.records().stream()
                                .limit(Evidence.MOST_RECORDS)
                                .anyMatch(record -> !p.context().facts().exists(record)))
                        .orElse(false),
                "One of these records is not there.");
    }

    /** An assessment can be read. */
    static Rule<Assessment> evidenceHasRoom() {
        return Rule.of(
                "evidence-has-room",
                Set.of(RECORD_EVIDENCE),
                p -> is(p, assessment -> assessment.evidence().size() >= Assessment.MOST_EVIDENCE),
                "An assessment has no more than " + Assessment.MOST_EVIDENCE + " pieces of evidence.");
    }

    /** Only what shows something can be withdrawn. */
    static Rule<Assessment> evidenceStands() {
        return Rule.of(
                "evidence-stands",
                Set.of(WITHDRAW_EVIDENCE),
                p -> of(
                        p,
                        EvidenceCommand.WithdrawEvidence.class,
                        (assessment, withdraw) -> assessment
                                .evidence(withdraw.number())
                                .filter(evidence -> evidence.withdrawnAt().isEmpty())
                                .isEmpty()),
                "There is no such evidence, or it was withdrawn.");
    }

    /** Findings can be read, too. */
    static Rule<Assessment> findingsHaveRoom() {
        return Rule.of(
                "findings-have-room",
                Set.of(NOTE_FINDING),
                p -> is(p, assessment -> assessment.findings().size() >= Assessment.MOST_FINDINGS),
                "An assessment has no more than " + Assessment.MOST_FINDINGS + " findings.");
    }

    /** Only what stands is struck out. */
    static Rule<Assessment> findingStands() {
        return Rule.of(
                "finding-stands",
                Set.of(STRIKE_FINDING),
                p -> of(
                        p,
                        EvidenceCommand.StrikeFinding.class,
                        (assessment, strike) ->
                                assessment.finding(strike.number()).isEmpty()),
                "There is no such finding.");
    }

    /** Something is said of what is looked at alone. */
    static Rule<Assessment> subjectIsInScope() {
        return Rule.of(
                "subject-is-in-scope",
                Set.of(RATE, NOTE_FINDING),
                p -> of(
                                p,
                                AssessmentCommand.Rate.class,
                                (assessment, rate) -> !rate.subjects().stream().allMatch(assessment::looksAt))
                        || of(
                                p,
                                EvidenceCommand.NoteFinding.class,
                                (assessment, note) -> !assessment.looksAt(note.subject())),
                "The assessment does not look at that.");
    }
}
