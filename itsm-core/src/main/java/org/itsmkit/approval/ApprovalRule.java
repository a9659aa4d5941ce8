package org.itsmkit.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who must approve: an {@link Authority}, or several rules together. Put together of at most {@value #MOST_PARTS} parts in at most {@value
 * #MOST_DEPTH} layers, and each authority in it has a name of its own.
 */
public sealed interface ApprovalRule permits Authority, ApprovalRule.AtLeast, ApprovalRule.InSequence {

    /** The most layers of parts within parts. */
    int MOST_DEPTH = 8;

    /** The most parts of one rule, itself included. */
    int MOST_PARTS = 100;

    /** What it is made of, in order; empty for an authority. */
    default List<ApprovalRule> parts() {
        return List.of();
    }

    /** All authorities in it, in their order. */
    default List<Authority> authorities() {
        return whole().flatMap(rule -> rule instanceof Authority authority ? Stream.of(authority) : Stream.empty())
                .toList();
    }

    /** Whom a {@link Roll} must say something of before it can be asked. */
    default Set<Voters> allVoters() {
        Set<Voters> voters = new LinkedHashSet<>();
        authorities().forEach(authority -> {
            voters.add(authority.voters());
            authority.veto().ifPresent(voters::add);
        });
        return voters;
    }

    /** It and all that it is made of. */
    default Stream<ApprovalRule> whole() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(ApprovalRule::whole));
    }

    /** All of these, in parallel. */
    static ApprovalRule allOf(ApprovalRule... parts) {
        return new AtLeast(parts.length, List.of(parts));
    }

    /** One of these, whichever approves first. */
    static ApprovalRule anyOf(ApprovalRule... parts) {
        return new AtLeast(1, List.of(parts));
    }

    /** So many of these, in parallel. */
    static ApprovalRule atLeast(int needed, ApprovalRule... parts) {
        return new AtLeast(needed, List.of(parts));
    }

    /** All of these, one after the other: nobody is asked before the stage before has approved. */
    static ApprovalRule inSequence(ApprovalRule... stages) {
        return new InSequence(List.of(stages));
    }

    /**
     * So many of the parts, which are asked all at once.
     *
     * @param needed 1 to the number of parts
     * @param parts at least one
     */
    record AtLeast(int needed, List<ApprovalRule> parts) implements ApprovalRule {
        public AtLeast {
            parts = bounded(parts, "parts");
            if (needed < 1 || needed > parts.size()) {
                throw new IllegalArgumentException("needed must be 1 to " + parts.size() + " parts, not " + needed);
            }
        }
    }

    /**
     * All of the stages, each asked when the one before has approved.
     *
     * @param stages at least one
     */
    record InSequence(List<ApprovalRule> stages) implements ApprovalRule {
        public InSequence {
            stages = bounded(stages, "stages");
        }

        @Override
        public List<ApprovalRule> parts() {
            return stages;
        }
    }

    private static List<ApprovalRule> bounded(List<ApprovalRule> parts, String what) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no " + what);
        }
        int deepest = parts.stream().mapToInt(ApprovalRule::depth).max().orElse(0);
        List<ApprovalRule> all = new ArrayList<>();
        parts.forEach(part -> part.whole().forEach(all::add));
        if (deepest >= MOST_DEPTH || all.size() >= MOST_PARTS) {
            throw new IllegalArgumentException(
                    what + ": a rule has at most " + MOST_PARTS + " parts in at most " + MOST_DEPTH + " layers");
        }
        Set<String> names = new HashSet<>();
        for (ApprovalRule part : all) {
            if (part instanceof Authority authority && !names.add(authority.name())) {
                throw new IllegalArgumentException(what + ": two authorities are called " + authority.name());
            }
        }
        return List.copyOf(parts);
    }

    private static int depth(ApprovalRule rule) {
        return 1 + rule.parts().stream().mapToInt(ApprovalRule::depth).max().orElse(0);
    }
}
