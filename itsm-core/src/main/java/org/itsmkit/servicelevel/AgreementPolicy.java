package org.itsmkit.servicelevel;

import static org.itsmkit.servicelevel.AgreementLifecycle.ACTIVATE;
import static org.itsmkit.servicelevel.AgreementLifecycle.AGREE;
import static org.itsmkit.servicelevel.AgreementLifecycle.DRAFT_AGREEMENT;
import static org.itsmkit.servicelevel.AgreementLifecycle.END_REVIEW;
import static org.itsmkit.servicelevel.AgreementLifecycle.EXPIRE;
import static org.itsmkit.servicelevel.AgreementLifecycle.GIVE_NOTICE;
import static org.itsmkit.servicelevel.AgreementLifecycle.HAND_OVER;
import static org.itsmkit.servicelevel.AgreementLifecycle.RENEW_HOURS;
import static org.itsmkit.servicelevel.AgreementLifecycle.REST_ON;
import static org.itsmkit.servicelevel.AgreementLifecycle.REVISE;
import static org.itsmkit.servicelevel.AgreementLifecycle.SET_REVIEW_DATE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.PersonId;

/** What is permitted with an agreement. */
public final class AgreementPolicy {

    private AgreementPolicy() {}

    /** All rules of agreements. */
    public static Policy<Agreement> standard() {
        return new Policy<>(List.of(
                timeGoesForward(),
                ownerIsKnown(),
                teamIsKnown(),
                restsOnOthers(),
                restsOnWhatIsThere(),
                somethingIsProposed(),
                noticeIsFinal(),
                restsOnWhatIsInForce(),
                internalTargetsFit(),
                activeWhenItBegins(),
                expiresAtItsEnd(),
                reviewLiesAhead()));
    }

    /** Nothing happens before what has happened already: what held by then has been relied on. */
    static Rule<Agreement> timeGoesForward() {
        return Rule.of(
                "time-goes-forward",
                Set.of(),
                p -> is(p, agreement -> p.context().at().isBefore(agreement.updatedAt())),
                "This would have happened before the agreement's last change.");
    }

    /** Who is to see to it is somebody. */
    static Rule<Agreement> ownerIsKnown() {
        return Rule.of(
                "owner-is-known",
                Set.of(DRAFT_AGREEMENT, HAND_OVER),
                p -> owner(p).map(person -> p.context().facts().person(person).isEmpty())
                        .orElse(false),
                "Nobody knows this owner.");
    }

    private static Optional<PersonId> owner(Proposal<Agreement> proposal) {
        return proposal.intention(AgreementCommand.Draft.class)
                .map(AgreementCommand.Draft::owner)
                .or(() -> proposal.intention(AgreementCommand.HandOver.class).map(AgreementCommand.HandOver::owner));
    }

    /** A team that promises is one. */
    static Rule<Agreement> teamIsKnown() {
        return Rule.of(
                "team-is-known",
                Set.of(DRAFT_AGREEMENT),
                p -> p.intention(AgreementCommand.Draft.class)
                        .flatMap(AgreementCommand.Draft::team)
                        .map(group -> p.context().facts().group(group).isEmpty())
                        .orElse(false),
                "There is no such team.");
    }

    /** Nothing rests on itself. */
    static Rule<Agreement> restsOnOthers() {
        return Rule.of(
                "rests-on-others",
                Set.of(REST_ON),
                p -> restsOn(p).stream()
                        .anyMatch(
                                one -> one.agreement().equals(p.context().self().id())),
                "No agreement rests on itself.");
    }

    /** What an agreement rests on is there, and a team or a supplier promises it. */
    static Rule<Agreement> restsOnWhatIsThere() {
        return Rule.of(
                "rests-on-what-is-there",
                Set.of(DRAFT_AGREEMENT, REST_ON),
                p -> restsOn(p).stream()
                        .anyMatch(one -> Foundations.find(p.context().facts(), one)
                                .filter(internal -> internal.type() != AgreementType.SERVICE_LEVEL)
                                .isEmpty()),
                "An agreement rests on what teams and suppliers have agreed to.");
    }

    private static List<RestsOn> restsOn(Proposal<Agreement> proposal) {
        return proposal.intention(AgreementCommand.Draft.class)
                .map(AgreementCommand.Draft::restsOn)
                .or(() -> proposal.intention(AgreementCommand.RestOn.class).map(AgreementCommand.RestOn::restsOn))
                .orElse(List.of());
    }

    /** There is something to sign. */
    static Rule<Agreement> somethingIsProposed() {
        return Rule.of(
                "something-is-proposed",
                Set.of(AGREE),
                p -> is(p, agreement -> agreement.proposed().isEmpty()),
                "Nothing is proposed that could be signed.");
    }

    /** What will end by notice is not agreed anew. */
    static Rule<Agreement> noticeIsFinal() {
        return Rule.of(
                "notice-is-final",
                Set.of(AGREE, REVISE, RENEW_HOURS, GIVE_NOTICE),
                p -> is(p, agreement -> agreement.termination().isPresent()),
                "Notice was given of this agreement.");
    }

    /** What it rests on holds when it begins. */
    static Rule<Agreement> restsOnWhatIsInForce() {
        return new Rule<>(
                "rests-on-what-is-in-force",
                Set.of(AGREE),
                p -> foundations(p)
                        .map(Foundations::notInForce)
                        .filter(missing -> !missing.isEmpty())
                        .map(missing -> new Violation(
                                Rule.codeOf("rests-on-what-is-in-force"),
                                Map.of("rule", "rests-on-what-is-in-force", "agreements", String.join(", ", missing)),
                                "It rests on what is not in force when it begins: " + String.join(", ", missing)
                                        + ".")));
    }

    /** Teams and suppliers have promised to be quick enough, from whatever instant they start. */
    static Rule<Agreement> internalTargetsFit() {
        return new Rule<>(
                "internal-targets-fit",
                Set.of(AGREE),
                p -> foundations(p)
                        .map(Foundations::misfits)
                        .filter(misfits -> !misfits.isEmpty())
                        .map(misfits -> misfits.get(0))
                        .map(AgreementPolicy::tooSlow));
    }

    private static Violation tooSlow(Foundations.Misfit misfit) {
        String start = misfit.first().start().toString();
        String due = misfit.first().externalDue().toString();
        String end = misfit.first().internalEnd().map(Object::toString).orElse("never");
        return new Violation(
                Rule.codeOf("internal-targets-fit"),
                Map.of(
                        "rule", "internal-targets-fit",
                        "commitment", misfit.commitment().name(),
                        "start", start,
                        "due", due,
                        "end", end),
                "What it rests on is too slow for " + misfit.commitment().name() + ": what starts at " + start
                        + " is due at " + due + ", and may take until " + end + ".");
    }

    private static Optional<Foundations> foundations(Proposal<Agreement> proposal) {
        return proposal.record()
                .filter(agreement -> !agreement.restsOn().isEmpty())
                .flatMap(agreement -> proposal.intention(AgreementCommand.Agree.class)
                        .map(agree -> new Foundations(proposal.context().facts(), agreement, agree)));
    }

    /** Nothing is put in force before its first version begins. */
    static Rule<Agreement> activeWhenItBegins() {
        return Rule.of(
                "active-when-it-begins",
                Set.of(ACTIVATE),
                p -> is(
                        p,
                        agreement -> agreement.versions().isEmpty()
                                || p.context()
                                        .at()
                                        .isBefore(agreement.versions().get(0).from())),
                "It has not begun.");
    }

    /** What has no end, or one that lies ahead, is given up and does not expire. */
    static Rule<Agreement> expiresAtItsEnd() {
        return Rule.of(
                "expires-at-its-end",
                Set.of(EXPIRE),
                p -> is(
                        p,
                        agreement -> agreement
                                .endsAt()
                                .map(p.context().at()::isBefore)
                                .orElse(true)),
                "It has not come to its end.");
    }

    /** A review is planned for today or later. */
    static Rule<Agreement> reviewLiesAhead() {
        return Rule.of(
                "review-lies-ahead",
                Set.of(DRAFT_AGREEMENT, SET_REVIEW_DATE, END_REVIEW),
                p -> reviewOn(p)
                        .map(date ->
                                date.isBefore(LocalDate.ofInstant(p.context().at(), ZoneOffset.UTC)))
                        .orElse(false),
                "A review is planned for a day that is not over.");
    }

    private static Optional<LocalDate> reviewOn(Proposal<Agreement> proposal) {
        return proposal.intention(AgreementCommand.Draft.class)
                .flatMap(AgreementCommand.Draft::reviewOn)
                .or(() -> proposal.intention(AgreementReviewCommand.SetReviewDate.class)
                        .flatMap(AgreementReviewCommand.SetReviewDate::on))
                .or(() -> proposal.intention(AgreementReviewCommand.EndReview.class)
                        .flatMap(AgreementReviewCommand.EndReview::next));
    }

    private static boolean is(Proposal<Agreement> proposal, Function<Agreement, Boolean> question) {
        return proposal.record().map(question).orElse(false);
    }
}
