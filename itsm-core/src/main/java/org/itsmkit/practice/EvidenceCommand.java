package org.itsmkit.practice;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.practice.capability.Criteria;
import org.itsmkit.practice.capability.Criterion;
import org.itsmkit.practice.capability.Evidence;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What may be wanted of what an assessment rests on. */
public sealed interface EvidenceCommand extends AssessmentCommand {

    /** The most digits of an amount that is given as evidence, before and after the point. */
    int MOST_DIGITS = 38;

    /** Begins to say what was shown. */
    static RecordEvidence.Builder evidence() {
        return new RecordEvidence.Builder();
    }

    /**
     * Accept a piece of evidence.
     *
     * @param criterion of which criterion, by its code, see {@link Criteria}
     * @param providedBy who gave it; somebody other than who accepts it
     * @param validUntil until when it holds; a year from now if empty, at most three. In whole microseconds
     * @param records the records that show it; at most {@value Evidence#MOST_RECORDS}
     * @param figure the figure that shows it, if one does
     * @param note what there is to say; may be empty if records or a figure say it
     */
    @KitStyle
    @Value.Builder
    record RecordEvidence(
            String criterion,
            PersonId providedBy,
            Optional<Instant> validUntil,
            Set<RecordRef> records,
            Optional<Figure> figure,
            String note)
            implements EvidenceCommand {

        public RecordEvidence {
            Keys.requireCode(criterion, "criterion");
            validUntil = validUntil.map(Micros::truncate);
            records = Set.copyOf(records);
        }

        @Override
        public Action action() {
            return AssessmentLifecycle.RECORD_EVIDENCE;
        }

        @Override
        public Needs needs(Assessment assessment) {
            return records.stream()
                    .limit(Evidence.MOST_RECORDS)
                    .map(Needs::record)
                    .reduce(Needs.person(providedBy), Needs::and);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .optionalText("note", note, NOTE_LENGTH)
                    .require(
                            records.size() <= Evidence.MOST_RECORDS,
                            "list.too-long",
                            "records",
                            "No more than " + Evidence.MOST_RECORDS + " records show it.")
                    .require(
                            !records.isEmpty() || figure.isPresent() || Inputs.saysSomething(note),
                            "evidence.says-nothing",
                            "note",
                            "Evidence is a record, a figure, or what somebody says.");
            figure.ifPresent(told -> check(inputs, told));
            return inputs.violations();
        }

        private static void check(Inputs inputs, Figure figure) {
            inputs.optionalText("figure", figure.sentence(), NOTE_LENGTH)
                    .optionalText("figure", figure.reason(), NOTE_LENGTH)
                    .require(
                            figure.value().map(RecordEvidence::isBounded).orElse(true),
                            "figure.too-large",
                            "figure",
                            "An amount has " + MOST_DIGITS + " digits at most before the point, and after it.");
        }

        private static boolean isBounded(Quantity quantity) {
            return !(quantity instanceof Quantity.Amount amount)
                    || (amount.value().scale() <= MOST_DIGITS
                            && (long) amount.value().precision()
                                            - amount.value().scale()
                                    <= MOST_DIGITS);
        }

        /** Until when it would hold. */
        Instant until(Context context) {
            return validUntil.orElse(context.at().plus(Evidence.DEFAULT_VALIDITY));
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(Criteria.find(criterion).map(Criterion::subject).stream()
                    .<Event<Assessment>>map(subject -> new EvidenceEvent.EvidenceRecorded(
                            context.destination(),
                            subject,
                            assessment.lastNumber() + 1,
                            criterion,
                            providedBy,
                            until(context),
                            records,
                            figure,
                            note))
                    .toList());
        }

        public static final class Builder extends RecordEvidenceBuilder {
            Builder() {
                note("");
            }
        }
    }

    /**
     * Say that a piece of evidence shows nothing any more, and why.
     *
     * @param number which one
     */
    record WithdrawEvidence(int number, String reason) implements EvidenceCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.WITHDRAW_EVIDENCE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(
                    assessment
                            .evidence(number)
                            .flatMap(evidence -> Criteria.find(evidence.criterion()))
                            .map(Criterion::subject)
                            .stream()
                            .<Event<Assessment>>map(subject ->
                                    new EvidenceEvent.EvidenceWithdrawn(context.destination(), subject, number, reason))
                            .toList());
        }
    }

    /**
     * Note what was seen.
     *
     * @param subject of which subject of the scope
     */
    record NoteFinding(String subject, Finding.Kind kind, String text) implements EvidenceCommand {
        public NoteFinding {
            Keys.requireCode(subject, "subject");
        }

        @Override
        public Action action() {
            return AssessmentLifecycle.NOTE_FINDING;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("text", text, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(List.of(new EvidenceEvent.FindingNoted(
                    context.destination(), assessment.lastNumber() + 1, subject, kind, text)));
        }
    }

    /**
     * Strike out what was noted, and say why.
     *
     * @param number which finding
     */
    record StrikeFinding(int number, String reason) implements EvidenceCommand {
        @Override
        public Action action() {
            return AssessmentLifecycle.STRIKE_FINDING;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().text("reason", reason, NOTE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Assessment>>> decide(Assessment assessment, Context context) {
            return right(List.of(new EvidenceEvent.FindingStruck(context.destination(), number, reason)));
        }
    }
}
