package org.itsmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.incident.IncidentLifecycle.IN_PROGRESS;
import static org.itsmkit.incident.IncidentLifecycle.REOPEN;
import static org.itsmkit.incident.IncidentLifecycle.RESOLVED;
import static org.itsmkit.ticket.TicketAction.RESUME;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.PriorityMatrix;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.LifecycleComparison;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.people.Authorizers;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two customers of one host: the hospital has tailored the kit, the school has not.
 */
class TailoringExampleTest {

    private static final Caller HOSPITAL = Caller.of(TenantId.of("hospital"), PersonId.of("nora"));
    private static final Caller SCHOOL = Caller.of(TenantId.of("school"), PersonId.of("sven"));

    private static final Action ORDER_PARTS = Action.of("order-parts");
    private static final Impact LIFE = Impact.of("life");

    /** Devices are mended, so there is a status for waiting for parts; who orders them says from whom. Nothing is reopened. */
    private static final Lifecycle WITH_PARTS = IncidentLifecycle.standard()
            .edit()
            .status("awaiting-parts", Phase.WAITING)
            .move(IN_PROGRESS, "order-parts", "awaiting-parts")
            .requires("vendor")
            .move("awaiting-parts", RESUME, IN_PROGRESS)
            .remove(RESOLVED, REOPEN)
            .build();

    // spotless:off
    /** Where lives are at stake, nothing else counts. */
    private static final PriorityMatrix LIVES_FIRST = new PriorityMatrix(List.of(
            PriorityMatrix.cell(LIFE,          Urgency.HIGH,   Priority.CRITICAL),
            PriorityMatrix.cell(LIFE,          Urgency.MEDIUM, Priority.CRITICAL),
            PriorityMatrix.cell(LIFE,          Urgency.LOW,    Priority.CRITICAL),
            PriorityMatrix.cell(Impact.MEDIUM, Urgency.HIGH,   Priority.HIGH),
            PriorityMatrix.cell(Impact.MEDIUM, Urgency.MEDIUM, Priority.LOW),
            PriorityMatrix.cell(Impact.MEDIUM, Urgency.LOW,    Priority.LOW)));
    // spotless:on

    private static final Tailoring TAILORING = Tailoring.builder()
            .putLifecycles("incident", WITH_PARTS.toData())
            .priorityMatrix(LIVES_FIRST)
            .addHoldReasons(new HoldReason("patient-in-the-room", false), new HoldReason("awaiting-inspection", true))
            .putFields("incident", List.of(FieldDefinition.oneOf("vendor", "Acme Medical", "Röntgen & Co")))
            .build();

    /** The host's own rule, which the hospital wants and the school has switched off. */
    private static final Rule<Incident> DEVICES_ARE_NAMED = Rule.of(
            "devices-are-named",
            Set.of(TicketAction.START),
            proposal -> proposal.record()
                    .map(incident -> incident.ticket().service().isEmpty())
                    .orElse(false),
            "Nobody mends what has no name: say which service it is about.");

    private static final Tailoring OF_THE_SCHOOL =
            Tailoring.builder().addRulesOff("incident/devices-are-named").build();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-09T08:00:00Z"));
    private Optional<Database> database = Optional.empty();

    static List<String> databases() {
        return TestDatabases.urls();
    }

    private Itsm tailored(String url) {
        Database opened = TestDatabases.open(url, clock);
        database = Optional.of(opened);
        Itsm itsm = Itsm.builder()
                .store(opened.store())
                .authorizer(Authorizers.allowAll())
                .clock(clock)
                .build();
        assertThat(itsm.tailor(HOSPITAL, TAILORING).isRight()).isTrue();
        return itsm;
    }

    @AfterEach
    void close() {
        database.ifPresent(Database::close);
    }

    private static RecordId begun(Itsm itsm, Caller caller) {
        RecordId id = itsm.incidents()
                .submit(
                        caller,
                        IncidentCommand.log().title("Display stays dark").build())
                .get()
                .id();
        itsm.incidents().submit(caller, id, new TicketCommand.Start<>()).get();
        return id;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theHospitalOrdersPartsAndSaysFromWhom(String url) {
        Itsm itsm = tailored(url);
        RecordId id = begun(itsm, HOSPITAL);
        Command<Incident> without = new TicketCommand.Move<>(ORDER_PARTS);
        Command<Incident> with =
                new TicketCommand.Move<>(ORDER_PARTS, Map.of("vendor", FieldValue.text("Acme Medical")));
        Command<Incident> unknown = new TicketCommand.Move<>(ORDER_PARTS, Map.of("vendor", FieldValue.text("Nobody")));

        Rejection incomplete = itsm.incidents().submit(HOSPITAL, id, without).getLeft();
        Rejection notToChoose = itsm.incidents().submit(HOSPITAL, id, unknown).getLeft();
        Stored<Incident> ordered = itsm.incidents().submit(HOSPITAL, id, with).get();

        assertThat(incomplete.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(incomplete.sentence()).isEqualTo("Field vendor is required.");
        assertThat(notToChoose.code()).isEqualTo("field.not-allowed");
        assertThat(ordered.record().ticket().status().name()).isEqualTo("awaiting-parts");
        assertThat(ordered.record().ticket().phase()).isEqualTo(Phase.WAITING);
        assertThat(itsm.incidents().count(HOSPITAL, Incidents.FIELDS.phase.is(Phase.WAITING)))
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theSchoolKnowsOfNoParts(String url) {
        Itsm itsm = tailored(url);
        RecordId id = begun(itsm, SCHOOL);

        Rejection refused = itsm.incidents()
                .submit(SCHOOL, id, new TicketCommand.Move<>(ORDER_PARTS))
                .getLeft();

        assertThat(refused.reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(itsm.incidents().availableActions(SCHOOL, id))
                .noneMatch(offer -> offer.action().equals(ORDER_PARTS));
        assertThat(itsm.incidents().availableActions(HOSPITAL, begun(itsm, HOSPITAL)))
                .anySatisfy(offer -> {
                    assertThat(offer.action()).isEqualTo(ORDER_PARTS);
                    assertThat(offer.isAllowed()).isTrue();
                    assertThat(offer.needs()).containsExactly("vendor");
                });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsResolvedIsReopenedInTheSchoolOnly(String url) {
        Itsm itsm = tailored(url);
        assertThat(reopened(itsm, SCHOOL).isRight()).isTrue();
        assertThat(reopened(itsm, HOSPITAL).getLeft().code()).isEqualTo("lifecycle.not-possible");
    }

    private static Either<Rejection, Stored<Incident>> reopened(Itsm itsm, Caller caller) {
        RecordId id = begun(itsm, caller);
        itsm.incidents()
                .submit(caller, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Plugged it in."))
                .get();
        return itsm.incidents().submit(caller, id, new IncidentCommand.Reopen("Dark again."));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachHasItsOwnMatrix(String url) {
        Itsm itsm = tailored(url);
        Command<Incident> medium = new TicketCommand.Prioritise<>(Impact.MEDIUM, Urgency.MEDIUM);
        Command<Incident> life = new TicketCommand.Prioritise<>(LIFE, Urgency.LOW);

        assertThat(priority(itsm, HOSPITAL, life)).isEqualTo(Priority.CRITICAL);
        assertThat(priority(itsm, HOSPITAL, medium)).isEqualTo(Priority.LOW);
        assertThat(priority(itsm, SCHOOL, medium)).isEqualTo(Priority.MODERATE);
        Rejection refused =
                itsm.incidents().submit(SCHOOL, begun(itsm, SCHOOL), life).getLeft();
        assertThat(refused.code()).isEqualTo("priority.not-in-matrix");
    }

    private static Priority priority(Itsm itsm, Caller caller, Command<Incident> command) {
        return itsm.incidents()
                .submit(caller, begun(itsm, caller), command)
                .get()
                .record()
                .ticket()
                .priority();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachHasItsOwnReasonsToWait(String url) {
        Itsm itsm = tailored(url);
        Command<Incident> patient = new TicketCommand.PutOnHold<>("patient-in-the-room", Optional.empty());
        Command<Incident> inspection = new TicketCommand.PutOnHold<>("awaiting-inspection", Optional.empty());
        Command<Incident> requester = new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER);

        assertThat(hold(itsm, HOSPITAL, patient).isRight()).isTrue();
        assertThat(hold(itsm, HOSPITAL, inspection).getLeft().code()).isEqualTo("text.missing");
        assertThat(hold(itsm, HOSPITAL, requester).getLeft().code()).isEqualTo("hold.unknown-reason");
        assertThat(hold(itsm, SCHOOL, requester).isRight()).isTrue();
        assertThat(hold(itsm, SCHOOL, patient).getLeft().code()).isEqualTo("hold.unknown-reason");
    }

    private static Either<Rejection, Stored<Incident>> hold(Itsm itsm, Caller caller, Command<Incident> command) {
        return itsm.incidents().submit(caller, begun(itsm, caller), command);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTailoringWithMistakesIsRefusedWithAllOfThem(String url) {
        Itsm itsm = tailored(url);
        Tailoring broken = Tailoring.builder()
                .putLifecycles(
                        "incident",
                        IncidentLifecycle.standard()
                                .edit()
                                .status("limbo", Phase.WAITING)
                                .move(IN_PROGRESS, "forget", "limbo")
                                .status("nowhere", Phase.ACTIVE)
                                .toData())
                .build();

        Rejection refused = itsm.tailor(HOSPITAL, broken).getLeft();

        assertThat(refused.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(refused.sentence()).contains("limbo").contains("nowhere");
        assertThat(itsm.incidents()
                        .submit(
                                HOSPITAL,
                                begun(itsm, HOSPITAL),
                                new TicketCommand.Move<>(
                                        ORDER_PARTS, Map.of("vendor", FieldValue.text("Acme Medical"))))
                        .isRight())
                .as("what was tailored before still holds")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatChangesForLiveRecordsIsKnownBeforehand(String url) {
        Itsm itsm = tailored(url);
        LifecycleComparison back = WITH_PARTS.compareTo(IncidentLifecycle.standard());

        assertThat(back.removedStatuses()).containsExactly("awaiting-parts");
        assertThat(back.addedRows()).extracting(row -> row.action()).containsExactly("reopen");
        assertThat(itsm.settings().history(HOSPITAL, SettingsKind.ID)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theHostsRuleHoldsInTheHospitalAndNotInTheSchool(String url) {
        Database opened = TestDatabases.open(url, clock);
        database = Optional.of(opened);
        Itsm itsm = Itsm.builder()
                .store(opened.store())
                .authorizer(Authorizers.allowAll())
                .clock(clock)
                .incidents(incidents -> incidents.policy(policy -> policy.with(DEVICES_ARE_NAMED)))
                .build();
        assertThat(itsm.tailor(HOSPITAL, TAILORING).isRight()).isTrue();
        assertThat(itsm.tailor(SCHOOL, OF_THE_SCHOOL).isRight()).isTrue();
        RecordId hospitals = logged(itsm, HOSPITAL);
        RecordId schools = logged(itsm, SCHOOL);

        Rejection refused = itsm.incidents()
                .submit(HOSPITAL, hospitals, new TicketCommand.Start<>())
                .getLeft();
        Either<Rejection, Stored<Incident>> begun =
                itsm.incidents().submit(SCHOOL, schools, new TicketCommand.Start<>());

        assertThat(refused.code()).isEqualTo("rule:devices-are-named");
        assertThat(begun.isRight()).isTrue();
        itsm.incidents()
                .submit(
                        HOSPITAL,
                        hospitals,
                        new TicketCommand.Categorise<>(Optional.empty(), Optional.of(ServiceId.of("display-4"))))
                .get();
        assertThat(itsm.incidents()
                        .submit(HOSPITAL, hospitals, new TicketCommand.Start<>())
                        .isRight())
                .isTrue();
    }

    private static RecordId logged(Itsm itsm, Caller caller) {
        return itsm.incidents()
                .submit(
                        caller,
                        IncidentCommand.log().title("Display stays dark").build())
                .get()
                .id();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void liveRecordsThatANewLifecycleStrandsAreMigratedByACommandThatStandsInTheirJournals(String url) {
        Itsm itsm = tailored(url);
        RecordId waiting = begun(itsm, HOSPITAL);
        itsm.incidents()
                .submit(
                        HOSPITAL,
                        waiting,
                        new TicketCommand.Move<>(ORDER_PARTS, Map.of("vendor", FieldValue.text("Acme Medical"))))
                .get();
        RecordId going = begun(itsm, HOSPITAL);
        Map<String, Long> live = new HashMap<>();
        itsm.incidents()
                .countBy(HOSPITAL, Condition.all(), Incidents.FIELDS.status)
                .forEach((status, count) -> live.put(((FieldValue.Text) status).value(), count));

        assertThat(WITH_PARTS.compareTo(IncidentLifecycle.standard()).stranded(live))
                .isEqualTo(Map.of("awaiting-parts", 1L));
        long before =
                itsm.settings().find(HOSPITAL, SettingsKind.ID).orElseThrow().version();
        itsm.tailor(HOSPITAL, Tailoring.none()).get();

        // It stands where the new lifecycle has no row that leads on; another goes on as ever.
        assertThat(itsm.incidents()
                        .submit(HOSPITAL, waiting, new TicketCommand.Resume<>())
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_POSSIBLE);
        assertThat(itsm.incidents()
                        .submit(HOSPITAL, going, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Plugged it in."))
                        .isRight())
                .isTrue();
        List<RecordId> stranded = itsm
                .incidents()
                .query(
                        HOSPITAL,
                        Query.where(Condition.eq(Incidents.FIELDS.status.key(), FieldValue.text("awaiting-parts"))))
                .items()
                .stream()
                .map(Stored::id)
                .toList();
        assertThat(stranded).containsExactly(waiting);
        Stored<Incident> migrated = itsm.incidents()
                .submit(
                        HOSPITAL,
                        waiting,
                        new TicketCommand.Migrate<>(
                                "on-hold",
                                Optional.of(new Hold("awaiting-supplier", Optional.of("parts"))),
                                "parts are no status any more"))
                .get();

        assertThat(migrated.record().ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
        List<JournalEntry> history = itsm.incidents().history(HOSPITAL, waiting);
        JournalEntry last = history.get(history.size() - 1);
        assertThat(last.name()).isEqualTo("migrated");
        assertThat(last.by()).isEqualTo(HOSPITAL.person());
        assertThat(last.settingsVersion()).isEqualTo(before + 1);
        assertThat(itsm.incidents()
                        .submit(HOSPITAL, waiting, new TicketCommand.Resume<>())
                        .isRight())
                .isTrue();
        assertThat(FoldLaw.check(database.orElseThrow().store(), HOSPITAL.tenant(), Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }
}
