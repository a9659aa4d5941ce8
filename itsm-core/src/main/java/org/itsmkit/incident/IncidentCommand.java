package org.itsmkit.incident;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of incidents alone; see {@link TicketCommand} for the rest. */
public sealed interface IncidentCommand extends Command<Incident> {

    /** Begins to tell the kit of an incident; a title is all it takes. */
    static Log.Builder log() {
        return new Log.Builder();
    }

    /**
     * Tell the kit of an incident. Components as in {@link TicketDraft}.
     *
     * @param detectedAt when it was noticed; else now
     */
    @KitStyle
    @Value.Builder
    record Log(
            String title,
            Optional<String> description,
            Optional<PersonId> requester,
            Optional<OrganisationId> customer,
            Optional<ServiceId> service,
            Optional<Category> category,
            Optional<Impact> impact,
            Optional<Urgency> urgency,
            Map<String, FieldValue> custom,
            Optional<Instant> detectedAt)
            implements Creation<Incident> {

        public Log {
            custom = Map.copyOf(custom);
            detectedAt = detectedAt.map(Micros::truncate);
        }

        @Override
        public Action action() {
            return IncidentLifecycle.LOG;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return custom;
        }

        @Override
        public List<Violation> check(Context context) {
            return draft().check(context);
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Context context) {
            return right(List.of(new IncidentEvent.Logged(draft().open(context), detectedAt.orElse(context.at()))));
        }

        private TicketDraft draft() {
            return TicketDraft.builder()
                    .title(title)
                    .description(description)
                    .requester(requester)
                    .customer(customer)
                    .service(service)
                    .category(category)
                    .impact(impact)
                    .urgency(urgency)
                    .custom(custom)
                    .build();
        }

        public static final class Builder extends LogBuilder {
            Builder() {}
        }
    }

    /** Say what is wrong; a later diagnosis takes the place of an earlier one. */
    record Diagnose(String diagnosis) implements IncidentCommand {
        @Override
        public Action action() {
            return IncidentLifecycle.DIAGNOSE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("diagnosis", diagnosis, TicketDraft.TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return right(TicketEvent.andMove(incident, context, List.of(new IncidentEvent.Diagnosed(diagnosis))));
        }
    }

    /** Say that the service works again, and how. */
    record Resolve(Resolution.Code code, String text) implements IncidentCommand {
        @Override
        public Action action() {
            return IncidentLifecycle.RESOLVE;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return Map.of("resolution-code", FieldValue.text(code.value()));
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("solution", text, TicketDraft.TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            // A row that leads back to work resolves nothing: what was done is said, and the work goes on.
            return right(List.of(
                    context.destination().phase().isOpen()
                            ? new TicketEvent.Moved<Incident>(action(), context.destination(), Optional.of(text))
                            : new IncidentEvent.Resolved(context.destination(), new Resolution(code, text))));
        }
    }

    /** Agree, as the requester or on their behalf, that it works again. */
    record Confirm() implements IncidentCommand {
        @Override
        public Action action() {
            return IncidentLifecycle.CONFIRM;
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return right(TicketEvent.andMove(incident, context, List.of(new IncidentEvent.Confirmed())));
        }
    }

    /** Object, as the requester or on their behalf, to what was said to be the solution: it is worked on again. */
    record Refuse(String reason) implements IncidentCommand {
        @Override
        public Action action() {
            return IncidentLifecycle.REFUSE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return right(List.of(
                    new IncidentEvent.Refused(reason), new IncidentEvent.Reopened(context.destination(), reason)));
        }
    }

    /** Say that it does not work, and what is still wrong. */
    record Reopen(String reason) implements IncidentCommand {
        @Override
        public Action action() {
            return IncidentLifecycle.REOPEN;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return right(List.of(new IncidentEvent.Reopened(context.destination(), reason)));
        }
    }
}
