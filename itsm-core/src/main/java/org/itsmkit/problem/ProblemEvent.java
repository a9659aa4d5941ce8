package org.itsmkit.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.Confidence;
import org.itsmkit.problem.analysis.PainValue;
import org.itsmkit.problem.analysis.Technique;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.ticket.FixingEvent;
import org.itsmkit.ticket.Review;
import org.itsmkit.ticket.TicketOpening;

/** What happens to problems alone; see {@link org.itsmkit.ticket.TicketEvent} for the rest. */
public sealed interface ProblemEvent extends Event<Problem> {

    /** The names under which these stand in journals. */
    static List<EventType<?>> types() {
        List<EventType<?>> types = new ArrayList<>(List.of(
                EventType.of("logged", Logged.class),
                EventType.of("assessed", Assessed.class),
                EventType.of("weighed", Weighed.class),
                EventType.of("investigated", Investigated.class),
                EventType.of("analysed", Analysed.class),
                EventType.of("analysis-dropped", AnalysisDropped.class),
                EventType.of("root-cause-identified", RootCauseIdentified.class),
                EventType.of("resolved", Resolved.class),
                EventType.of("reviewed", Reviewed.class),
                EventType.of("reanalysed", Reanalysed.class)));
        types.addAll(RiskEvent.types());
        types.addAll(FixingEvent.types());
        return List.copyOf(types);
    }

    /** Somebody wrote it down. */
    record Logged(TicketOpening opening, Origin origin, Optional<PainValue> pain)
            implements ProblemEvent, Event.First<Problem> {
        @Override
        public Problem begin(Occurrence when) {
            return Problem.builder()
                    .ticket(opening.begin(when))
                    .origin(origin)
                    .pain(pain)
                    .reanalyses(0)
                    .build();
        }
    }

    /** There is one. */
    record Assessed(Status to, String finding) implements ProblemEvent, Event.Next<Problem> {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withTicket(problem.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** So much does it hurt. */
    record Weighed(PainValue pain) implements ProblemEvent, Event.Next<Problem> {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withPain(pain).withTicket(problem.ticket().touched(when));
        }
    }

    /** Its cause is looked for; what was believed to be it is not. */
    record Investigated(Status to, String reason) implements ProblemEvent, Event.Next<Problem> {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withRootCause(Optional.empty())
                    .withTicket(problem.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** An analysis came so far. */
    record Analysed(String name, Analysis analysis) implements ProblemEvent, Event.Next<Problem> {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            NamedAnalysis now = new NamedAnalysis(name, analysis, when.by(), when.occurredAt());
            List<NamedAnalysis> all = new ArrayList<>(problem.analyses());
            problem.analysis(name).ifPresentOrElse(before -> all.set(all.indexOf(before), now), () -> all.add(now));
            return problem.withAnalyses(all).withTicket(problem.ticket().touched(when));
        }
    }

    /** An analysis led nowhere. */
    record AnalysisDropped(String name, String reason) implements ProblemEvent, Event.Next<Problem> {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withAnalyses(problem.analyses().stream()
                            .filter(one -> !one.name().equals(name))
                            .toList())
                    .withTicket(problem.ticket().touched(when));
        }
    }

    /** That is why; with what it rests on, which is empty only where a host does without the rule that it rests on something. */
    record RootCauseIdentified(Status to, String cause, Optional<Confidence> confidence, Optional<Technique> technique)
            implements ProblemEvent, Event.Next<Problem> {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withRootCause(new RootCause(cause, confidence, technique, when.by(), when.occurredAt()))
                    .withTicket(problem.ticket().moved(to, Optional.empty(), when));
        }
    }

    /** It is gone. */
    record Resolved(Status to, String solution) implements ProblemEvent, Event.Next<Problem> {
        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withTicket(problem.ticket().moved(to, Optional.empty(), when))
                    .withSolution(solution)
                    .withReview(Optional.empty());
        }
    }

    /** People looked back on it. */
    record Reviewed(String wentWell, String wentBadly, List<String> lessons)
            implements ProblemEvent, Event.Next<Problem> {
        public Reviewed {
            lessons = List.copyOf(lessons);
        }

        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withReview(new Review(wentWell, wentBadly, lessons, when.by(), when.occurredAt()))
                    .withTicket(problem.ticket().touched(when));
        }
    }

    /** It is looked into again; what was believed to be its cause is not, until somebody says so again. */
    record Reanalysed(Status to, String reason, Set<RecordRef> evidence) implements ProblemEvent, Event.Next<Problem> {
        public Reanalysed {
            evidence = Set.copyOf(evidence);
        }

        @Override
        public Problem applyTo(Problem problem, Occurrence when) {
            return problem.withTicket(problem.ticket().moved(to, Optional.empty(), when))
                    .withRootCause(Optional.empty())
                    .withReanalyses(problem.reanalyses() + 1);
        }
    }
}
