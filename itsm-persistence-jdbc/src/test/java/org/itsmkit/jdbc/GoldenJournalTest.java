package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Milestone;
import org.itsmkit.incident.Resolution;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.majorincident.Audience;
import org.itsmkit.majorincident.CommunicationCommand;
import org.itsmkit.majorincident.EntryKind;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.majorincident.MajorIncidentLifecycle;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.majorincident.MajorRole;
import org.itsmkit.majorincident.ReviewCommand;
import org.itsmkit.majorincident.RoleCommand;
import org.itsmkit.majorincident.UpdateClock;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementEndingCommand;
import org.itsmkit.servicelevel.AgreementLifecycle;
import org.itsmkit.servicelevel.AgreementReviewCommand;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.servicelevel.Agreements;
import org.itsmkit.servicelevel.Commitment;
import org.itsmkit.servicelevel.ProposedTerms;
import org.itsmkit.servicelevel.RestsOn;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.servicelevel.clock.Threshold;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.Activity;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.AttachmentCommand;
import org.itsmkit.ticket.Cost;
import org.itsmkit.ticket.Hold;
import org.itsmkit.ticket.HoldCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.ThresholdAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.itsmkit.ticket.TierCommand;
import org.itsmkit.ticket.TimeCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Journals of every release fold for ever. The golden files hold every event of these kinds as this release stores it; they are
 * never written anew once it is out ({@code -Ditsm.golden.write=true} writes them for a release to come).
 */
class GoldenJournalTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final PersonId CLARA = PersonId.of("clara");
    private static final GroupId DESK = GroupId.of("service-desk");
    private static final GroupId SERVERS = GroupId.of("server-team");

    private static final Directory PEOPLE = Directories.fixed()
            .person(ANNA)
            .person(BOB)
            .person(CLARA)
            .group(DESK, BOB)
            .group(SERVERS, BOB)
            .manager(BOB, CLARA)
            .build();

    /** Where an entry leads on, so that there is a move that the standard lifecycle does not know. */
    private static final Lifecycle LEADING_ON = MajorIncidentLifecycle.standard()
            .edit()
            .remove(MajorIncidentLifecycle.RESTORED, MajorIncidentLifecycle.ENTER)
            .move(MajorIncidentLifecycle.RESTORED, MajorIncidentLifecycle.ENTER, MajorIncidentLifecycle.ACTIVE)
            .build();

    /** Where an agreement comes to each of its ends, one after the other. */
    private static final Lifecycle OVER_AND_OVER = AgreementLifecycle.standard()
            .edit()
            .move(AgreementLifecycle.EXPIRED, AgreementLifecycle.TERMINATE, AgreementLifecycle.TERMINATED)
            .move(AgreementLifecycle.TERMINATED, AgreementLifecycle.WITHDRAW, AgreementLifecycle.WITHDRAWN)
            .build();

    private final TestDatabase database = TestDatabase.h2();
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(PEOPLE)
            .clock(clock)
            .defaults(Tailoring.builder()
                    .putFields(
                            "incident",
                            List.of(
                                    FieldDefinition.of("vendor", FieldType.TEXT),
                                    FieldDefinition.of("cost", FieldType.DECIMAL),
                                    FieldDefinition.of("sites", FieldType.TEXT).withMany(),
                                    FieldDefinition.of("due", FieldType.DATE)))
                    .addTiers(SupportTier.of(1, DESK), SupportTier.of(2, SERVERS))
                    .putLifecycles("major-incident", LEADING_ON.toData())
                    .putLifecycles("agreement", OVER_AND_OVER.toData())
                    .putCalendars("desk", desk("08:00", "17:00"))
                    .build())
            .build();
    private final Golden golden = new Golden(database);
    private final Caller anna = Caller.of(ACME, ANNA);
    private final Caller bob = Caller.of(ACME, BOB);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void incidentsAreStoredAsTheyWere() throws Exception {
        liveAnIncident();

        assertStoredAsGolden("incident", "inc-1", Incidents.KIND);
    }

    @Test
    void majorIncidentsAreStoredAsTheyWere() throws Exception {
        liveAMajorIncident();

        assertStoredAsGolden("major-incident", "inc-1", MajorIncidents.KIND);
        assertThat(fold(MajorIncidents.KIND, "inc-1"))
                .contains(itsm.majorIncidents()
                        .find(bob, RecordId.of("inc-1"))
                        .orElseThrow()
                        .record());
    }

    @Test
    void agreementsAreStoredAsTheyWere() throws Exception {
        liveAnAgreement();

        assertStoredAsGolden("agreement", "agr-1", Agreements.KIND);
        assertThat(fold(Agreements.KIND, "agr-1"))
                .contains(itsm.agreements()
                        .find(bob, RecordId.of("agr-1"))
                        .orElseThrow()
                        .record());
    }

    @Test
    void anIncidentIsFoldedFromItsGoldenJournal() throws Exception {
        liveAnIncident();
        Incident today =
                itsm.incidents().find(bob, RecordId.of("inc-1")).orElseThrow().record();
        putGolden("incident", "inc-1");

        assertThat(fold(Incidents.KIND, "inc-1")).contains(today);
    }

    /** A later release: the class has another name, the event has a component more, and one event has another name in journals. */
    @Test
    void aChangedEventFoldsItsGoldenJournal() throws Exception {
        liveAnIncident();
        putGolden("incident", "inc-1");

        Incident later = fold(new LaterIncidents(), "inc-1").orElseThrow();

        assertThat(later.resolution().orElseThrow().text()).isEqualTo("Restarted the service (temporary)");
        assertThat(later.ticket().comments()).isEqualTo(2);
        assertThat(later.confirmedBy()).contains(ANNA);
    }

    @Test
    void anEventThatNobodyKnowsIsNamed() throws Exception {
        liveAnIncident();
        database.execute("UPDATE " + database.table("journal") + " SET event = 'teleported' WHERE sequence = 3");

        assertThatThrownBy(() -> fold(Incidents.KIND, "inc-1"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("teleported")
                .hasMessageContaining("incident/inc-1");
    }

    @Test
    void anEventOfALaterReleaseIsNamed() throws Exception {
        liveAnIncident();
        database.execute("UPDATE " + database.table("journal") + " SET event_version = 9 WHERE sequence = 3");

        assertThatThrownBy(() -> fold(Incidents.KIND, "inc-1"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 9");
    }

    /** What {@code resolved} is called, and holds, in a release to come. */
    public record Mended(Status to, Resolution resolution, Optional<Integer> tier, boolean permanent)
            implements Event.Next<Incident> {
        @Override
        public Incident applyTo(Incident incident, Occurrence when) {
            Resolution marked =
                    new Resolution(resolution.code(), resolution.text() + (permanent ? "" : " (temporary)"));
            return new IncidentEvent.Resolved(to, marked, tier).applyTo(incident, when);
        }
    }

    private static final class LaterIncidents implements RecordKind<Incident> {
        @Override
        public String name() {
            return "incident";
        }

        @Override
        public Class<Incident> type() {
            return Incident.class;
        }

        @Override
        public List<EventType<?>> events() {
            List<EventType<?>> events = new ArrayList<>();
            for (EventType<?> type : Incidents.KIND.events()) {
                switch (type.name()) {
                    case "resolved" ->
                        events.add(
                                EventType.of("mended", Mended.class).version(2).formerly("resolved"));
                    case "commented" -> events.add(new EventType<>("said", 1, type.type(), Set.of("commented")));
                    default -> events.add(type);
                }
            }
            return events;
        }

        @Override
        public List<Field<Incident, ?>> fields() {
            return Incidents.KIND.fields();
        }

        @Override
        public Set<Link> links(Incident incident) {
            return Incidents.KIND.links(incident);
        }

        @Override
        public Map<String, Object> upcast(String name, int version, Map<String, Object> payload) {
            if (name.equals("mended") && version == 1) {
                payload.put("permanent", false);
            }
            return payload;
        }
    }

    private void liveAnIncident() {
        clock.set(Instant.parse("2026-03-02T07:00:00Z"));
        agreeOnIncidents();
        clock.set(Instant.parse("2026-03-02T07:30:00.123456Z"));
        RecordRef other = RecordRef.of("incident", RecordId.of("inc-2"));
        make(
                itsm.incidents(),
                "inc-2",
                IncidentCommand.log().title("Mail is slow").build());
        make(
                itsm.incidents(),
                "inc-1",
                IncidentCommand.log()
                        .title("Mail is down: \"nothing\" arrives \u2603 \ud83d\ude00")
                        .description("Since this morning.\nNobody can send either.")
                        .requester(ANNA)
                        .customer(OrganisationId.of("Acme Retail"))
                        .service(ServiceId.of("mail"))
                        .impact(Impact.HIGH)
                        .urgency(Urgency.MEDIUM)
                        .putCustom("vendor", FieldValue.text("Northwind"))
                        .putCustom("cost", FieldValue.decimal(new BigDecimal("12.50")))
                        .putCustom("sites", FieldValue.list(List.of(FieldValue.text("Bern"), FieldValue.text("Oslo"))))
                        .putCustom("due", FieldValue.date(LocalDate.of(2026, 3, 5)))
                        .detectedAt(Instant.parse("2026-03-02T07:25:00Z"))
                        .build());
        workOnAnIncident();
        List<Command<Incident>> commands = List.of(
                new TicketCommand.Categorise<>(Category.of("software/mail"), ServiceId.of("mail")),
                new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH),
                new TicketCommand.Assign<>(DESK, BOB),
                new TicketCommand.Start<>(),
                TicketCommand.Comment.toAll("We are on it."),
                TicketCommand.Comment.internal("Looks like the store is full."),
                new TicketCommand.EscalateUp<>("A whole department is cut off"),
                new TicketCommand.EscalateTo<>(SERVERS, "Needs somebody with access to the server"),
                new TierCommand.HandDown<>("A restart will do"),
                new TierCommand.EscalateToNextTier<>("It will not"),
                new TicketCommand.Describe<>("Mail is down", "The mail store is full."),
                new TicketCommand.LinkTo<>(LinkType.RELATED, other),
                new TicketCommand.LinkTo<>(LinkType.CAUSED_BY, other),
                new TicketCommand.Unlink<>(LinkType.RELATED, other),
                new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.text("Southwind")), Set.of("cost")),
                new TicketCommand.PutOnHold<>(HoldReason.OTHER.name(), Optional.of("a bigger disk")),
                new TicketCommand.Resume<>(),
                new IncidentCommand.Diagnose("The disk of the mail store is full"),
                new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "Restarted the service"),
                new IncidentCommand.Reopen("Full again"),
                new TicketCommand.Migrate<>(
                        "on-hold",
                        Optional.of(new Hold("awaiting-supplier", Optional.empty())),
                        "as the supplier says"),
                new TicketPeopleCommand.Accept<>(BOB),
                new TicketPeopleCommand.HandBack<>("Only the supplier can help"),
                new TicketPeopleCommand.Watch<>(BOB),
                new TicketPeopleCommand.Watch<>(CLARA),
                new TicketPeopleCommand.Unwatch<>(BOB),
                new TicketPeopleCommand.ChangeRequester<>(CLARA),
                new TicketPeopleCommand.ChangeRequester<>(ANNA),
                new TicketPeopleCommand.ChangeCustomer<>(OrganisationId.of("Acme Wholesale")),
                new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of("Northwind")),
                new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of("Southwind"), "SW-4711"),
                new TicketPeopleCommand.DropSupplier<>(OrganisationId.of("Northwind")),
                new TicketPeopleCommand.Tag<>("Disk Full"),
                new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted the service"));
        for (Command<Incident> command : commands) {
            carryOut(itsm.incidents(), bob, "inc-1", command);
        }
        carryOut(itsm.incidents(), anna, "inc-1", new IncidentCommand.Confirm());
        liveAsADuplicate(other);
        carryOut(itsm.incidents(), anna, "inc-1", new IncidentCommand.Confirm());
        carryOut(itsm.incidents(), bob.actingFor(ANNA), "inc-1", new TicketCommand.Close<>());
        liveOn();
    }

    /** What came later stands after what was there, so that old lines stay as they are. */
    private void liveOn() {
        IncidentCommand.Resolve again = new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted the service");
        carryOut(
                itsm.incidents(),
                bob,
                "inc-1",
                new TicketCommand.Migrate<>(
                        "on-hold",
                        Optional.of(new Hold(
                                "other",
                                Optional.empty(),
                                Optional.of(clock.instant().plus(Duration.ofDays(9))))),
                        "closed too early"));
        carryOut(itsm.incidents(), bob, "inc-1", new HoldCommand.Remind<>());
        carryOut(itsm.incidents(), bob, "inc-1", again);
        carryOut(itsm.incidents(), anna, "inc-1", new IncidentCommand.Refuse("Still down"));
        carryOut(itsm.incidents(), bob, "inc-1", new IncidentTimelineCommand.RecordRepair(Optional.empty()));
        carryOut(itsm.incidents(), bob, "inc-1", new IncidentTimelineCommand.RecordRecovery(Optional.empty()));
        carryOut(itsm.incidents(), bob, "inc-1", new IncidentTimelineCommand.RecordRestoration(Optional.empty()));
        carryOut(
                itsm.incidents(),
                bob,
                "inc-1",
                new IncidentTimelineCommand.CorrectMilestone(
                        Milestone.RESTORED, clock.instant().minusSeconds(60), "It was a little earlier"));
        carryOut(itsm.incidents(), bob, "inc-1", again);
        carryOut(itsm.incidents(), anna, "inc-1", new IncidentCommand.Confirm());
        carryOut(itsm.incidents(), bob.actingFor(ANNA), "inc-1", new TicketCommand.Close<>());
        make(
                itsm.knownErrors(),
                "ke-1",
                KnownErrorCommand.identify()
                        .draft(TicketDraft.builder().title("Stores fill up").build())
                        .symptom("No mail arrives")
                        .build());
        RecordRef known = RecordRef.of("known-error", RecordId.of("ke-1"));
        carryOut(
                itsm.incidents(),
                bob,
                "inc-1",
                new TicketCommand.Migrate<>("in-progress", Optional.empty(), "once more"));
        carryOut(
                itsm.incidents(),
                bob,
                "inc-1",
                new AffectedCommand.NameAffected<>(Set.of(AffectedItem.of("mail-01", "4.2")), Set.of("E-507")));
        carryOut(
                itsm.incidents(),
                bob,
                "inc-1",
                new WorkaroundCommand.OfferWorkaround(known, "KE0000001", "Delete old mail"));
        carryOut(itsm.incidents(), bob, "inc-1", new WorkaroundCommand.TryWorkaround(known, true));
        carryOut(itsm.incidents(), bob, "inc-1", again);
        carryOut(itsm.incidents(), anna, "inc-1", new IncidentCommand.Confirm());
        carryOut(itsm.incidents(), bob, "inc-1", new TicketCommand.Close<>());
    }

    /** Tasks, time and attachments. */
    private void workOnAnIncident() {
        TaskId look = TaskId.of("look");
        TaskId order = TaskId.of("order");
        TaskId mount = TaskId.of("mount");
        List<Command<Incident>> commands = List.of(
                new IncidentTimelineCommand.Acknowledge(Optional.empty()),
                new TaskCommand.Add<>(look, "Look at the disk"),
                new TaskCommand.Add<>(
                        order, "Order a disk", false, Set.of(look), Optional.of(SERVERS), Optional.of(BOB)),
                new TaskCommand.Add<>(mount, "Mount the disk"),
                new TaskCommand.Order<>(mount, Set.of(look, order)),
                new TaskCommand.Assign<>(look, Optional.of(SERVERS), Optional.empty()),
                new TaskCommand.Start<>(look),
                new TaskCommand.Finish<>(look, Optional.of("It is full")),
                new TaskCommand.Remove<>(mount, "The supplier mounts it"),
                new TaskCommand.Skip<>(order, "There is one in stock"),
                new TimeCommand.Record<>(
                        Optional.of(BOB),
                        Optional.of(Instant.parse("2026-03-02T07:31:00.5Z")),
                        Duration.ofMinutes(90),
                        Activity.ANALYSIS,
                        true,
                        Optional.of(Cost.of("112.50", "CHF")),
                        Optional.of("On site")),
                new TimeCommand.Record<>(Duration.ofSeconds(61), Activity.TRAVEL),
                new TimeCommand.Remove<>(2, "That was another incident"),
                new AttachmentCommand.Attach<>(
                        "disk.png",
                        "image/png",
                        12_345_678_901L,
                        "https://files.example/1",
                        Optional.of("0123456789abcdef".repeat(4)),
                        false),
                new AttachmentCommand.Attach<>("dump.bin", "application/x-dump", 0, "dump-7", Optional.empty(), true),
                new AttachmentCommand.Detach<>(3, "The wrong disk"));
        for (Command<Incident> command : commands) {
            carryOut(itsm.incidents(), bob, "inc-1", command);
        }
    }

    private void liveAsADuplicate(RecordRef other) {
        carryOut(itsm.incidents(), bob, "inc-1", new TicketFamilyCommand.CommentToAll<>("All is well again."));
        RecordRef self = RecordRef.of("incident", RecordId.of("inc-1"));
        carryOut(itsm.incidents(), bob, "inc-2", new TicketMergeCommand.MergeInto<>(self));
        carryOut(itsm.incidents(), bob, "inc-2", new TicketMergeCommand.Unmerge<>("It is the network"));
        carryOut(itsm.incidents(), bob, "inc-1", new TicketMergeCommand.MergeInto<>(other));
        carryOut(itsm.incidents(), bob, "inc-1", new TicketMergeCommand.Unmerge<>("It is not the network"));
        carryOut(
                itsm.incidents(),
                bob,
                "inc-1",
                new IncidentCommand.Resolve(Resolution.Code.FIXED, "Restarted the service"));
    }

    private static CalendarData desk(String from, String to) {
        return CalendarData.of(ZoneId.of("Europe/Vienna"), BusinessHours.weekdays(TimeRange.of(from, to)));
    }

    private static ProposedTerms terms(int hours) {
        Target resolution = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(hours)))
                .withThresholds(List.of(
                        Threshold.atPercent(80),
                        Threshold.atPercent(100).doing(new ThresholdAction.EscalateToGroup(DESK))));
        Target approval = Target.of(Metric.TIME_TO_APPROVE, Amount.workingDaysBy(3, LocalTime.of(16, 0)));
        return ProposedTerms.builder()
                .addKinds("incident")
                .coverage(FieldCondition.not(FieldCondition.category(Category.of("training"))))
                .addCommitments(
                        Commitment.of("resolution", resolution, "desk").where(FieldCondition.priority(1)),
                        Commitment.of("approval", approval, "desk"))
                .build();
    }

    private void liveAnAgreement() {
        clock.set(Instant.parse("2026-03-02T07:30:00Z"));
        make(
                itsm.agreements(),
                "agr-2",
                AgreementCommand.draft()
                        .title("What the desk promises")
                        .type(AgreementType.OPERATIONAL_LEVEL)
                        .team(DESK)
                        .owner(BOB)
                        .build());
        make(
                itsm.agreements(),
                "agr-1",
                AgreementCommand.draft()
                        .title("Gold")
                        .type(AgreementType.SERVICE_LEVEL)
                        .customer(OrganisationId.of("Acme Retail"))
                        .owner(BOB)
                        .terms(terms(8))
                        .addRestsOn(new RestsOn(RecordId.of("agr-2"), 1))
                        .build());
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        List<Command<Agreement>> commands = List.of(
                new AgreementCommand.Revise(terms(6)),
                new AgreementCommand.RestOn(List.of()),
                AgreementCommand.Agree.from(clock.instant()),
                new AgreementCommand.Activate(),
                new AgreementCommand.Describe("Gold, for shops", 1),
                new AgreementCommand.HandOver(CLARA),
                new AgreementReviewCommand.SetReviewDate(Optional.of(LocalDate.of(2026, 3, 2))),
                new AgreementReviewCommand.NoteReviewDue(LocalDate.of(2026, 3, 2)),
                new AgreementReviewCommand.BeginReview());
        commands.forEach(command -> carryOut(itsm.agreements(), bob, "agr-1", command));
        assertThat(itsm.tailor(
                                bob,
                                Tailoring.builder()
                                        .putCalendars("desk", desk("07:00", "19:00"))
                                        .build())
                        .isRight())
                .isTrue();
        List<Command<Agreement>> end = List.of(
                new AgreementReviewCommand.EndReview("They come earlier", Optional.of(LocalDate.of(2027, 3, 1))),
                new AgreementCommand.RenewHours(),
                new AgreementCommand.Agree(april, Optional.of(april.plus(Duration.ofDays(365)))),
                new AgreementEndingCommand.GiveNotice(april.plus(Duration.ofDays(90)), "They close"));
        end.forEach(command -> carryOut(itsm.agreements(), bob, "agr-1", command));
        clock.set(april.plus(Duration.ofDays(90)));
        List<Command<Agreement>> over = List.of(
                new AgreementEndingCommand.Expire(),
                new AgreementEndingCommand.Terminate("They closed"),
                new AgreementEndingCommand.Withdraw("It is forgotten"));
        over.forEach(command -> carryOut(itsm.agreements(), bob, "agr-1", command));
    }

    /** So that incidents have a clock, which reaches a threshold as they live on. */
    private void agreeOnIncidents() {
        Target target = Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofMinutes(20)))
                .withThresholds(Threshold.atPercent(50).doing(new ThresholdAction.TellRequester()));
        make(
                itsm.agreements(),
                "agr-3",
                AgreementCommand.draft()
                        .title("Incidents")
                        .type(AgreementType.SERVICE_LEVEL)
                        .owner(BOB)
                        .terms(ProposedTerms.builder()
                                .addKinds("incident")
                                .addCommitments(Commitment.of("solution", target, "desk"))
                                .build())
                        .build());
        carryOut(itsm.agreements(), bob, "agr-3", AgreementCommand.Agree.from(clock.instant()));
        carryOut(itsm.agreements(), bob, "agr-3", new AgreementCommand.Activate());
    }

    private void liveAMajorIncident() {
        make(
                itsm.incidents(),
                "inc-1",
                IncidentCommand.log().title("Mail is down").build());
        make(itsm.majorIncidents(), "inc-1", new MajorIncidentCommand.Propose(RecordId.of("inc-1"), "Nobody can work"));
        List<Command<MajorIncident>> commands = List.of(
                new MajorIncidentCommand.Reject("It is a few"),
                new MajorIncidentCommand.ProposeAgain("It is all"),
                new CommunicationCommand.PlanCommunication(List.of(
                        Audience.of("customers", "status-page", Duration.ofMinutes(30)),
                        Audience.of("staff", "mail", Duration.ofHours(1)).withGroup(DESK))),
                new MajorIncidentCommand.Accept(Optional.of(BOB), "Go"),
                new RoleCommand.AssignRole(MajorRole.SCRIBE, CLARA, "You write"),
                new RoleCommand.VacateRole(MajorRole.SCRIBE, "She is off"),
                CommunicationCommand.Inform.of("customers", "We are on it."),
                CommunicationCommand.Enter.now(EntryKind.DECISION, "Fail over"),
                new MajorIncidentCommand.Mitigate("A second server"),
                new MajorIncidentCommand.Relapse("It fell over"),
                new MajorIncidentCommand.Restore("A third"),
                CommunicationCommand.Enter.now(EntryKind.OBSERVATION, "Slow"),
                new MajorIncidentCommand.Demote("Only slow"),
                new MajorIncidentCommand.ProposeAgain("Down again"),
                new MajorIncidentCommand.Accept(Optional.empty(), ""));
        for (Command<MajorIncident> command : commands) {
            carryOut(itsm.majorIncidents(), bob, "inc-1", command);
        }
        clock.advance(Duration.ofHours(2));
        UpdateClock late = itsm.majorIncidents()
                .find(bob, RecordId.of("inc-1"))
                .orElseThrow()
                .record()
                .clock("customers")
                .orElseThrow();
        carryOut(
                itsm.majorIncidents(),
                bob,
                "inc-1",
                new CommunicationCommand.NoteOverdue("customers", late.nextDue().orElseThrow()));
        List<Command<MajorIncident>> end = List.of(
                new MajorIncidentCommand.Restore("A new one"),
                CommunicationCommand.Inform.last("customers", "It works."),
                CommunicationCommand.Inform.last("staff", "It works."),
                new MajorIncidentCommand.BeginReview(),
                new ReviewCommand.RecordFindings("It filled up", List.of("No alarm"), List.of("Watch the disk")),
                new ReviewCommand.AddActionItem("An alarm", BOB, LocalDate.of(2026, 4, 1)),
                ReviewCommand.SettleActionItem.done(1, "There is one"),
                new MajorIncidentCommand.Close());
        for (Command<MajorIncident> command : end) {
            carryOut(itsm.majorIncidents(), bob, "inc-1", command);
        }
    }

    private <R> void make(Records<R> records, String id, Creation<R> creation) {
        records.submitNew(anna, RecordId.of(id), creation, Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
    }

    private <R> void carryOut(Records<R> records, Caller caller, String id, Command<R> command) {
        clock.advance(Duration.ofMinutes(7));
        records.submit(caller, RecordId.of(id), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private <R> Optional<R> fold(RecordKind<R> kind, String id) {
        return Fold.of(store, ACME, kind, RecordId.of(id), entry -> true).record();
    }

    private void assertStoredAsGolden(String kind, String id, RecordKind<?> described) throws Exception {
        golden.assertStored(kind, id, ownEvents(described));
    }

    /** The events of every ticket stand in the incident's journal; a change's has those of its own. */
    private static List<String> ownEvents(RecordKind<?> kind) {
        return kind == Incidents.KIND
                ? kind.events().stream().map(EventType::name).toList()
                : Golden.ownEvents(kind);
    }

    /** Puts what an earlier release stored in place of what this one did. */
    private void putGolden(String kind, String id) throws IOException, SQLException {
        try (Connection connection = database.plain().getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE " + database.table("journal")
                        + " SET event = ?, event_version = ?, payload = ?"
                        + " WHERE tenant = 'acme' AND kind = ? AND id = ? AND sequence = ?")) {
            for (String line : Files.readAllLines(Golden.DIRECTORY.resolve(kind + ".tsv"), StandardCharsets.UTF_8)) {
                String[] columns = line.split("\t", 4);
                if (!columns[1].equals("the record")) {
                    update.setString(1, columns[1]);
                    update.setInt(2, Integer.parseInt(columns[2]));
                    update.setString(3, columns[3]);
                    update.setString(4, kind);
                    update.setString(5, id);
                    update.setLong(6, Long.parseLong(columns[0]));
                    assertThat(update.executeUpdate()).isEqualTo(1);
                }
            }
        }
    }
}
