package org.itsmkit.majorincident;

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
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What may be wanted when people look back on a major incident. */
public sealed interface ReviewCommand extends MajorIncidentCommand {

    /** The most contributing factors, and the most lessons. */
    int MAX_FINDINGS = 50;

    /** The most action items. */
    int MAX_ACTION_ITEMS = 100;

    /**
     * Write down what the review found, in place of what it had found before.
     *
     * @param whatHappened the course of events
     * @param contributingFactors 1 to 50
     * @param lessons at most 50
     */
    record RecordFindings(String whatHappened, List<String> contributingFactors, List<String> lessons)
            implements ReviewCommand {
        public RecordFindings {
            contributingFactors = List.copyOf(contributingFactors);
            lessons = List.copyOf(lessons);
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.RECORD_FINDINGS;
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .text("whatHappened", whatHappened, TEXT_LENGTH)
                    .require(
                            !contributingFactors.isEmpty(),
                            "list.missing",
                            "contributingFactors",
                            "There is no contributing factor.");
            each(inputs, "contributingFactors", contributingFactors);
            each(inputs, "lessons", lessons);
            return inputs.violations();
        }

        private static void each(Inputs inputs, String field, List<String> texts) {
            inputs.require(
                    texts.size() <= MAX_FINDINGS,
                    "list.too-long",
                    field,
                    "There are more than " + MAX_FINDINGS + " " + field + ".");
            texts.stream().limit(MAX_FINDINGS).forEach(text -> inputs.text(field, text, NOTE_LENGTH));
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(MajorIncidentEvent.andMove(
                    context, List.of(new ReviewEvent.FindingsRecorded(whatHappened, contributingFactors, lessons))));
        }
    }

    /** Say what is to be done, who sees to it, and until the end of which day. */
    record AddActionItem(String text, PersonId owner, LocalDate due) implements ReviewCommand {
        @Override
        public Action action() {
            return MajorIncidentLifecycle.ADD_ACTION_ITEM;
        }

        @Override
        public Needs needs(MajorIncident major) {
            return Needs.person(owner);
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("text", text, NOTE_LENGTH)
                    .require(
                            due.getYear() >= 0 && due.getYear() <= 9999,
                            "date.out-of-range",
                            "due",
                            "The due day is not in the years 0 to 9999.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            int number = major.actionItems().size() + 1;
            return right(MajorIncidentEvent.andMove(
                    context, List.of(new ReviewEvent.ActionItemAdded(number, text, owner, due))));
        }
    }

    /**
     * Say that something was done, will not be done, or goes on elsewhere. An item is settled once.
     *
     * @param number which
     * @param state any but open
     * @param note what was done, which may be empty; or why it is dropped, which may not
     * @param handedOverTo in which record it goes on: if and only if it is handed over
     */
    record SettleActionItem(int number, ActionItem.State state, String note, Optional<RecordRef> handedOverTo)
            implements ReviewCommand {

        /** Say that something was done. */
        public static SettleActionItem done(int number, String note) {
            return new SettleActionItem(number, ActionItem.State.DONE, note, Optional.empty());
        }

        /** Say that something will not be done, and why. */
        public static SettleActionItem dropped(int number, String reason) {
            return new SettleActionItem(number, ActionItem.State.DROPPED, reason, Optional.empty());
        }

        /** Say that something goes on in another record. */
        public static SettleActionItem handedOver(int number, RecordRef to) {
            return new SettleActionItem(number, ActionItem.State.HANDED_OVER, "", Optional.of(to));
        }

        @Override
        public Action action() {
            return MajorIncidentLifecycle.SETTLE_ACTION_ITEM;
        }

        @Override
        public Needs needs(MajorIncident major) {
            return handedOverTo.map(Needs::record).orElse(Needs.none());
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .require(
                            state != ActionItem.State.OPEN,
                            "action-item.not-settled",
                            "state",
                            "To settle is to leave nothing open.")
                    .require(
                            handedOverTo.isPresent() == (state == ActionItem.State.HANDED_OVER),
                            "action-item.record",
                            "handedOverTo",
                            "A record is named where an item goes on in it, and only there.");
            return (state == ActionItem.State.DROPPED
                            ? inputs.text("note", note, NOTE_LENGTH)
                            : inputs.optionalText("note", note, NOTE_LENGTH))
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<MajorIncident>>> decide(MajorIncident major, Context context) {
            return right(MajorIncidentEvent.andMove(
                    context, List.of(new ReviewEvent.ActionItemSettled(number, state, note, handedOverTo))));
        }
    }
}
