package org.itsmkit.problem;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;

/** Reminds of what is lived with on the day on which it is to be looked at again, once for each such day. */
final class RiskTimers implements Timers<Problem> {

    private static final String REVIEW = "risk-review";

    @Override
    public Set<Timer> wanted(Problem problem, Settings settings) {
        return problem.acceptedRisk().stream()
                .filter(risk -> problem.isLivedWith() && !risk.isReviewDue())
                .map(risk -> new Timer(REVIEW, risk.due()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Command<Problem>> command(Problem problem, Timer timer, Settings settings, Instant now) {
        return timer.name().equals(REVIEW)
                ? problem.acceptedRisk().map(risk -> new RiskCommand.NoteRiskReview(risk.reviewOn()))
                : Optional.empty();
    }
}
