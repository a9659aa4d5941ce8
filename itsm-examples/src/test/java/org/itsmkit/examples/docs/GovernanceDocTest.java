package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.Itsm;
import org.itsmkit.governance.Direction;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.Evaluation;
import org.itsmkit.governance.PlannedMilestone;
import org.itsmkit.governance.Target;
import org.itsmkit.governance.conformance.Conformance;
import org.itsmkit.governance.conformance.ObservedRecord;
import org.itsmkit.governance.monitor.Monitoring;
import org.itsmkit.governance.monitor.Standing;
import org.itsmkit.governance.policy.Control;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.governance.policy.Waived;
import org.itsmkit.governance.policy.WaiverCommand;
import org.itsmkit.governance.principle.Citation;
import org.itsmkit.governance.principle.Decision;
import org.itsmkit.governance.principle.Principle;
import org.itsmkit.governance.principle.PrincipleFinding;
import org.itsmkit.governance.principle.Principles;
import org.itsmkit.governance.principle.UndertakenStep;
import org.itsmkit.governance.principle.Undertaking;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.CountingAudit;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** The snippets about governance. */
class GovernanceDocTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CARLA = PersonId.of("carla");
    private static final PersonId DORA = PersonId.of("dora");
    private static final ServiceId MAIL = ServiceId.of("mail");
    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");

    private final SettableClock clock = new SettableClock(MARCH);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final List<AuditSink.Verdict> told = new ArrayList<>();
    private final CountingAudit audit = new CountingAudit(told::add);
    private final Caller anna = Caller.of(ACME, ANNA);
    private final Caller ben = Caller.of(ACME, BEN);
    private final Caller carla = Caller.of(ACME, CARLA);
    private final Caller dora = Caller.of(ACME, DORA);

    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(ANNA)
                    .person(BEN)
                    .person(CARLA)
                    .person(DORA, "lead")
                    .build())
            .auditSink(audit)
            .clock(clock)
            .build();

    private List<String> audited() {
        List<String> codes = told.stream().map(AuditSink.Verdict::code).toList();
        told.clear();
        return codes;
    }

    private RecordId enacted() {
        // spotless:off
        // snippet: governance-policy
        RecordId policy = itsm.governancePolicies().submit(ben, GovernancePolicyCommand.draft()
                .name("names-a-service")
                .title("Incidents name a service")
                .statement("Without one nobody knows whom to ask, nor what was promised.")
                .owner(BEN)
                .addControls(Control.deny("An incident names a service.")
                        .addKinds("incident")
                        .when(FieldCondition.not(FieldCondition.filled("service")))
                        .onlyIfNew(true)
                        .build())
                .addControls(Control.warn("Incidents are seldom given up.")
                        .addKinds("incident")
                        .addActions(Action.of("cancel"))
                        .addExemptRoles("lead")
                        .build())
                .reviewOn(LocalDate.of(2027, 3, 1))
                .build()).get().id();

        itsm.governancePolicies().submit(dora, policy, new GovernancePolicyCommand.Enact("So be it"));
        // end
        // spotless:on
        return policy;
    }

    @Test
    void policiesDenyWarnAndAreWaived() {
        RecordId old = itsm.incidents()
                .submit(anna, IncidentCommand.log().title("Slow").build())
                .get()
                .id();
        RecordId policy = enacted();
        // spotless:off
        // snippet: governance-denied
        Either<Rejection, Stored<Incident>> denied =
                itsm.incidents().submit(anna, IncidentCommand.log().title("Mail is down").build());
        String code = denied.getLeft().code();                            // policy:names-a-service

        RecordId incident = itsm.incidents().submit(anna,
                IncidentCommand.log().title("Mail is down").service(MAIL).build()).get().id();
        itsm.incidents().submit(ben, incident, new TicketCommand.Cancel<>("It was none"));
        // done, and the audit sink is told: warned:names-a-service
        // end
        // spotless:on
        assertThat(code).isEqualTo("policy:names-a-service");
        assertThat(audited()).containsExactly("policy:names-a-service", "warned:names-a-service");
        assertThat(itsm.incidents()
                        .submit(dora, old, new TicketCommand.Cancel<>("no more"))
                        .isRight())
                .isTrue();
        assertThat(audited()).isEmpty();

        // spotless:off
        // snippet: governance-waiver
        itsm.governancePolicies().submit(dora, policy, new WaiverCommand.Grant(
                Waived.person(ANNA),
                clock.instant(), clock.instant().plus(Duration.ofDays(7)),
                "Her form has no such field until Monday"));

        itsm.incidents().submit(anna, IncidentCommand.log().title("Mail is slow").build());
        // done, and the audit sink is told: warned:names-a-service:waived
        // end
        // spotless:on
        assertThat(audited()).containsExactly("warned:names-a-service:waived");

        // spotless:off
        // snippet: governance-conformance
        Conformance conformance = Conformance.of(
                records(itsm.governancePolicies().query(dora, Query.where(Condition.all())).items()),
                itsm.registry().kinds().stream().map(RecordKind::name).collect(Collectors.toSet()),
                itsm.incidents().query(dora, Query.where(Condition.all())).items().stream()
                        .map(one -> ObservedRecord.of(Incidents.KIND, one.id(), one.record())),
                audit.counts(ACME),                                       // the CountingAudit given to Itsm.builder()
                clock.instant());

        conformance.sentences().forEach(System.out::println);
        // end
        // spotless:on
        assertThat(conformance.sentences())
                .containsExactly(
                        "POL0000001 names-a-service: 1 of 3 records are as it wants them.",
                        "POL0000001 names-a-service: controls [2] say nothing of records to which nothing is done.",
                        "POL0000001 names-a-service: it denied 1, warned of 1 and was waived for 1 commands.",
                        "POL0000001 names-a-service: 1 waivers hold, 0 are over.");
    }

    private static <R> List<R> records(List<Stored<R>> stored) {
        return stored.stream().map(Stored::record).toList();
    }

    private RecordId directed() {
        // spotless:off
        // snippet: governance-directive
        RecordId directive = itsm.directives().submit(dora, new DirectiveCommand.Propose(
                "Fewer failed changes", "One change in five fails", DORA)).get().id();

        itsm.directives().submit(carla, directive, new DirectiveCommand.Evaluate(Evaluation.builder()
                .addFindings(new Evaluation.Found("Most failed changes were never tested", Set.of()))
                .addHeard(new Evaluation.Heard("Accounting", "Mail that works at the end of the month"))
                .external("The auditors ask for it from next year on")
                .build()));

        itsm.directives().submit(dora, directive, new DirectiveCommand.Direct(Direction.builder()
                .statement("Changes are tested before they are made")
                .accountable(BEN)
                .target(new Target("change-success-rate", "%",
                        new BigDecimal("80"), MARCH,
                        new BigDecimal("90"), MARCH.plus(Duration.ofDays(100)),
                        new BigDecimal("1")))
                .addMilestones(new PlannedMilestone(MARCH.plus(Duration.ofDays(50)), new BigDecimal("82")))
                .reportEvery(Duration.ofDays(10))
                .decision(new Decision("Test first", List.of("Hire testers", "Fewer changes"), List.of(
                        new Citation(Principle.START_WHERE_YOU_ARE, "The tests are there; nobody runs them"),
                        new Citation(Principle.OPTIMISE_AND_AUTOMATE, "They run by themselves from May on")),
                        DORA, clock.instant()))
                .build()));
        // end
        // spotless:on
        return directive;
    }

    @Test
    void aDirectiveIsMonitoredAgainstItsPlan() {
        RecordId directive = directed();
        clock.set(MARCH.plus(Duration.ofDays(20)));
        // spotless:off
        // snippet: governance-observe
        itsm.directives().submit(ben, directive, new DirectiveCommand.Observe(
                new BigDecimal("80.2"), MARCH.plus(Duration.ofDays(10)), "the change records"));
        itsm.directives().submit(ben, directive, new DirectiveCommand.Observe(
                new BigDecimal("80.5"), MARCH.plus(Duration.ofDays(20)), "the change records"));
        clock.set(MARCH.plus(Duration.ofDays(25)));

        Monitoring monitoring = Monitoring.of(
                itsm.directives().find(dora, directive).get().record(), clock.instant());

        Standing standing = monitoring.standing();                        // ON_TRACK
        Optional<BigDecimal> expected = monitoring.expected();            // 81: a quarter of the time, a tenth of the way
        Optional<Instant> forecast = monitoring.forecast();               // 0.03 a day: in most of a year
        // end
        // spotless:on
        assertThat(standing).isEqualTo(Standing.ON_TRACK);
        assertThat(expected.orElseThrow()).isEqualByComparingTo("81");
        // 80.2 after 10 days and 80.5 after 20: 0.03 a day; 9.5 / 0.03 = 316 2/3 days after day 20, rounded up
        assertThat(forecast).contains(MARCH.plus(Duration.ofDays(336)).plus(Duration.ofHours(16)));
        assertThat(monitoring.sentences())
                .containsExactly(
                        "DIR0000001: change-success-rate is to go from 80 % to 90 % before 2026-06-10T09:00:00Z; now"
                                + " 81 % are expected.",
                        "DIR0000001: it was 80.5 % at 2026-03-22T09:00:00Z, 0.3 % behind of plan then: on track.",
                        "DIR0000001: if it goes on so, the goal is reached at 2027-02-02T01:00:00Z, too late.");
    }

    @Test
    void whatIsUndertakenIsHeldAgainstThePrinciples() {
        // spotless:off
        // snippet: governance-principles
        Undertaking undertaking = Undertaking.of("Release 12")
                .outcome("Accounting closes the month a day earlier")
                .isBaselineMeasured(false)
                .batchSize(14)
                .typicalBatchSize(5)
                .addSteps(UndertakenStep.of("copy the list of changes")
                        .outcome("everybody knows what comes")
                        .hasOwner(true)
                        .isManual(true).timesAMonth(30).isAutomatable(true)
                        .build())
                .build();

        List<String> concerns = Principles.check(undertaking).stream()
                .filter(finding -> finding.answer() == PrincipleFinding.Answer.CONCERN)
                .map(finding -> finding.principle().text() + ": " + finding.sentence())
                .toList();
        // end
        // spotless:on
        assertThat(concerns)
                .containsExactly(
                        "start where you are: What is there was not measured: nobody will know whether it became"
                                + " better.",
                        "progress iteratively with feedback: 14 at once, where 5 are usual: more than 2 times as many.",
                        "optimise and automate: These steps are done by hand, 20 times a month or more, and a machine"
                                + " could do them: copy the list of changes.");
        assertThat(Stream.of(Principle.values())
                        .filter(principle -> Principles.standing(principle, Principles.check(undertaking))
                                == PrincipleFinding.Answer.UNKNOWN))
                .containsExactly(Principle.COLLABORATE_AND_PROMOTE_VISIBILITY, Principle.THINK_AND_WORK_HOLISTICALLY);
    }
}
