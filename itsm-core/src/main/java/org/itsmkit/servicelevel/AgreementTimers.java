package org.itsmkit.servicelevel;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.engine.Timers;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Timer;

/** Puts agreements in force when they begin, ends them at their end, and reminds of reviews. */
final class AgreementTimers implements Timers<Agreement> {

    private static final String BEGIN = "begin";
    private static final String END = "end";
    private static final String REVIEW = "review";

    @Override
    public Set<Timer> wanted(Agreement agreement, Settings settings) {
        Set<Timer> wanted = new HashSet<>();
        String status = agreement.status().name();
        boolean isAgreed = status.equals(AgreementLifecycle.AGREED.name());
        if (isAgreed && !agreement.versions().isEmpty()) {
            wanted.add(new Timer(BEGIN, agreement.versions().get(0).from()));
        }
        if (!agreement.status().phase().isOver()) {
            agreement.endsAt().ifPresent(end -> wanted.add(new Timer(END, end)));
        }
        if (isAgreed || status.equals(AgreementLifecycle.ACTIVE.name())) {
            agreement.reviewDue().ifPresent(due -> wanted.add(new Timer(REVIEW, due)));
        }
        return wanted;
    }

    @Override
    public Optional<Command<Agreement>> command(Agreement agreement, Timer timer, Settings settings, Instant now) {
        return switch (timer.name()) {
            case BEGIN -> Optional.of(new AgreementCommand.Activate());
            case END ->
                Optional.of(agreement
                        .termination()
                        .<Command<Agreement>>map(notice -> new AgreementEndingCommand.Terminate(notice.reason()))
                        .orElseGet(AgreementEndingCommand.Expire::new));
            default -> agreement.reviewOn().map(AgreementReviewCommand.NoteReviewDue::new);
        };
    }
}
