package org.itsmkit.testkit.engine;

import static org.itsmkit.testkit.fixture.People.OPERATIONS;
import static org.itsmkit.testkit.fixture.People.SERVICE_DESK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Milestone;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.GroupId;
import org.itsmkit.ticket.TierCommand;

/** What people say about milestones, and between tiers; with what the model says is wrong with it. */
final class MilestoneIdeas {

    /** The first of two tiers. */
    static final SupportTier DESK = SupportTier.of(1, SERVICE_DESK);
    /** The second. */
    static final SupportTier SPECIALISTS = SupportTier.of(2, OPERATIONS);

    private final Random random;

    MilestoneIdeas(Random random) {
        this.random = random;
    }

    /** Whether that which the action records is on record already. */
    static boolean isOnRecord(Incident incident, String action) {
        return switch (action) {
            case "acknowledge" -> incident.acknowledgedAt().isPresent();
            case "record-repair" -> incident.repairedAt().isPresent();
            case "record-recovery" -> incident.recoveredAt().isPresent();
            case "record-restoration" -> incident.restoredAt().isPresent();
            default -> false;
        };
    }

    Attempt<Incident> forIncident(Tracked<Incident> incident, Tailoring tailoring) {
        Instant at = instant(incident);
        return switch (random.nextInt(7)) {
            case 0 ->
                Attempt.unless(
                        new IncidentTimelineCommand.Acknowledge(Optional.of(at)),
                        onPaper(incident, Milestone.ACKNOWLEDGED, at));
            case 1 ->
                Attempt.unless(new IncidentTimelineCommand.RecordRepair(at), atWork(incident, Milestone.REPAIRED, at));
            case 2 ->
                Attempt.unless(
                        new IncidentTimelineCommand.RecordRecovery(at), atWork(incident, Milestone.RECOVERED, at));
            case 3 ->
                Attempt.unless(
                        new IncidentTimelineCommand.RecordRestoration(at), atWork(incident, Milestone.RESTORED, at));
            case 4 -> correct(incident, at);
            case 5 -> escalate(incident, tailoring);
            default -> handDown(incident, tailoring);
        };
    }

    Attempt<Incident> diagnose(Tracked<Incident> incident) {
        Instant at = instant(incident);
        return Attempt.unless(
                new IncidentCommand.Diagnose("the disk is full", Optional.of(at)),
                atWork(incident, Milestone.DIAGNOSED, at));
    }

    /** When it last changed, when it was opened, or long before it was noticed. */
    private Instant instant(Tracked<Incident> incident) {
        return switch (random.nextInt(6)) {
            case 0 -> incident.ticket().openedAt();
            case 1 -> incident.record().detectedAt().minusSeconds(60);
            default -> incident.ticket().updatedAt();
        };
    }

    private Attempt<Incident> correct(Tracked<Incident> incident, Instant at) {
        return switch (random.nextInt(4)) {
            case 0 ->
                Attempt.incomplete(
                        new IncidentTimelineCommand.CorrectMilestone(Milestone.LOGGED, at, "it was earlier"),
                        "milestone.not-correctable");
            case 1 ->
                Attempt.incomplete(
                        new IncidentTimelineCommand.CorrectMilestone(
                                Milestone.DETECTED, Optional.empty(), "nobody knows"),
                        "milestone.needed");
            case 2 ->
                Attempt.good(new IncidentTimelineCommand.CorrectMilestone(
                        Milestone.RESTORED, Optional.empty(), "it was not"));
            default ->
                Attempt.unless(
                        new IncidentTimelineCommand.CorrectMilestone(Milestone.RESTORED, at, "the users say so"),
                        atWork(incident, Milestone.RESTORED, at));
        };
    }

    private Attempt<Incident> escalate(Tracked<Incident> incident, Tailoring tailoring) {
        Optional<GroupId> group = incident.ticket().group();
        Optional<String> rule = Optional.empty();
        if (tailoring.tiers().isEmpty()) {
            rule = Optional.of(group.isEmpty() ? "escalation.no-next-tier" : "escalation.in-no-tier");
        } else if (group.equals(Optional.of(OPERATIONS))) {
            rule = Optional.of("escalation.at-the-top");
        }
        return Attempt.unless(new TierCommand.EscalateToNextTier<Incident>("beyond me"), rule);
    }

    private Attempt<Incident> handDown(Tracked<Incident> incident, Tailoring tailoring) {
        Optional<GroupId> group = incident.ticket().group();
        Optional<String> rule = Optional.empty();
        if (tailoring.tiers().isEmpty() || group.isEmpty()) {
            rule = Optional.of("escalation.in-no-tier");
        } else if (group.equals(Optional.of(SERVICE_DESK))) {
            rule = Optional.of("escalation.at-the-bottom");
        }
        return Attempt.unless(new TierCommand.HandDown<Incident>("you can do that"), rule);
    }

    private static Optional<String> onPaper(Tracked<Incident> incident, Milestone milestone, Instant at) {
        return inOrder(
                incident.record(),
                List.of(
                        Milestone.DETECTED,
                        Milestone.LOGGED,
                        Milestone.ACKNOWLEDGED,
                        Milestone.RESOLVED,
                        Milestone.CLOSED),
                milestone,
                at);
    }

    private static Optional<String> atWork(Tracked<Incident> incident, Milestone milestone, Instant at) {
        return inOrder(
                incident.record(),
                List.of(
                        Milestone.DETECTED,
                        Milestone.DIAGNOSED,
                        Milestone.REPAIRED,
                        Milestone.RECOVERED,
                        Milestone.RESTORED,
                        Milestone.RESOLVED,
                        Milestone.CLOSED),
                milestone,
                at);
    }

    /** Puts the instant in its place and looks whether the row is still sorted. */
    private static Optional<String> inOrder(Incident incident, List<Milestone> order, Milestone milestone, Instant at) {
        List<Instant> row = new ArrayList<>();
        for (Milestone other : order) {
            Optional<Instant> reached = other == milestone ? Optional.of(at) : incident.reached(other);
            reached.ifPresent(row::add);
        }
        return row.stream().sorted().toList().equals(row) ? Optional.empty() : Optional.of("rule:milestones-in-order");
    }
}
