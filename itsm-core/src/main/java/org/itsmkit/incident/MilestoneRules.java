package org.itsmkit.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;

/** The rules about milestones. */
final class MilestoneRules {

    private static final Map<Action, Milestone> RECORDED_BY = Map.of(
            IncidentLifecycle.ACKNOWLEDGE, Milestone.ACKNOWLEDGED,
            IncidentLifecycle.RECORD_REPAIR, Milestone.REPAIRED,
            IncidentLifecycle.RECORD_RECOVERY, Milestone.RECOVERED,
            IncidentLifecycle.RECORD_RESTORATION, Milestone.RESTORED);

    private static final Set<Action> SPEAKING = Set.of(
            IncidentLifecycle.ACKNOWLEDGE,
            IncidentLifecycle.DIAGNOSE,
            IncidentLifecycle.RECORD_REPAIR,
            IncidentLifecycle.RECORD_RECOVERY,
            IncidentLifecycle.RECORD_RESTORATION,
            IncidentLifecycle.CORRECT_MILESTONE);

    /** What a command says: that it came to that at that instant. */
    private record Claim(Milestone milestone, Instant at) {}

    private MilestoneRules() {}

    /** What is on record is corrected, with a reason, and not recorded again. */
    static Rule<Incident> recordedOnce() {
        return new Rule<>(
                "milestones-recorded-once",
                RECORDED_BY.keySet(),
                p -> Optional.ofNullable(RECORDED_BY.get(p.action()))
                        .filter(milestone -> p.record()
                                .map(i -> i.reached(milestone).isPresent())
                                .orElse(false))
                        .map(milestone -> violation(
                                "milestones-recorded-once",
                                Map.of("milestone", milestone.name()),
                                "The " + milestone.noun() + " is on record already; correct it where it is wrong.")));
    }

    /** Nothing is on record that is yet to come. */
    static Rule<Incident> haveHappened() {
        return new Rule<>(
                "milestones-have-happened",
                SPEAKING,
                p -> claim(p).filter(claim -> claim.at().isAfter(p.context().at()))
                        .map(claim -> violation(
                                "milestones-have-happened",
                                Map.of(
                                        "milestone",
                                        claim.milestone().name(),
                                        "at",
                                        claim.at().toString()),
                                "The " + claim.milestone().noun() + " would be in the future, at " + claim.at()
                                        + ".")));
    }

    /** Each milestone is not before the one before it; those that nobody knows of are left out. */
    static Rule<Incident> inOrder() {
        return new Rule<>(
                "milestones-in-order",
                SPEAKING,
                p -> p.record().flatMap(incident -> claim(p).flatMap(claim -> objection(incident, claim))));
    }

    private static Optional<Violation> objection(Incident incident, Claim claim) {
        return objection(incident, claim, Milestone.onPaper()).or(() -> objection(incident, claim, Milestone.atWork()));
    }

    private static Optional<Violation> objection(Incident incident, Claim claim, List<Milestone> order) {
        int place = order.indexOf(claim.milestone());
        for (int i = 0; place >= 0 && i < order.size(); i++) {
            Milestone other = order.get(i);
            Optional<Instant> at = incident.reached(other);
            if (at.isPresent() && i < place && claim.at().isBefore(at.get())) {
                return Optional.of(outOfOrder(claim, "before", other, at.get()));
            }
            if (at.isPresent() && i > place && claim.at().isAfter(at.get())) {
                return Optional.of(outOfOrder(claim, "after", other, at.get()));
            }
        }
        return Optional.empty();
    }

    private static Violation outOfOrder(Claim claim, String side, Milestone other, Instant at) {
        return violation(
                "milestones-in-order",
                Map.of(
                        "milestone",
                        claim.milestone().name(),
                        "at",
                        claim.at().toString(),
                        "other",
                        other.name(),
                        "other-at",
                        at.toString()),
                "The " + claim.milestone().noun() + ", at " + claim.at() + ", would be " + side + " the " + other.noun()
                        + ", at " + at + ".");
    }

    /** When something was found out is said only of what was found out. */
    static Rule<Incident> thereIsADiagnosis() {
        return Rule.of(
                "there-is-a-diagnosis",
                Set.of(IncidentLifecycle.CORRECT_MILESTONE),
                p -> p.intention(IncidentTimelineCommand.CorrectMilestone.class)
                                .map(c -> c.milestone() == Milestone.DIAGNOSED)
                                .orElse(false)
                        && p.record().map(i -> i.diagnosis().isEmpty()).orElse(false),
                "There is no diagnosis yet.");
    }

    private static Violation violation(String rule, Map<String, String> arguments, String sentence) {
        Map<String, String> all = new HashMap<>(arguments);
        all.put("rule", rule);
        return new Violation(Rule.codeOf(rule), all, sentence);
    }

    private static Optional<Claim> claim(Proposal<Incident> proposal) {
        Instant now = proposal.context().at();
        Optional<Claim> diagnosed = proposal.intention(IncidentCommand.Diagnose.class)
                .map(diagnose -> new Claim(Milestone.DIAGNOSED, diagnose.at().orElse(now)));
        return diagnosed.or(() -> proposal.intention(IncidentTimelineCommand.class)
                .flatMap(command -> command instanceof IncidentTimelineCommand.CorrectMilestone
                        ? command.at().map(at -> new Claim(command.milestone(), at))
                        : Optional.of(
                                new Claim(command.milestone(), command.at().orElse(now)))));
    }
}
