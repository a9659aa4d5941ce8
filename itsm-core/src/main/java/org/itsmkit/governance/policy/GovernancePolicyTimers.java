package org.itsmkit.governance.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;

/** Reminds of the review of a policy that was enacted, once for each day that was set. */
final class GovernancePolicyTimers implements Timers<GovernancePolicy> {

    private static final String REVIEW = "review";

    @Override
    public Set<Timer> wanted(GovernancePolicy policy, Settings settings) {
        boolean isReviewed = policy.version() > 0 && !policy.status().phase().isOver();
        return policy.reviewDue().stream()
                .filter(due -> isReviewed)
                .map(due -> new Timer(REVIEW, due))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Command<GovernancePolicy>> command(
            GovernancePolicy policy, Timer timer, Settings settings, Instant now) {
        return policy.reviewOn().map(PolicyReviewCommand.NoteReviewDue::new);
    }
}
