package org.itsmkit.service;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.service.portfolio.PlannedRetirement;

/** What may be wanted of the end of a service, until it has come. */
public sealed interface RetirementCommand extends ServiceCommand {

    /**
     * Say when it is to end, in place of what was said before.
     *
     * @param on the first day on which nobody has it any longer: today or later, in UTC, in the years 0 to 9999
     * @param successor what customers use instead: a service that there is
     * @param reason why
     */
    record PlanRetirement(LocalDate on, Optional<ServiceId> successor, String reason) implements RetirementCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.PLAN_RETIREMENT;
        }

        @Override
        public Needs needs(Service service) {
            return successor
                    .map(key -> Needs.counting(ServicePolicy.named(key)))
                    .orElseGet(Needs::none);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            on.getYear() >= 0 && on.getYear() <= 9999,
                            "service.date",
                            "on",
                            "The year of its end is 0 to 9999.")
                    .text("reason", reason, NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            PlannedRetirement planned = new PlannedRetirement(on, successor, reason);
            boolean isSame = service.retirement().map(planned::equals).orElse(false);
            return isSame && ServiceCommand.stays(context)
                    ? right(List.of())
                    : right(List.of(new GateEvent.RetirementPlanned(context.destination(), planned)));
        }
    }

    /** Say that it is not to end after all; it has yet to show anew that it runs as it should. */
    record Keep(String reason) implements RetirementCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.KEEP;
        }

        @Override
        public List<Violation> check(Context context) {
            return ServiceCommand.reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new GateEvent.Kept(context.destination(), reason)));
        }
    }

    /** Take note that the day of its end has come; once for each day that was planned. */
    record NoteRetirementDue(LocalDate on) implements RetirementCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.NOTE_RETIREMENT_DUE;
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            boolean isDue = service.retirement()
                            .filter(planned -> planned.on().equals(on))
                            .isPresent()
                    && service.retirementDue()
                            .map(due -> !context.at().isBefore(due))
                            .orElse(false);
            return right(isDue ? List.of(new GateEvent.RetirementDue(context.destination(), on)) : List.of());
        }
    }
}
