package org.itsmkit.knownerror;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedEvent;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.NamesRequester;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of known errors alone; see {@link TicketCommand} for the rest. */
public sealed interface KnownErrorCommand extends Command<KnownError>
        permits KnownErrorCommand.DescribeError,
                KnownErrorCommand.DescribeWorkaround,
                KnownErrorCommand.VerifyWorkaround,
                KnownErrorCommand.Publish,
                KnownErrorCommand.Retire,
                FixCommand {

    /** The name of the kind of record that known errors come of. */
    String PROBLEM = "problem";

    /** Begins to write down a known error. */
    static Identify.Builder identify() {
        return new Identify.Builder();
    }

    /**
     * Write down a known error.
     *
     * @param draft what it shares with every ticket
     * @param symptom how it shows
     * @param cause why it is so, if that is known
     * @param workaround what helps, if anything does; nobody has verified it then
     * @param affected by which configuration items and error codes it is recognised, if that is known
     * @param problem the problem that it came of, if it did
     */
    @KitStyle
    @Value.Builder
    record Identify(
            TicketDraft draft,
            String symptom,
            Optional<String> cause,
            Optional<String> workaround,
            Optional<Affected> affected,
            Optional<RecordRef> problem)
            implements Creation<KnownError>, NamesRequester {

        @Override
        public Action action() {
            return KnownErrorLifecycle.IDENTIFY;
        }

        @Override
        public Optional<PersonId> namedRequester() {
            return draft.requester();
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return draft.supplies();
        }

        @Override
        public Map<String, FieldValue> supplies(Context context) {
            return draft.supplies(context);
        }

        @Override
        public Needs needs() {
            return problem.map(ref -> draft.needs().and(Needs.record(ref))).orElse(draft.needs());
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().text("symptom", symptom, TicketDraft.TEXT_LENGTH);
            cause.ifPresent(text -> inputs.text("cause", text, TicketDraft.TEXT_LENGTH));
            workaround.ifPresent(text -> inputs.text("workaround", text, TicketDraft.TEXT_LENGTH));
            inputs.require(
                    problem.map(ref -> ref.kind().equals(PROBLEM)
                                    && context.facts().exists(ref))
                            .orElse(true),
                    "known-error.no-such-problem",
                    "problem",
                    "There is no such problem.");
            List<Violation> violations = new ArrayList<>(draft.check(context));
            violations.addAll(inputs.violations());
            affected.ifPresent(known -> violations.addAll(
                    new AffectedCommand.NameAffected<KnownError>(known.items(), known.errorCodes()).check(context)));
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(Context context) {
            List<Event<KnownError>> events = new ArrayList<>(draft.begin(
                    new KnownErrorEvent.Identified(draft.open(context), symptom, cause, workaround), context));
            affected.filter(known -> !known.isBlank())
                    .ifPresent(known -> events.add(new AffectedEvent.AffectedNamed<>(known)));
            problem.ifPresent(
                    ref -> events.add(new TicketEvent.Linked<>(Link.of(LinkType.KNOWN_ERROR_OF.value(), ref))));
            return right(events);
        }

        public static final class Builder extends IdentifyBuilder {
            Builder() {}
        }
    }

    /** Say anew how it shows, and why it is so; that it is not known if empty. */
    record DescribeError(String symptom, Optional<String> cause) implements KnownErrorCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.DESCRIBE_ERROR;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check().text("symptom", symptom, TicketDraft.TEXT_LENGTH);
            cause.ifPresent(text -> inputs.text("cause", text, TicketDraft.TEXT_LENGTH));
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            boolean changes = !error.symptom().equals(symptom) || !error.cause().equals(cause);
            return right(TicketEvent.andMove(
                    error, context, changes ? List.of(new KnownErrorEvent.ErrorDescribed(symptom, cause)) : List.of()));
        }
    }

    /** Say what helps, in place of what was said before: it is to be verified then. */
    record DescribeWorkaround(String text) implements KnownErrorCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.DESCRIBE_WORKAROUND;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("text", text, TicketDraft.TEXT_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            boolean changes =
                    error.workaround().map(w -> !w.text().equals(text)).orElse(true);
            return right(
                    changes
                            ? List.of(new KnownErrorEvent.WorkaroundDescribed(context.destination(), text))
                            : List.of());
        }
    }

    /** Say that what was said to help does. */
    record VerifyWorkaround() implements KnownErrorCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.VERIFY_WORKAROUND;
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            return right(List.of(new KnownErrorEvent.WorkaroundVerified(context.destination())));
        }
    }

    /** Tell everybody whom it concerns: the incidents that are instances of it, or of its problem, are offered the workaround. */
    record Publish() implements KnownErrorCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.PUBLISH;
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            return right(TicketEvent.andMove(error, context, List.of(new KnownErrorEvent.Published())));
        }
    }

    /** Say that nobody need know of it any longer, and why. */
    record Retire(String reason) implements KnownErrorCommand {
        @Override
        public Action action() {
            return KnownErrorLifecycle.RETIRE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<KnownError>>> decide(KnownError error, Context context) {
            return right(List.of(new KnownErrorEvent.Retired(context.destination(), reason)));
        }
    }
}
