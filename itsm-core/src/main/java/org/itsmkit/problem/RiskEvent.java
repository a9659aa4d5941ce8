package org.itsmkit.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.record.EventType;

/** What happens to a problem that is lived with. */
public sealed interface RiskEvent extends Event.Next<Problem> {

    /** The names under which these stand in journals; part of those of problems. */
    static List<EventType<?>> types() {
        return List.of(
                EventType.of("risk-accepted", RiskAccepted.class),
                EventType.of("risk-renewed", RiskRenewed.class),
                EventType.of("risk-review-due", RiskReviewDue.class));
    }

    /** It is lived with. */
    record RiskAccepted(Status to, AcceptedRisk.Code code, String reason, LocalDate reviewOn) implements RiskEvent {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withTicket(problem.ticket().moved(to, Optional.empty(), when))
                    .withAcceptedRisk(new AcceptedRisk(code, reason, reviewOn, when.by(), false));
        }
    }

    /** It is lived with still. */
    record RiskRenewed(String reason, LocalDate reviewOn) implements RiskEvent {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withTicket(problem.ticket().touched(when))
                    .withAcceptedRisk(problem.acceptedRisk()
                            .map(risk -> new AcceptedRisk(risk.code(), reason, reviewOn, when.by(), false)));
        }
    }

    /** The day came to look at it again. */
    record RiskReviewDue(LocalDate on) implements RiskEvent {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withTicket(problem.ticket().touched(when))
                    .withAcceptedRisk(problem.acceptedRisk()
                            .map(risk ->
                                    new AcceptedRisk(risk.code(), risk.reason(), risk.reviewOn(), risk.by(), true)));
        }
    }
}
