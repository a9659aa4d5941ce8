package org.itsmkit.examples.facilities;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** What may be wanted of facilities requests alone; see {@link TicketCommand} for the rest. */
public sealed interface FacilitiesCommand extends Command<FacilitiesRequest> {

    /** Ask for something to be done to a building. */
    record Request(TicketDraft draft, String building, int floor, Optional<BigDecimal> costLimit)
            implements Creation<FacilitiesRequest> {
        @Override
        public Action action() {
            return FacilitiesLifecycle.REQUEST;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return draft.custom();
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(draft.check(context));
            violations.addAll(Inputs.check()
                    .line("building", building, 100)
                    .require(
                            costLimit.map(limit -> limit.signum() >= 0).orElse(true),
                            "cost.negative",
                            "cost-limit",
                            "A limit is not negative.")
                    .violations());
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<FacilitiesRequest>>> decide(Context context) {
            return Either.right(
                    List.of(new FacilitiesEvent.Requested(draft.open(context), building, floor, costLimit)));
        }
    }

    /** Say on which day somebody comes; again, if it is another day after all. */
    record Schedule(LocalDate visit) implements FacilitiesCommand {
        @Override
        public Action action() {
            return FacilitiesLifecycle.SCHEDULE;
        }

        @Override
        public Either<Rejection, List<Event<FacilitiesRequest>>> decide(FacilitiesRequest request, Context context) {
            return Either.right(List.of(new FacilitiesEvent.Scheduled(context.destination(), visit)));
        }
    }

    /** Say that it is done, and what it cost. */
    record ReportDone(BigDecimal cost) implements FacilitiesCommand {
        @Override
        public Action action() {
            return FacilitiesLifecycle.REPORT_DONE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(cost.signum() >= 0, "cost.negative", "cost", "A cost is not negative.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<FacilitiesRequest>>> decide(FacilitiesRequest request, Context context) {
            return Either.right(List.of(new FacilitiesEvent.ReportedDone(context.destination(), cost)));
        }
    }

    /** Say that it is not done, and what is missing. */
    record SendBack(String reason) implements FacilitiesCommand {
        @Override
        public Action action() {
            return FacilitiesLifecycle.SEND_BACK;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<FacilitiesRequest>>> decide(FacilitiesRequest request, Context context) {
            return Either.right(List.of(new FacilitiesEvent.SentBack(context.destination(), reason)));
        }
    }
}
