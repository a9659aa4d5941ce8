package org.itsmkit.change;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.change.risk.RiskFinding;
import org.itsmkit.change.risk.RiskLevel;
import org.itsmkit.spi.PersonId;

/**
 * How risky a change was found to be.
 *
 * @param level what all findings came to
 * @param findings what each assessor of its procedure said, in their order
 * @param by who asked
 * @param at when
 */
public record AssessedRisk(RiskLevel level, List<RiskFinding> findings, PersonId by, Instant at) {

    public AssessedRisk {
        Objects.requireNonNull(level, "level");
        findings = List.copyOf(findings);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
