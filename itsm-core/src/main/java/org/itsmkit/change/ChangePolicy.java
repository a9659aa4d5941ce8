package org.itsmkit.change;

import static org.itsmkit.change.ChangeLifecycle.AUTHORISE;
import static org.itsmkit.change.ChangeLifecycle.SUBMIT;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.approval.Evaluation;
import org.itsmkit.approval.Outcome;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketPolicy;

/** What is permitted with a change. */
public final class ChangePolicy {

    static final String CLOSED_AFTER_REVIEW = "closed-after-review";

    private ChangePolicy() {}

    /** The rules of every ticket, and those of changes. */
    public static Policy<Change> standard() {
        return TicketPolicy.<Change>standard()
                .with(nobodyAuthorisesTheirOwn())
                .with(thereIsAPlan())
                .with(requiredPlansAreThere())
                .with(isScheduled())
                .with(riskIsAssessed())
                .with(riskIsUpToDate())
                .with(modelIsPreAuthorised())
                .with(modelIsNotSuspended())
                .with(approvalIsGiven())
                .with(rejectionIsGiven())
                .with(approvalHasExpired())
                .with(authorisationHolds())
                .with(closedAfterReview());
    }

    /** What one person authorises alone, they neither asked for nor drafted, nor do they speak for one who did. */
    static Rule<Change> nobodyAuthorisesTheirOwn() {
        return Rule.of(
                "nobody-authorises-their-own",
                Set.of(AUTHORISE),
                p -> p.record()
                        .filter(change -> Grounds.of(change).basis() == Authorisation.Basis.PERSON)
                        .map(change -> {
                            Caller caller = p.context().caller();
                            return isTheirOwn(change, caller.person())
                                    || caller.onBehalfOf()
                                            .map(other -> isTheirOwn(change, other))
                                            .orElse(false);
                        })
                        .orElse(false),
                "Nobody authorises a change of their own.");
    }

    private static boolean isTheirOwn(Change change, PersonId person) {
        return person.equals(change.ticket().requester())
                || person.equals(change.ticket().openedBy());
    }

    /** There is something to say yes to. */
    static Rule<Change> thereIsAPlan() {
        return Rule.of(
                "there-is-a-plan",
                Set.of(AUTHORISE, SUBMIT),
                p -> p.record()
                        .map(change -> !Inputs.saysSomething(change.plans().implementation()))
                        .orElse(false),
                "There is no plan that could be authorised.");
    }

    /** All is planned that its procedure demands. */
    static Rule<Change> requiredPlansAreThere() {
        String name = "required-plans-are-there";
        return new Rule<>(
                name,
                Set.of(AUTHORISE, SUBMIT),
                p -> p.record()
                        .map(change -> change.plans().missing(change.procedure().requiredPlans()))
                        .filter(missing -> !missing.isEmpty())
                        .map(ChangePolicy::texts)
                        .map(missing -> new Violation(
                                Rule.codeOf(name),
                                Map.of("rule", name, "plans", missing),
                                "It is not planned yet, as it must be: " + missing + ".")));
    }

    private static String texts(Set<PlanKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** It is known when it is made, where its procedure demands that. */
    static Rule<Change> isScheduled() {
        return Rule.of(
                "is-scheduled",
                Set.of(AUTHORISE, SUBMIT),
                p -> p.record()
                        .map(change -> change.procedure().mustBeScheduled()
                                && change.slot().isEmpty())
                        .orElse(false),
                "Nobody has said when it is to be made.");
    }

    /** It is known how risky it is, where its procedure says how to find out. */
    static Rule<Change> riskIsAssessed() {
        return Rule.of(
                "risk-is-assessed",
                Set.of(AUTHORISE, SUBMIT),
                p -> p.record()
                        .map(change -> change.procedure().risk().isPresent()
                                && change.risk().isEmpty())
                        .orElse(false),
                "Nobody has found out how risky it is.");
    }

    /** What was said of its fields when its risk was assessed is still so when somebody is asked. */
    static Rule<Change> riskIsUpToDate() {
        return Rule.of(
                "risk-is-up-to-date",
                Set.of(AUTHORISE, SUBMIT),
                p -> p.record()
                        // While others vote on it, and after, it is for them to say what they think of that.
                        .filter(change ->
                                p.action().equals(SUBMIT) || Grounds.of(change).basis() == Authorisation.Basis.PERSON)
                        .map(change ->
                                !RiskFields.sayTheSame(change, p.context().at()))
                        .orElse(false),
                "It is not what it was when its risk was assessed; assess it anew.");
    }

    /** A standard change rests on a model that was approved, and has not lost that since. */
    static Rule<Change> modelIsPreAuthorised() {
        return Rule.of(
                "model-is-pre-authorised",
                Set.of(AUTHORISE),
                p -> p.record()
                        .filter(change -> Grounds.of(change).basis() == Authorisation.Basis.MODEL)
                        // What is only offered has loaded nothing: whether the model still holds is told when it is
                        // tried.
                        .filter(change -> p.intention().isPresent())
                        .map(change -> change.model()
                                .flatMap(model -> p.context().facts().record(model, ChangeModel.class))
                                .filter(ChangeModel::isPreAuthorised)
                                .isEmpty())
                        .orElse(false),
                "Its model does not authorise changes any more; let it go as a normal one.");
    }

    /** What its model authorised is not begun as long as that model is suspended: too much went wrong with changes like it. */
    static Rule<Change> modelIsNotSuspended() {
        return Rule.of(
                "model-is-not-suspended",
                Set.of(ChangeLifecycle.BEGIN),
                p -> p.intention().isPresent()
                        && p.record()
                                .filter(change -> change.authorisation()
                                        .map(said -> said.basis() == Authorisation.Basis.MODEL)
                                        .orElse(false))
                                .flatMap(Change::model)
                                .flatMap(model -> p.context().facts().record(model, ChangeModel.class))
                                .map(ChangeModel::isSuspended)
                                .orElse(false),
                "Its model is suspended; wait until it is reinstated, or let it go as a normal one.");
    }

    /** Where others must approve it, it is authorised once they have, for what it is now. */
    static Rule<Change> approvalIsGiven() {
        String name = "approval-is-given";
        return new Rule<>(
                name,
                Set.of(AUTHORISE),
                p -> p.record()
                        .map(Grounds::of)
                        .filter(grounds -> grounds.basis() == Authorisation.Basis.VOTES)
                        .filter(grounds ->
                                !grounds.have(Outcome.APPROVED, p.context().at()))
                        .map(grounds -> new Violation(
                                Rule.codeOf(name),
                                Map.of("rule", name),
                                why(grounds, p.context().at()))));
    }

    private static String why(Grounds grounds, Instant at) {
        return grounds.votes(at)
                .map(Evaluation::sentences)
                .map(sentences -> "Those who must approve it have not: " + String.join(" ", sentences))
                .orElse("Those who must approve it have not been asked; submit it.");
    }

    /** It is rejected when those who must approve it have said no. */
    static Rule<Change> rejectionIsGiven() {
        return Rule.of(
                "rejection-is-given",
                Set.of(ChangeLifecycle.REJECT),
                p -> cameTo(Outcome.REJECTED, p),
                "Those who must approve it have not said no.");
    }

    /** Their time is over when it is. */
    static Rule<Change> approvalHasExpired() {
        return Rule.of(
                "approval-has-expired",
                Set.of(ChangeLifecycle.EXPIRE),
                p -> cameTo(Outcome.EXPIRED, p),
                "The time of those who must approve it is not over.");
    }

    private static boolean cameTo(Outcome outcome, Proposal<Change> proposal) {
        return proposal.record()
                .map(Grounds::of)
                .map(grounds -> !grounds.have(outcome, proposal.context().at()))
                .orElse(false);
    }

    /** What is made is what was authorised, and in time. */
    static Rule<Change> authorisationHolds() {
        return Rule.of(
                "authorisation-holds",
                Set.of(ChangeLifecycle.BEGIN, ChangeLifecycle.IMPLEMENT),
                p -> p.record()
                        .filter(change -> change.begunAt().isEmpty())
                        .map(change -> change.authorisation()
                                .map(known -> !known.holds(
                                        change.content(), p.context().at()))
                                .orElse(false))
                        .orElse(false),
                "It is not what was authorised, or that holds no more; it must be authorised anew.");
    }

    /** What did not simply go well, and what its procedure wants looked back on, is not over before. */
    static Rule<Change> closedAfterReview() {
        return Rule.of(
                CLOSED_AFTER_REVIEW,
                Set.of(TicketAction.CLOSE),
                p -> p.record().map(ChangePolicy::awaitsReview).orElse(false),
                "Nobody has looked back on it yet.");
    }

    static boolean awaitsReview(Change change) {
        return change.isReviewDue() && change.review().isEmpty();
    }
}
