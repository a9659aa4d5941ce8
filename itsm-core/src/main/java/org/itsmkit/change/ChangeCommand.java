package org.itsmkit.change;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
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
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedEvent;
import org.itsmkit.ticket.NamesRequester;
import org.itsmkit.ticket.Review;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.Worksheet;

/** What may be wanted of changes alone; see {@link TicketCommand} for the rest. */
public sealed interface ChangeCommand extends Command<Change>
        permits ChangeCommand.Revise,
                ChangeCommand.Authorise,
                ChangeCommand.Begin,
                ChangeCommand.Implement,
                ChangeCommand.RecordUnauthorised,
                ChangeCommand.LookBack,
                PlanningCommand,
                ApprovalCommand {

    /** Begins to plan a change. */
    static Draft.Builder draft() {
        return new Draft.Builder();
    }

    /**
     * Begin to plan a change.
     *
     * @param draft what it shares with every ticket
     * @param type by which way it goes; that of the model, or else a normal one, if empty
     * @param model the change model by which it goes; demanded of standard changes
     * @param plans what is planned so far
     * @param slot when it is to be made, if that is known
     * @param affected what it is about, if that is known
     */
    @KitStyle
    @Value.Builder
    record Draft(
            TicketDraft draft,
            Optional<ChangeType> type,
            Optional<RecordRef> model,
            Plans plans,
            Optional<Slot> slot,
            Optional<Affected> affected)
            implements Creation<Change>, NamesRequester {

        /** A normal change of which one knows how it is made. */
        public Draft(TicketDraft draft, String plan) {
            this(draft, Optional.empty(), Optional.empty(), Plans.of(plan), Optional.empty(), Optional.empty());
        }

        @Override
        public Action action() {
            return ChangeLifecycle.DRAFT_CHANGE;
        }

        @Override
        public Map<String, FieldValue> supplies() {
            return with(draft.supplies());
        }

        @Override
        public Optional<PersonId> namedRequester() {
            return draft.requester();
        }

        @Override
        public Needs needs() {
            return draft.needs().and(model.map(Needs::record).orElse(Needs.none()));
        }

        @Override
        public Map<String, FieldValue> supplies(Context context) {
            return with(draft.supplies(context));
        }

        private Map<String, FieldValue> with(Map<String, FieldValue> supplied) {
            Map<String, FieldValue> values = new HashMap<>(supplied);
            type.ifPresent(way -> values.put("type", FieldValue.text(way.text())));
            model.ifPresent(ref -> values.put("model", FieldValue.text(ref.toString())));
            return values;
        }

        @Override
        public List<Violation> check(Context context) {
            List<Violation> violations = new ArrayList<>(draft.check(context));
            violations.addAll(plans.check(Inputs.check()).violations());
            violations.addAll(new Way(type, model).check(context));
            affected.ifPresent(known -> violations.addAll(
                    new AffectedCommand.NameAffected<Change>(known.items(), known.errorCodes()).check(context)));
            return violations;
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Context context) {
            ChangeProcedure procedure = new Way(type, model).procedure(context);
            List<Event<Change>> events = new ArrayList<>(
                    draft.begin(new ChangeEvent.Drafted(draft.open(context), procedure, model, plans, slot), context));
            affected.filter(known -> !known.isBlank())
                    .ifPresent(known -> events.add(new AffectedEvent.AffectedNamed<>(known)));
            events.addAll(ModelTasks.missing(Worksheet.blank(), procedure));
            return right(events);
        }

        /** Begins to plan a change; what must be said is what it shares with every ticket. */
        public static final class Builder extends DraftBuilder {
            Builder() {
                plans(Plans.builder().build());
            }
        }
    }

    /** Plan it anew: it is a draft again, or still, with these plans in place of those it had. */
    record Revise(Plans plans) implements ChangeCommand {

        /** Plan it anew, and say how it is made and nothing else. */
        public Revise(String plan) {
            this(Plans.of(plan));
        }

        @Override
        public Action action() {
            return ChangeLifecycle.REVISE;
        }

        @Override
        public List<Violation> check(Context context) {
            return plans.check(Inputs.check()
                            .require(
                                    Inputs.saysSomething(plans.implementation()),
                                    "text.missing",
                                    "implementation",
                                    "The implementation is missing."))
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Revised(context.destination(), plans)));
        }
    }

    /**
     * Say that it may be made, with a comment that may be empty. Of a change that others must approve, that can be said once they have; it
     * is then said by itself. What is authorised already, and still holds, stays as it is.
     */
    record Authorise(String comment) implements ChangeCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.AUTHORISE;
        }

        @Override
        public Needs needs(Change change) {
            return modelOf(change);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .optionalText("comment", comment, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            boolean holds = change.authorisation()
                    .filter(known -> known.holds(change.content(), context.at()))
                    .isPresent();
            boolean stays = context.destination().equals(change.ticket().status());
            return right(
                    holds && stays
                            ? List.of()
                            : List.of(Grounds.of(change).authorised(context.destination(), comment, context.at())));
        }
    }

    /** Begin to make it. */
    record Begin() implements ChangeCommand {
        @Override
        public Action action() {
            return ChangeLifecycle.BEGIN;
        }

        @Override
        public Needs needs(Change change) {
            return modelOf(change);
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Begun(context.destination())));
        }
    }

    /**
     * Say that it was made, and how it went.
     *
     * @param outcome in a word
     * @param note in words
     * @param begunAt when it was begun, if nobody said so when it was; now if empty
     */
    record Implement(ChangeOutcome outcome, String note, Optional<Instant> begunAt) implements ChangeCommand {

        public Implement {
            begunAt = begunAt.map(Micros::truncate);
        }

        /** Say that it was made as planned, and how. */
        public Implement(String note) {
            this(ChangeOutcome.SUCCESSFUL, note);
        }

        /** Say how it went. */
        public Implement(ChangeOutcome outcome, String note) {
            this(outcome, note, Optional.empty());
        }

        @Override
        public Action action() {
            return ChangeLifecycle.IMPLEMENT;
        }

        @Override
        public List<Violation> check(Context context) {
            return checkMade(note, begunAt, context);
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Implemented(context.destination(), outcome, note, begunAt)));
        }
    }

    /** Say that it was made without anybody having said yes, and how it went; components as in {@link Implement}. */
    record RecordUnauthorised(ChangeOutcome outcome, String note, Optional<Instant> begunAt) implements ChangeCommand {
        public RecordUnauthorised {
            begunAt = begunAt.map(Micros::truncate);
        }

        @Override
        public Action action() {
            return ChangeLifecycle.RECORD_UNAUTHORISED;
        }

        @Override
        public List<Violation> check(Context context) {
            return checkMade(note, begunAt, context);
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Implemented(context.destination(), outcome, note, begunAt)));
        }
    }

    /** Say what went well and what badly, of which one may be empty, and what is to be done otherwise. */
    record LookBack(String wentWell, String wentBadly, List<String> lessons) implements ChangeCommand {
        public LookBack {
            lessons = List.copyOf(lessons);
        }

        @Override
        public Action action() {
            return ChangeLifecycle.REVIEW;
        }

        @Override
        public List<Violation> check(Context context) {
            return Review.check(wentWell, wentBadly, lessons);
        }

        @Override
        public Either<Rejection, List<Event<Change>>> decide(Change change, Context context) {
            return right(List.of(new ChangeEvent.Reviewed(context.destination(), wentWell, wentBadly, lessons)));
        }
    }

    /** The model that authorises it, if one does. */
    private static Needs modelOf(Change change) {
        return change.model()
                .filter(model -> change.type() == ChangeType.STANDARD)
                .map(Needs::record)
                .orElse(Needs.none());
    }

    private static List<Violation> checkMade(String note, Optional<Instant> begunAt, Context context) {
        return Inputs.check()
                .text("note", note, TicketDraft.TEXT_LENGTH)
                .require(
                        begunAt.map(at -> !at.isAfter(context.at())).orElse(true),
                        "moment.in-future",
                        "begunAt",
                        "It cannot have been begun after it was made.")
                .violations();
    }
}
