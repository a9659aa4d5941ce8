package org.itsmkit.change;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.approval.ApprovalRule;
import org.itsmkit.approval.Evaluation;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketAnnouncer;

/**
 * Calls those to vote whose turn it has become: the first when approval is asked for, others when those before them have approved, or when
 * they are to stand in for somebody.
 */
final class Called {

    private static final String CODE = "approval-asked";

    private Called() {}

    static List<Announcement> to(Happened<Change> happened) {
        Optional<ApprovalRound> asked = happened.after().round();
        if (asked.isEmpty() || !(happened.event() instanceof ApprovalEvent)) {
            return List.of();
        }
        ApprovalRound round = asked.get();
        Instant at = happened.occurrence().occurredAt();
        Set<PersonId> called = new HashSet<>();
        if (happened.event() instanceof ApprovalEvent.Submitted) {
            called.addAll(callable(round, at));
        } else if (happened.event() instanceof ApprovalEvent.Voted
                        && hasStages(round.request().rule())
                || happened.event() instanceof ApprovalEvent.Delegated) {
            called.addAll(callable(round, at));
            happened.before().flatMap(Change::round).ifPresent(before -> called.removeAll(callable(before, at)));
        }
        return new TreeSet<>(called.stream().map(PersonId::value).toList())
                .stream()
                        .map(person -> Announcement.to(
                                PersonId.of(person),
                                CODE,
                                TicketAnnouncer.arguments(happened.after().ticket())))
                        .toList();
    }

    /** Whether a vote may make it the turn of others. */
    private static boolean hasStages(ApprovalRule rule) {
        return rule instanceof ApprovalRule.InSequence || rule.parts().stream().anyMatch(Called::hasStages);
    }

    private static Set<PersonId> callable(ApprovalRound round, Instant at) {
        Evaluation evaluation = round.evaluate(at);
        Set<PersonId> people = new HashSet<>();
        evaluation.mayVote(round.standIns()).values().forEach(people::addAll);
        return people;
    }
}
