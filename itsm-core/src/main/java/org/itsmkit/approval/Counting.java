package org.itsmkit.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.approval.Evaluation.Reason;
import org.itsmkit.approval.Evaluation.Uncounted;
import org.itsmkit.approval.Tally.Cast;
import org.itsmkit.spi.PersonId;

/**
 * Goes through votes in their order.
 *
 * <p>No vote is in two authorities, so the parts of a rule are independent of each other, and what all completions of the votes have in common
 * follows from what is certain of each part: at least so many are approved if so many certainly are, and cannot be if too many certainly are
 * not.
 */
final class Counting {

    private final ApprovalRule rule;
    private final Map<String, Electorate> electorates = new HashMap<>();
    private final Map<String, Map<PersonId, Cast>> cast = new HashMap<>();
    private Standing standing;

    Counting(ApprovalRule rule, List<Electorate> electorates) {
        this.rule = rule;
        electorates.forEach(electorate -> {
            this.electorates.put(electorate.authority(), electorate);
            cast.put(electorate.authority(), new LinkedHashMap<>());
        });
        standing = of(rule).opened(true);
    }

    Standing standing() {
        return standing;
    }

    Evaluation evaluate(ApprovalRequest request, List<Vote> votes, Instant at) {
        List<Uncounted> uncounted = new ArrayList<>();
        Optional<Instant> decidedAt = Optional.empty();
        Instant before = Instant.MIN;
        for (Vote vote : votes) {
            if (!cast.containsKey(vote.authority())) {
                throw new IllegalArgumentException("votes: the rule knows no " + vote.authority());
            }
            if (vote.at().isBefore(before)) {
                throw new IllegalArgumentException("votes are not in order: " + vote.at() + " after " + before);
            }
            before = vote.at();
            if (vote.at().isAfter(at)) {
                continue;
            }
            Optional<Reason> reason = objection(request, vote);
            if (reason.isPresent()) {
                uncounted.add(new Uncounted(vote, reason.get()));
                continue;
            }
            count(vote);
            if (standing.outcome() != Outcome.PENDING) {
                decidedAt = Optional.of(vote.at());
            }
        }
        Optional<Instant> expired = request.expiresAt().filter(end -> !end.isAfter(at));
        if (decidedAt.isEmpty() && expired.isPresent()) {
            Outcome outcome = standing.suffices()
                    ? Outcome.APPROVED
                    : request.terms().onExpiry().outcome();
            return new Evaluation(request, at, outcome, expired, standing.opened(false), uncounted);
        }
        return new Evaluation(request, at, standing.outcome(), decidedAt, standing, uncounted);
    }

    private Optional<Reason> objection(ApprovalRequest request, Vote vote) {
        if (!vote.content().equals(request.content())) {
            return Optional.of(Reason.OTHER_CONTENT);
        }
        if (request.excluded().contains(vote.by())) {
            return Optional.of(Reason.EXCLUDED);
        }
        if (standing.outcome() != Outcome.PENDING) {
            return Optional.of(Reason.DECIDED);
        }
        if (request.expiresAt().filter(end -> !vote.at().isBefore(end)).isPresent()) {
            return Optional.of(Reason.EXPIRED);
        }
        Standing authority = find(vote.authority());
        Tally tally = authority.tally().orElseThrow();
        if (seats(vote).stream()
                .noneMatch(person ->
                        tally.cast().containsKey(person) || tally.awaited().contains(person))) {
            return Optional.of(Reason.NOT_ELIGIBLE);
        }
        if (vote.at().isBefore(request.askedAt())) {
            return Optional.of(Reason.NOT_OPEN);
        }
        if (!authority.open()) {
            return Optional.of(isOver(standing, vote.authority()) ? Reason.DECIDED : Reason.NOT_OPEN);
        }
        boolean takesAny = seats(vote).stream().anyMatch(person -> tally.takes(person, vote.by()));
        return takesAny ? Optional.empty() : Optional.of(Reason.VOTED_BEFORE);
    }

    private static List<PersonId> seats(Vote vote) {
        List<PersonId> seats = new ArrayList<>(vote.representing());
        seats.add(vote.by());
        return seats;
    }

    /** Whether the authority, or something that it is part of, is decided. */
    private static boolean isOver(Standing part, String authority) {
        boolean isIn = part.whole()
                .anyMatch(each -> each.tally().isPresent() && each.name().equals(authority));
        return isIn
                && (part.outcome() != Outcome.PENDING
                        || part.parts().stream().anyMatch(inner -> isOver(inner, authority)));
    }

    private Standing find(String authority) {
        return standing.whole()
                .filter(part -> part.tally().isPresent() && part.name().equals(authority))
                .findFirst()
                .orElseThrow();
    }

    private void count(Vote vote) {
        Tally tally = find(vote.authority()).tally().orElseThrow();
        Map<PersonId, Cast> said = new LinkedHashMap<>(tally.cast());
        for (PersonId person : seats(vote)) {
            if (tally.takes(person, vote.by())) {
                said.put(person, new Cast(vote.choice(), vote.by()));
            }
        }
        cast.put(vote.authority(), said);
        standing = of(rule).opened(true);
    }

    private Standing of(ApprovalRule part) {
        if (part instanceof Authority authority) {
            Tally tally = Tally.of(authority.quorum(), electorate(authority.name()), castIn(authority.name()));
            return new Standing(part, tally.outcome(), false, Optional.of(tally), List.of());
        }
        List<Standing> parts = part.parts().stream().map(this::of).toList();
        int needed = part instanceof ApprovalRule.AtLeast some ? some.needed() : parts.size();
        return new Standing(part, outcome(parts, needed), false, Optional.empty(), parts);
    }

    private static Outcome outcome(List<Standing> parts, int needed) {
        long approved = parts.stream()
                .filter(part -> part.outcome() == Outcome.APPROVED)
                .count();
        long rejected = parts.stream()
                .filter(part -> part.outcome() == Outcome.REJECTED)
                .count();
        if (approved >= needed) {
            return Outcome.APPROVED;
        }
        return parts.size() - rejected < needed ? Outcome.REJECTED : Outcome.PENDING;
    }

    private Electorate electorate(String authority) {
        return Objects.requireNonNull(electorates.get(authority));
    }

    private Map<PersonId, Cast> castIn(String authority) {
        return Objects.requireNonNull(cast.get(authority));
    }
}
