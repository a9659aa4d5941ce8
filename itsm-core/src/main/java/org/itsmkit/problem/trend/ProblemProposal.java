package org.itsmkit.problem.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.itsmkit.spi.RecordRef;

/**
 * That there may be a problem behind incidents which have something in common.
 *
 * @param key what they have in common
 * @param findings what shows it, in the order of the tests; at least one
 * @param evidence the incidents of all findings, each once, by when they were
 * @param first when the first of these was
 * @param last when the last of these was
 * @param users how many users they affected together, as far as is known
 * @param duration how long they lasted together, as far as is known
 */
public record ProblemProposal(
        Key key,
        List<TrendFinding> findings,
        List<RecordRef> evidence,
        Instant first,
        Instant last,
        long users,
        Duration duration) {

    public ProblemProposal {
        Objects.requireNonNull(key, "key");
        findings = List.copyOf(findings);
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(duration, "duration");
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("nothing was found");
        }
    }

    /** All that was found, in words. */
    public String sentence() {
        return findings.stream().map(TrendFinding::sentence).collect(Collectors.joining(" "));
    }
}
