package org.itsmkit.service;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.util.List;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Gate;
import org.itsmkit.service.portfolio.GateDecision;
import org.itsmkit.spi.RecordRef;

/** What may be wanted of a service at its gates. What must be there for each to open stands in {@link GatePolicy}. */
public sealed interface GateCommand extends ServiceCommand {

    /** Let a service pass a gate, by evidence. */
    sealed interface Pass extends GateCommand {

        /** Which gate. */
        Gate gate();

        /** By what it is decided; must say something, in at most {@value ServiceCommand#NOTE_LENGTH} code points. */
        String evidence();

        /** The records in which that stands; they exist, and are at most {@value GateDecision#MOST_DOCUMENTS}. */
        List<RecordRef> documents();

        @Override
        default Needs needs(Service service) {
            return documents().stream()
                    .limit(GateDecision.MOST_DOCUMENTS)
                    .map(Needs::record)
                    .reduce(Needs.none(), Needs::and);
        }

        @Override
        default List<Violation> check(Context context) {
            boolean isShort = documents().size() <= GateDecision.MOST_DOCUMENTS;
            return Inputs.check()
                    .text("evidence", evidence(), NOTE_LENGTH)
                    .require(
                            isShort,
                            "list.too-long",
                            "documents",
                            "No more than " + GateDecision.MOST_DOCUMENTS + " documents are named.")
                    .require(
                            !isShort || documents().stream().allMatch(context.facts()::exists),
                            "service.no-such-document",
                            "documents",
                            "One of these documents does not exist.")
                    .violations();
        }

        @Override
        default Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new GateEvent.Passed(context.destination(), gate(), evidence(), documents())));
        }
    }

    /** Say that it is worth designing. */
    record Charter(String evidence, List<RecordRef> documents) implements Pass {
        public Charter {
            documents = List.copyOf(documents);
        }

        @Override
        public Gate gate() {
            return Gate.CHARTER;
        }

        @Override
        public Action action() {
            return ServiceLifecycle.CHARTER;
        }
    }

    /** Say that it is designed. */
    record CompleteDesign(String evidence, List<RecordRef> documents) implements Pass {
        public CompleteDesign {
            documents = List.copyOf(documents);
        }

        @Override
        public Gate gate() {
            return Gate.DESIGN;
        }

        @Override
        public Action action() {
            return ServiceLifecycle.COMPLETE_DESIGN;
        }
    }

    /** Let customers use it. */
    record GoLive(String evidence, List<RecordRef> documents) implements Pass {
        public GoLive {
            documents = List.copyOf(documents);
        }

        @Override
        public Gate gate() {
            return Gate.GO_LIVE;
        }

        @Override
        public Action action() {
            return ServiceLifecycle.GO_LIVE;
        }
    }

    /** Say that it runs as it should. */
    record EndEarlyLife(String evidence, List<RecordRef> documents) implements Pass {
        public EndEarlyLife {
            documents = List.copyOf(documents);
        }

        @Override
        public Gate gate() {
            return Gate.OPERATION;
        }

        @Override
        public Action action() {
            return ServiceLifecycle.END_EARLY_LIFE;
        }
    }

    /** Say that nobody uses it any longer. */
    record Retire(String evidence, List<RecordRef> documents) implements Pass {
        public Retire {
            documents = List.copyOf(documents);
        }

        @Override
        public Gate gate() {
            return Gate.RETIREMENT;
        }

        @Override
        public Action action() {
            return ServiceLifecycle.RETIRE;
        }
    }

    /**
     * Accept it as it was built, in place of what was accepted for that side before.
     *
     * @param side for whom: its owner for {@link AcceptingSide#OWNER}, somebody of the team that is to run it for {@link
     *     AcceptingSide#OPERATIONS}; never one person for both
     * @param comment may be empty
     */
    record Accept(AcceptingSide side, String comment) implements GateCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.ACCEPT;
        }

        @Override
        public Needs needs(Service service) {
            return service.support().map(Needs::members).orElseGet(Needs::none);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().optionalText("comment", comment, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return right(List.of(new GateEvent.Accepted(context.destination(), side, comment)));
        }
    }

    /** Send it back to where it was before the last gate that it passed. */
    record SendBack(String reason) implements GateCommand {
        @Override
        public Action action() {
            return ServiceLifecycle.SEND_BACK;
        }

        @Override
        public List<Violation> check(Context context) {
            return ServiceCommand.reasoned(reason);
        }

        @Override
        public Either<Rejection, List<Event<Service>>> decide(Service service, Context context) {
            return service.lastGate()
                    .<Either<Rejection, List<Event<Service>>>>map(
                            gate -> right(List.of(new GateEvent.SentBack(context.destination(), gate, reason))))
                    .orElseGet(() -> left(context.refuse(
                            Violation.of("service.passed-no-gate", "It has passed no gate behind which to send it."))));
        }
    }
}
