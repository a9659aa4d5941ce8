package org.itsmkit.incident;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
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
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.NamesRequester;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of incidents alone; see {@link TicketCommand} for the rest. */
public sealed interface IncidentCommand extends Command<Incident> {

    /** Begins to tell the kit of an incident; a title is all it takes. */
    static Log.Builder log() {
        return new Log.Builder();
    }

    /** Begins to tell the kit of an incident by a template, which has the title unless one is given. */
    static Log.Builder logBy(String template) {
        Log.Builder builder = new Log.Builder();
        builder.title("");
        builder.template(template);
        return builder;
    }

    /**
     * Tell the kit of an incident. Components as in {@link TicketDraft}.
     *
     * @param detectedAt when it was noticed; else now
     * @param template by which template it is logged, if it is by one
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
            Optional<Instant> detectedAt,
            Optional<String> template)
            implements Creation<Incident>, NamesRequester {

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
            return draft().supplies();
        }

        @Override
        public Optional<PersonId> namedRequester() {
            return requester;
        }

        @Override
        public Needs needs() {
            return draft().needs();
        }

        @Override
        public Map<String, FieldValue> supplies(Context context) {
            return draft().supplies(context);
        }

        @Override
        public List<Violation> check(Context context) {
            return draft().check(context);
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Context context) {
            TicketDraft draft = draft();
            return right(draft.begin(
                    new IncidentEvent.Logged(draft.open(context), detectedAt.orElse(context.at())), context));
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
                    .template(template)
                    .build();
        }

        public static final class Builder extends LogBuilder {
            Builder() {}
        }
    }

    /**
     * Tell the kit of an incident that something else caused: it points there from its first moment on.
     *
     * @param log what happened
     * @param cause what caused it, such as a change that failed
     */
    record LogCaused(Log log, RecordRef cause) implements Creation<Incident>, NamesRequester {
        @Override
        public Action action() {
            return log.action();
        }

        @Override
        public Optional<PersonId> namedRequester() {
            return log.namedRequester();
        }

        @Override
        public Needs needs() {
            return log.needs().and(Needs.record(cause));
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return log.supplies();
        }

        @Override
        public Map<String, FieldValue> supplies(Context context) {
            return log.supplies(context);
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(log.check(context));
            violations.addAll(Inputs.check()
                    .require(
                            context.facts().exists(cause),
                            "cause.unknown",
                            "cause",
                            "There is no such record that could have caused it.")
                    .violations());
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Context context) {
            return log.decide(context).map(events -> {
                List<Event<Incident>> all = new ArrayList<>(events);
                all.add(new TicketEvent.Linked<>(Link.of(LinkType.CAUSED_BY.value(), cause)));
                return all;
            });
        }
    }

    /**
     * Say what is wrong; a later diagnosis takes the place of an earlier one.
     *
     * @param at when that was found out; else now
     */
    record Diagnose(String diagnosis, Optional<Instant> at) implements IncidentCommand {
        public Diagnose {
            at = at.map(Micros::truncate);
        }

        /** Say what was found out just now. */
        public Diagnose(String diagnosis) {
            this(diagnosis, Optional.empty());
        }

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
            return right(TicketEvent.andMove(incident, context, List.of(new IncidentEvent.Diagnosed(diagnosis, at))));
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
            if (context.destination().phase().isOpen()) {
                return right(
                        List.of(new TicketEvent.Moved<Incident>(action(), context.destination(), Optional.of(text))));
            }
            Optional<Integer> tier = context.settings()
                    .tiers()
                    .of(incident.ticket().service(), incident.ticket().category())
                    .lowestOf(incident.ticket().group());
            return right(List.of(new IncidentEvent.Resolved(context.destination(), new Resolution(code, text), tier)));
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
