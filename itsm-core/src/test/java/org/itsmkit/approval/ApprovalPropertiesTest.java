package org.itsmkit.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.itsmkit.approval.ApprovalTerms.OnExpiry;
import org.itsmkit.approval.BruteForce.Node;
import org.itsmkit.approval.BruteForce.Said;
import org.itsmkit.approval.BruteForce.Seat;
import org.itsmkit.approval.Evaluation.Reason;
import org.itsmkit.approval.Evaluation.Uncounted;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Test;

/** Rules of up to three layers and five voters, and votes in any order, against all that may become of them. */
class ApprovalPropertiesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int CASES = 1_100;

    private static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    /** One rule, with whoever may not vote, whoever stands in, and what was said. */
    private static final class Case {
        final Node rule;
        final Set<PersonId> excluded = new HashSet<>();
        final List<Delegation> delegations = new ArrayList<>();
        final List<Vote> votes = new ArrayList<>();
        final int minutes;
        final OnExpiry onExpiry;

        Case(Random random) {
            rule = BruteForce.random(random, 3, new int[] {5}, new int[] {1});
            for (PersonId person : BruteForce.PEOPLE) {
                if (random.nextInt(10) == 0) {
                    excluded.add(person);
                }
            }
            for (int i = random.nextInt(4) - 1; i > 0; i--) {
                List<PersonId> two = new ArrayList<>(BruteForce.PEOPLE);
                Collections.shuffle(two, random);
                int from = random.nextInt(8) - 2;
                delegations.add(
                        new Delegation(two.get(0), two.get(1), minute(from), minute(from + 1 + random.nextInt(12))));
            }
            minutes = 4 + random.nextInt(8);
            onExpiry = OnExpiry.values()[random.nextInt(3)];
            vote(random);
        }

        /** Other votes, in another order. */
        void vote(Random random) {
            votes.clear();
            List<Node> leaves = rule.leaves();
            Delegations all = new Delegations(delegations);
            for (int i = 0; i < 8; i++) {
                Node leaf = leaves.get(random.nextInt(leaves.size()));
                PersonId by = BruteForce.PEOPLE.get(random.nextInt(4));
                Choice choice = Choice.values()[Math.max(0, random.nextInt(6) - 3)];
                String content = random.nextInt(20) == 0 ? "draft" : "final";
                Vote vote = Vote.of(leaf.name, by, choice, content, minute(i));
                votes.add(vote.under(all, excluded));
            }
        }

        Optional<ApprovalRequest> request() {
            ApprovalTerms terms = ApprovalTerms.unlimited().withOpenFor(Duration.ofMinutes(minutes), onExpiry);
            return ApprovalRequest.ask(BruteForce.toRule(rule), terms, Roll.empty(), excluded, "final", NOON)
                    .toJavaOptional();
        }
    }

    /** What brute force makes of the votes one after the other. */
    private static final class Naive {
        final Case all;
        final List<Seat> seats;
        final Map<Seat, Said> said = new HashMap<>();
        final Set<Vote> ignored = new HashSet<>();
        Outcome outcome = Outcome.PENDING;
        Optional<Instant> decidedAt = Optional.empty();

        Naive(Case all) {
            this.all = all;
            seats = BruteForce.seats(all.rule, all.excluded);
        }

        List<Seat> filledBy(Vote vote) {
            boolean inTime = vote.at().isBefore(minute(all.minutes));
            if (outcome != Outcome.PENDING
                    || !inTime
                    || !vote.content().equals("final")
                    || all.excluded.contains(vote.by())
                    || !BruteForce.isOpen(all.rule, vote.authority(), seats, said)) {
                return List.of();
            }
            Set<PersonId> stoodInFor = BruteForce.represented(vote.by(), all.delegations, vote.at(), all.excluded);
            return BruteForce.filled(seats, said, vote, stoodInFor);
        }

        void hear(Vote vote) {
            List<Seat> filled = filledBy(vote);
            for (Seat seat : filled) {
                said.put(seat, new Said(vote.choice(), seat.person().equals(vote.by())));
            }
            if (filled.isEmpty()) {
                ignored.add(vote);
            } else {
                outcome = BruteForce.decided(all.rule, seats, said);
                decidedAt = outcome == Outcome.PENDING ? Optional.empty() : Optional.of(vote.at());
            }
        }

        void end() {
            if (outcome == Outcome.PENDING) {
                outcome = BruteForce.suffices(all.rule, seats, said)
                        ? Outcome.APPROVED
                        : Map.of(
                                        OnExpiry.EXPIRE, Outcome.EXPIRED,
                                        OnExpiry.REJECT, Outcome.REJECTED,
                                        OnExpiry.APPROVE, Outcome.APPROVED)
                                .get(all.onExpiry);
                decidedAt = Optional.of(minute(all.minutes));
            }
        }
    }

    @Test
    void itIsDecidedAsSoonAsAllCompletionsAgree() {
        Seeds.each(100, random -> {
            Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            for (int asked = 0; asked < CASES; ) {
                Case next = new Case(random);
                Optional<ApprovalRequest> request = next.request();
                List<Seat> seats = BruteForce.seats(next.rule, next.excluded);
                if (random.nextInt(5) == 0) {
                    Outcome unasked = BruteForce.decided(next.rule, seats, Map.of());
                    assertThat(request.isPresent()).isEqualTo(unasked == Outcome.PENDING);
                }
                for (int votes = 0; votes < 3 && request.isPresent(); votes++) {
                    // after each vote of some, after one of the others, and at the end of all
                    check(next, request.get(), asked % 5 == 0, random.nextInt(8), seen, reasons);
                    next.vote(random);
                    asked++;
                }
            }
            assertThat(seen.keySet()).contains(Outcome.values());
            assertThat(reasons).contains(Reason.values());
        });
    }

    private static void check(
            Case all,
            ApprovalRequest request,
            boolean afterEach,
            int after,
            Map<Outcome, Integer> seen,
            Set<Reason> reasons) {
        Naive naive = new Naive(all);
        for (Vote vote : all.votes) {
            if (!vote.at().isBefore(minute(all.minutes))) {
                naive.end();
            }
            naive.hear(vote);
            // all votes are given, also those to come: they are not looked at
            if (afterEach || vote.at().equals(minute(after))) {
                Evaluation evaluation = request.evaluate(all.votes, vote.at());
                same(evaluation, naive);
                seen.merge(evaluation.outcome(), 1, Integer::sum);
            }
        }
        naive.end();
        Evaluation last = request.evaluate(all.votes, minute(20));
        same(last, naive);
        seen.merge(last.outcome(), 1, Integer::sum);
        last.uncounted().forEach(each -> reasons.add(each.reason()));
    }

    private static void same(Evaluation evaluation, Naive naive) {
        if (evaluation.outcome() != naive.outcome || !evaluation.decidedAt().equals(naive.decidedAt)) {
            throw new AssertionError(evaluation + " but by brute force " + naive.outcome + " at " + naive.decidedAt);
        }
        Set<Vote> uncounted = new HashSet<>();
        evaluation.uncounted().stream().map(Uncounted::vote).forEach(uncounted::add);
        if (!uncounted.equals(naive.ignored)) {
            throw new AssertionError(evaluation + " but by brute force do not count " + naive.ignored);
        }
    }

    @Test
    void whoMayVoteIsWhoseVoteWouldCount() {
        Seeds.each(20, random -> {
            for (int i = 0; i < 100; i++) {
                Case all = new Case(random);
                Optional<ApprovalRequest> request = all.request();
                if (request.isEmpty()) {
                    continue;
                }
                int until = random.nextInt(4);
                Naive naive = new Naive(all);
                List<Vote> heard = all.votes.subList(0, until);
                heard.forEach(naive::hear);
                Instant now = minute(3);
                Map<String, Set<PersonId>> expected = new HashMap<>();
                for (Node leaf : all.rule.leaves()) {
                    for (PersonId by : BruteForce.PEOPLE) {
                        Vote vote = Vote.of(leaf.name, by, Choice.APPROVE, "final", now);
                        if (!naive.filledBy(vote).isEmpty()) {
                            expected.computeIfAbsent(leaf.name, name -> new HashSet<>())
                                    .add(by);
                        }
                    }
                }
                Map<String, Set<PersonId>> open =
                        new HashMap<>(request.get().evaluate(heard, now).mayVote(new Delegations(all.delegations)));
                open.values().removeIf(Set::isEmpty);
                assertThat(open).isEqualTo(expected);
            }
        });
    }

    /** Where nothing is in sequence, nobody stands in and all votes are first votes, only who said what counts. */
    @Test
    void theOrderOfVotesDoesNotMatter() {
        Seeds.each(3_000, random -> {
            Case all = new Case(random);
            flatten(all.rule);
            all.delegations.clear();
            Optional<ApprovalRequest> request = all.request();
            if (request.isPresent()) {
                List<Vote> votes = new ArrayList<>();
                for (Seat seat : BruteForce.seats(all.rule, all.excluded)) {
                    if (random.nextInt(4) > 0) {
                        Choice choice = Choice.values()[random.nextInt(3)];
                        votes.add(Vote.of(seat.leaf(), seat.person(), choice, "final", minute(1)));
                    }
                }
                Outcome outcome = request.get().evaluate(votes, minute(2)).outcome();
                Collections.shuffle(votes, random);
                assertThat(request.get().evaluate(votes, minute(2)).outcome()).isEqualTo(outcome);
            }
        });
    }

    private static void flatten(Node node) {
        node.inSequence = false;
        node.parts.forEach(ApprovalPropertiesTest::flatten);
    }

    /** That a delegate votes comes to the same as that those vote for whom they stand in. */
    @Test
    void aDelegateIsAsGoodAsThoseForWhomTheyStandIn() {
        Seeds.each(3_000, random -> {
            Case all = new Case(random);
            Optional<ApprovalRequest> request = all.request();
            PersonId zoe = PersonId.of("zoe");
            if (request.isPresent()) {
                List<Vote> own = new ArrayList<>();
                List<Vote> delegated = new ArrayList<>();
                Set<Seat> spoken = new HashSet<>();
                for (Vote vote : all.votes) {
                    if (spoken.add(new Seat(vote.authority(), vote.by())) && !all.excluded.contains(vote.by())) {
                        own.add(Vote.of(vote.authority(), vote.by(), vote.choice(), "final", vote.at()));
                        delegated.add(
                                new Vote(vote.authority(), zoe, Set.of(vote.by()), vote.choice(), "final", vote.at()));
                    }
                }
                Evaluation one = request.get().evaluate(own, minute(20));
                Evaluation other = request.get().evaluate(delegated, minute(20));
                assertThat(other.outcome()).isEqualTo(one.outcome());
                assertThat(other.decidedAt()).isEqualTo(one.decidedAt());
            }
        });
    }
}
