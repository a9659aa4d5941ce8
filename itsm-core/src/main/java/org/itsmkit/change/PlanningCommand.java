package org.itsmkit.change;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.PastChange;
import org.itsmkit.change.risk.RiskAssessment;
import org.itsmkit.change.risk.RiskFacts;
import org.itsmkit.change.risk.RiskModel;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of a change that is being planned, besides to plan it anew. */
public sealed interface PlanningCommand extends ChangeCommand {

    /** The most answers, and the most changes of the team, that go into a risk. */
    int MOST_FACTS = 10_000;

    /**
     * Say when it is to be made. Where it was authorised for another time, somebody must say yes to this one.
     *
     * @param window from when to when; at most {@link Slot#LONGEST}
     * @param outage when its services will be out, within the window; empty if they go on
     */
    record Schedule(Window window, Optional<Window> outage) implements PlanningCommand {

        public Schedule {
            window = Slot.micros(window);
            outage = outage.map(Slot::micros);
        }

        /** Say when it is to be made; its services go on. */
        public Schedule(Window window) {
            this(window, Optional.empty());
        }

        @Override
        public Action action() {
            return ChangeLifecycle.SCHEDULE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            Slot.fits(window, outage),
                            "slot.not-possible",
                            "window",
                            "A change is made in a year at most, and its outage lies within its window.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            Slot slot = new Slot(window, outage);
            boolean changes = !change.slot().equals(Optional.of(slot));
            return right(TicketEvent.andMove(
                    change, context, changes ? List.of(new ChangeEvent.Scheduled(slot)) : List.of()));
        }
    }

    /**
     * Find out how risky it is, as its procedure says.
     *
     * @param likelihood how probable it is that something goes wrong, as a matrix of the procedure names it
     * @param impact how bad that would be, likewise
     * @param answers the answers to a questionnaire, by their questions; at most {@value #MOST_FACTS}
     * @param history how the changes of the team went; at most {@value #MOST_FACTS}
     */
    record AssessRisk(
            Optional<String> likelihood, Optional<String> impact, Map<String, String> answers, List<PastChange> history)
            implements PlanningCommand {

        public AssessRisk {
            answers = Map.copyOf(answers);
            history = List.copyOf(history);
        }

        /** Find out how risky it is by how probable and how bad it would be that something goes wrong. */
        public AssessRisk(String likelihood, String impact) {
            this(Optional.of(likelihood), Optional.of(impact), Map.of(), List.of());
        }

        @Override
        public Action action() {
            return ChangeLifecycle.ASSESS_RISK;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            answers.size() <= MOST_FACTS && history.size() <= MOST_FACTS,
                            "list.too-long",
                            "history",
                            "More than " + MOST_FACTS + " facts do not go into a risk.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return change.procedure()
                    .risk()
                    .map(model -> assess(model, change, context))
                    .orElseGet(() -> left(context.refuse(Violation.of(
                            "risk.no-model", "Nothing is said of how the risk of such a change is found."))))
                    .map(found -> TicketEvent.andMove(
                            change,
                            context,
                            List.of(new ChangeEvent.RiskAssessed(found.level().orElseThrow(), found.findings()))));
        }

        private Either<Rejection, RiskAssessment> assess(RiskModel model, Change change, Context context) {
            RiskAssessment found;
            try {
                found = model.assess(new RiskFacts(
                        context.at(), likelihood, impact, answers, RiskFields.of(model, change), history));
            } catch (IllegalArgumentException e) {
                return left(context.refuse(Violation.of(
                        "risk.unknown-fact",
                        "why",
                        String.valueOf(e.getMessage()),
                        "Nobody asked that: " + e.getMessage())));
            }
            if (found.level().isPresent()) {
                return right(found);
            }
            String missing = String.join(", ", found.missing());
            return left(context.refuse(
                    Violation.of("risk.not-known", "missing", missing, String.join(" ", found.sentences()))));
        }
    }

    /**
     * Let it go another way. How it goes is then as that way has it now, its tasks are added, and its risk is to be assessed anew.
     *
     * @param type by which way; that of the model, or else a normal one, if empty
     * @param model the change model by which it goes; demanded of standard changes
     */
    record Reclassify(Optional<ChangeType> type, Optional<RecordRef> model) implements PlanningCommand {

        /** Let it go by that type, and by no model. */
        public Reclassify(ChangeType type) {
            this(Optional.of(type), Optional.empty());
        }

        /** Let it go by that model. */
        public Reclassify(RecordRef model) {
            this(Optional.empty(), Optional.of(model));
        }

        @Override
        public Action action() {
            return ChangeLifecycle.RECLASSIFY;
        }

        @Override
        public Needs needs(Change change) {
            return model.map(Needs::record).orElse(Needs.none());
        }

        @Override
        public List<Violation> check(Context context) {
            return new Way(type, model).check(context);
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            ChangeProcedure procedure = new Way(type, model).procedure(context);
            boolean changes =
                    !change.procedure().equals(procedure) || !change.model().equals(model);
            List<Event<Change>> events = new ArrayList<>();
            if (changes) {
                events.add(new ChangeEvent.Reclassified(procedure, model));
                events.addAll(ModelTasks.missing(change.ticket().worksheetOrBlank(), procedure));
            }
            return right(TicketEvent.andMove(change, context, events));
        }
    }
}
