package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.DirectiveLifecycle;
import org.itsmkit.governance.Directives;
import org.itsmkit.governance.Evaluation;
import org.itsmkit.governance.PlannedMilestone;
import org.itsmkit.governance.Target;
import org.itsmkit.governance.policy.Control;
import org.itsmkit.governance.policy.GovernancePolicies;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.governance.policy.GovernancePolicyLifecycle;
import org.itsmkit.governance.policy.PolicyReviewCommand;
import org.itsmkit.governance.policy.Waived;
import org.itsmkit.governance.policy.WaiverCommand;
import org.itsmkit.governance.principle.Citation;
import org.itsmkit.governance.principle.Decision;
import org.itsmkit.governance.principle.Principle;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What policies and directives are stored as; as {@link GoldenJournalTest} has it for the others. */
class GoldenGovernanceTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final Instant BEGIN = Instant.parse("2026-03-02T07:30:00.123456Z");
    private static final RecordRef POLICY = RecordRef.of("governance-policy", RecordId.of("pol-1"));
    private static final RecordRef DIRECTIVE = RecordRef.of("directive", RecordId.of("dir-1"));

    /** So that everything that may happen to one happens to one. */
    private static final Lifecycle OVER_AND_OVER = DirectiveLifecycle.standard()
            .edit()
            .move(DirectiveLifecycle.ACHIEVED, DirectiveLifecycle.MISS, DirectiveLifecycle.MISSED)
            .move(DirectiveLifecycle.CLOSED, DirectiveLifecycle.WITHDRAW, DirectiveLifecycle.WITHDRAWN)
            .build();

    private static final Lifecycle AGAIN = GovernancePolicyLifecycle.standard()
            .edit()
            .move(
                    GovernancePolicyLifecycle.RETIRED,
                    GovernancePolicyLifecycle.WITHDRAW,
                    GovernancePolicyLifecycle.WITHDRAWN)
            .build();

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed().person(ANNA).person(BOB).build())
            .defaults(Tailoring.builder()
                    .putLifecycles("directive", OVER_AND_OVER.toData())
                    .putLifecycles("governance-policy", AGAIN.toData())
                    .build())
            .clock(clock)
            .build();
    private final Caller anna = Caller.of(ACME, ANNA);
    private final Caller bob = Caller.of(ACME, BOB);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void policiesAreStoredAsTheyWere() throws Exception {
        governed();

        golden.assertStored("governance-policy", "pol-1", Golden.ownEvents(GovernancePolicies.KIND));
        assertThat(Fold.of(store, ACME, GovernancePolicies.KIND, POLICY.id(), entry -> true)
                        .record())
                .contains(policy());
        itsm.protection()
                .erase(bob, POLICY, Erasure.personal(GovernancePolicies.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        assertThat(FoldLaw.check(store, ACME, GovernancePolicies.KIND, done -> {})
                        .breaks())
                .isEmpty();
        assertThat(policy().toString()).doesNotContain("anna", "bob", "Name it", "we move");
    }

    @Test
    void directivesAreStoredAsTheyWere() throws Exception {
        directed();

        golden.assertStored("directive", "dir-1", Golden.ownEvents(Directives.KIND));
        assertThat(Fold.of(store, ACME, Directives.KIND, DIRECTIVE.id(), entry -> true)
                        .record())
                .contains(directive());
        itsm.protection()
                .erase(bob, DIRECTIVE, Erasure.personal(Directives.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        assertThat(FoldLaw.check(store, ACME, Directives.KIND, done -> {}).breaks())
                .isEmpty();
        assertThat(directive().toString()).doesNotContain("anna", "bob", "Test first", "Mail that works");
    }

    private void governed() {
        clock.set(BEGIN);
        Control full = Control.deny("An incident names a service.")
                .addKinds("incident")
                .addActions(Action.of("log"))
                .when(FieldCondition.all(
                        FieldCondition.not(FieldCondition.filled("service")), FieldCondition.priority(1, 2)))
                .onlyIfNew(true)
                .addChanges("service")
                .addExemptRoles("lead")
                .bindsSystem(true)
                .build();
        itsm.governancePolicies()
                .submitNew(
                        anna,
                        POLICY.id(),
                        GovernancePolicyCommand.draft()
                                .name("names-a-service")
                                .title("Name the service")
                                .statement("So that we know what is broken")
                                .owner(ANNA)
                                .addControls(full)
                                .reviewOn(LocalDate.of(2026, 3, 1))
                                .build(),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        governs(bob, new GovernancePolicyCommand.Enact("So be it"));
        governs(bob, new GovernancePolicyCommand.Describe("Name it", ""));
        governs(bob, new GovernancePolicyCommand.HandOver(BOB));
        governs(
                bob,
                new GovernancePolicyCommand.Revise(
                        List.of(Control.warn("Think.").build())));
        governs(anna, new GovernancePolicyCommand.Reject("Too vague"));
        governs(anna, new PolicyReviewCommand.NoteReviewDue(LocalDate.of(2026, 3, 1)));
        governs(anna, new PolicyReviewCommand.BeginReview());
        governs(anna, new PolicyReviewCommand.EndReview("Still needed", Optional.of(LocalDate.of(2027, 3, 1))));
        governs(anna, new PolicyReviewCommand.SetReviewDate(Optional.empty()));
        Instant from = clock.instant();
        governs(anna, new WaiverCommand.Grant(Waived.person(BOB), from, from.plus(Duration.ofDays(1)), "we move"));
        governs(anna, new WaiverCommand.Grant(Waived.role("lead"), from, from.plus(Duration.ofDays(2)), "they know"));
        governs(
                anna,
                new WaiverCommand.Grant(Waived.record(DIRECTIVE), from, from.plus(Duration.ofDays(3)), "it is old"));
        governs(anna, new WaiverCommand.Revoke(1, "moved"));
        governs(anna, new GovernancePolicyCommand.Suspend("Wait"));
        governs(bob, new GovernancePolicyCommand.Reinstate("Go on"));
        governs(anna, new GovernancePolicyCommand.Retire("Everybody does it"));
        governs(anna, new GovernancePolicyCommand.Withdraw("For ever"));
    }

    private void directed() {
        clock.set(BEGIN);
        itsm.directives()
                .submitNew(
                        anna,
                        DIRECTIVE.id(),
                        new DirectiveCommand.Propose("Fewer failures", "Too many changes fail", ANNA),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        directs(anna, new DirectiveCommand.Describe("Fewer failed changes", "They fail"));
        directs(anna, new DirectiveCommand.HandOver(BOB));
        directs(
                anna,
                new DirectiveCommand.Evaluate(Evaluation.builder()
                        .addFindings(new Evaluation.Found("One in five fails", Set.of(DIRECTIVE)))
                        .addHeard(new Evaluation.Heard("Accounting", "Mail that works"))
                        .external("An audit next year")
                        .build()));
        Direction direction = Direction.builder()
                .statement("Test first")
                .accountable(ANNA)
                .target(new Target(
                        "change-success-rate",
                        "%",
                        new BigDecimal("79.50"),
                        BEGIN,
                        new BigDecimal("90"),
                        BEGIN.plus(Duration.ofDays(10)),
                        new BigDecimal("0.5")))
                .addMilestones(new PlannedMilestone(BEGIN.plus(Duration.ofDays(5)), new BigDecimal("80")))
                .reportEvery(Duration.ofDays(1))
                .decision(new Decision(
                        "Test first",
                        List.of("Hire testers"),
                        List.of(new Citation(Principle.FOCUS_ON_VALUE, "Mail is what they want")),
                        BOB,
                        BEGIN))
                .build();
        directs(bob, new DirectiveCommand.Direct(direction));
        directs(bob, new DirectiveCommand.Revise("Too slow"));
        directs(bob, new DirectiveCommand.Direct(direction));
        clock.advance(Duration.ofDays(2));
        directs(bob, new DirectiveCommand.NoteReportDue(directive().reportDue().orElseThrow()));
        directs(anna, new DirectiveCommand.Observe(new BigDecimal("90.25"), clock.instant(), "The records"));
        directs(bob, new DirectiveCommand.Achieve("Good"));
        clock.advance(Duration.ofDays(10));
        directs(bob, new DirectiveCommand.Miss("It fell again"));
        directs(bob, new DirectiveCommand.Close("Tests help"));
        directs(bob, new DirectiveCommand.Withdraw("For ever"));
    }

    private void governs(Caller caller, Command<GovernancePolicy> command) {
        clock.advance(Duration.ofMinutes(7));
        itsm.governancePolicies()
                .submit(caller, POLICY.id(), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private void directs(Caller caller, Command<Directive> command) {
        clock.advance(Duration.ofMinutes(7));
        itsm.directives()
                .submit(caller, DIRECTIVE.id(), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private GovernancePolicy policy() {
        return itsm.governancePolicies().find(bob, POLICY.id()).orElseThrow().record();
    }

    private Directive directive() {
        return itsm.directives().find(bob, DIRECTIVE.id()).orElseThrow().record();
    }
}
