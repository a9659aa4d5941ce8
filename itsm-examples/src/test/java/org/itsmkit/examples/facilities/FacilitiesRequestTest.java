package org.itsmkit.examples.facilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.CLOSED;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.REPORT_DONE;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.REQUESTED;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.SCHEDULE;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.SCHEDULED;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.SEND_BACK;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.WAITING;
import static org.itsmkit.examples.facilities.FacilitiesLifecycle.WITHDRAWN;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.Itsm;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.examples.TestDatabases;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.servicelevel.Commitment;
import org.itsmkit.servicelevel.ProposedTerms;
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
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Clock;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.ThresholdAction;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host's own kind of record has all that the kit's own have, without a change to the kit. */
class FacilitiesRequestTest {

    private static final TenantId TENANT = TenantId.of("museum");
    private static final PersonId PAULA = PersonId.of("paula");
    private static final PersonId JANITOR = PersonId.of("janitor");
    private static final PersonId HEAD = PersonId.of("head-of-facilities");
    private static final GroupId CRAFTSMEN = GroupId.of("craftsmen");
    private static final Instant MONDAY = Instant.parse("2026-03-09T08:00:00Z");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);

    static List<String> databases() {
        return TestDatabases.urls();
    }

    /** The museum's facilities management. */
    private static final class Museum implements AutoCloseable {

        final SettableClock clock = new SettableClock(MONDAY);
        final List<Notice> notices = new ArrayList<>();
        final Database database;
        final Itsm itsm;
        final Records<FacilitiesRequest> requests;

        Museum(String url) {
            database = TestDatabases.open(url, clock);
            itsm = Itsm.builder()
                    .store(database.store())
                    .authorizer(Authorizers.allowAll())
                    .directory(Directories.fixed()
                            .person(PAULA)
                            .person(JANITOR)
                            .person(HEAD, FacilitiesPolicy.MANAGER)
                            .group(CRAFTSMEN, JANITOR)
                            .build())
                    .notifier(notices::add)
                    .clock(clock)
                    .defaults(Tailoring.builder()
                            .putFields("facilities-request", List.of(FieldDefinition.of("key-number", FieldType.TEXT)))
                            .build())
                    .tickets(FacilitiesRequests.DEFINITION)
                    .build();
            requests = itsm.records(FacilitiesRequests.DEFINITION);
        }

        Caller caller(PersonId person) {
            return Caller.of(TENANT, person);
        }

        Stored<FacilitiesRequest> request(String title, String building, int floor, Optional<BigDecimal> limit) {
            return requests.submit(
                            caller(PAULA),
                            new FacilitiesCommand.Request(
                                    TicketDraft.builder().title(title).build(), building, floor, limit))
                    .get();
        }

        Either<Rejection, Stored<FacilitiesRequest>> submit(
                PersonId who, RecordId id, Command<FacilitiesRequest> command) {
            clock.advance(Duration.ofMinutes(10));
            return requests.submit(caller(who), id, command);
        }

        FacilitiesRequest does(PersonId who, RecordId id, Command<FacilitiesRequest> command) {
            return submit(who, id, command).get().record();
        }

        /** A request that stands there. */
        RecordId standingIn(Status status) {
            RecordId id =
                    request("Mend the door", "East Wing", 2, Optional.empty()).id();
            does(PAULA, id, new TicketCommand.Assign<>(CRAFTSMEN, JANITOR));
            if (status.equals(WITHDRAWN)) {
                does(PAULA, id, new TicketCommand.Cancel<>("It closes again."));
            } else if (!status.equals(REQUESTED)) {
                does(JANITOR, id, new FacilitiesCommand.Schedule(THURSDAY));
                if (status.equals(WAITING)) {
                    does(JANITOR, id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
                } else if (!status.equals(SCHEDULED)) {
                    does(JANITOR, id, new FacilitiesCommand.ReportDone(new BigDecimal("12.50")));
                    if (status.equals(CLOSED)) {
                        does(PAULA, id, new TicketCommand.Close<>());
                    }
                }
            }
            assertThat(find(id).record().ticket().status()).isEqualTo(status);
            return id;
        }

        Stored<FacilitiesRequest> find(RecordId id) {
            return requests.find(caller(PAULA), id).orElseThrow();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRequestGoesItsWay(String url) {
        try (Museum museum = new Museum(url)) {
            Stored<FacilitiesRequest> asked =
                    museum.request("Move three desks", "Main Hall", 1, Optional.of(new BigDecimal("200")));
            RecordId id = asked.id();
            assertThat(asked.record().ticket().number()).isEqualTo("FAC00001");
            assertThat(asked.record().ticket().requester()).isEqualTo(PAULA);

            museum.does(PAULA, id, new TicketCommand.Assign<>(CRAFTSMEN, JANITOR));
            museum.does(PAULA, id, new TicketCommand.Prioritise<>(Impact.LOW, Urgency.HIGH));
            museum.does(JANITOR, id, new FacilitiesCommand.Schedule(THURSDAY));
            museum.does(JANITOR, id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
            museum.does(JANITOR, id, new TicketCommand.Resume<>());
            museum.does(JANITOR, id, new FacilitiesCommand.ReportDone(new BigDecimal("180.50")));
            museum.does(PAULA, id, new FacilitiesCommand.SendBack("One desk is in the wrong room."));
            museum.does(JANITOR, id, new FacilitiesCommand.ReportDone(new BigDecimal("199.00")));
            FacilitiesRequest closed = museum.does(PAULA, id, new TicketCommand.Close<>());

            assertThat(closed.ticket().status()).isEqualTo(CLOSED);
            assertThat(closed.ticket().priority()).isEqualTo(Priority.MODERATE);
            assertThat(closed.visit()).contains(THURSDAY);
            assertThat(closed.cost()).contains(new BigDecimal("199.00"));
            assertThat(museum.find(id).record()).isEqualTo(closed);
            assertThat(museum.requests.history(museum.caller(PAULA), id))
                    .extracting(JournalEntry::name)
                    .containsExactly(
                            "requested",
                            "assigned",
                            "prioritised",
                            "scheduled",
                            "held",
                            "moved",
                            "reported-done",
                            "sent-back",
                            "reported-done",
                            "moved");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void itsJournalFoldsToTheRecord(String url) {
        try (Museum museum = new Museum(url)) {
            for (Status status : FacilitiesLifecycle.standard().statuses()) {
                museum.standingIn(status);
            }

            FoldLaw.Verdict verdict =
                    FoldLaw.check(museum.database.store(), TENANT, FacilitiesRequests.KIND, done -> {});

            assertThat(verdict.breaks()).isEmpty();
            assertThat(verdict.records()).isEqualTo(6);
            assertThat(museum.database
                            .chains()
                            .map(chains -> chains.verifyChains(
                                            museum.itsm.registry().kinds(), done -> {})
                                    .holds()))
                    .isNotEqualTo(Optional.of(false));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void requestsAreFoundByTheirOwnFields(String url) {
        try (Museum museum = new Museum(url)) {
            RecordId low = museum.request("Tap drips", "East Wing", 0, Optional.of(new BigDecimal("50")))
                    .id();
            RecordId high = museum.request("Window sticks", "East Wing", 3, Optional.empty())
                    .id();
            museum.request("Lamp flickers", "Main Hall", 3, Optional.of(new BigDecimal("500")));
            museum.does(JANITOR, high, new FacilitiesCommand.Schedule(THURSDAY));

            assertThat(ids(museum, FacilitiesRequests.BUILDING.is("East Wing"))).containsExactlyInAnyOrder(low, high);
            assertThat(ids(
                            museum,
                            FacilitiesRequests.FLOOR
                                    .isAtLeast(BigDecimal.ONE)
                                    .and(FacilitiesRequests.BUILDING.is("East Wing"))))
                    .containsExactly(high);
            assertThat(ids(museum, FacilitiesRequests.COST_LIMIT.isBelow(new BigDecimal("100"))))
                    .containsExactly(low);
            assertThat(ids(museum, FacilitiesRequests.VISIT.is(THURSDAY))).containsExactly(high);
            assertThat(ids(
                            museum,
                            FacilitiesRequests.FIELDS
                                    .status
                                    .is(REQUESTED)
                                    .and(FacilitiesRequests.BUILDING.is("East Wing"))))
                    .containsExactly(low);
            assertThat(ids(museum, Condition.words(FacilitiesRequests.FIELDS.title.key(), "DRIPS")))
                    .containsExactly(low);
            assertThat(museum.requests.countBy(museum.caller(PAULA), Condition.all(), FacilitiesRequests.BUILDING))
                    .isEqualTo(Map.of(FieldValue.text("East Wing"), 2L, FieldValue.text("Main Hall"), 1L));
        }
    }

    private static List<RecordId> ids(Museum museum, Condition condition) {
        return museum
                .requests
                .query(museum.caller(PAULA), Query.where(condition).orderBy(FacilitiesRequests.FLOOR.ascending()))
                .items()
                .stream()
                .map(Stored::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void itsPastIsRemembered(String url) {
        try (Museum museum = new Museum(url)) {
            RecordId id = museum.standingIn(SCHEDULED);
            Instant then = museum.clock.instant();
            museum.does(JANITOR, id, new FacilitiesCommand.ReportDone(BigDecimal.TEN));

            FacilitiesRequest past =
                    museum.requests.asOf(museum.caller(PAULA), id, then).orElseThrow();

            assertThat(past.ticket().status()).isEqualTo(SCHEDULED);
            assertThat(past.cost()).isEmpty();
            assertThat(museum.requests.asOf(museum.caller(PAULA), id, MONDAY.minusSeconds(1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobodySpendsMoreThanTheLimitButTheManager(String url) {
        try (Museum museum = new Museum(url)) {
            RecordId id = museum.request("Paint the wall", "Main Hall", 1, Optional.of(new BigDecimal("100")))
                    .id();
            museum.does(PAULA, id, new TicketCommand.Assign<>(CRAFTSMEN, JANITOR));
            museum.does(JANITOR, id, new FacilitiesCommand.Schedule(THURSDAY));
            Command<FacilitiesRequest> dear = new FacilitiesCommand.ReportDone(new BigDecimal("100.01"));

            Either<Rejection, Stored<FacilitiesRequest>> refused = museum.submit(JANITOR, id, dear);

            assertThat(refused.getLeft().reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
            assertThat(refused.getLeft().code()).isEqualTo("rule:cost-stays-within-the-limit");
            assertThat(museum.submit(HEAD, id, dear).isRight()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aVisitLiesAhead(String url) {
        try (Museum museum = new Museum(url)) {
            RecordId id = museum.standingIn(REQUESTED);

            Either<Rejection, Stored<FacilitiesRequest>> refused =
                    museum.submit(JANITOR, id, new FacilitiesCommand.Schedule(LocalDate.of(2026, 3, 8)));

            assertThat(refused.getLeft().has("rule:visit-is-still-to-come")).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void allThatIsWrongIsToldAtOnce(String url) {
        try (Museum museum = new Museum(url)) {
            Either<Rejection, Stored<FacilitiesRequest>> refused = museum.requests.submit(
                    museum.caller(PAULA),
                    new FacilitiesCommand.Request(
                            TicketDraft.builder()
                                    .title(" ")
                                    .putCustom("shoe-size", FieldValue.number(43))
                                    .build(),
                            "",
                            1,
                            Optional.of(new BigDecimal("-1"))));

            assertThat(refused.getLeft().violations())
                    .extracting(violation -> violation.code())
                    .containsExactlyInAnyOrder("text.missing", "field.unknown", "text.missing", "cost.negative");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingIsDoneThatNobodyWasGiven(String url) {
        try (Museum museum = new Museum(url)) {
            RecordId id = museum.request("Oil the hinge", "East Wing", 0, Optional.empty())
                    .id();
            museum.does(JANITOR, id, new FacilitiesCommand.Schedule(THURSDAY));

            Offer offer = offers(museum, id).get(REPORT_DONE);
            Either<Rejection, Stored<FacilitiesRequest>> refused =
                    museum.submit(JANITOR, id, new FacilitiesCommand.ReportDone(BigDecimal.ONE));

            assertThat(offer.isAllowed()).isTrue();
            assertThat(offer.needs()).containsExactlyInAnyOrder("assignee", "cost");
            assertThat(refused.getLeft().code()).isEqualTo("field.required");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoIsGivenARequestIsTold(String url) {
        try (Museum museum = new Museum(url)) {
            museum.standingIn(REQUESTED);

            museum.database.tasks().runDue(museum.itsm.tasks());

            assertThat(museum.notices).singleElement().satisfies(notice -> {
                assertThat(notice.code()).isEqualTo("assigned");
                assertThat(notice.person()).contains(JANITOR);
                assertThat(notice.arguments()).containsEntry("number", "FAC00001");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsTriedOutIsNotKept(String url) {
        try (Museum museum = new Museum(url)) {
            RecordId id = museum.standingIn(REQUESTED);

            var preview = museum.requests.preview(museum.caller(JANITOR), id, new FacilitiesCommand.Schedule(THURSDAY));

            assertThat(preview.get().changes()).hasSize(1);
            assertThat(museum.find(id).record().visit()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everyActionIsPossibleInEveryStatusAsTheTableSaysAndNowhereElse(String url) {
        try (Museum museum = new Museum(url)) {
            RecordId other = museum.request("Another one", "Main Hall", 1, Optional.empty())
                    .id();
            for (Status status : FacilitiesLifecycle.standard().statuses()) {
                for (Action action : FacilitiesLifecycle.standard().actions()) {
                    RecordId id = museum.standingIn(status);
                    Stored<FacilitiesRequest> before = museum.find(id);
                    var row = FacilitiesLifecycle.standard().transition(status, action);
                    Offer offer = offers(museum, id).get(action);

                    Either<Rejection, Stored<FacilitiesRequest>> outcome =
                            museum.submit(HEAD, id, command(action, other));

                    assertThat(outcome.isRight()).as("%s in %s", action, status).isEqualTo(row.isPresent());
                    assertThat(offer.isAllowed())
                            .as("offer of %s in %s", action, status)
                            .isEqualTo(row.isPresent());
                    if (row.isPresent()) {
                        assertThat(outcome.get().record().ticket().status())
                                .isEqualTo(row.get().to());
                        assertThat(outcome.get().version()).isEqualTo(before.version() + 1);
                    } else {
                        assertThat(outcome.getLeft().reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
                        assertThat(outcome.getLeft().code())
                                .isEqualTo(offer.refusal().orElseThrow().code());
                        assertThat(museum.find(id)).isEqualTo(before);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRepeatedRequestIsOneRequest(String url) {
        try (Museum museum = new Museum(url)) {
            var request = new FacilitiesCommand.Request(
                    TicketDraft.builder().title("Heating").build(), "Main Hall", 1, Optional.empty());

            var first = museum.requests.submit(museum.caller(PAULA), request, Options.once("form-1"));
            var second = museum.requests.submit(museum.caller(PAULA), request, Options.once("form-1"));

            assertThat(second).isEqualTo(first);
            assertThat(museum.requests.count(museum.caller(PAULA), Condition.all()))
                    .isOne();
        }
    }

    private static Map<Action, Offer> offers(Museum museum, RecordId id) {
        return museum.requests.availableActions(museum.caller(HEAD), id).stream()
                .collect(Collectors.toMap(Offer::action, offer -> offer));
    }

    private static Command<FacilitiesRequest> command(Action action, RecordId other) {
        Map<Action, Command<FacilitiesRequest>> commands = Map.ofEntries(
                Map.entry(SCHEDULE, new FacilitiesCommand.Schedule(THURSDAY.plusDays(1))),
                Map.entry(REPORT_DONE, new FacilitiesCommand.ReportDone(BigDecimal.TEN)),
                Map.entry(SEND_BACK, new FacilitiesCommand.SendBack("It creaks.")),
                Map.entry(TicketAction.ASSIGN, new TicketCommand.Assign<>(CRAFTSMEN)),
                Map.entry(TicketAction.PRIORITISE, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH)),
                Map.entry(TicketAction.HOLD, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER)),
                Map.entry(TicketAction.RESUME, new TicketCommand.Resume<>()),
                Map.entry(TicketAction.CANCEL, new TicketCommand.Cancel<>("No more.")),
                Map.entry(TicketAction.CLOSE, new TicketCommand.Close<>()),
                Map.entry(TicketAction.COMMENT, TicketCommand.Comment.toAll("Hello.")),
                Map.entry(
                        TicketAction.SET_FIELDS,
                        new TicketCommand.SetFields<>(Map.of("key-number", FieldValue.text("K7")), Set.of())),
                Map.entry(
                        TicketAction.LINK,
                        new TicketCommand.LinkTo<>(LinkType.RELATED, RecordRef.of("facilities-request", other))));
        return commands.get(action);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void hasServiceLevels(String url) {
        try (Museum museum = new Museum(url)) {
            ProposedTerms terms = ProposedTerms.builder()
                    .addKinds("facilities-request")
                    .addCommitments(new Commitment(
                            "visit",
                            FieldCondition.all(),
                            Target.of(Metric.RESOLUTION, Amount.elapsedTime(Duration.ofDays(2)))
                                    .withThresholds(Threshold.atPercent(50).doing(new ThresholdAction.TellRequester())),
                            Optional.empty()))
                    .build();
            Caller head = museum.caller(HEAD);
            RecordId agreement = museum.itsm
                    .agreements()
                    .submit(
                            head,
                            AgreementCommand.draft()
                                    .title("House")
                                    .type(AgreementType.SERVICE_LEVEL)
                                    .owner(HEAD)
                                    .terms(terms)
                                    .build())
                    .get()
                    .id();
            museum.itsm
                    .agreements()
                    .submit(head, agreement, AgreementCommand.Agree.from(MONDAY))
                    .get();
            museum.itsm
                    .agreements()
                    .submit(head, agreement, new AgreementCommand.Activate())
                    .get();
            RecordId id = museum.request("Mend the door", "East Wing", 2, Optional.empty())
                    .id();
            RecordId early =
                    museum.request("Mend the gate", "Yard", 0, Optional.empty()).id();
            museum.does(PAULA, early, new TicketCommand.Cancel<>("It closes again."));

            museum.clock.advance(Duration.ofDays(1));
            Clock clock = museum.does(PAULA, id, new TicketCommand.Assign<>(CRAFTSMEN, JANITOR))
                    .ticket()
                    .serviceLevelsOrBlank()
                    .clocks()
                    .get(0);

            assertThat(clock.due()).contains(MONDAY.plus(Duration.ofDays(2)));
            assertThat(clock.reached())
                    .singleElement()
                    .satisfies(reached -> assertThat(reached.threshold()).isEqualTo("percent-50"));
            assertThat(museum.requests.count(
                            museum.caller(PAULA),
                            FacilitiesRequests.FIELDS.due.isBelow(MONDAY.plus(Duration.ofDays(3)))))
                    .isEqualTo(1);
            assertThat(museum.itsm
                            .serviceLevels(FacilitiesRequests.DEFINITION)
                            .explain(museum.caller(PAULA), id, museum.clock.instant()))
                    .hasSize(1);
        }
    }
}
