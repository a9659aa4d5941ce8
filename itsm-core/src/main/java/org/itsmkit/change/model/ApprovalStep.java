package org.itsmkit.change.model;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.approval.ApprovalRule;
import org.itsmkit.approval.ApprovalTerms;
import org.itsmkit.change.risk.RiskLevel;

/**
 * Who must approve changes that are at least so risky.
 *
 * @param fromRisk the least risk for which this holds; any, and one that nobody assessed, if empty
 * @param rule who must approve
 * @param terms how long there is to vote, and how long an approval holds
 */
public record ApprovalStep(Optional<RiskLevel> fromRisk, ApprovalRule rule, ApprovalTerms terms) {

    public ApprovalStep {
        Objects.requireNonNull(fromRisk, "fromRisk");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(terms, "terms");
    }

    /** These must approve, whatever the risk, and take as long as they like. */
    public static ApprovalStep of(ApprovalRule rule) {
        return new ApprovalStep(Optional.empty(), rule, ApprovalTerms.unlimited());
    }

    /** Returns this, for changes of that risk and more alone. */
    public ApprovalStep from(RiskLevel least) {
        return new ApprovalStep(Optional.of(least), rule, terms);
    }

    /** Returns this on other terms. */
    public ApprovalStep within(ApprovalTerms newTerms) {
        return new ApprovalStep(fromRisk, rule, newTerms);
    }

    /** Whether it holds for a change of that risk, or of one that is not known. */
    boolean holdsFor(Optional<RiskLevel> risk) {
        return fromRisk.isEmpty()
                || risk.filter(level -> level.compareTo(fromRisk.get()) >= 0).isPresent();
    }
}
