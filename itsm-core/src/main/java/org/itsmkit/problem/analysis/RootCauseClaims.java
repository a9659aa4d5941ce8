package org.itsmkit.problem.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Violation;

/**
 * Whether something may be called the root cause: only what an analysis has as a candidate with evidence, that is, what is
 * {@linkplain Confidence#SUPPORTED supported} or {@linkplain Confidence#ESTABLISHED established}. So brainstorming, a chronology or a count alone
 * is never enough.
 */
public final class RootCauseClaims {

    private RootCauseClaims() {}

    /** Returns the candidate on which the claim of {@code cause} rests: of those {@linkplain CauseCandidate#isNamed named so} the one that is surest, the first of equals. */
    public static Optional<CauseCandidate> groundOf(String cause, List<Analysis> analyses) {
        return analyses.stream()
                .flatMap(analysis -> analysis.candidates().stream())
                .filter(candidate -> candidate.isNamed(cause))
                .reduce((best, next) ->
                        Comparator.comparing(CauseCandidate::confidence).compare(next, best) > 0 ? next : best);
    }

    /** Returns what stands against calling {@code cause} the root cause; empty if nothing. */
    public static Optional<Violation> objectionTo(String cause, List<Analysis> analyses) {
        if (analyses.isEmpty()) {
            return Optional.of(
                    Violation.of("root-cause.no-analysis", "There is no analysis: a root cause comes out of one."));
        }
        Optional<CauseCandidate> ground = groundOf(cause, analyses);
        if (ground.isEmpty()) {
            return Optional.of(Violation.of(
                    "root-cause.not-a-candidate", "cause", cause, "No analysis has this as a cause: " + cause));
        }
        return ground.filter(candidate -> candidate.confidence() == Confidence.SUSPECTED)
                .map(candidate -> Violation.of(
                        "root-cause.no-evidence",
                        "cause",
                        cause,
                        "This is suspected only, there is no evidence that it is the cause: " + cause));
    }
}
