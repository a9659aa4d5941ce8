package org.itsmkit.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Keys;

/**
 * A requirement with a name: when it stands against an action, and what it says then. Pure.
 *
 * @param name unique within a policy, by {@link Keys#requireCode}; the code of its violation is {@code rule:} and the name
 * @param actions the actions it is about; empty for all, those that make a record included
 * @param objection what stands against a proposal; empty if nothing does
 */
public record Rule<R>(String name, Set<Action> actions, Function<Proposal<R>, Optional<Violation>> objection) {

    public Rule {
        Keys.requireCode(codeOf(name), "rule");
        actions = Set.copyOf(actions);
        Objects.requireNonNull(objection, "objection");
    }

    /** A rule that says {@code sentence} when {@code isBroken}. */
    public static <R> Rule<R> of(String name, Set<Action> actions, Predicate<Proposal<R>> isBroken, String sentence) {
        Violation violation = Violation.of(codeOf(name), "rule", name, sentence);
        return new Rule<>(
                name, actions, proposal -> isBroken.test(proposal) ? Optional.of(violation) : Optional.empty());
    }

    /** The code of the violation of the rule {@code name}. */
    public static String codeOf(String name) {
        return "rule:" + name;
    }

    boolean isAbout(Action action) {
        return actions.isEmpty() || actions.contains(action);
    }
}
