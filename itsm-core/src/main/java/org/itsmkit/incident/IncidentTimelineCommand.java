package org.itsmkit.incident;

import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Micros;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;

/**
 * What may be said of the {@linkplain Milestone milestones} of an incident. What is said may have happened in the past, but not before
 * what came before it. Diagnosis and resolution have commands of their own, see {@link IncidentCommand}.
 */
public sealed interface IncidentTimelineCommand extends Command<Incident> {

    /** Which milestone this speaks of. */
    Milestone milestone();

    /** When it was, if that is said; otherwise now, or for a correction: nobody knows. */
    Optional<Instant> at();

    /** Say that somebody knows of it. To begin with the work says so too. */
    record Acknowledge(Optional<Instant> at) implements IncidentTimelineCommand {
        public Acknowledge {
            at = at.map(Micros::truncate);
        }

        /** Say that somebody knows of it, from now on. */
        public Acknowledge() {
            this(Optional.empty());
        }

        @Override
        public Action action() {
            return IncidentLifecycle.ACKNOWLEDGE;
        }

        @Override
        public Milestone milestone() {
            return Milestone.ACKNOWLEDGED;
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return happened(incident, context, new IncidentTimelineEvent.Acknowledged(at.orElse(context.at())));
        }
    }

    /** Say when what was broken was mended. */
    record RecordRepair(Optional<Instant> at) implements IncidentTimelineCommand {
        public RecordRepair {
            at = at.map(Micros::truncate);
        }

        /** Say that it was mended just now. */
        public RecordRepair() {
            this(Optional.empty());
        }

        /** Say that it was mended then. */
        public RecordRepair(Instant at) {
            this(Optional.of(at));
        }

        @Override
        public Action action() {
            return IncidentLifecycle.RECORD_REPAIR;
        }

        @Override
        public Milestone milestone() {
            return Milestone.REPAIRED;
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return happened(incident, context, new IncidentTimelineEvent.Repaired(at.orElse(context.at())));
        }
    }

    /** Say when what was mended could be used again. */
    record RecordRecovery(Optional<Instant> at) implements IncidentTimelineCommand {
        public RecordRecovery {
            at = at.map(Micros::truncate);
        }

        /** Say that it can be used again since just now. */
        public RecordRecovery() {
            this(Optional.empty());
        }

        /** Say that it can be used again since then. */
        public RecordRecovery(Instant at) {
            this(Optional.of(at));
        }

        @Override
        public Action action() {
            return IncidentLifecycle.RECORD_RECOVERY;
        }

        @Override
        public Milestone milestone() {
            return Milestone.RECOVERED;
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return happened(incident, context, new IncidentTimelineEvent.Recovered(at.orElse(context.at())));
        }
    }

    /** Say when those whom it concerned had their service back. */
    record RecordRestoration(Optional<Instant> at) implements IncidentTimelineCommand {
        public RecordRestoration {
            at = at.map(Micros::truncate);
        }

        /** Say that they have it back since just now. */
        public RecordRestoration() {
            this(Optional.empty());
        }

        /** Say that they have it back since then. */
        public RecordRestoration(Instant at) {
            this(Optional.of(at));
        }

        @Override
        public Action action() {
            return IncidentLifecycle.RECORD_RESTORATION;
        }

        @Override
        public Milestone milestone() {
            return Milestone.RESTORED;
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            return happened(incident, context, new IncidentTimelineEvent.Restored(at.orElse(context.at())));
        }
    }

    /**
     * Say that a milestone was at another instant than the one on record, and why; the journal keeps both.
     *
     * @param milestone one that {@linkplain Milestone#isCorrectable can be corrected}
     * @param at when it was; empty if it was not, or nobody knows when, which cannot be said of the detection
     */
    record CorrectMilestone(Milestone milestone, Optional<Instant> at, String reason)
            implements IncidentTimelineCommand {
        public CorrectMilestone {
            at = at.map(Micros::truncate);
        }

        /** Say that a milestone was at that instant. */
        public CorrectMilestone(Milestone milestone, Instant at, String reason) {
            this(milestone, Optional.of(at), reason);
        }

        @Override
        public Action action() {
            return IncidentLifecycle.CORRECT_MILESTONE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check()
                    .text("reason", reason, TicketCommand.NOTE_LENGTH)
                    .require(
                            milestone.isCorrectable(),
                            "milestone.not-correctable",
                            "milestone",
                            "The " + milestone.noun() + " is what the kit itself saw; it cannot be corrected.")
                    .require(
                            milestone != Milestone.DETECTED || at.isPresent(),
                            "milestone.needed",
                            "milestone",
                            "Every incident was detected at some time.")
                    .violations();
        }

        @Override
        public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
            boolean changes = !milestone.set(incident, at).equals(incident);
            return right(TicketEvent.andMove(
                    incident,
                    context,
                    changes
                            ? List.of(new IncidentTimelineEvent.MilestoneCorrected(
                                    milestone, incident.reached(milestone), at, reason))
                            : List.of()));
        }
    }

    private static Either<Rejection, List<Event<Incident>>> happened(
            Incident incident, Context context, Event<Incident> event) {
        return right(TicketEvent.andMove(incident, context, List.of(event)));
    }
}
