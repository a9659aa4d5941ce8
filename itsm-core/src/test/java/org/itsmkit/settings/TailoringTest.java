package org.itsmkit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GLOBEX;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.engine.Offer;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleData;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** What a tenant has otherwise than others. */
class TailoringTest {

    private static final Lifecycle WITHOUT_HOLD = IncidentLifecycle.standard()
            .edit()
            .remove(IncidentLifecycle.ON_HOLD)
            .build();

    private final Company company = Company.open();

    private Stored<TenantSettings> tailor(Tailoring tailoring) {
        return done(company.itsm.tailor(caller(DORA), tailoring));
    }

    private static Tailoring lifecycle(Lifecycle lifecycle) {
        return Tailoring.builder().putLifecycles("incident", lifecycle.toData()).build();
    }

    @Test
    void oneTenantsLifecycleIsNotAnothers() {
        RecordId atAcme = company.log().id();
        Caller benAtGlobex = Caller.of(GLOBEX, BEN);
        RecordId atGlobex = done(company.itsm
                        .incidents()
                        .submit(benAtGlobex, IncidentCommand.log().title("x").build()))
                .id();
        tailor(lifecycle(WITHOUT_HOLD));
        TicketCommand.PutOnHold<Incident> hold = new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER);

        assertThat(company.refused(BEN, atAcme, hold).reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(company.itsm.incidents().submit(benAtGlobex, atGlobex, hold).isRight())
                .isTrue();
        assertThat(company.itsm.settings().find(benAtGlobex, SettingsKind.ID)).isEmpty();
    }

    @Test
    void theVersionOfTheSettingsStandsInTheJournal() {
        RecordId id = company.log().id();
        tailor(Tailoring.builder().addRulesOff("incident/confirmed-once").build());
        company.does(id, TicketCommand.Comment.toAll("one"));
        tailor(Tailoring.none());
        company.does(id, TicketCommand.Comment.toAll("two"));

        assertThat(company.journal(id))
                .extracting(JournalEntry::settingsVersion)
                .containsExactly(0L, 1L, 2L);
        assertThat(company.store.journal(ACME, SettingsKind.KIND, SettingsKind.ID, 0, 10))
                .extracting(JournalEntry::name)
                .containsExactly("introduced", "changed");
    }

    @Test
    void theSameAgainIsNoNewVersion() {
        Tailoring tailoring = lifecycle(WITHOUT_HOLD);
        assertThat(tailor(tailoring).version()).isEqualTo(1);
        assertThat(tailor(tailoring).version()).isEqualTo(1);
    }

    @Test
    void everyMistakeInATailoringIsToldAndNothingIsKept() {
        LifecycleData unsound = IncidentLifecycle.standard()
                .edit()
                .status("in-orbit", Phase.WAITING)
                .move("in-orbit", "drift", "in-orbit")
                .toData();
        Tailoring bad = Tailoring.builder()
                .putLifecycles("incident", unsound)
                .putLifecycles("change", IncidentLifecycle.standard().toData())
                .putFields(
                        "incident",
                        List.of(FieldDefinition.of("a", FieldType.TEXT), FieldDefinition.of("a", FieldType.DATE)))
                .build();

        Company.Trace before = company.trace();
        Rejection rejection = company.itsm.tailor(caller(DORA), bad).getLeft();

        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(rejection.violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder(
                        "lifecycle.unreachable",
                        "lifecycle.dead-end",
                        "lifecycle.waits-for-ever",
                        "settings.lifecycle-of-another",
                        "settings.field-twice");
        assertThat(company.trace()).isEqualTo(before);
        tailor(Tailoring.none());
        assertThat(company.itsm.tailor(caller(DORA), bad).getLeft().violations())
                .hasSize(5);
        assertThatIllegalArgumentException().isThrownBy(() -> Company.with(builder -> builder.defaults(bad)));
    }

    @Test
    void timeIsCountedByCalendarsThatExist() {
        Tailoring misspelt = Tailoring.builder()
                .putCalendars("desk", CalendarData.of(ZoneOffset.UTC, BusinessHours.always()))
                .putCalendarOfKind("incident", "dsek")
                .build();
        Rejection rejection = company.itsm.tailor(caller(DORA), misspelt).getLeft();
        assertThat(rejection.code()).isEqualTo("rule:calendars-exist");
        assertThat(rejection.sentence()).contains("dsek");
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .putCalendars("desk", CalendarData.of(ZoneOffset.UTC, BusinessHours.always()))
                                        .putCalendarOfKind("indicent", "desk")
                                        .build())
                        .getLeft()
                        .code())
                .isEqualTo("rule:kinds-are-carried");
    }

    @Test
    void whoMayNotTailorIsDenied() {
        Company withRoles = Company.withRoles();
        assertThat(withRoles.itsm.tailor(caller(BEN), Tailoring.none()).isLeft())
                .isTrue();
        done(withRoles.itsm.tailor(caller(DORA), Tailoring.none()));
        assertThat(withRoles.itsm.tailor(caller(BEN), Tailoring.none()).isLeft())
                .isTrue();
        assertThat(withRoles.audited).isNotEmpty();
    }

    @Test
    void ofManyWhoTailorAtOnceNoneIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Either<Rejection, Stored<TenantSettings>>>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Tailoring tailoring = Tailoring.builder()
                        .addHoldReasons(new HoldReason("reason-" + i, false))
                        .build();
                all.add(() -> company.itsm.tailor(caller(DORA), tailoring));
            }
            for (Future<Either<Rejection, Stored<TenantSettings>>> future : threads.invokeAll(all)) {
                assertThat(future.get().isRight()).as("%s", future.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(company.store
                        .find(ACME, SettingsKind.KIND, SettingsKind.ID)
                        .orElseThrow()
                        .version())
                .isEqualTo(8);
    }

    @Test
    void recordsInAStatusThatIsGoneAreStrandedUntilTheyAreMigrated() {
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        company.log();
        Map<String, Long> live = Map.of(
                "on-hold",
                company.itsm.incidents().count(caller(DORA), Incidents.FIELDS.status.is(IncidentLifecycle.ON_HOLD)),
                "new",
                company.itsm.incidents().count(caller(DORA), Incidents.FIELDS.status.is(IncidentLifecycle.NEW)));
        assertThat(IncidentLifecycle.standard().compareTo(WITHOUT_HOLD).stranded(live))
                .isEqualTo(Map.of("on-hold", 1L));

        tailor(lifecycle(WITHOUT_HOLD));

        for (var command : List.of(
                new TicketCommand.Resume<Incident>(),
                TicketCommand.Comment.<Incident>toAll("hello"),
                new TicketCommand.Cancel<Incident>("x"))) {
            assertThat(company.refused(id, command).reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        }
        assertThat(company.refused(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "x"))
                        .code())
                .isEqualTo("lifecycle.not-possible");
        assertThat(company.itsm.incidents().availableActions(caller(DORA), id)).noneMatch(Offer::isAllowed);
        assertThat(company.itsm.incidents().find(caller(DORA), id)).isPresent();
        assertThat(company.itsm.incidents().history(caller(DORA), id)).hasSize(2);

        company.does(id, new TicketCommand.Migrate<>("in-progress", Optional.empty(), "nothing waits here any more"));

        assertThat(company.events(id)).containsExactly("logged", "held", "migrated");
        company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "x"));
    }

    @Test
    void aNewBeginning() {
        tailor(lifecycle(Lifecycle.of(new LifecycleData(
                "incident",
                "triage",
                IncidentLifecycle.standard()
                        .edit()
                        .status("triage", Phase.NEW)
                        .toData()
                        .statuses(),
                IncidentLifecycle.standard()
                        .edit()
                        .move("triage", "take-in", "new")
                        .toData()
                        .rows()))));
        RecordId id = company.log().id();
        assertThat(company.now(id).record().ticket().status().name()).isEqualTo("triage");
        company.does(id, new TicketCommand.Move<>(Action.of("take-in")));
        company.does(id, new TicketCommand.Start<>());
    }

    @Test
    void aMatrixOfAnySize() {
        List<PriorityMatrix.Cell> cells = new ArrayList<>();
        List<String> impacts = List.of("galaxy", "planet", "city", "street", "house");
        for (int i = 0; i < impacts.size(); i++) {
            for (int u = 0; u < 2; u++) {
                cells.add(PriorityMatrix.cell(
                        Impact.of(impacts.get(i)),
                        Urgency.of(u == 0 ? "now" : "later"),
                        new Priority(i + u + 1, "p" + (i + u + 1))));
            }
        }
        tailor(Tailoring.builder().priorityMatrix(new PriorityMatrix(cells)).build());

        assertThat(company.itsm
                        .incidents()
                        .submit(caller(ANNA), IncidentCommand.log().title("x").build())
                        .getLeft()
                        .code())
                .as("this tenant knows no medium")
                .isEqualTo("priority.not-in-matrix");
        Incident logged = done(company.itsm
                        .incidents()
                        .submit(
                                caller(ANNA),
                                IncidentCommand.log()
                                        .title("x")
                                        .impact(Impact.of("street"))
                                        .urgency(Urgency.of("later"))
                                        .build()))
                .record();
        assertThat(logged.ticket().priority()).isEqualTo(new Priority(5, "p5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriorityMatrix(List.of(
                        PriorityMatrix.cell(Impact.HIGH, Urgency.HIGH, Priority.LOW),
                        PriorityMatrix.cell(Impact.HIGH, Urgency.HIGH, Priority.HIGH))));
    }

    @Test
    void aPriorityOnceGivenStays() {
        RecordId id = company.log().id();
        tailor(Tailoring.builder()
                .priorityMatrix(new PriorityMatrix(
                        List.of(PriorityMatrix.cell(Impact.MEDIUM, Urgency.MEDIUM, Priority.CRITICAL))))
                .build());
        company.does(id, TicketCommand.Comment.toAll("x"));
        assertThat(company.now(id).record().ticket().priority()).isEqualTo(Priority.MODERATE);
        company.does(id, new TicketCommand.Prioritise<>(Impact.MEDIUM, Urgency.MEDIUM));
        assertThat(company.now(id).record().ticket().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void reasonsToWaitOfTheTenantsOwn() {
        RecordId id = company.log().id();
        tailor(Tailoring.builder()
                .addHoldReasons(new HoldReason("awaiting-moon", true))
                .build());
        assertThat(company.refused(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER))
                        .code())
                .isEqualTo("hold.unknown-reason");
        assertThat(company.refused(id, new TicketCommand.PutOnHold<>("awaiting-moon", Optional.empty()))
                        .code())
                .isEqualTo("text.missing");
        company.does(id, new TicketCommand.PutOnHold<>("awaiting-moon", Optional.of("full moon")));
    }

    @Test
    void aFieldThatIsNoLongerDefinedKeepsItsValues() {
        tailor(Tailoring.builder()
                .putFields("incident", List.of(FieldDefinition.of("vendor", FieldType.TEXT)))
                .build());
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.text("initech"))));
        Condition initech =
                Condition.eq(FieldDefinition.of("vendor", FieldType.TEXT).key(), FieldValue.text("initech"));
        assertThat(company.itsm.incidents().count(caller(DORA), initech)).isEqualTo(1);
        tailor(Tailoring.none());

        assertThat(company.now(id).record().ticket().custom()).containsKey("vendor");
        assertThat(company.refused(id, new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.text("hooli"))))
                        .code())
                .isEqualTo("field.unknown");
        company.does(id, new TicketCommand.SetFields<>(Map.of(), Set.of("vendor")));
        assertThat(company.now(id).record().ticket().custom()).isEmpty();
    }

    @Test
    void theHostsDefaultsHoldWhereTheTenantSaysNothing() {
        Company tailored = Company.with(builder -> builder.defaults(Tailoring.builder()
                .putLifecycles("incident", WITHOUT_HOLD.toData())
                .addHoldReasons(new HoldReason("awaiting-moon", false))
                .addRulesOff("incident/assignment-changes")
                .putFields("incident", List.of(FieldDefinition.of("vendor", FieldType.TEXT)))
                .build()));
        RecordId id = tailored.log().id();
        TicketCommand.PutOnHold<Incident> hold = new TicketCommand.PutOnHold<>("awaiting-moon", Optional.empty());
        assertThat(tailored.refused(id, hold).reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);

        done(tailored.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles("incident", IncidentLifecycle.standard().toData())
                        .build()));

        tailored.does(id, hold);
        tailored.does(id, new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.text("initech"))));
        tailored.does(id, new TicketCommand.Assign<>(Optional.empty(), Optional.empty()));
    }

    @Test
    void settingsAreOfOneVersionAndPlainData() {
        Settings settings = Settings.of(7, lifecycle(WITHOUT_HOLD));
        assertThat(settings.version()).isEqualTo(7);
        assertThat(settings.lifecycle("incident", IncidentLifecycle.standard())).isEqualTo(WITHOUT_HOLD);
        assertThat(settings.lifecycle("change", IncidentLifecycle.standard())).isEqualTo(IncidentLifecycle.standard());
        assertThat(settings.holdReasons()).isEqualTo(HoldReason.standard());
        assertThat(settings.fields("incident")).isEmpty();
        assertThat(settings.applies("incident", "x")).isTrue();
        assertThat(settings.reacts("x")).isTrue();
    }
}
