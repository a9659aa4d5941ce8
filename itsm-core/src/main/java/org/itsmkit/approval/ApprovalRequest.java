package org.itsmkit.approval;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Micros;
import org.itsmkit.spi.PersonId;

/**
 * That approval was asked for: of whom, for what, and until when. Whoever joins or leaves a group later changes nothing. What votes make of it is
 * {@linkplain #evaluate worked out} of it and them alone.
 *
 * @param rule who must approve
 * @param terms how long there is to vote, and how long an approval holds
 * @param electorates the people of each authority, in the order of the rule; without those excluded
 * @param excluded who may not approve, as it is their own; in the order of their ids
 * @param content a digest of what is to be approved, such as one by {@link ContentDigest}; by {@link Keys#requireCode}
 * @param askedAt when
 */
public record ApprovalRequest(
        ApprovalRule rule,
        ApprovalTerms terms,
        List<Electorate> electorates,
        Set<PersonId> excluded,
        String content,
        Instant askedAt) {

    public ApprovalRequest {
        Objects.requireNonNull(terms, "terms");
        electorates = List.copyOf(electorates);
        excluded = Electorate.inOrder(excluded);
        Keys.requireCode(content, "content");
        askedAt = Micros.truncate(askedAt);
        List<String> named = electorates.stream().map(Electorate::authority).toList();
        List<String> asked = rule.authorities().stream().map(Authority::name).toList();
        if (!named.equals(asked)) {
            throw new IllegalArgumentException("electorates must be those of " + asked + ", not of " + named);
        }
        for (Electorate electorate : electorates) {
            if (electorate.seats().stream().anyMatch(excluded::contains)) {
                throw new IllegalArgumentException(
                        "excluded: " + electorate.authority() + " has a voter who is among " + excluded);
            }
        }
        Outcome unasked = new Counting(rule, electorates).standing().outcome();
        if (unasked != Outcome.PENDING) {
            throw new IllegalArgumentException("rule: it is " + unasked + " before anybody votes");
        }
    }

    /**
     * Asks for approval; refused with {@code approval.unreachable} for each authority that can never approve, if therefore the rule cannot
     * either, and with {@code approval.without-voters} if nobody would have to approve.
     *
     * @param roll who belongs to the groups and has the roles of {@link ApprovalRule#allVoters()}
     * @param excluded who may not approve, as it is their own: who wants it, drafted it, or is to do it
     * @throws IllegalArgumentException if the roll says nothing of a group or role that the rule names
     */
    public static Either<Rejection, ApprovalRequest> ask(
            ApprovalRule rule, ApprovalTerms terms, Roll roll, Set<PersonId> excluded, String content, Instant at) {
        List<Electorate> electorates = rule.authorities().stream()
                .map(authority -> Electorate.of(authority, roll, excluded))
                .toList();
        Standing standing = new Counting(rule, electorates).standing();
        if (standing.outcome() == Outcome.PENDING) {
            return Either.right(new ApprovalRequest(rule, terms, electorates, excluded, content, at));
        }
        List<Violation> violations = new ArrayList<>();
        if (standing.outcome() == Outcome.APPROVED) {
            violations.add(Violation.of("approval.without-voters", "Nobody would have to approve it."));
        } else {
            standing.whole()
                    .filter(part -> part.outcome() == Outcome.REJECTED)
                    .forEach(part ->
                            part.tally().ifPresent(tally -> violations.add(unreachable(part.name(), tally, excluded))));
        }
        return Either.left(new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.empty(), violations));
    }

    private static Violation unreachable(String authority, Tally tally, Set<PersonId> excluded) {
        String out = Sentences.people(Electorate.inOrder(excluded));
        String sentence = "It could never be approved by " + authority + ": approvals needed are " + tally.needed()
                + ", and possible are " + tally.attainable()
                + (excluded.isEmpty() ? "." : "; not counted, as it is their own: " + out + ".");
        Map<String, String> arguments = Map.of(
                "authority",
                authority,
                "needed",
                String.valueOf(tally.needed()),
                "attainable",
                String.valueOf(tally.attainable()),
                "excluded",
                out);
        return new Violation("approval.unreachable", arguments, sentence);
    }

    /** From when on no vote is counted; empty if votes always are. */
    public Optional<Instant> expiresAt() {
        return terms.openFor().map(askedAt::plus);
    }

    /**
     * Returns what these votes come to. Votes that may not be counted are kept apart, with the reason; an evaluation that is decided stays the same
     * whatever is voted later.
     *
     * @param votes in the order in which they were cast; those after {@code at} are not looked at
     * @param at not before {@link #askedAt()}
     * @throws IllegalArgumentException if the votes are not in order, or one names an authority that the rule does not
     */
    public Evaluation evaluate(List<Vote> votes, Instant at) {
        Instant now = Micros.truncate(at);
        if (now.isBefore(askedAt)) {
            throw new IllegalArgumentException("at: nothing was asked before " + askedAt + ", not even at " + now);
        }
        return new Counting(rule, electorates).evaluate(this, votes, now);
    }
}
