package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Records;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Milestone;
import org.itsmkit.incident.Resolution;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.knownerror.Knowing;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.majorincident.Audience;
import org.itsmkit.majorincident.CommunicationCommand;
import org.itsmkit.majorincident.EntryKind;
import org.itsmkit.majorincident.Leading;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.majorincident.MajorRole;
import org.itsmkit.majorincident.ReviewCommand;
import org.itsmkit.majorincident.RoleCommand;
import org.itsmkit.servicelevel.Agreeing;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementEndingCommand;
import org.itsmkit.servicelevel.AgreementReviewCommand;
import org.itsmkit.servicelevel.Agreements;
import org.itsmkit.servicelevel.RestsOn;
import org.itsmkit.settings.SettingsCommand;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Activity;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.AttachmentCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.itsmkit.ticket.Ticketed;
import org.itsmkit.ticket.TierCommand;
import org.itsmkit.ticket.TimeCommand;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every status with every action, through the engine, against tables that were drawn by hand: what is possible succeeds and leads where
 * it says; what is not (a dot) is refused and changes nothing.
 */
class EveryPairTest {

    private static final String INCIDENTS = """
            from        | describe    categorise  prioritise  assign      escalate    diagnose    set-fields  link        comment     start       hold    resume      resolve  confirm  reopen      close  cancel    accept      hand-back   change-requester change-customer involve     tag         watch
            new         | new         new         new         new         new         new         new         new         new         in-progress on-hold .           resolved .        .           .      cancelled new         new         new              new             new         new         new
            in-progress | in-progress in-progress in-progress in-progress in-progress in-progress in-progress in-progress in-progress .           on-hold .           resolved .        .           .      cancelled in-progress in-progress in-progress      in-progress     in-progress in-progress in-progress
            on-hold     | on-hold     on-hold     on-hold     on-hold     on-hold     on-hold     on-hold     on-hold     on-hold     .           on-hold in-progress resolved .        .           .      cancelled on-hold     on-hold     on-hold          on-hold         on-hold     on-hold     on-hold
            resolved    | .           resolved    .           .           .           .           resolved    resolved    resolved    .           .       .           .        resolved in-progress closed .         .           .           resolved         resolved        resolved    resolved    resolved
            closed      | .           .           .           .           .           .           .           closed      closed      .           .       .           .        .        .           .      .         .           .           .                .               .           closed      closed
            cancelled   | .           .           .           .           .           .           .           .           cancelled   .           .       .           .        .        .           .      .         .           .           .                .               .           .           cancelled
            """;

    private static final String INCIDENT_MILESTONES = """
            from        | acknowledge record-repair record-recovery record-restoration correct-milestone de-escalate
            new         | new         new           new             new                new               new
            in-progress | .           in-progress   in-progress     in-progress        in-progress       in-progress
            on-hold     | .           on-hold       on-hold         on-hold            on-hold           on-hold
            resolved    | .           resolved      resolved        resolved           resolved          .
            closed      | .           .             .               .                  closed            .
            cancelled   | .           .             .               .                  .                 .
            """;

    private static final String INCIDENT_REFUSALS = """
            from        | refuse      name-affected offer-workaround try-workaround
            new         | .           new           new              new
            in-progress | .           in-progress   in-progress      in-progress
            on-hold     | .           on-hold       on-hold          on-hold
            resolved    | in-progress resolved      .                resolved
            closed      | .           .             .                .
            cancelled   | .           .             .                .
            """;

    private static final String INCIDENT_MERGERS = """
            from        | merge  unmerge
            new         | closed .
            in-progress | closed .
            on-hold     | closed .
            resolved    | closed .
            closed      | .      in-progress
            cancelled   | .      .
            """;

    /** What is planned, spent and enclosed. */
    private static final String WORK_ON_INCIDENTS = """
            from        | plan-tasks  do-task     record-time attach
            new         | new         new         new         new
            in-progress | in-progress in-progress in-progress in-progress
            on-hold     | on-hold     on-hold     on-hold     on-hold
            resolved    | .           resolved    resolved    resolved
            closed      | .           .           closed      closed
            cancelled   | .           .           cancelled   cancelled
            """;

    private static final String MAJOR_INCIDENTS = """
            from         | propose-again accept reject   demote  mitigate  restore  relapse begin-review close  assign-role  vacate-role  plan-communication inform       note-overdue enter        record-findings add-action-item settle-action-item
            proposed     | .             active rejected .       .         .        .       .            .      proposed     proposed     proposed           .            .            proposed     .               .               .
            active       | .             .      .        demoted mitigated restored .       .            .      active       active       active             active       active       active       .               .               .
            mitigated    | .             .      .        demoted .         restored active  .            .      mitigated    mitigated    mitigated          mitigated    mitigated    mitigated    .               .               .
            restored     | .             .      .        .       .         .        active  under-review .      restored     restored     .                  restored     restored     restored     .               .               .
            under-review | .             .      .        .       .         .        active  .            closed under-review under-review .                  under-review .            under-review under-review    under-review    under-review
            closed       | .             .      .        .       .         .        .       .            .      .            .            .                  .            .            .            .               .               .
            rejected     | proposed      .      .        .       .         .        .       .            .      .            .            .                  .            .            .            .               .               .
            demoted      | proposed      .      .        .       .         .        .       .            .      .            .            .                  .            .            .            .               .               .
            """;

    private static final String SETTINGS = """
            from     | change   note-agreements note-policies
            in-force | in-force in-force        in-force
            """;

    private static final String AGREEMENTS = """
            from         | revise       renew-hours  describe     hand-over    rest-on      agree        activate begin-review end-review set-review-date note-review-due give-notice  terminate  expire  withdraw
            draft        | draft        draft        draft        draft        draft        agreed       .        .            .          draft           .               .            .          .       withdrawn
            agreed       | agreed       agreed       agreed       agreed       agreed       agreed       active   .            .          agreed          agreed          .            terminated expired .
            active       | active       active       active       active       active       active       .        under-review .          active          active          active       terminated expired .
            under-review | under-review under-review under-review under-review under-review under-review .        .            active     under-review    .               under-review terminated expired .
            expired      | .            .            .            .            .            .            .        .            .          .               .               .            .          .       .
            terminated   | .            .            .            .            .            .            .        .            .          .               .               .            .          .       .
            withdrawn    | .            .            .            .            .            .            .        .            .          .               .               .            .          .       .
            """;

    /** Where an action leads from a status; empty if it is not possible there. */
    record Pair(String from, String action, Optional<String> to) {}

    static List<Pair> pairs(String... drawn) {
        return Stream.of(drawn).flatMap(table -> pairsOf(table).stream()).toList();
    }

    private static List<Pair> pairsOf(String drawn) {
        List<String> lines = drawn.lines().toList();
        List<String> actions = words(lines.get(0));
        List<Pair> pairs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = words(line);
            assertThat(cells).as(line).hasSameSizeAs(actions);
            for (int i = 0; i < actions.size(); i++) {
                String cell = cells.get(i);
                pairs.add(new Pair(
                        line.substring(0, line.indexOf('|')).strip(),
                        actions.get(i),
                        cell.equals(".") ? Optional.empty() : Optional.of(cell)));
            }
        }
        return pairs;
    }

    private static List<String> words(String line) {
        return List.of(line.substring(line.indexOf('|') + 1).strip().split("\\s+"));
    }

    @TestFactory
    Stream<DynamicTest> ofIncidents() {
        return pairs(INCIDENTS, INCIDENT_MILESTONES, INCIDENT_MERGERS, INCIDENT_REFUSALS, WORK_ON_INCIDENTS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    RecordId id = incidentFor(company, pair);
                    given(pair).ifPresent(person -> company.does(id, new TicketCommand.Assign<>(OPERATIONS, person)));
                    if (pair.action().equals("try-workaround") && pair.to().isPresent()) {
                        offer(company, id);
                    }
                    if (pair.action().equals("de-escalate") && pair.to().isPresent()) {
                        company.does(id, new TicketCommand.Assign<>(OPERATIONS));
                    }
                    check(
                            company,
                            company.itsm.incidents(),
                            id,
                            pair,
                            who(pair),
                            incidentCommand(company, pair.action()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> ofMajorIncidents() {
        return pairs(MAJOR_INCIDENTS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Leading leading = Leading.in(company, pair.from());
                    Command<MajorIncident> command = majorIncidentCommand(leading, pair);
                    check(company, company.itsm.majorIncidents(), leading.id, pair, DORA, command);
                }));
    }

    private static Command<MajorIncident> majorIncidentCommand(Leading leading, Pair pair) {
        if (pair.action().equals("note-overdue") && pair.to().isPresent()) {
            leading.company.clock.advance(Duration.ofHours(1));
        }
        if (pair.action().equals("begin-review") && pair.to().isPresent()) {
            leading.tellTheLast();
        }
        if (pair.action().equals("settle-action-item") && pair.to().isPresent()) {
            leading.todo("two disks");
        }
        return switch (pair.action()) {
            case "propose-again" -> new MajorIncidentCommand.ProposeAgain("now it is one");
            case "accept" -> MajorIncidentCommand.Accept.commandedBy(DORA);
            case "reject" -> new MajorIncidentCommand.Reject("one user only");
            case "demote" -> new MajorIncidentCommand.Demote("half of what it seemed");
            case "mitigate" -> new MajorIncidentCommand.Mitigate("read only");
            case "restore" -> new MajorIncidentCommand.Restore("new disk");
            case "relapse" -> new MajorIncidentCommand.Relapse("down again");
            case "begin-review" -> new MajorIncidentCommand.BeginReview();
            case "close" -> new MajorIncidentCommand.Close();
            case "assign-role" -> new RoleCommand.AssignRole(MajorRole.SCRIBE, BEN);
            case "vacate-role" -> new RoleCommand.VacateRole(MajorRole.COMMUNICATIONS_LEAD, "too many");
            case "plan-communication" ->
                new CommunicationCommand.PlanCommunication(List.of(Audience.of("board", "phone", Duration.ofHours(2))));
            case "inform" -> CommunicationCommand.Inform.of("customers", "we are on it");
            case "note-overdue" ->
                new CommunicationCommand.NoteOverdue(
                        "customers",
                        leading.now().clock("customers").orElseThrow().nextDue().orElse(Instant.EPOCH));
            case "enter" -> CommunicationCommand.Enter.now(EntryKind.DECISION, "fail over");
            case "record-findings" -> new ReviewCommand.RecordFindings("it broke", List.of("one disk"), List.of());
            case "add-action-item" -> new ReviewCommand.AddActionItem("two disks", CARLA, LocalDate.of(2026, 4, 1));
            case "settle-action-item" -> ReviewCommand.SettleActionItem.done(1, "bought");
            default -> throw new IllegalArgumentException(pair.action());
        };
    }

    @TestFactory
    Stream<DynamicTest> ofSettings() {
        return pairs(SETTINGS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Company.done(company.itsm.tailor(caller(DORA), Tailoring.none()));
                    Tailoring other = Tailoring.builder()
                            .addRulesOff("incident/confirmed-once")
                            .build();
                    Command<TenantSettings> command = switch (pair.action()) {
                        case "change" -> new SettingsCommand.Change(other);
                        case "note-policies" -> new SettingsCommand.NotePolicies();
                        default -> new SettingsCommand.NoteAgreements();
                    };
                    check(company, company.itsm.settings(), SettingsKind.ID, pair, DORA, command);
                }));
    }

    @TestFactory
    Stream<DynamicTest> ofAgreements() {
        return pairs(AGREEMENTS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Agreeing agreeing = Agreeing.in(company, pair.from());
                    Command<Agreement> command = agreementCommand(agreeing, pair);
                    check(company, company.itsm.agreements(), agreeing.id, pair, DORA, command);
                }));
    }

    private static Command<Agreement> agreementCommand(Agreeing agreeing, Pair pair) {
        Company company = agreeing.company;
        Instant now = company.clock.instant();
        if (pair.to().isPresent() && !pair.from().equals("draft")) {
            switch (pair.action()) {
                case "agree" -> agreeing.does(new AgreementCommand.Revise(Agreeing.terms(4)));
                case "expire" -> {
                    agreeing.does(new AgreementCommand.Revise(Agreeing.terms(4)));
                    agreeing.does(new AgreementCommand.Agree(now, Optional.of(now.plusSeconds(30))));
                    company.aMinuteLater();
                }
                default -> {}
            }
        }
        if (pair.action().equals("renew-hours") && pair.to().isPresent()) {
            Company.done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putCalendars("desk", Agreeing.hours("06:00", "20:00"))
                            .build()));
        }
        return switch (pair.action()) {
            case "revise" -> new AgreementCommand.Revise(Agreeing.terms(3));
            case "renew-hours" -> new AgreementCommand.RenewHours();
            case "describe" -> new AgreementCommand.Describe("Silver", 2);
            case "hand-over" -> new AgreementCommand.HandOver(CARLA);
            case "rest-on" ->
                new AgreementCommand.RestOn(List.of(
                        new RestsOn(Agreeing.active(company, Agreeing.ola(2).build()).id, 1)));
            case "agree" -> AgreementCommand.Agree.from(now);
            case "activate" -> new AgreementCommand.Activate();
            case "begin-review" -> new AgreementReviewCommand.BeginReview();
            case "end-review" -> new AgreementReviewCommand.EndReview("all is well", Optional.empty());
            case "set-review-date" -> new AgreementReviewCommand.SetReviewDate(Optional.of(LocalDate.of(2026, 9, 1)));
            case "note-review-due" ->
                new AgreementReviewCommand.NoteReviewDue(
                        agreeing.now().reviewOn().orElseThrow());
            case "give-notice" -> new AgreementEndingCommand.GiveNotice(now.plusSeconds(3_600), "too dear");
            case "terminate" -> new AgreementEndingCommand.Terminate("they left");
            case "expire" -> new AgreementEndingCommand.Expire();
            case "withdraw" -> new AgreementEndingCommand.Withdraw("too dear");
            default -> throw new IllegalArgumentException(pair.action());
        };
    }

    @Test
    void theDrawnTablesAreWhole() {
        assertWhole(
                Incidents.DEFINITION,
                INCIDENTS,
                INCIDENT_MILESTONES,
                INCIDENT_MERGERS,
                INCIDENT_REFUSALS,
                WORK_ON_INCIDENTS);
        assertWhole(MajorIncidents.DEFINITION, MAJOR_INCIDENTS);
        assertWhole(Agreements.DEFINITION, AGREEMENTS);
        assertWhole(SettingsKind.definition(List.of(), Set.of(), Tailoring.none()), SETTINGS);
    }

    /** Every status and every action stands in the drawing; so, with the tests above, every row has a command that takes it. */
    static void assertWhole(Definition<?> definition, String... drawn) {
        assertWhole(definition.lifecycle(), drawn);
    }

    static void assertWhole(Lifecycle lifecycle, String... drawn) {
        Set<String> from = new LinkedHashSet<>();
        Set<String> actions = new LinkedHashSet<>();
        Map<String, String> moves = new LinkedHashMap<>();
        for (Pair pair : pairs(drawn)) {
            from.add(pair.from());
            actions.add(pair.action());
            pair.to().ifPresent(to -> moves.put(pair.from() + " " + pair.action(), to));
        }
        assertThat(lifecycle.statuses().stream().map(Status::name)).containsExactlyInAnyOrderElementsOf(from);
        assertThat(lifecycle.actions().stream().map(Action::value)).containsExactlyInAnyOrderElementsOf(actions);
        Map<String, String> rows = new LinkedHashMap<>();
        lifecycle.toData().rows().forEach(row -> rows.put(row.from() + " " + row.action(), row.to()));
        assertThat(rows).isEqualTo(moves);
    }

    static <R> void check(
            Company company, Records<R> records, RecordId id, Pair pair, PersonId who, Command<R> command) {
        assertThat(command.action().value()).isEqualTo(pair.action());
        Caller caller = caller(who);
        Stored<R> before =
                company.store.find(ACME, records.definition().kind(), id).orElseThrow();
        Company.Trace trace = company.trace();
        Offer offer = records.availableActions(caller, id).stream()
                .filter(o -> o.action().equals(command.action()))
                .findFirst()
                .orElseThrow();

        Either<Rejection, Stored<R>> outcome = records.submit(caller, id, command);

        if (pair.to().isPresent()) {
            assertThat(outcome.isRight()).as("%s gave %s", pair, outcome).isTrue();
            Stored<R> after = outcome.get();
            assertThat(records.definition().status(after.record()).name())
                    .isEqualTo(pair.to().get());
            assertThat(after.version()).isGreaterThan(before.version());
            assertThat(company.store.find(ACME, records.definition().kind(), id))
                    .contains(after);
            assertThat(offer.isAllowed()).as("offer %s", offer).isTrue();
        } else {
            assertThat(outcome.isLeft()).as("%s gave %s", pair, outcome).isTrue();
            assertThat(outcome.getLeft().reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
            assertThat(outcome.getLeft().code()).isEqualTo("lifecycle.not-possible");
            assertThat(company.store.find(ACME, records.definition().kind(), id))
                    .contains(before);
            assertThat(company.trace()).isEqualTo(trace);
            assertThat(offer.refusal()).contains(outcome.getLeft());
        }
    }

    /** To whom it must be given first, for them to take it or to give it back. */
    static Optional<PersonId> given(Pair pair) {
        return Optional.of(DORA)
                .filter(dora ->
                        pair.to().isPresent() && Set.of("accept", "hand-back").contains(pair.action()));
    }

    private static PersonId who(Pair pair) {
        return pair.action().equals("confirm") || pair.action().equals("refuse") ? ANNA : DORA;
    }

    /** Only what was merged can be taken back. */
    private static RecordId incidentFor(Company company, Pair pair) {
        if (!pair.action().equals("unmerge") || !pair.from().equals("closed")) {
            return incidentIn(company, pair.from());
        }
        RecordId id = company.log().id();
        company.does(
                id,
                new TicketMergeCommand.MergeInto<>(
                        Company.incident(company.log().id())));
        company.aMinuteLater();
        return id;
    }

    private static RecordId incidentIn(Company company, String status) {
        RecordId id = company.log().id();
        company.does(id, task("tell"));
        company.aMinuteLater();
        switch (status) {
            case "new" -> {}
            case "in-progress" -> company.does(id, new TicketCommand.Start<>());
            case "on-hold" -> company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
            case "resolved", "closed" ->
                company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
            case "cancelled" -> company.does(id, new TicketCommand.Cancel<>("no incident"));
            default -> throw new IllegalArgumentException(status);
        }
        if (status.equals("closed")) {
            company.does(id, new TicketCommand.Close<>());
        }
        assertThat(company.now(id).record().ticket().status().name()).isEqualTo(status);
        company.aMinuteLater();
        return id;
    }

    private static Command<Incident> incidentCommand(Company company, String action) {
        return switch (action) {
            case "diagnose" -> new IncidentCommand.Diagnose("the disk is full");
            case "resolve" -> new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "deleted old mail");
            case "confirm" -> new IncidentCommand.Confirm();
            case "reopen" -> new IncidentCommand.Reopen("still down");
            case "refuse" -> new IncidentCommand.Refuse("still down");
            case "offer-workaround" -> new WorkaroundCommand.OfferWorkaround(known(company), "KE0000001", "restart it");
            case "try-workaround" -> new WorkaroundCommand.TryWorkaround(known(company), true);
            case "escalate" -> new TicketCommand.EscalateTo<>(OPERATIONS, "needs root");
            case "start" -> new TicketCommand.Start<>();
            case "hold" -> new TicketCommand.PutOnHold<>(HoldReason.AWAITING_REQUESTER);
            case "resume" -> new TicketCommand.Resume<>();
            case "acknowledge" -> new IncidentTimelineCommand.Acknowledge();
            case "record-repair" -> new IncidentTimelineCommand.RecordRepair(aMinuteAgo(company));
            case "record-recovery" -> new IncidentTimelineCommand.RecordRecovery(aMinuteAgo(company));
            case "record-restoration" -> new IncidentTimelineCommand.RecordRestoration(aMinuteAgo(company));
            case "correct-milestone" ->
                new IncidentTimelineCommand.CorrectMilestone(
                        Milestone.DETECTED, aMinuteAgo(company).minusSeconds(3_600), "the log of the server says so");
            case "de-escalate" -> {
                Company.done(company.itsm.tailor(
                        caller(DORA),
                        Tailoring.builder()
                                .addTiers(SupportTier.of(1, Company.SERVICE_DESK), SupportTier.of(2, OPERATIONS))
                                .build()));
                yield new TierCommand.HandDown<>("the desk can do that");
            }
            case "merge" ->
                new TicketMergeCommand.MergeInto<>(
                        Company.incident(company.log().id()));
            case "unmerge" -> new TicketMergeCommand.Unmerge<>("another disk");
            case "link" ->
                new TicketCommand.LinkTo<>(
                        LinkType.PARENT, Company.incident(company.log().id()));
            default -> common(company, action, "incident");
        };
    }

    /** What was resolved is reopened for it, and resolved again. */
    private static void offer(Company company, RecordId id) {
        boolean isResolved = company.now(id).record().ticket().status().name().equals("resolved");
        if (isResolved) {
            company.does(id, new IncidentCommand.Reopen("still down"));
        }
        company.does(id, new WorkaroundCommand.OfferWorkaround(known(company), "KE0000001", "restart"));
        if (isResolved) {
            company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
        }
    }

    /** The first known error; it is written down where it is not yet. */
    private static RecordRef known(Company company) {
        return company.itsm.knownErrors().query(caller(DORA), Query.where(Condition.all())).items().stream()
                .findFirst()
                .map(Stored::id)
                .map(id -> RecordRef.of(KnownErrors.NAME, id))
                .orElseGet(() -> Knowing.in(company, "identified").ref());
    }

    private static Instant aMinuteAgo(Company company) {
        return company.clock.instant().minusSeconds(60);
    }

    /** Every incident and change has a task, so that each can be done something about. */
    static <R extends Ticketed<R>> TaskCommand.Add<R> task(String id) {
        return new TaskCommand.Add<>(
                TaskId.of(id), "Tell the users", false, Set.of(), Optional.empty(), Optional.empty());
    }

    static <R extends Ticketed<R>> Command<R> common(Company company, String action, String kind) {
        Map<String, Function<Company, Command<R>>> commands = new LinkedHashMap<>();
        commands.put("describe", c -> new TicketCommand.Describe<>("In other words", "longer"));
        commands.put("categorise", c -> new TicketCommand.Categorise<>(Category.of("software/mail"), Company.MAIL));
        commands.put("prioritise", c -> new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));
        commands.put("assign", c -> new TicketCommand.Assign<>(OPERATIONS, DORA));
        commands.put("comment", c -> TicketCommand.Comment.toAll("we are on it"));
        commands.put("close", c -> new TicketCommand.Close<>());
        commands.put("plan-tasks", c -> task("check"));
        commands.put("do-task", c -> new TaskCommand.Finish<>(TaskId.of("tell")));
        commands.put("record-time", c -> new TimeCommand.Record<>(Duration.ofMinutes(30), Activity.ANALYSIS));
        commands.put(
                "attach",
                c -> new AttachmentCommand.Attach<>("log.txt", "text/plain", 12, "files/1", Optional.empty(), false));
        commands.put("cancel", c -> new TicketCommand.Cancel<>("changed our mind"));
        commands.put("set-fields", c -> {
            Company.done(c.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putFields(kind, List.of(FieldDefinition.oneOf("vendor", "initech", "hooli")))
                            .build()));
            return new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.text("initech")));
        });
        commands.put("accept", c -> new TicketPeopleCommand.Accept<>(DORA));
        commands.put("hand-back", c -> new TicketPeopleCommand.HandBack<>("not mine"));
        commands.put("change-requester", c -> new TicketPeopleCommand.ChangeRequester<>(HANNA));
        commands.put("change-customer", c -> new TicketPeopleCommand.ChangeCustomer<>(OrganisationId.of("Globex")));
        commands.put("name-affected", c -> new AffectedCommand.NameAffected<>(AffectedItem.of("mail-01")));
        commands.put("involve", c -> new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of("Initech")));
        commands.put("tag", c -> new TicketPeopleCommand.Tag<>("vip"));
        commands.put("watch", c -> new TicketPeopleCommand.Watch<>(CARLA));
        return commands.get(action).apply(company);
    }
}
