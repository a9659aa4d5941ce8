package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.fixture.SettableClock.MONDAY_MORNING;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.change.Changes;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Engine;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Ports;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Records;
import org.itsmkit.engine.Registry;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.SettableClock;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Authorizers;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.ServiceLevelEvent.ThresholdReached;

/** A desk in Berlin that is open on weekdays from nine to five, with an engine and the agreements that a test gives it. */
final class Bureau {

    static final RecordId GOLD = RecordId.of("gold");
    static final RecordId DESK_OLA = RecordId.of("desk-ola");
    static final String DESK = "desk";
    static final CalendarData NINE_TO_FIVE =
            CalendarData.of(ZoneId.of("Europe/Berlin"), BusinessHours.weekdays(TimeRange.of("09:00", "17:00")));
    static final Definition<Incident> INCIDENTS = ServiceLevelManagement.on(Incidents.DEFINITION);

    final SettableClock clock = new SettableClock();
    final InMemoryStore store = new InMemoryStore(clock);
    final List<Notice> told = new ArrayList<>();
    final List<AuditSink.Verdict> audited = new ArrayList<>();
    final Engine engine;
    final Records<Incident> incidents;
    private final Map<RecordId, AgreementBook.Agreed> agreements = new LinkedHashMap<>();
    private Settings settings = Settings.of(0, Tailoring.none());

    private Bureau(Authorizer authorizer) {
        List<Reaction<?, ?>> reactions = ServiceLevelManagement.reactions(INCIDENTS);
        int[] ids = {0};
        Ports ports = new Ports(
                store,
                Company.directory(),
                authorizer,
                audited::add,
                told::add,
                clock,
                () -> RecordId.of("id-" + ++ids[0]));
        engine = new Engine(
                ports,
                new Registry(List.of(INCIDENTS, ServiceLevelManagement.on(Changes.DEFINITION))),
                tenant -> settings,
                reactions);
        incidents = engine.records(INCIDENTS);
    }

    /** One in which everybody may do everything, that has agreed nothing. */
    static Bureau open() {
        return new Bureau(Authorizers.allowAll());
    }

    /** One in which roles say who may do what. */
    static Bureau withRoles() {
        return new Bureau(Company.roles());
    }

    /** One with the usual agreement: an answer in an hour, a solution in eight, or in four if it is pressing. */
    static Bureau gold() {
        return open().agrees(GOLD, AgreementType.SERVICE_LEVEL, gold(8));
    }

    static Terms gold(int hours) {
        return terms(
                commitment("answer", Metric.FIRST_RESPONSE, 60),
                commitment("pressing", Metric.RESOLUTION, 240).where(FieldCondition.priority(1, 2)),
                commitment("usual", Metric.RESOLUTION, hours * 60).where(FieldCondition.priority(3, 4)));
    }

    static Terms terms(Commitment... commitments) {
        return new Terms(Set.of(), FieldCondition.all(), List.of(commitments), Map.of(DESK, NINE_TO_FIVE));
    }

    static Commitment commitment(String name, Metric metric, int minutes, Threshold... thresholds) {
        return Commitment.of(
                name,
                Target.of(metric, Amount.openTime(Duration.ofMinutes(minutes))).withThresholds(thresholds),
                DESK);
    }

    /** Agrees on that from the beginning, or on another version from now on. */
    Bureau agrees(RecordId id, AgreementType type, Terms terms) {
        List<AgreementVersion> versions = new ArrayList<>();
        Instant from = MONDAY_MORNING.minus(Duration.ofDays(365));
        if (agreements.containsKey(id)) {
            Instant now = clock.advance(Duration.ofNanos(1_000));
            from = now;
            for (AgreementVersion old : agreements.get(id).versions()) {
                versions.add(new AgreementVersion(
                        old.number(), old.terms(), old.from(), old.until().or(() -> Optional.of(now))));
            }
        }
        versions.add(new AgreementVersion(versions.size() + 1, terms, from, Optional.empty()));
        agreements.put(id, new AgreementBook.Agreed(id, id.value(), type, versions));
        settings =
                Settings.of(settings.version() + 1, Tailoring.none(), List.of(AgreementBook.of(agreements.values())));
        return this;
    }

    /** As if those agreements had been purged. */
    void forgets(RecordId id) {
        agreements.remove(id);
        settings =
                Settings.of(settings.version() + 1, Tailoring.none(), List.of(AgreementBook.of(agreements.values())));
    }

    AgreementBook book() {
        return settings.part(AgreementBook.class).orElseThrow();
    }

    /** Anna tells of something usual; gives the id. */
    RecordId logs() {
        return done(incidents.submit(
                        caller(Company.ANNA),
                        IncidentCommand.log().title("Mail is slow").build()))
                .id();
    }

    /** Anna tells of something pressing. */
    RecordId logsPressing() {
        return done(incidents.submit(
                        caller(Company.ANNA),
                        IncidentCommand.log()
                                .title("Mail is down")
                                .impact(Impact.HIGH)
                                .urgency(Urgency.HIGH)
                                .build()))
                .id();
    }

    Incident does(PersonId by, RecordId id, Command<Incident> command) {
        return done(incidents.submit(caller(by), id, command)).record();
    }

    Incident does(RecordId id, Command<Incident> command) {
        return does(Company.DORA, id, command);
    }

    Incident didAt(Instant at, RecordId id, Command<Incident> command) {
        return done(incidents.submit(
                        caller(Company.DORA), id, command, Options.none().occurredAt(at)))
                .record();
    }

    static Caller caller(PersonId person) {
        return Caller.of(ACME, person);
    }

    Incident incident(RecordId id) {
        return store.find(ACME, Incidents.KIND, id).orElseThrow().record();
    }

    List<Clock> clocks(RecordId id) {
        return incident(id).ticket().serviceLevelsOrBlank().clocks();
    }

    /** The clock that is called so, of those that are not withdrawn. */
    Clock clock(RecordId id, String name) {
        List<Clock> named = clocks(id).stream()
                .filter(clock ->
                        clock.name().equals(name) && clock.withdrawnAt().isEmpty())
                .toList();
        assertThat(named).as("clocks called %s", name).hasSize(1);
        return named.get(0);
    }

    List<JournalEntry> journal(RecordId id) {
        return store.journal(ACME, Incidents.KIND, id, 0, 10_000);
    }

    List<String> events(RecordId id) {
        return journal(id).stream().map(JournalEntry::name).toList();
    }

    /** What thresholds were reached, as {@code number/cycle/threshold}. */
    List<String> thresholds(RecordId id) {
        return journal(id).stream()
                .filter(entry -> entry.event() instanceof ThresholdReached<?>)
                .map(entry -> (ThresholdReached<?>) entry.event())
                .map(reached -> reached.clock() + "/" + reached.cycle() + "/" + reached.threshold())
                .toList();
    }

    int work() {
        return store.tasks().runDue(engine.tasks());
    }

    /** Sets the clock to that time of the first Monday, in Berlin, and does what is due. */
    void at(String time) {
        clock.set(monday(time));
        work();
    }

    static Instant monday(String time) {
        return Instant.parse("2026-03-02T" + time + (time.length() == 5 ? ":00" : "") + "+01:00");
    }

    static Instant tuesday(String time) {
        return monday(time).plus(Duration.ofDays(1));
    }

    void assertFoldLaw() {
        assertThat(FoldLaw.check(store, ACME, Incidents.KIND, done -> {}).breaks())
                .isEmpty();
    }
}
