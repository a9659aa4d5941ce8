package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.practice.Assessment;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.AssessmentLifecycle;
import org.itsmkit.practice.Assessments;
import org.itsmkit.practice.EvidenceCommand;
import org.itsmkit.practice.Finding;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an assessment is stored as, with every sort of figure in it; as {@link GoldenJournalTest} has it for the others. */
class GoldenAssessmentTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final PersonId CARLA = PersonId.of("carla");
    private static final PersonId DORA = PersonId.of("dora");
    private static final Instant BEGIN = Instant.parse("2026-03-02T07:30:00.123456Z");
    private static final RecordRef DESK = RecordRef.of("assessment", RecordId.of("asm-1"));
    private static final Window FEBRUARY =
            new Window(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));

    /** Where what is completed can be called off too. */
    private static final Lifecycle OVER_AND_OVER = AssessmentLifecycle.standard()
            .edit()
            .move(AssessmentLifecycle.COMPLETED, AssessmentLifecycle.CANCEL, AssessmentLifecycle.CANCELLED)
            .build();

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed()
                    .person(ANNA)
                    .person(BOB)
                    .person(CARLA)
                    .person(DORA)
                    .build())
            .clock(clock)
            .defaults(Tailoring.builder()
                    .putLifecycles("assessment", OVER_AND_OVER.toData())
                    .build())
            .build();
    private final Caller anna = Caller.of(ACME, ANNA);
    private final Caller dora = Caller.of(ACME, DORA);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void assessmentsAreStoredAsTheyWere() throws Exception {
        live();

        golden.assertStored("assessment", "asm-1", Golden.ownEvents(Assessments.KIND));
        assertThat(fold()).contains(now());
        assertThat(now().result()).isPresent();
    }

    @Test
    void whatIsErasedStillFolds() {
        live();

        itsm.protection()
                .erase(dora, DESK, Erasure.personal(Assessments.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));

        assertThat(fold()).contains(now());
        assertThat(FoldLaw.check(store, ACME, Assessments.KIND, done -> {}).breaks())
                .isEmpty();
        assertThat(now().toString()).doesNotContain("anna", "bob", "carla", "dora", "floor", "listen", "well seen");
        assertThat(now().result().orElseThrow().ratings()).hasSize(1);
    }

    private void live() {
        clock.set(BEGIN);
        itsm.assessments()
                .submitNew(
                        anna,
                        DESK.id(),
                        AssessmentCommand.plan()
                                .title("How good is the desk?")
                                .lead(ANNA)
                                .addAssessors(CARLA)
                                .addScope(ScopeItem.of("service-desk", 3))
                                .build(),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        List<Command<Assessment>> steps = List.of(
                new AssessmentCommand.Rescope(List.of(ScopeItem.of("service-desk", 4), ScopeItem.of("governance", 1))),
                new AssessmentCommand.NameAssessors(Set.of()),
                new AssessmentCommand.Begin(),
                shown("service-desk.1.people").addRecords(change()).build(),
                shown("told:first-contact-resolution")
                        .figure(figure("first-contact-resolution", Quantity.of(60, 100)))
                        .build(),
                shown("told:median-time-to-acknowledge")
                        .figure(figure("median-time-to-acknowledge", Quantity.of(Duration.ofMinutes(4))))
                        .validUntil(BEGIN.plus(Duration.ofDays(90)))
                        .build(),
                shown("service-desk.1.streams")
                        .figure(figure("satisfaction", Quantity.of(new BigDecimal("4.33"))))
                        .build(),
                shown("service-desk.1.technology")
                        .figure(Figure.none("satisfaction", "Nobody answered in the period.", FEBRUARY))
                        .build(),
                new EvidenceCommand.WithdrawEvidence(1, "It was another desk"),
                new EvidenceCommand.NoteFinding("service-desk", Finding.Kind.STRENGTH, "They listen"),
                new EvidenceCommand.NoteFinding("service-desk", Finding.Kind.WEAKNESS, "Nobody trains them"),
                new EvidenceCommand.StrikeFinding(6, "They do not listen"),
                new AssessmentCommand.Rescope(List.of(ScopeItem.of("service-desk", 4))),
                new AssessmentCommand.HandOver(CARLA),
                new AssessmentCommand.Rate(Set.of("service-desk")),
                new AssessmentCommand.Submit());
        steps.forEach(step -> carryOut(anna, step));
        carryOut(dora, new AssessmentCommand.SendBack("Look at nights too"));
        carryOut(anna, new AssessmentCommand.Submit());
        carryOut(dora, new AssessmentCommand.Complete("well seen"));
        carryOut(dora, new AssessmentCommand.Cancel("It was another company"));
    }

    private static EvidenceCommand.RecordEvidence.Builder shown(String criterion) {
        return EvidenceCommand.evidence().criterion(criterion).providedBy(BOB).note("Seen on the floor");
    }

    private static Figure figure(String function, Quantity value) {
        return Figure.of(function, value, 100, FEBRUARY, "Of the desk");
    }

    private RecordRef change() {
        RecordId id = RecordId.of("chg-1");
        itsm.changes()
                .submitNew(
                        anna,
                        id,
                        new ChangeCommand.Draft(
                                TicketDraft.builder().title("A new disk").build(), "Add it"),
                        Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
        return RecordRef.of("change", id);
    }

    private void carryOut(Caller caller, Command<Assessment> command) {
        clock.advance(Duration.ofMinutes(7));
        itsm.assessments()
                .submit(caller, DESK.id(), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private Assessment now() {
        return itsm.assessments().find(dora, DESK.id()).orElseThrow().record();
    }

    private Optional<Assessment> fold() {
        return Fold.of(store, ACME, Assessments.KIND, DESK.id(), entry -> true).record();
    }
}
