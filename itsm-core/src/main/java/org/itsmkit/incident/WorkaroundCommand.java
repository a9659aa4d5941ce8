package org.itsmkit.incident;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;

/** What may be wanted of that which is known to help against an incident. */
public sealed interface WorkaroundCommand extends Command<Incident> {

    /** The name of the kind of record that knows what helps. */
    String KNOWN_ERROR = "known-error";

    /** Which known error it is about. */
    RecordRef knownError();

    /**
     * Say what is known to help. What was offered before by the same known error is offered in these words now; what came of it stays
     * until somebody says otherwise.
     *
     * @param number what people call the known error
     * @param text what is to be done
     */
    record OfferWorkaround(RecordRef knownError, String number, String text) implements WorkaroundCommand {
        @Override
        public Action action() {
            return IncidentLifecycle.OFFER_WORKAROUND;
        }

        @Override
        public Needs needs(Incident incident) {
            return Needs.record(knownError);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            knownError.kind().equals(KNOWN_ERROR)
                                    && context.facts().exists(knownError),
                            "workaround.no-such-known-error",
                            "knownError",
                            "There is no such known error.")
                    .line("number", number, TicketDraft.TITLE_LENGTH)
                    .text("text", text, TicketDraft.TEXT_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            Optional<OfferedWorkaround> before = incident.workaround(knownError);
            if (before.isEmpty() && incident.workarounds().size() >= Incident.MOST_WORKAROUNDS) {
                return left(context.refuse(Violation.of(
                        "workaround.too-many",
                        "most",
                        String.valueOf(Incident.MOST_WORKAROUNDS),
                        "No more than " + Incident.MOST_WORKAROUNDS + " workarounds are offered.")));
            }
            boolean changes = before.map(
                            one -> !one.text().equals(text) || !one.number().equals(number))
                    .orElse(true);
            return right(TicketEvent.andMove(
                    incident,
                    context,
                    changes ? List.of(new WorkaroundEvent.WorkaroundOffered(knownError, number, text)) : List.of()));
        }
    }

    /** Say whether what was offered helped. Said again, it is the last word that counts. */
    record TryWorkaround(RecordRef knownError, boolean solved) implements WorkaroundCommand {
        @Override
        public Action action() {
            return IncidentLifecycle.TRY_WORKAROUND;
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            OfferedWorkaround.State now = solved ? OfferedWorkaround.State.SOLVED : OfferedWorkaround.State.FAILED;
            boolean changes = incident.workaround(knownError)
                    .map(one -> one.state() != now)
                    .orElse(false);
            return right(TicketEvent.andMove(
                    incident,
                    context,
                    changes ? List.of(new WorkaroundEvent.WorkaroundTried(knownError, solved)) : List.of()));
        }
    }
}
