package org.itsmkit.approval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.spi.PersonId;

/**
 * Decides by trying everything: each person who has not spoken approves, rejects, abstains, or never votes; it is decided if all that may become of
 * it is the same. It knows rules of its own, and nothing of the calculator but the values that it is asked with.
 */
final class BruteForce {

    static final List<PersonId> PEOPLE =
            List.of("anna", "ben", "carl", "dora").stream().map(PersonId::of).toList();

    /** What a leaf asks for: so many, so many thousandths of all, of those who do not abstain, so much weight, that nobody objects. */
    enum Kind {
        COUNT,
        SHARE,
        SHARE_ASIDE,
        WEIGHT,
        NO_OBJECTION
    }

    /** A rule: a leaf if it has no parts. */
    static final class Node {
        final List<Node> parts = new ArrayList<>();
        boolean inSequence;
        int needed;
        String name = "";
        Kind kind = Kind.COUNT;
        Map<PersonId, Integer> weights = new HashMap<>();
        Set<PersonId> eligible = new HashSet<>();
        Set<PersonId> veto = new HashSet<>();
        boolean hasVeto;
        boolean review;

        /** Of each person in order: the number of their seat, or -1; what it weighs; whether it may veto. Set by {@link BruteForce#seats}. */
        final int[] seat = new int[PEOPLE.size()];

        final int[] weight = new int[PEOPLE.size()];
        final boolean[] mayVeto = new boolean[PEOPLE.size()];

        boolean isLeaf() {
            return parts.isEmpty();
        }

        List<Node> leaves() {
            List<Node> leaves = new ArrayList<>();
            if (isLeaf()) {
                leaves.add(this);
            }
            parts.forEach(part -> leaves.addAll(part.leaves()));
            return leaves;
        }
    }

    /** A vote in a leaf; one's own, or a delegate's. */
    record Said(Choice choice, boolean own) {}

    record Seat(String leaf, PersonId person) {}

    private BruteForce() {}

    /** Gives every person in every leaf of {@code rule} a seat, unless they are excluded. */
    static List<Seat> seats(Node rule, Set<PersonId> excluded) {
        List<Seat> seats = new ArrayList<>();
        for (Node leaf : rule.leaves()) {
            for (int i = 0; i < PEOPLE.size(); i++) {
                PersonId person = PEOPLE.get(i);
                boolean eligible = leaf.eligible.contains(person) && !excluded.contains(person);
                leaf.mayVeto[i] = leaf.veto.contains(person) && !excluded.contains(person)
                        || leaf.kind == Kind.NO_OBJECTION && eligible;
                leaf.weight[i] = !eligible ? 0 : leaf.kind == Kind.WEIGHT ? leaf.weights.getOrDefault(person, 1) : 1;
                leaf.seat[i] = eligible || leaf.mayVeto[i] ? seats.size() : -1;
                if (leaf.seat[i] >= 0) {
                    seats.add(new Seat(leaf.name, person));
                }
            }
        }
        return seats;
    }

    private static Choice[] votes(List<Seat> seats, Map<Seat, Said> said) {
        return seats.stream()
                .map(seat -> said.containsKey(seat) ? said.get(seat).choice() : null)
                .toArray(Choice[]::new);
    }

    /** What these votes come to when nobody will vote any more; a seat without a vote never voted. */
    private static boolean isApproved(Node node, Choice[] votes) {
        if (!node.isLeaf()) {
            int approved = 0;
            for (Node part : node.parts) {
                approved += isApproved(part, votes) ? 1 : 0;
            }
            return approved >= (node.inSequence ? node.parts.size() : node.needed);
        }
        int approvals = 0;
        int abstentions = 0;
        int all = 0;
        for (int i = 0; i < node.seat.length; i++) {
            Choice choice = node.seat[i] < 0 ? null : votes[node.seat[i]];
            if (choice == Choice.REJECT && node.mayVeto[i]) {
                return false;
            }
            all += node.weight[i];
            approvals += choice == Choice.APPROVE ? node.weight[i] : 0;
            abstentions += choice == Choice.ABSTAIN ? node.weight[i] : 0;
        }
        return switch (node.kind) {
            case COUNT, WEIGHT -> approvals >= node.needed;
            case SHARE -> approvals > 0 && approvals * 1000 >= node.needed * all;
            case SHARE_ASIDE -> approvals > 0 && approvals * 1000 >= node.needed * (all - abstentions);
            case NO_OBJECTION -> true;
        };
    }

    /** What is decided of a part of {@code rule}: something if all completions agree. */
    static Outcome decided(Node part, List<Seat> seats, Map<Seat, Said> said) {
        Choice[] votes = votes(seats, said);
        List<Integer> open = new ArrayList<>();
        for (Node leaf : part.leaves()) {
            for (int seat : leaf.seat) {
                if (seat >= 0 && votes[seat] == null) {
                    open.add(seat);
                }
            }
        }
        boolean[] seen = new boolean[2];
        complete(part, votes, open, 0, seen);
        return seen[0] && seen[1] ? Outcome.PENDING : seen[1] ? Outcome.APPROVED : Outcome.REJECTED;
    }

    private static void complete(Node node, Choice[] votes, List<Integer> open, int from, boolean[] seen) {
        if (seen[0] && seen[1]) {
            return;
        }
        if (from == open.size()) {
            seen[isApproved(node, votes) ? 1 : 0] = true;
            return;
        }
        for (Choice choice : new Choice[] {Choice.APPROVE, Choice.REJECT, Choice.ABSTAIN, null}) {
            votes[open.get(from)] = choice;
            complete(node, votes, open, from + 1, seen);
        }
        votes[open.get(from)] = null;
    }

    /** Whether one may vote in the leaf: nothing that it is in is decided, and every stage before is approved. */
    static boolean isOpen(Node node, String leaf, List<Seat> seats, Map<Seat, Said> said) {
        if (decided(node, seats, said) != Outcome.PENDING) {
            return false;
        }
        if (node.isLeaf()) {
            return node.name.equals(leaf);
        }
        for (Node part : node.parts) {
            if (isOpen(part, leaf, seats, said)) {
                return true;
            }
            if (node.inSequence && decided(part, seats, said) != Outcome.APPROVED) {
                return false;
            }
        }
        return false;
    }

    /** Whether it would do if the time were over: whoever was not asked has not assented. */
    static boolean suffices(Node node, List<Seat> seats, Map<Seat, Said> said) {
        if (node.isLeaf()) {
            return isApproved(node, votes(seats, said));
        }
        int approved = 0;
        for (int i = 0; i < node.parts.size(); i++) {
            Node part = node.parts.get(i);
            boolean isLast = i == node.parts.size() - 1;
            boolean counts = !node.inSequence || isLast
                    ? suffices(part, seats, said)
                    : decided(part, seats, said) == Outcome.APPROVED;
            approved += counts ? 1 : 0;
        }
        return approved >= (node.inSequence ? node.parts.size() : node.needed);
    }

    /** For whom {@code voter} stands in: all from whom a way of delegations leads to them, past nobody excluded. */
    static Set<PersonId> represented(PersonId voter, List<Delegation> delegations, Instant at, Set<PersonId> excluded) {
        Set<PersonId> found = new HashSet<>();
        for (PersonId from : PEOPLE) {
            if (!from.equals(voter) && leads(from, voter, delegations, at, excluded, List.of())) {
                found.add(from);
            }
        }
        return found;
    }

    private static boolean leads(
            PersonId from,
            PersonId to,
            List<Delegation> delegations,
            Instant at,
            Set<PersonId> excluded,
            List<PersonId> way) {
        if (excluded.contains(from) || way.contains(from)) {
            return false;
        }
        if (from.equals(to)) {
            return true;
        }
        List<PersonId> longer = new ArrayList<>(way);
        longer.add(from);
        return delegations.stream()
                .filter(each -> each.from().equals(from))
                .filter(each -> at.compareTo(each.fromInclusive()) >= 0 && at.compareTo(each.toExclusive()) < 0)
                .anyMatch(each -> leads(each.to(), to, delegations, at, excluded, longer));
    }

    /** Seats that a vote fills: of those who have not been heard, and the voter's own if a delegate spoke for them. */
    static List<Seat> filled(List<Seat> seats, Map<Seat, Said> said, Vote vote, Set<PersonId> stoodInFor) {
        List<Seat> filled = new ArrayList<>();
        for (Seat seat : seats) {
            boolean own = seat.person().equals(vote.by());
            if (seat.leaf().equals(vote.authority()) && (own || stoodInFor.contains(seat.person()))) {
                Said before = said.get(seat);
                if (before == null || own && !before.own()) {
                    filled.add(seat);
                }
            }
        }
        return filled;
    }

    /** A rule of at most {@code budget[0]} seats. */
    static Node random(Random random, int depth, int[] budget, int[] names) {
        Node node = new Node();
        if (depth > 1 && random.nextInt(10) < 7) {
            int parts = 1 + random.nextInt(3);
            for (int i = 0; i < parts; i++) {
                node.parts.add(random(random, depth - 1, budget, names));
            }
            node.inSequence = random.nextInt(3) == 0;
            node.needed = 1 + random.nextInt(parts);
            return node;
        }
        node.name = "leaf-" + names[0]++;
        node.kind = Kind.values()[random.nextInt(5)];
        node.review = random.nextInt(4) == 0;
        int most = 1 + random.nextInt(4);
        for (PersonId person : PEOPLE) {
            if (budget[0] > 0 && node.eligible.size() < most && random.nextInt(3) > 0) {
                node.eligible.add(person);
                budget[0]--;
            }
        }
        node.hasVeto = random.nextInt(4) == 0;
        PersonId vetoer = PEOPLE.get(random.nextInt(PEOPLE.size()));
        if (node.hasVeto && (node.eligible.contains(vetoer) || budget[0] > 0)) {
            budget[0] -= node.eligible.contains(vetoer) ? 0 : 1;
            node.veto.add(vetoer);
        }
        int size = Math.max(1, node.eligible.size());
        int[] shares = {1, 250, 333, 334, 500, 501, 666, 667, 750, 1000};
        node.needed = switch (node.kind) {
            case COUNT -> 1 + random.nextInt(size);
            case SHARE, SHARE_ASIDE -> shares[random.nextInt(shares.length)];
            case WEIGHT -> {
                PEOPLE.forEach(person -> {
                    if (random.nextInt(3) > 0) {
                        node.weights.put(person, random.nextInt(4));
                    }
                });
                yield 1 + random.nextInt(5);
            }
            case NO_OBJECTION -> 0;
        };
        return node;
    }

    static ApprovalRule toRule(Node node) {
        if (!node.isLeaf()) {
            List<ApprovalRule> parts =
                    node.parts.stream().map(BruteForce::toRule).toList();
            return node.inSequence ? new ApprovalRule.InSequence(parts) : new ApprovalRule.AtLeast(node.needed, parts);
        }
        BigDecimal perCent = new BigDecimal(BigInteger.valueOf(node.needed), 1);
        Quorum quorum = switch (node.kind) {
            case COUNT -> Quorum.count(node.needed);
            case SHARE -> new Quorum.Share(perCent, Quorum.Abstentions.COUNT);
            case SHARE_ASIDE -> new Quorum.Share(perCent, Quorum.Abstentions.STAND_ASIDE);
            case WEIGHT -> Quorum.weighted(node.weights, node.needed);
            case NO_OBJECTION -> Quorum.noObjection();
        };
        Authority authority = Authority.of(node.name, new Voters.People(node.eligible), quorum);
        authority = node.hasVeto ? authority.withVeto(new Voters.People(node.veto)) : authority;
        return node.review ? authority.withReviewAfterwards() : authority;
    }
}
