package org.itsmkit.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.PersonId;

/**
 * What votes came to.
 *
 * @param request what was asked
 * @param at as of when
 * @param outcome where it stands
 * @param decidedAt when the vote was cast that decided it, or when its time was over; empty if it is pending
 * @param standing where the rule and each part of it stand
 * @param uncounted votes that do not count, in their order
 */
public record Evaluation(
        ApprovalRequest request,
        Instant at,
        Outcome outcome,
        Optional<Instant> decidedAt,
        Standing standing,
        List<Uncounted> uncounted) {

    /** Why a vote does not count; where several hold, the first of these. */
    public enum Reason {
        /** It was cast for something else than what is to be approved. */
        OTHER_CONTENT,
        /** Nobody approves their own. */
        EXCLUDED,
        /** All, or the part that it was cast in, had been decided. */
        DECIDED,
        /** The time was over. */
        EXPIRED,
        /** Its voter neither belongs to the authority nor stands in for anybody who does. */
        NOT_ELIGIBLE,
        /** It was cast before anything was asked, or before a stage came to its turn. It may be cast again. */
        NOT_OPEN,
        /** Its voter, and all for whom they stand in, had voted. */
        VOTED_BEFORE
    }

    /** A vote that does not count. */
    public record Uncounted(Vote vote, Reason reason) {}

    public Evaluation {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(decidedAt, "decidedAt");
        Objects.requireNonNull(standing, "standing");
        uncounted = List.copyOf(uncounted);
    }

    /** From when on the approval holds no more; empty if it always does, or there is none. */
    public Optional<Instant> validUntil() {
        return outcome == Outcome.APPROVED
                ? decidedAt.flatMap(since -> request.terms().validFor().map(since::plus))
                : Optional.empty();
    }

    /** Whether something of this content is approved, and the approval still valid: if not, it must be asked for anew. */
    public boolean stillHolds(String content) {
        return outcome == Outcome.APPROVED
                && request.content().equals(content)
                && validUntil().map(at::isBefore).orElse(true);
    }

    /** Whether it is approved, and by an authority of whose approval a review follows. */
    public boolean isReviewDue() {
        return outcome == Outcome.APPROVED
                && standing.whole()
                        .anyMatch(part -> part.outcome() == Outcome.APPROVED
                                && part.rule() instanceof Authority authority
                                && authority.reviewAfterwards());
    }

    /** Whose vote in which authority would count now, for themself. */
    public Map<String, Set<PersonId>> mayVote() {
        return mayVote(Delegations.none());
    }

    /** Whose vote in which authority would count now, for themself or for somebody for whom they stand in. */
    public Map<String, Set<PersonId>> mayVote(Delegations delegations) {
        Map<String, Set<PersonId>> open = new LinkedHashMap<>();
        standing.whole()
                .filter(Standing::open)
                .forEach(part -> part.tally().ifPresent(tally -> open.put(part.name(), voters(tally, delegations))));
        return open;
    }

    private Set<PersonId> voters(Tally tally, Delegations delegations) {
        Set<PersonId> candidates = new LinkedHashSet<>(tally.awaited());
        candidates.addAll(tally.cast().keySet());
        candidates.addAll(delegations.delegates());
        candidates.removeIf(person -> !tally.takes(person, person)
                && delegations.representedBy(person, at, request.excluded()).stream()
                        .noneMatch(other -> tally.takes(other, person)));
        return Electorate.inOrder(candidates);
    }

    /** The same in sentences: how it is in all, and where each part stands that is open or was decided. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(Sentences.of(this));
        sentences.addAll(standing.sentences());
        return List.copyOf(sentences);
    }
}
