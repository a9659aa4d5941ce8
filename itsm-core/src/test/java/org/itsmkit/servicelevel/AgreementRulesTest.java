package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BASEMENT;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.servicelevel.Agreeing.MARCH;
import static org.itsmkit.servicelevel.Agreeing.drafted;
import static org.itsmkit.servicelevel.Agreeing.ola;
import static org.itsmkit.servicelevel.Agreeing.sla;
import static org.itsmkit.servicelevel.Agreeing.terms;

import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Policy;
import org.itsmkit.kernel.Proposal;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;

/** Each rule of the standard policy, asked by itself about what was proposed: where it stands against that, and where it does not. */
class AgreementRulesTest {

    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final List<Proposal<Agreement>> seen = new ArrayList<>();

    /** Where every proposal that is asked about can be seen afterwards. */
    private final Company company =
            Company.with(builder -> builder.agreements(definition -> definition.policy(this::watched)));

    private Policy<Agreement> watched(Policy<Agreement> policy) {
        return policy.with(Rule.of(
                "watched",
                Set.of(),
                proposal -> {
                    seen.add(proposal);
                    return false;
                },
                "Never."));
    }

    private Proposal<Agreement> last(Action action) {
        Proposal<Agreement> last = seen.get(seen.size() - 1);
        assertThat(last.action()).isEqualTo(action);
        return last;
    }

    /** What the rules were asked about; whatever came of it, it was permitted or refused by one of them. */
    private Proposal<Agreement> asked(Either<Rejection, Stored<Agreement>> outcome, Action action) {
        assertThat(outcome.isRight() || outcome.getLeft().code().startsWith("rule:"))
                .as("%s", outcome)
                .isTrue();
        return last(action);
    }

    /** What the rule says to it. */
    private Optional<String> says(Rule<Agreement> rule, AgreementCommand.Draft.Builder draft) {
        AgreementCommand.Draft one = draft.build();
        return says(rule, asked(company.itsm.agreements().submit(caller(DORA), one), one.action()));
    }

    private Optional<String> says(Rule<Agreement> rule, Agreeing agreeing, Command<Agreement> command) {
        return says(rule, agreeing, command, company.clock.instant());
    }

    private Optional<String> says(Rule<Agreement> rule, Agreeing agreeing, Command<Agreement> command, Instant at) {
        Options then = Options.none().occurredAt(at);
        return says(
                rule,
                asked(company.itsm.agreements().submit(caller(DORA), agreeing.id, command, then), command.action()));
    }

    private static Optional<String> says(Rule<Agreement> rule, Proposal<Agreement> proposal) {
        Optional<Violation> objection = rule.objection().apply(proposal);
        assertThat(objection.map(Violation::code)).isEqualTo(objection.map(any -> "rule:" + rule.name()));
        assertThat(objection.map(one -> one.arguments().get("rule"))).isEqualTo(objection.map(any -> rule.name()));
        return objection.map(Violation::sentence);
    }

    private Agreeing active() {
        return Agreeing.active(company, sla().build());
    }

    private static void assertIsAbout(Rule<Agreement> rule, String name, Action... actions) {
        assertThat(rule.name()).isEqualTo(name);
        assertThat(rule.actions()).containsExactlyInAnyOrder(actions);
    }

    @Test
    void theStandardPolicyHasTheseRules() {
        assertThat(AgreementPolicy.standard().rules())
                .extracting(Rule::name)
                .containsExactly(
                        "time-goes-forward",
                        "owner-is-known",
                        "team-is-known",
                        "rests-on-others",
                        "rests-on-what-is-there",
                        "something-is-proposed",
                        "notice-is-final",
                        "rests-on-what-is-in-force",
                        "internal-targets-fit",
                        "active-when-it-begins",
                        "expires-at-its-end",
                        "review-lies-ahead");
    }

    @Test
    void timeGoesForward() {
        Rule<Agreement> rule = AgreementPolicy.timeGoesForward();
        assertIsAbout(rule, "time-goes-forward");
        Agreeing agreeing = active();
        Instant changed = agreeing.now().updatedAt();
        company.aMinuteLater();

        assertThat(says(rule, agreeing, new AgreementCommand.Describe("Silver", 1), changed))
                .isEmpty();
        assertThat(says(rule, agreeing, new AgreementCommand.Describe("Bronze", 1), changed.minusNanos(1_000)))
                .contains("This would have happened before the agreement's last change.");
        assertThat(agreeing.now().title()).isEqualTo("Silver");
        assertThat(says(rule, sla())).as("of what is not there yet").isEmpty();
    }

    @Test
    void theOwnerIsKnown() {
        Rule<Agreement> rule = AgreementPolicy.ownerIsKnown();
        assertIsAbout(rule, "owner-is-known", AgreementLifecycle.DRAFT_AGREEMENT, AgreementLifecycle.HAND_OVER);

        assertThat(says(rule, sla().owner(GUS))).contains("Nobody knows this owner.");
        assertThat(says(rule, sla())).isEmpty();
        assertThat(says(rule, active(), new AgreementCommand.HandOver(GUS))).contains("Nobody knows this owner.");
        assertThat(says(rule, active(), new AgreementCommand.HandOver(BEN))).isEmpty();
    }

    @Test
    void theTeamIsKnown() {
        Rule<Agreement> rule = AgreementPolicy.teamIsKnown();
        assertIsAbout(rule, "team-is-known", AgreementLifecycle.DRAFT_AGREEMENT);

        assertThat(says(rule, ola(4).team(BASEMENT))).contains("There is no such team.");
        assertThat(says(rule, ola(4).team(OPERATIONS))).isEmpty();
        assertThat(says(rule, sla())).as("that a team promises nothing").isEmpty();
    }

    @Test
    void nothingRestsOnItself() {
        Rule<Agreement> rule = AgreementPolicy.restsOnOthers();
        assertIsAbout(rule, "rests-on-others", AgreementLifecycle.REST_ON);
        Agreeing operations = drafted(company, ola(4).build());
        Agreeing others = drafted(company, ola(4).build());

        assertThat(says(
                        rule,
                        operations,
                        new AgreementCommand.RestOn(List.of(new RestsOn(others.id, 1), new RestsOn(operations.id, 2)))))
                .contains("No agreement rests on itself.");
        assertThat(says(rule, operations, new AgreementCommand.RestOn(List.of(new RestsOn(others.id, 1)))))
                .isEmpty();
    }

    @Test
    void anAgreementRestsOnWhatIsThere() {
        Rule<Agreement> rule = AgreementPolicy.restsOnWhatIsThere();
        assertIsAbout(rule, "rests-on-what-is-there", AgreementLifecycle.DRAFT_AGREEMENT, AgreementLifecycle.REST_ON);
        String sentence = "An agreement rests on what teams and suppliers have agreed to.";
        RestsOn team = new RestsOn(drafted(company, ola(4).build()).id, 1);
        RestsOn customer = new RestsOn(active().id, 1);
        RestsOn gone = new RestsOn(RecordId.of("gone"), 1);

        assertThat(says(rule, sla().addRestsOn(gone))).contains(sentence);
        assertThat(says(rule, sla().addRestsOn(team, customer))).contains(sentence);
        assertThat(says(rule, sla().addRestsOn(team))).isEmpty();
        assertThat(says(rule, active(), new AgreementCommand.RestOn(List.of(gone))))
                .contains(sentence);
        assertThat(says(rule, active(), new AgreementCommand.RestOn(List.of(team))))
                .isEmpty();
        assertThat(says(rule, active(), new AgreementCommand.RestOn(List.of()))).isEmpty();
    }

    @Test
    void somethingIsProposed() {
        Rule<Agreement> rule = AgreementPolicy.somethingIsProposed();
        assertIsAbout(rule, "something-is-proposed", AgreementLifecycle.AGREE);

        assertThat(says(rule, active(), AgreementCommand.Agree.from(APRIL)))
                .contains("Nothing is proposed that could be signed.");
        assertThat(says(rule, drafted(company, sla().build()), AgreementCommand.Agree.from(APRIL)))
                .isEmpty();
    }

    @Test
    void noticeIsFinal() {
        Rule<Agreement> rule = AgreementPolicy.noticeIsFinal();
        assertIsAbout(
                rule,
                "notice-is-final",
                AgreementLifecycle.AGREE,
                AgreementLifecycle.REVISE,
                AgreementLifecycle.RENEW_HOURS,
                AgreementLifecycle.GIVE_NOTICE);
        Agreeing noticed = active();
        noticed.does(new AgreementCommand.Revise(terms(4)));
        noticed.does(new AgreementEndingCommand.GiveNotice(APRIL, "too dear"));
        List<Command<Agreement>> commands = List.of(
                AgreementCommand.Agree.from(MARCH.plusSeconds(1)),
                new AgreementCommand.Revise(terms(6)),
                new AgreementCommand.RenewHours(),
                new AgreementEndingCommand.GiveNotice(APRIL.minusSeconds(1), "much too dear"));

        for (Command<Agreement> command : commands) {
            assertThat(says(rule, noticed, command)).contains("Notice was given of this agreement.");
            assertThat(noticed.refused(command).code()).isEqualTo("rule:notice-is-final");
            assertThat(says(rule, active(), command)).isEmpty();
        }
    }

    @Test
    void anAgreementRestsOnWhatIsInForce() {
        Rule<Agreement> rule = AgreementPolicy.restsOnWhatIsInForce();
        assertIsAbout(rule, "rests-on-what-is-in-force", AgreementLifecycle.AGREE);
        Agreeing first = drafted(company, ola(4).build());
        Agreeing second = drafted(company, ola(4).build());
        Agreeing third = Agreeing.active(company, ola(4).build());
        Agreeing agreeing = drafted(
                company,
                sla().addRestsOn(new RestsOn(first.id, 1), new RestsOn(second.id, 1), new RestsOn(third.id, 1))
                        .build());

        assertThat(says(rule, agreeing, AgreementCommand.Agree.from(MARCH)))
                .contains("It rests on what is not in force when it begins: AGR0000001, AGR0000002.");
        first.does(AgreementCommand.Agree.from(MARCH));
        second.does(AgreementCommand.Agree.from(MARCH));
        assertThat(says(rule, agreeing, AgreementCommand.Agree.from(MARCH))).isEmpty();
        assertThat(says(rule, drafted(company, sla().build()), AgreementCommand.Agree.from(MARCH)))
                .as("that it rests on nothing")
                .isEmpty();
    }

    @Test
    void internalTargetsFit() {
        Rule<Agreement> rule = AgreementPolicy.internalTargetsFit();
        assertIsAbout(rule, "internal-targets-fit", AgreementLifecycle.AGREE);
        Agreeing slow = Agreeing.active(company, ola(9).build());
        Agreeing quick = Agreeing.active(company, ola(8).build());
        Agreeing onSlow =
                drafted(company, sla().addRestsOn(new RestsOn(slow.id, 1)).build());
        Agreeing onQuick =
                drafted(company, sla().addRestsOn(new RestsOn(quick.id, 1)).build());

        assertThat(says(rule, onSlow, AgreementCommand.Agree.from(MARCH)))
                .contains("What it rests on is too slow for resolution: what starts at 2026-03-01T00:00:00Z is due"
                        + " at 2026-03-02T16:00:00Z, and may take until 2026-03-02T17:00:00Z.");
        assertThat(says(rule, onQuick, AgreementCommand.Agree.from(MARCH))).isEmpty();
    }

    @Test
    void whatTakesForeverFitsNothing() {
        Agreeing never = Agreeing.active(
                company,
                ola(8).terms(ProposedTerms.builder()
                                .addCommitments(Agreeing.resolution("resolution", 8))
                                .putHours("desk", CalendarData.of(ZoneOffset.UTC, BusinessHours.never()))
                                .build())
                        .build());
        Agreeing agreeing =
                drafted(company, sla().addRestsOn(new RestsOn(never.id, 1)).build());

        assertThat(says(AgreementPolicy.internalTargetsFit(), agreeing, AgreementCommand.Agree.from(MARCH)))
                .contains("What it rests on is too slow for resolution: what starts at 2026-03-01T00:00:00Z is due"
                        + " at 2026-03-02T16:00:00Z, and may take until never.");
    }

    @Test
    void itIsActiveWhenItBegins() {
        Rule<Agreement> rule = AgreementPolicy.activeWhenItBegins();
        assertIsAbout(rule, "active-when-it-begins", AgreementLifecycle.ACTIVATE);
        Instant now = company.clock.instant();
        Agreeing later = drafted(company, sla().build());
        later.does(AgreementCommand.Agree.from(now.plusNanos(1_000)));
        Agreeing begun = drafted(company, sla().build());
        begun.does(AgreementCommand.Agree.from(now));

        assertThat(says(rule, later, new AgreementCommand.Activate())).contains("It has not begun.");
        assertThat(says(rule, begun, new AgreementCommand.Activate())).isEmpty();
    }

    @Test
    void whatHasNoVersionHasNotBegun() {
        Agreeing draft = drafted(company, sla().build());
        draft.does(new AgreementCommand.Describe("Silver", 1));
        Proposal<Agreement> described = last(AgreementLifecycle.DESCRIBE);

        assertThat(says(AgreementPolicy.activeWhenItBegins(), described)).contains("It has not begun.");
    }

    @Test
    void itExpiresAtItsEnd() {
        Rule<Agreement> rule = AgreementPolicy.expiresAtItsEnd();
        assertIsAbout(rule, "expires-at-its-end", AgreementLifecycle.EXPIRE);
        Agreeing agreeing = drafted(company, sla().build());
        agreeing.does(new AgreementCommand.Agree(MARCH, Optional.of(APRIL)));
        String sentence = "It has not come to its end.";

        assertThat(says(rule, active(), new AgreementEndingCommand.Expire())).contains(sentence);
        company.clock.set(APRIL.minusNanos(1_000));
        assertThat(says(rule, agreeing, new AgreementEndingCommand.Expire())).contains(sentence);
        company.clock.set(APRIL);
        assertThat(says(rule, agreeing, new AgreementEndingCommand.Expire())).isEmpty();
    }

    @Test
    void aReviewLiesAhead() {
        Rule<Agreement> rule = AgreementPolicy.reviewLiesAhead();
        assertIsAbout(
                rule,
                "review-lies-ahead",
                AgreementLifecycle.DRAFT_AGREEMENT,
                AgreementLifecycle.SET_REVIEW_DATE,
                AgreementLifecycle.END_REVIEW);
        Optional<String> sentence = Optional.of("A review is planned for a day that is not over.");
        Optional<LocalDate> yesterday = Optional.of(TODAY.minusDays(1));
        Optional<LocalDate> today = Optional.of(TODAY);
        Agreeing reviewed = Agreeing.in(company, "under-review");

        assertThat(says(rule, sla().reviewOn(yesterday))).isEqualTo(sentence);
        assertThat(says(rule, sla().reviewOn(today))).isEmpty();
        assertThat(says(rule, sla())).isEmpty();
        assertThat(says(rule, active(), new AgreementReviewCommand.SetReviewDate(yesterday)))
                .isEqualTo(sentence);
        assertThat(says(rule, active(), new AgreementReviewCommand.SetReviewDate(today)))
                .isEmpty();
        assertThat(says(rule, active(), new AgreementReviewCommand.SetReviewDate(Optional.empty())))
                .isEmpty();
        assertThat(says(rule, reviewed, new AgreementReviewCommand.EndReview("all is well", yesterday)))
                .isEqualTo(sentence);
        assertThat(says(rule, reviewed, new AgreementReviewCommand.EndReview("all is well", today)))
                .isEmpty();
    }

    @Test
    void aRuleAboutWhatIsSaidHasNothingAgainstAnActionOfWhichNothingIsSaidYet() {
        RestsOn operations = new RestsOn(Agreeing.active(company, ola(4).build()).id, 1);
        Agreeing agreeing = drafted(company, sla().addRestsOn(operations).build());
        agreeing.does(new AgreementCommand.HandOver(BEN));
        Proposal<Agreement> handedOver = last(AgreementLifecycle.HAND_OVER);
        Proposal<Agreement> open =
                new Proposal<>(handedOver.record(), handedOver.action(), Optional.empty(), handedOver.context());

        for (Rule<Agreement> rule : List.of(
                AgreementPolicy.timeGoesForward(),
                AgreementPolicy.ownerIsKnown(),
                AgreementPolicy.teamIsKnown(),
                AgreementPolicy.restsOnOthers(),
                AgreementPolicy.restsOnWhatIsThere(),
                AgreementPolicy.restsOnWhatIsInForce(),
                AgreementPolicy.internalTargetsFit(),
                AgreementPolicy.reviewLiesAhead())) {
            assertThat(says(rule, open)).as(rule.name()).isEmpty();
        }
    }
}
