package org.itsmkit.governance;

import static org.itsmkit.governance.DirectiveLifecycle.ACHIEVE;
import static org.itsmkit.governance.DirectiveLifecycle.DIRECT;
import static org.itsmkit.governance.DirectiveLifecycle.EVALUATE;
import static org.itsmkit.governance.DirectiveLifecycle.HAND_OVER;
import static org.itsmkit.governance.DirectiveLifecycle.MISS;
import static org.itsmkit.governance.DirectiveLifecycle.OBSERVE;
import static org.itsmkit.governance.DirectiveLifecycle.PROPOSE;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What is permitted with a directive. */
public final class DirectivePolicy {

    /** The name of the kind of record that directives rest on. */
    static final String POLICY = "governance-policy";

    private DirectivePolicy() {}

    /** All rules of directives. */
    public static Policy<Directive> standard() {
        return Policy.of(
                ownerIsKnown(),
                evidenceExists(),
                evaluatedFirst(),
                nobodyDirectsAlone(),
                accountableIsKnown(),
                policiesExist(),
                dueLiesAhead(),
                accountableReports(),
                observedInTime(),
                observationsHaveRoom(),
                goalWasObserved(),
                dueHasPassed());
    }

    /** Who is to see to it is somebody. */
    static Rule<Directive> ownerIsKnown() {
        return Rule.of(
                "owner-is-known",
                Set.of(PROPOSE, HAND_OVER),
                p -> owner(p).map(person -> isUnknown(p, person)).orElse(false),
                "Nobody knows this owner.");
    }

    private static Optional<PersonId> owner(Proposal<Directive> proposal) {
        return proposal.intention(DirectiveCommand.Propose.class)
                .map(DirectiveCommand.Propose::owner)
                .or(() -> proposal.intention(DirectiveCommand.HandOver.class).map(DirectiveCommand.HandOver::owner));
    }

    private static boolean isUnknown(Proposal<Directive> proposal, PersonId person) {
        return proposal.context().facts().person(person).isEmpty();
    }

    /** What findings rest on is there, and who evaluates may know of it. */
    static Rule<Directive> evidenceExists() {
        return Rule.of(
                "evidence-exists",
                Set.of(EVALUATE),
                p -> of(
                        p,
                        DirectiveCommand.Evaluate.class,
                        (directive, evaluate) ->
                                evaluate.evaluation().evidence().size() <= Evaluation.MOST_EVIDENCE
                                        && isMissing(p, evaluate.evaluation().evidence())),
                "Some of these records are not there.");
    }

    private static boolean isMissing(Proposal<Directive> proposal, Set<RecordRef> records) {
        return records.stream().anyMatch(record -> !proposal.context().facts().exists(record));
    }

    /** Nobody directs what nobody has looked at. */
    static Rule<Directive> evaluatedFirst() {
        return Rule.of(
                "evaluated-first",
                Set.of(DIRECT),
                p -> is(p, directive -> directive.evaluation().isEmpty()),
                "Nobody has evaluated it.");
    }

    /** Who directs is another than who evaluated, whatever their role, and speaks for none of these: four eyes at least. */
    static Rule<Directive> nobodyDirectsAlone() {
        return Rule.of(
                "nobody-directs-alone",
                Set.of(DIRECT),
                p -> is(p, directive -> {
                    Caller caller = p.context().caller();
                    return directive.evaluators().contains(caller.person())
                            || caller.onBehalfOf()
                                    .map(directive.evaluators()::contains)
                                    .orElse(false);
                }),
                "Nobody directs what they evaluated.");
    }

    /** Who answers for it is somebody. */
    static Rule<Directive> accountableIsKnown() {
        return Rule.of(
                "accountable-is-known",
                Set.of(DIRECT),
                p -> of(
                        p,
                        DirectiveCommand.Direct.class,
                        (directive, direct) -> isUnknown(p, direct.direction().accountable())),
                "Nobody knows who is to answer for it.");
    }

    /** What a directive rests on are policies, and there. */
    static Rule<Directive> policiesExist() {
        return Rule.of(
                "policies-exist",
                Set.of(DIRECT),
                p -> of(p, DirectiveCommand.Direct.class, (directive, direct) -> {
                    Set<RecordRef> policies = direct.direction().restsOn();
                    return policies.size() <= Direction.MOST_POLICIES
                            && (policies.stream().anyMatch(one -> !one.kind().equals(POLICY))
                                    || isMissing(p, policies));
                }),
                "Some of these policies are not there.");
    }

    /** Nothing is directed that was due before. */
    static Rule<Directive> dueLiesAhead() {
        return Rule.of(
                "due-lies-ahead",
                Set.of(DIRECT),
                p -> of(
                        p,
                        DirectiveCommand.Direct.class,
                        (directive, direct) -> !p.context()
                                .at()
                                .isBefore(direct.direction().target().due())),
                "The goal would have been due already.");
    }

    /** Who is accountable reports, or somebody for them; or the system, where a host measures by itself. */
    static Rule<Directive> accountableReports() {
        return Rule.of(
                "accountable-reports",
                Set.of(OBSERVE),
                p -> is(p, directive -> {
                    Caller caller = p.context().caller();
                    Optional<PersonId> accountable = directive.direction().map(Direction::accountable);
                    return !caller.isSystem()
                            && !accountable.equals(Optional.of(caller.person()))
                            && !(accountable.isPresent() && accountable.equals(caller.onBehalfOf()));
                }),
                "Who is accountable reports, or somebody on their behalf.");
    }

    /** What was measured was so already, and not before the baseline. */
    static Rule<Directive> observedInTime() {
        return Rule.of(
                "observed-in-time",
                Set.of(OBSERVE),
                p -> of(
                        p,
                        DirectiveCommand.Observe.class,
                        (directive, observe) -> observe.at().isAfter(p.context().at())
                                || directive
                                        .direction()
                                        .map(direction -> observe.at()
                                                .isBefore(direction.target().baselineAt()))
                                        .orElse(false)),
                "That lies ahead, or before the baseline.");
    }

    /** No more is kept than can be read. */
    static Rule<Directive> observationsHaveRoom() {
        return Rule.of(
                "observations-have-room",
                Set.of(OBSERVE),
                p -> of(
                        p,
                        DirectiveCommand.Observe.class,
                        (directive, observe) -> directive.observations().size() >= Directive.MOST_OBSERVATIONS
                                && directive.observations().stream()
                                        .noneMatch(one -> one.at().equals(observe.at()))),
                "A directive has at most " + Directive.MOST_OBSERVATIONS + " observations.");
    }

    /** It has come about if that was measured, and lately, and nothing else was since. */
    static Rule<Directive> goalWasObserved() {
        return Rule.of(
                "goal-was-observed",
                Set.of(ACHIEVE),
                p -> is(p, directive -> !directive.isGoalObserved(p.context().at()) || !directive.isGoalKept()),
                "What was measured last is not at the goal, or older than " + Directive.FRESH.toDays() + " days.");
    }

    /** Nothing is missed that is not due. */
    static Rule<Directive> dueHasPassed() {
        return Rule.of(
                "due-has-passed",
                Set.of(MISS),
                p -> is(
                        p,
                        directive -> directive
                                .direction()
                                .map(direction -> p.context()
                                        .at()
                                        .isBefore(direction.target().due()))
                                .orElse(true)),
                "There is time until it is due.");
    }

    private static boolean is(Proposal<Directive> proposal, Predicate<Directive> question) {
        return proposal.record().map(question::test).orElse(false);
    }

    private static <C> boolean of(Proposal<Directive> proposal, Class<C> type, BiPredicate<Directive, C> question) {
        return proposal.intention(type)
                .flatMap(command -> proposal.record().map(directive -> question.test(directive, command)))
                .orElse(false);
    }
}
