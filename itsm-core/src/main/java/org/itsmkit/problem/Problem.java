package org.itsmkit.problem;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.PainValue;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.Fixable;
import org.itsmkit.ticket.Review;
import org.itsmkit.ticket.Ticket;

/**
 * There is a cause, or may be, of incidents that were or may come.
 *
 * @param ticket what it shares with every ticket
 * @param origin how somebody came to look for it
 * @param analyses how its cause is looked for, in the order in which they were begun; at most {@link #MOST_ANALYSES}
 * @param rootCause why there is one, if that was found out
 * @param pain how much it hurts, if that was worked out
 * @param fixes the changes that are to bring an end to it, each once, in the order in which they were planned; at most {@link Fix#MOST}
 * @param solution how it was brought to its end; empty while it is not, and once it is looked into again
 * @param acceptedRisk that it is lived with; empty while it is not, and once it is looked into again
 * @param review what people found when they looked back on it, since it was last resolved
 * @param reanalyses how often it was looked into again
 */
@KitStyle
@Value.Builder
public record Problem(
        Ticket ticket,
        Origin origin,
        List<NamedAnalysis> analyses,
        Optional<RootCause> rootCause,
        Optional<PainValue> pain,
        List<Fix> fixes,
        Optional<String> solution,
        Optional<AcceptedRisk> acceptedRisk,
        Optional<Review> review,
        int reanalyses)
        implements WithProblem, Fixable<Problem> {

    /** The most analyses of one problem. */
    public static final int MOST_ANALYSES = 20;

    public Problem {
        analyses = List.copyOf(analyses);
        fixes = List.copyOf(fixes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns this problem with another state of its ticket; whatever way leads back to work, nothing has ended it then, and once merged
     * into another it has ended there.
     */
    @Override
    public Problem withTicket(Ticket ticket) {
        Problem changed = WithProblem.super.withTicket(ticket);
        boolean isBack = ticket.phase().isOpen() && !ticket().phase().isOpen();
        if (ticket.merger().isPresent() && ticket().merger().isEmpty()) {
            return changed.withSolution("Merged into " + ticket.merger().get().number());
        }
        return isBack
                ? changed.withSolution(Optional.empty())
                        .withAcceptedRisk(Optional.empty())
                        .withReview(Optional.empty())
                : changed;
    }

    /** The analysis of that name, if there is one. */
    public Optional<NamedAnalysis> analysis(String name) {
        return analyses.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** What the analyses say. */
    public List<Analysis> said() {
        return analyses.stream().map(NamedAnalysis::analysis).toList();
    }

    /** Whether it is lived with. */
    boolean isLivedWith() {
        return acceptedRisk.isPresent() && ticket.phase() == Phase.CLOSED;
    }

    @Override
    public Problem withFixes(Iterable<? extends Fix> fixes) {
        return WithProblem.super.withFixes(fixes);
    }

    public static final class Builder extends ProblemBuilder {
        Builder() {}
    }
}
