package org.itsmkit.servicelevel;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** What may be wanted of agreements. What is in force changes by what is signed alone; revising proposes. */
public sealed interface AgreementCommand extends Command<Agreement>
        permits AgreementCommand.Revise,
                AgreementCommand.RenewHours,
                AgreementCommand.Describe,
                AgreementCommand.HandOver,
                AgreementCommand.RestOn,
                AgreementCommand.Agree,
                AgreementCommand.Activate,
                AgreementReviewCommand,
                AgreementEndingCommand {

    /** The most code points of a title. */
    int TITLE_LENGTH = 255;

    /** The most code points of a reason or a finding. */
    int NOTE_LENGTH = 4_000;

    /** Begins to say what is to be agreed. */
    static Draft.Builder draft() {
        return new Draft.Builder().rank(0);
    }

    /**
     * Begin to work out an agreement.
     *
     * @param title in one line
     * @param type between whom
     * @param customer to whom it is promised; of a service level agreement alone; empty for one with every customer
     * @param team who promises: of an operational level agreement, and of no other
     * @param supplier who promises: of an underpinning contract, and of no other
     * @param owner who sees to it
     * @param rank which comes first where several are there to choose from: the lower
     * @param restsOn what must be kept so that this can be
     * @param terms what is proposed, if that is known already
     * @param reviewOn when it is to be looked at
     */
    @KitStyle
    @Value.Builder
    record Draft(
            String title,
            AgreementType type,
            Optional<OrganisationId> customer,
            Optional<GroupId> team,
            Optional<OrganisationId> supplier,
            PersonId owner,
            int rank,
            List<RestsOn> restsOn,
            Optional<ProposedTerms> terms,
            Optional<LocalDate> reviewOn)
            implements Creation<Agreement> {

        public Draft {
            restsOn = List.copyOf(restsOn);
        }

        @Override
        public Action action() {
            return AgreementLifecycle.DRAFT_AGREEMENT;
        }

        @Override
        public Needs needs() {
            return team.map(Needs::group)
                    .orElse(Needs.none())
                    .and(Needs.person(owner))
                    .and(AgreementCommand.needs(restsOn));
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check()
                    .line("title", title, TITLE_LENGTH)
                    .require(
                            customer.isEmpty() || type == AgreementType.SERVICE_LEVEL,
                            "agreement.customer",
                            "customer",
                            "Only a service level agreement is made with a customer.")
                    .require(
                            team.isPresent() == (type == AgreementType.OPERATIONAL_LEVEL),
                            "agreement.team",
                            "team",
                            "A team promises what an operational level agreement says, and nothing else.")
                    .require(
                            supplier.isPresent() == (type == AgreementType.UNDERPINNING),
                            "agreement.supplier",
                            "supplier",
                            "A supplier promises what an underpinning contract says, and nothing else.");
            restsOnIn(inputs, restsOn);
            InForce.reviewedIn(inputs, reviewOn);
            return and(
                    inputs,
                    terms.map(some -> TermsCheck.of(some, calendars(context))).orElse(List.of()));
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Context context) {
            return right(List.of(new AgreementEvent.Drafted(
                    context.number().get(),
                    title,
                    type,
                    customer,
                    team,
                    supplier,
                    owner,
                    rank,
                    restsOn,
                    terms.map(some -> some.with(calendars(context))),
                    reviewOn,
                    context.lifecycle().initial())));
        }

        public static final class Builder extends DraftBuilder {
            Builder() {}
        }
    }

    /** Propose other terms, in place of those proposed before. */
    record Revise(ProposedTerms terms) implements AgreementCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.REVISE;
        }

        @Override
        public List<Violation> check(Context context) {
            return TermsCheck.of(terms, calendars(context));
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            Terms proposed = terms.with(calendars(context));
            return agreement.proposed().equals(Optional.of(proposed)) && stays(context)
                    ? right(List.of())
                    : right(List.of(new AgreementEvent.Revised(context.destination(), proposed)));
        }
    }

    /**
     * Propose what is proposed, or else what was agreed last, by the tenant's calendars as they are now: each of its service hours for
     * which there is a calendar of that name.
     */
    record RenewHours() implements AgreementCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.RENEW_HOURS;
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            Optional<Terms> before =
                    agreement.proposed().or(() -> agreement.latest().map(AgreementVersion::terms));
            Optional<Terms> renewed = before.map(terms -> renewed(terms, calendars(context)));
            if (renewed.isEmpty() || (renewed.equals(before) && stays(context))) {
                return renewed.isEmpty()
                        ? left(context.refuse(Violation.of(
                                "agreement.nothing-to-renew", "There are no terms whose hours could be renewed.")))
                        : right(List.of());
            }
            ProposedTerms proposed = ProposedTerms.of(renewed.get());
            List<Violation> violations = TermsCheck.of(proposed, Map.of());
            return violations.isEmpty()
                    ? right(List.of(new AgreementEvent.HoursRenewed(context.destination(), renewed.get())))
                    : left(new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.of(context.self()), violations));
        }

        private static Terms renewed(Terms terms, Map<String, CalendarData> calendars) {
            Map<String, CalendarData> hours = new HashMap<>(terms.hours());
            hours.replaceAll((name, data) -> calendars.getOrDefault(name, data));
            return new Terms(terms.kinds(), terms.coverage(), terms.commitments(), hours, terms.zoneBy());
        }
    }

    /** Call it otherwise, or rank it otherwise. */
    record Describe(String title, int rank) implements AgreementCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.DESCRIBE;
        }

        @Override
        public List<Violation> check(Context context) {
            return Inputs.check().line("title", title, TITLE_LENGTH).violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return agreement.title().equals(title) && agreement.rank() == rank && stays(context)
                    ? right(List.of())
                    : right(List.of(new AgreementEvent.Described(context.destination(), title, rank)));
        }
    }

    /** Give it to another owner. */
    record HandOver(PersonId owner) implements AgreementCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.HAND_OVER;
        }

        @Override
        public Needs needs(Agreement agreement) {
            return Needs.person(owner);
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return agreement.owner().equals(owner) && stays(context)
                    ? right(List.of())
                    : right(List.of(new AgreementEvent.HandedOver(context.destination(), agreement.owner(), owner)));
        }
    }

    /** Say on which agreements it rests, in place of those of before. */
    record RestOn(List<RestsOn> restsOn) implements AgreementCommand {
        public RestOn {
            restsOn = List.copyOf(restsOn);
        }

        @Override
        public Action action() {
            return AgreementLifecycle.REST_ON;
        }

        @Override
        public Needs needs(Agreement agreement) {
            return AgreementCommand.needs(restsOn);
        }

        @Override
        public List<Violation> check(Context context) {
            Inputs inputs = Inputs.check();
            restsOnIn(inputs, restsOn);
            return inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return agreement.restsOn().equals(restsOn) && stays(context)
                    ? right(List.of())
                    : right(List.of(new AgreementEvent.RestedOn(context.destination(), restsOn)));
        }
    }

    /**
     * Sign what is proposed. From {@code from} on it takes the place of what was agreed before; what held until then is not rewritten.
     *
     * @param from since when it holds, inclusive; after the beginning of the version before
     * @param until until when, exclusive; without end if empty
     */
    record Agree(Instant from, Optional<Instant> until) implements AgreementCommand {

        /** Sign what is proposed, without an end. */
        public static Agree from(Instant from) {
            return new Agree(from, Optional.empty());
        }

        @Override
        public Action action() {
            return AgreementLifecycle.AGREE;
        }

        @Override
        public Needs needs(Agreement agreement) {
            return AgreementCommand.needs(agreement.restsOn());
        }

        @Override
        public List<Violation> check(Context context) {
            boolean isInRange =
                    InForce.canHold(from) && until.map(InForce::canHold).orElse(true);
            Inputs inputs = Inputs.check()
                    .require(
                            isInRange,
                            "agreement.out-of-range",
                            "from",
                            "An agreement holds in the years 1970 to 2198.");
            return isInRange
                    ? inputs.require(
                                    until().map(end -> InForce.kept(from).isBefore(InForce.kept(end)))
                                            .orElse(true),
                                    "agreement.ends-before-it-begins",
                                    "until",
                                    "An agreement ends after it begins.")
                            .violations()
                    : inputs.violations();
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            List<Violation> violations = InForce.objections(agreement, this);
            if (!violations.isEmpty()) {
                return left(new Rejection(Rejection.Reason.NOT_PERMITTED, Optional.of(context.self()), violations));
            }
            return right(List.of(new AgreementEvent.Agreed(context.destination(), InForce.next(agreement, this))));
        }
    }

    /** Put it in force. */
    record Activate() implements AgreementCommand {
        @Override
        public Action action() {
            return AgreementLifecycle.ACTIVATE;
        }

        @Override
        public Either<Rejection, List<Event<Agreement>>> decide(Agreement agreement, Context context) {
            return right(List.of(new AgreementEvent.Activated(context.destination())));
        }
    }

    private static Map<String, CalendarData> calendars(Context context) {
        return context.settings().tailoring().calendars();
    }

    private static Needs needs(List<RestsOn> restsOn) {
        Needs needs = Needs.none();
        for (RestsOn one : restsOn) {
            needs = needs.and(Needs.record(RecordRef.of(Agreements.NAME, one.agreement())));
        }
        return needs;
    }

    private static void restsOnIn(Inputs inputs, List<RestsOn> restsOn) {
        inputs.require(
                restsOn.size() <= RestsOn.MOST,
                "agreement.rests-on-too-many",
                "restsOn",
                "An agreement rests on at most " + RestsOn.MOST + " others.");
        inputs.require(
                restsOn.stream().map(RestsOn::agreement).distinct().count() == restsOn.size(),
                "agreement.rests-on-one-twice",
                "restsOn",
                "An agreement rests on another once.");
        inputs.require(
                restsOn.stream().allMatch(one -> one.step() >= 1 && one.step() <= RestsOn.MOST_STEPS),
                "agreement.no-such-step",
                "restsOn",
                "Steps are 1 to " + RestsOn.MOST_STEPS + ".");
    }

    private static boolean stays(Context context) {
        return context.transition().map(row -> row.stays()).orElse(true);
    }

    private static List<Violation> and(Inputs inputs, List<Violation> more) {
        List<Violation> all = new ArrayList<>(inputs.violations());
        all.addAll(more);
        return all;
    }
}
