package org.itsmkit.ticket;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * What may be wanted of the time that a ticket of any kind took. An entry is never changed: it is removed, and another recorded, and the
 * journal keeps both.
 *
 * @param <R> the record that is a ticket
 */
public sealed interface TimeCommand<R extends Ticketed<R>> extends Command<R> {

    /** The longest time of one entry: 1,000 hours. */
    Duration LONGEST = Duration.ofHours(1_000);

    /** The greatest amount of one entry, of whatever currency. */
    BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000_000L);

    @Override
    default Action action() {
        return TicketAction.RECORD_TIME;
    }

    /**
     * Say how long somebody worked on it.
     *
     * @param person who did; else the caller
     * @param begun when they began, not in the future; else so that they have just ended
     * @param spent how long they took: more than nothing, at most {@link #LONGEST}
     * @param activity on what
     * @param billable whether the customer pays for it
     * @param cost what it cost: from nothing to {@link #GREATEST}, in parts that the currency has
     * @param note what they did; at most 4,000 code points
     */
    record Record<R extends Ticketed<R>>(
            Optional<PersonId> person,
            Optional<Instant> begun,
            Duration spent,
            Activity activity,
            boolean billable,
            Optional<Cost> cost,
            Optional<String> note)
            implements TimeCommand<R> {

        public Record {
            begun = begun.map(Micros::truncate);
        }

        /** Say how long the caller has just worked on it. */
        public Record(Duration spent, Activity activity) {
            this(Optional.empty(), Optional.empty(), spent, activity, false, Optional.empty(), Optional.empty());
        }

        @Override
        public Needs needs(R record) {
            return person.map(Needs::person).orElse(Needs.none());
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .require(
                            !spent.isNegative() && !spent.isZero() && spent.compareTo(LONGEST) <= 0,
                            "time.not-possible",
                            "spent",
                            "Time spent is more than nothing, and at most " + LONGEST.toHours() + " hours.")
                    .require(
                            begun.map(at -> !at.isAfter(context.at())).orElse(true),
                            "time.in-future",
                            "begun",
                            "Nobody has begun in the future.")
                    .require(
                            begun.map(at -> !at.isBefore(Instant.EPOCH)).orElse(true),
                            "time.too-long-ago",
                            "begun",
                            "Nobody began before 1970.")
                    .require(
                            cost.map(c -> c.canBePaid() && c.amount().compareTo(GREATEST) <= 0)
                                    .orElse(true),
                            "time.not-payable",
                            "cost",
                            "A cost is not negative, not more than " + GREATEST
                                    + ", and in parts that its currency has.")
                    .optionalText("note", note.orElse(""), TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            Worksheet sheet = record.ticket().worksheetOrBlank();
            TimeEntry entry = new TimeEntry(
                    sheet.lastNumber() + 1,
                    person.orElse(context.caller().person()),
                    begun.orElse(context.at().minus(spent)),
                    spent,
                    activity,
                    billable,
                    cost);
            return new WorkDecision<>(record, context)
                    .require(
                            sheet.times().size() < Worksheet.MOST_TIMES,
                            "time.too-many",
                            "most",
                            Integer.toString(Worksheet.MOST_TIMES),
                            "A ticket has at most " + Worksheet.MOST_TIMES + " entries of time.")
                    .to(new WorkEvent.TimeRecorded<R>(entry, note));
        }
    }

    /** Say that an entry was wrong, and why. Entries are there for those alone who may read what is internal. */
    record Remove<R extends Ticketed<R>>(int number, String reason) implements TimeCommand<R> {
        @Override
        public Needs needs(R record) {
            return Needs.internal();
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<R>>> decide(R record, Context context) {
            WorkDecision<R> decision = new WorkDecision<>(record, context);
            Optional<TimeEntry> entry = record.ticket()
                    .worksheetOrBlank()
                    .time(number)
                    .filter(e -> context.facts().readsInternal());
            decision.require(
                    entry.isPresent(),
                    "time.unknown",
                    "number",
                    Integer.toString(number),
                    "There is no entry of time " + number + ".");
            return entry.map(e -> decision.to(new WorkEvent.TimeRemoved<R>(e, reason)))
                    .orElseGet(decision::refusal);
        }
    }
}
