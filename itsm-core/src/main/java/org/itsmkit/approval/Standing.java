package org.itsmkit.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a rule, or a part of one, stands.
 *
 * @param rule of what
 * @param outcome never {@link Outcome#EXPIRED}: what was open at the end stays {@link Outcome#PENDING}
 * @param open whether one may vote in it, or in some part of it
 * @param tally the votes of an authority; empty for what is made of parts
 * @param parts where its parts stand, in their order; empty for an authority
 */
public record Standing(ApprovalRule rule, Outcome outcome, boolean open, Optional<Tally> tally, List<Standing> parts) {

    public Standing {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(tally, "tally");
        parts = List.copyOf(parts);
    }

    /** It and all parts of it, in their order. */
    public Stream<Standing> whole() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Standing::whole));
    }

    /** The same in sentences: one for itself, and one for each part that is open or was decided. */
    public List<String> sentences() {
        return Sentences.of(this);
    }

    /** The name of an authority; of what is made of parts, how it is. */
    String name() {
        return rule instanceof Authority authority
                ? authority.name()
                : rule.getClass().getSimpleName();
    }

    /**
     * Whether it would be approved if nobody else were heard. Whom no one asked did not assent by silence: a later stage counts only if the
     * one before was decided.
     */
    boolean suffices() {
        if (outcome != Outcome.PENDING) {
            return outcome == Outcome.APPROVED;
        }
        if (tally.isPresent()) {
            return tally.get().suffices();
        }
        if (rule instanceof ApprovalRule.AtLeast some) {
            return parts.stream().filter(Standing::suffices).count() >= some.needed();
        }
        int last = parts.size() - 1;
        return parts.subList(0, last).stream().allMatch(stage -> stage.outcome() == Outcome.APPROVED)
                && parts.get(last).suffices();
    }

    /** The same, where one may vote in it if that may be, and it is pending; and in its parts likewise, one stage after the other. */
    Standing opened(boolean mayBe) {
        boolean isOpen = mayBe && outcome == Outcome.PENDING;
        boolean partIsOpen = isOpen;
        List<Standing> opened = new ArrayList<>();
        for (Standing part : parts) {
            opened.add(part.opened(partIsOpen));
            partIsOpen &= rule instanceof ApprovalRule.AtLeast || part.outcome() == Outcome.APPROVED;
        }
        return new Standing(rule, outcome, isOpen, tally, opened);
    }
}
