package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BASEMENT;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.IncidentPolicy;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rejection.Reason;
import org.itsmkit.kernel.Rule;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all tickets share, tried on incidents. */
class TicketTest {

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private Ticket ticket() {
        return company.now(id).record().ticket();
    }

    private String refusal(Command<Incident> command) {
        return company.refused(id, command).code();
    }

    /** What people write, from harmless to hostile. */
    @Nested
    class Texts {

        private static final String MEGABYTE = "x".repeat(1 << 20);

        static Stream<Arguments> places() {
            Map<String, Function<String, Command<Incident>>> places = Map.of(
                    "description", text -> new TicketCommand.Describe<>("title", text),
                    "comment", text -> TicketCommand.Comment.toAll(text),
                    "diagnosis", text -> new IncidentCommand.Diagnose(text),
                    "solution", text -> new IncidentCommand.Resolve(Resolution.Code.FIXED, text),
                    "reason", text -> new TicketCommand.Cancel<>(text),
                    "note", text -> new TicketCommand.PutOnHold<>("other", Optional.of(text)));
            return places.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("places")
        void whatCannotBeKeptIsRefused(String field, Function<String, Command<Incident>> place) {
            Map<String, String> hostile = Map.of(
                    "nul \0",
                    "text.not-storable",
                    "high \ud800 alone",
                    "text.not-storable",
                    "low \udc00 alone",
                    "text.not-storable",
                    "\udc00\ud800",
                    "text.not-storable",
                    MEGABYTE + "x",
                    "text.too-long");
            hostile.forEach((text, code) -> {
                Rejection rejection = company.refused(id, place.apply(text));
                assertThat(rejection.reason()).isEqualTo(Reason.INCOMPLETE);
                assertThat(rejection.violations()).singleElement().satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo(code);
                    assertThat(violation.arguments()).containsEntry("field", field);
                    assertThat(violation.sentence()).hasSizeLessThan(200);
                });
            });
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("places")
        void whatSaysNothingIsRefused(String field, Function<String, Command<Incident>> place) {
            if (field.equals("description")) {
                return;
            }
            for (String nothing :
                    List.of("", " ", "\t\n", "\u00a0", "\u2003\u3000", "\u200b", "\u202e\u202c", "\ufeff")) {
                assertThat(company.refused(id, place.apply(nothing)).violations())
                        .extracting(Violation::code)
                        .containsExactly("text.missing");
            }
        }

        @Test
        void whatOthersWriteIsKeptVerbatim() {
            String text =
                    "\u202eltr\u202c \ud83d\udc69\u200d\ud83d\udd2c <script> '; drop table -- ${jndi:x} e\u0301\r\n";
            company.does(id, new TicketCommand.Describe<>("\u05e9\u05dc\u05d5\u05dd", text));
            assertThat(ticket().description()).isEqualTo(text);
            assertThat(ticket().title()).isEqualTo("\u05e9\u05dc\u05d5\u05dd");
        }

        @Test
        void aMegabyteIsKept() {
            company.does(id, new TicketCommand.Describe<>("title", MEGABYTE));
            assertThat(ticket().description()).hasSize(1 << 20);
        }

        @Test
        void aTitleIsOneLineOfAtMost255CodePoints() {
            for (String lines : List.of("a\nb", "a\rb", "a\u2028b", "a\u2029b", "a\u0085b", "a\u000bb", "a\u0007")) {
                assertThat(refusal(new TicketCommand.Describe<>(lines, ""))).isEqualTo("text.not-one-line");
            }
            assertThat(refusal(new TicketCommand.Describe<>("x".repeat(256), "")))
                    .isEqualTo("text.too-long");
            assertThat(refusal(new TicketCommand.Describe<>("\ud83d\ude00".repeat(256), "")))
                    .isEqualTo("text.too-long");
            assertThat(refusal(new TicketCommand.Describe<>("\u200b", ""))).isEqualTo("text.missing");
            company.does(id, new TicketCommand.Describe<>("\ud83d\ude00".repeat(255), ""));
            company.does(id, new TicketCommand.Describe<>("with\ttab", ""));
        }

        @Test
        void aReasonIsShorter() {
            assertThat(refusal(new TicketCommand.Cancel<>("x".repeat(4_001)))).isEqualTo("text.too-long");
            company.does(id, new TicketCommand.Cancel<>("x".repeat(4_000)));
        }

        @Test
        void hostileInputIsRefusedSoon() {
            String hostile = "\0".repeat(50_000_000);
            long start = System.nanoTime();
            assertThat(company.refused(id, TicketCommand.Comment.toAll(hostile)).reason())
                    .isEqualTo(Reason.INCOMPLETE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "high, high, critical",
        "high, medium, high",
        "medium, high, high",
        "medium, medium, moderate",
        "high, low, moderate",
        "low, high, moderate",
        "medium, low, low",
        "low, medium, low",
        "low, low, low"
    })
    void priorityFollowsFromImpactAndUrgency(String impact, String urgency, String priority) {
        Incident logged = done(company.itsm
                        .incidents()
                        .submit(
                                caller(ANNA),
                                IncidentCommand.log()
                                        .title("x")
                                        .impact(Impact.of(impact))
                                        .urgency(Urgency.of(urgency))
                                        .build()))
                .record();
        company.does(id, new TicketCommand.Prioritise<>(Impact.of(impact), Urgency.of(urgency)));

        assertThat(logged.ticket().priority().name()).isEqualTo(priority);
        assertThat(ticket().priority().name()).isEqualTo(priority);
    }

    @Test
    void whoSaysNothingOfImpactMeansMedium() {
        assertThat(ticket().priority()).isEqualTo(Priority.MODERATE);
        assertThat(refusal(new TicketCommand.Prioritise<>(Impact.of("galactic"), Urgency.LOW)))
                .isEqualTo("priority.not-in-matrix");
    }

    @Test
    void aTicketIsCategorisedAndTheCategoryTakenAway() {
        company.does(id, new TicketCommand.Categorise<>(Category.of("software/mail"), MAIL));
        assertThat(ticket().category()).contains(Category.of("software/mail"));
        assertThat(ticket().service()).contains(MAIL);
        company.does(id, new TicketCommand.Categorise<>(Optional.empty(), Optional.of(MAIL)));
        assertThat(ticket().category()).isEmpty();
        assertThat(ticket().service()).contains(MAIL);
    }

    /** Who has it. */
    @Nested
    class Assignment {

        @Test
        void aTicketIsGivenToAGroupOrAPersonAndTakenBack() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS));
            assertThat(ticket().group()).contains(OPERATIONS);
            assertThat(ticket().assignee()).isEmpty();
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(ticket().assignee()).contains(CARLA);
            company.does(id, new TicketCommand.Assign<>(Optional.empty(), Optional.empty()));
            assertThat(ticket().group()).isEmpty();
            assertThat(ticket().assignee()).isEmpty();
        }

        @Test
        void onlyWhatGoesFromOneToAnotherIsAReassignment() {
            company.does(id, new TicketCommand.Assign<>(SERVICE_DESK));
            company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            assertThat(ticket().reassignments()).as("from nobody to Ben").isZero();
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(ticket().reassignments()).isEqualTo(1);
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, DORA));
            assertThat(ticket().reassignments()).isEqualTo(2);
            company.does(id, new TicketCommand.Describe<>("x", ""));
            assertThat(ticket().reassignments()).isEqualTo(2);
        }

        @Test
        void rulesOfAssignment() {
            assertThat(refusal(new TicketCommand.Assign<>(BASEMENT))).isEqualTo("rule:group-is-known");
            assertThat(refusal(new TicketCommand.Assign<>(Optional.empty(), Optional.of(GUS))))
                    .isEqualTo("rule:assignee-is-known");
            assertThat(refusal(new TicketCommand.Assign<>(OPERATIONS, BEN)))
                    .isEqualTo("rule:assignee-is-member-of-group");
            assertThat(refusal(new TicketCommand.Assign<>(Optional.empty(), Optional.empty())))
                    .isEqualTo("rule:assignment-changes");
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(refusal(new TicketCommand.Assign<>(OPERATIONS, CARLA))).isEqualTo("rule:assignment-changes");
            assertThat(company.refused(id, new TicketCommand.Assign<>(BASEMENT, GUS))
                            .violations())
                    .extracting(Violation::code)
                    .containsExactlyInAnyOrder("rule:group-is-known", "rule:assignee-is-known");
        }
    }

    /** What it waits for. */
    @Nested
    class Waiting {

        @Test
        void aTicketWaitsForAReason() {
            company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
            assertThat(ticket().hold()).map(Hold::reason).contains("awaiting-supplier");
            company.does(id, new TicketCommand.PutOnHold<>("other", Optional.of("the moon")));
            assertThat(ticket().hold()).flatMap(Hold::note).contains("the moon");
            company.does(id, new TicketCommand.Resume<>());
            assertThat(ticket().hold()).isEmpty();
        }

        @Test
        void theSameAgainIsNothing() {
            company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
            long version = company.now(id).version();
            company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
            assertThat(company.now(id).version()).isEqualTo(version);
        }

        @Test
        void whatIsWrongWithAReason() {
            assertThat(refusal(new TicketCommand.PutOnHold<>("awaiting-godot", Optional.empty())))
                    .isEqualTo("hold.unknown-reason");
            assertThat(refusal(new TicketCommand.PutOnHold<>("other", Optional.empty())))
                    .isEqualTo("text.missing");
            assertThat(refusal(new TicketCommand.PutOnHold<>("\0", Optional.empty())))
                    .isEqualTo("hold.unknown-reason");
            assertThat(company.refused(id, new TicketCommand.PutOnHold<>("other", Optional.of("nul \0")))
                            .violations())
                    .extracting(Violation::code)
                    .containsExactly("text.not-storable");
        }

        @Test
        void whatDoesNotWaitHasNoHold() {
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putLifecycles(
                                    "incident",
                                    IncidentLifecycle.standard()
                                            .edit()
                                            .remove(IncidentLifecycle.NEW, TicketAction.HOLD)
                                            .move(
                                                    IncidentLifecycle.NEW,
                                                    TicketAction.HOLD,
                                                    IncidentLifecycle.IN_PROGRESS)
                                            .build()
                                            .toData())
                            .build()));
            company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));

            assertThat(ticket().status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
            assertThat(ticket().hold()).isEmpty();
        }
    }

    /** Further, and up. */
    @Nested
    class Escalations {

        @Test
        void functionalEscalationGivesItToAGroup() {
            company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            company.does(BEN, id, new TicketCommand.EscalateTo<>(OPERATIONS, "needs root"));

            assertThat(ticket().group()).contains(OPERATIONS);
            assertThat(ticket().assignee()).isEmpty();
            assertThat(ticket().reassignments()).isEqualTo(1);
            assertThat(ticket().escalations())
                    .containsExactly(new Escalation(
                            company.clock.instant(), BEN, Optional.of(OPERATIONS), Optional.empty(), "needs root"));
        }

        @Test
        void hierarchicEscalationClimbsUntilNobodyIsAbove() {
            company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            company.does(id, new TicketCommand.EscalateUp<>("too slow"));
            assertThat(ticket().lastManager()).contains(DORA);
            company.does(id, new TicketCommand.EscalateUp<>("still too slow"));
            assertThat(ticket().lastManager()).contains(FRIDA);

            Rejection rejection = company.refused(id, new TicketCommand.EscalateUp<>("still"));
            assertThat(rejection.reason()).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(rejection.code()).isEqualTo("escalation.nobody-above");
            assertThat(ticket().assignee()).as("it stays with Ben").contains(BEN);
            assertThat(ticket().escalations())
                    .extracting(Escalation::manager)
                    .containsExactly(Optional.of(DORA), Optional.of(FRIDA));
        }

        @Test
        void whatNobodyHasCannotGoUp() {
            assertThat(refusal(new TicketCommand.EscalateUp<>("x"))).isEqualTo("escalation.nobody-above");
            assertThat(refusal(new TicketCommand.EscalateTo<>(BASEMENT, "x")))
                    .isEqualTo("rule:escalation-group-is-known");
            assertThat(refusal(new TicketCommand.EscalateUp<>(" "))).isEqualTo("text.missing");
        }
    }

    /** What points at what. */
    @Nested
    class Links {

        private TicketCommand.LinkTo<Incident> to(LinkType type, RecordId other) {
            return new TicketCommand.LinkTo<>(type, Company.incident(other));
        }

        @Test
        void aTicketPointsAtOthersAndNoLonger() {
            RecordId other = company.log().id();
            company.does(id, to(LinkType.RELATED, other));
            company.does(id, to(LinkType.PARENT, other));
            assertThat(ticket().links()).hasSize(2);
            assertThat(ticket().parent()).contains(Company.incident(other));
            assertThat(company.itsm
                            .incidents()
                            .query(caller(DORA), Query.where(Incidents.FIELDS.parent.is("incident/" + other)))
                            .items())
                    .hasSize(1);
            company.does(id, new TicketCommand.Unlink<>(LinkType.PARENT, Company.incident(other)));
            assertThat(ticket().parent()).isEmpty();
            assertThat(ticket().isLinked(LinkType.RELATED, Company.incident(other)))
                    .isTrue();
        }

        @Test
        void toUnlinkWhatIsNotLinkedIsNothing() {
            company.does(id, new TicketCommand.Unlink<>(LinkType.PARENT, Company.incident(id)));
            assertThat(company.now(id).version()).isEqualTo(1);
        }

        @Test
        void aLinkLeadsSomewhereAndNotToItself() {
            assertThat(refusal(to(LinkType.RELATED, RecordId.of("nowhere")))).isEqualTo("rule:link-target-exists");
            assertThat(refusal(new TicketCommand.LinkTo<>(
                            LinkType.RELATED, RecordRef.of("spaceship", RecordId.of("nowhere")))))
                    .isEqualTo("rule:link-target-exists");
            assertThat(refusal(to(LinkType.RELATED, id))).isEqualTo("rule:link-makes-no-cycle");
            assertThat(refusal(to(LinkType.PARENT, id))).isEqualTo("rule:link-makes-no-cycle");
        }

        @Test
        void thereIsOneParentAndOneOriginal() {
            RecordId first = company.log().id();
            RecordId second = company.log().id();
            for (LinkType type : List.of(LinkType.PARENT, LinkType.DUPLICATE_OF)) {
                company.does(id, to(type, first));
                assertThat(refusal(to(type, second))).isEqualTo("rule:link-is-the-only-one");
                company.does(id, to(type, first));
            }
            company.does(id, to(LinkType.BLOCKS, first));
            company.does(id, to(LinkType.BLOCKS, second));
        }

        @Test
        void noCircleOfAnyLength() {
            for (LinkType type : List.of(LinkType.PARENT, LinkType.DUPLICATE_OF, LinkType.CAUSED_BY, LinkType.BLOCKS)) {
                List<RecordId> chain =
                        Stream.generate(() -> company.log().id()).limit(6).toList();
                for (int i = 0; i < 5; i++) {
                    company.does(chain.get(i), to(type, chain.get(i + 1)));
                }
                for (int i = 0; i < 5; i++) {
                    assertThat(company.refused(chain.get(5), to(type, chain.get(i)))
                                    .code())
                            .isEqualTo("rule:link-makes-no-cycle");
                }
                company.does(chain.get(5), to(LinkType.RELATED, chain.get(0)));
            }
        }

        @Test
        void aCircleThroughChangesIsOneToo() {
            RecordId change = company.draft().id();
            company.does(id, new TicketCommand.LinkTo<>(LinkType.CAUSED_BY, Company.change(change)));
            assertThat(company.refusedChange(
                                    DORA, change, new TicketCommand.LinkTo<>(LinkType.CAUSED_BY, Company.incident(id)))
                            .code())
                    .isEqualTo("rule:link-makes-no-cycle");
        }

        @Test
        void otherTypesMayFormCircles() {
            RecordId other = company.log().id();
            LinkType mentions = LinkType.of("mentions");
            company.does(id, to(mentions, other));
            company.does(other, to(mentions, id));
            company.does(id, to(LinkType.RELATED, other));
            company.does(other, to(LinkType.RELATED, id));
        }

        @Test
        void aChainTooLongToFollowIsRefused() {
            RecordId child = company.log().id();
            RecordId last = child;
            for (int i = 0; i < 1_000; i++) {
                RecordId parent = company.log().id();
                company.does(last, to(LinkType.PARENT, parent));
                last = parent;
            }
            // From the child to the last parent they are 1,001.
            assertThat(refusal(to(LinkType.PARENT, child))).isEqualTo("rule:link-makes-no-cycle");
            RecordId second =
                    company.now(child).record().ticket().parent().orElseThrow().id();
            company.does(id, to(LinkType.PARENT, second));
        }
    }

    /** Fields of the tenant's own. */
    @Nested
    class CustomFields {

        @Test
        void valuesAreSetAndEmptied() {
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putFields(
                                    "incident",
                                    List.of(
                                            FieldDefinition.oneOf("vendor", "initech", "hooli"),
                                            FieldDefinition.of("price", FieldType.DECIMAL),
                                            FieldDefinition.of("floors", FieldType.DECIMAL)
                                                    .withMany()))
                            .build()));
            company.does(
                    id,
                    new TicketCommand.SetFields<>(Map.of(
                            "vendor", FieldValue.text("hooli"),
                            "floors", FieldValue.list(List.of(FieldValue.number(1), FieldValue.number(2))))));
            company.does(
                    id,
                    new TicketCommand.SetFields<>(
                            Map.of("price", FieldValue.number(3)), Set.of("vendor", "never-set")));

            assertThat(ticket().custom().keySet()).containsExactlyInAnyOrder("price", "floors");
            long version = company.now(id).version();
            company.does(id, new TicketCommand.SetFields<>(Map.of("price", FieldValue.number(3)), Set.of("vendor")));
            assertThat(company.now(id).version()).as("nothing new").isEqualTo(version);
            assertThat(refusal(new TicketCommand.SetFields<>(
                            Map.of("price", FieldValue.list(List.of(FieldValue.number(1)))))))
                    .isEqualTo("field.one-value");
            assertThat(refusal(new TicketCommand.SetFields<>(
                            Map.of("floors", FieldValue.list(List.of(FieldValue.text("ground")))))))
                    .isEqualTo("field.wrong-type");
            assertThat(refusal(new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.text("acme")))))
                    .isEqualTo("field.not-allowed");
            assertThat(refusal(new TicketCommand.SetFields<>(Map.of("colour", FieldValue.text("red")))))
                    .isEqualTo("field.unknown");
            assertThat(refusal(new TicketCommand.SetFields<>(
                            Map.of("vendor", FieldValue.text("hooli")), Set.of("vendor"))))
                    .isEqualTo("field.both");
        }
    }

    /** Rows of a tailored lifecycle that the kit knows no command for. */
    @Nested
    class GenericMoves {

        private void orderParts() {
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putLifecycles(
                                    "incident",
                                    IncidentLifecycle.standard()
                                            .edit()
                                            .status("awaiting-parts", Phase.WAITING)
                                            .move(IncidentLifecycle.NEW, "order-parts", "awaiting-parts")
                                            .requires("vendor")
                                            .move("awaiting-parts", TicketAction.RESUME, IncidentLifecycle.IN_PROGRESS)
                                            .build()
                                            .toData())
                            .putFields("incident", List.of(FieldDefinition.oneOf("vendor", "initech")))
                            .build()));
        }

        @Test
        void takeTheRowAndItsFields() {
            orderParts();
            Action order = Action.of("order-parts");
            assertThat(refusal(new TicketCommand.Move<>(order))).isEqualTo("field.required");
            assertThat(refusal(new TicketCommand.Move<>(order, Map.of("vendor", FieldValue.text("hooli")))))
                    .isEqualTo("field.not-allowed");
            company.does(id, new TicketCommand.Move<>(order, Map.of("vendor", FieldValue.text("initech"))));
            assertThat(ticket().status().name()).isEqualTo("awaiting-parts");
            assertThat(ticket().custom()).containsEntry("vendor", FieldValue.text("initech"));
            company.does(id, new TicketCommand.Resume<>());
        }

        @Test
        void doNotStandInForWhatAsksForMore() {
            for (Action action : List.of(IncidentLifecycle.RESOLVE, TicketAction.HOLD, TicketAction.CANCEL)) {
                assertThat(refusal(new TicketCommand.Move<>(action))).isEqualTo("action.has-its-own-command");
            }
            RecordId change = company.draft().id();
            assertThat(company.refusedChange(DORA, change, new TicketCommand.Move<>(Action.of("authorise")))
                            .code())
                    .isEqualTo("action.has-its-own-command");
        }
    }

    /** Past the lifecycle. */
    @Nested
    class Migrations {

        @Test
        void putATicketWhereItIsKnownToStand() {
            company.does(
                    id,
                    new TicketCommand.Migrate<>(
                            "on-hold", Optional.of(new Hold("awaiting-customs", Optional.empty())), "imported"));
            assertThat(ticket().status()).isEqualTo(IncidentLifecycle.ON_HOLD);
            assertThat(ticket().hold()).map(Hold::reason).contains("awaiting-customs");
            company.does(id, new TicketCommand.Migrate<>("closed", Optional.empty(), "imported"));
            assertThat(ticket().closedAt()).isPresent();
            company.does(id, new TicketCommand.Migrate<>("new", Optional.empty(), "a mistake"));
            assertThat(ticket().closedAt()).isEmpty();
            assertThat(company.events(id)).containsExactly("logged", "migrated", "migrated", "migrated");
        }

        @Test
        void sayWhatIsWrong() {
            assertThat(refusal(new TicketCommand.Migrate<>("in-orbit", Optional.empty(), "x")))
                    .isEqualTo("migration.unknown-status");
            assertThat(refusal(new TicketCommand.Migrate<>("closed", Optional.empty(), "")))
                    .isEqualTo("text.missing");
            assertThat(refusal(new TicketCommand.Migrate<>(
                            "in-progress", Optional.of(new Hold("other", Optional.empty())), "x")))
                    .isEqualTo("migration.does-not-wait");
            assertThat(refusal(new TicketCommand.Migrate<>(
                            "on-hold", Optional.of(new Hold("nul \0", Optional.empty())), "x")))
                    .isEqualTo("text.not-one-line");
            assertThat(refusal(new TicketCommand.Migrate<>(
                            "on-hold", Optional.of(new Hold("other", Optional.of("\ud800"))), "x")))
                    .isEqualTo("text.not-storable");
        }

        @Test
        void leadBackToWorkWithoutASolution() {
            company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));
            company.does(ANNA, id, new IncidentCommand.Confirm());
            company.does(id, new TicketCommand.Migrate<>("in-progress", Optional.empty(), "a mistake"));

            Incident incident = company.now(id).record();
            assertThat(incident.ticket().resolvedAt()).isEmpty();
            assertThat(incident.resolution()).isEmpty();
            assertThat(incident.confirmedBy()).isEmpty();
        }
    }

    /** Stretch after stretch. */
    @Nested
    class Timelines {

        @Test
        void aTimelineTellsWhoHadItWhereAndWhen() {
            company.aMinuteLater();
            company.does(id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            company.aMinuteLater();
            company.does(id, TicketCommand.Comment.toAll("no change"));
            company.aMinuteLater();
            company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
            company.aMinuteLater();
            company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE));
            company.aMinuteLater();
            company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "x"));

            assertThat(ticket().timeline())
                    .extracting(stretch -> Duration.between(ticket().openedAt(), stretch.from())
                                    .toMinutes()
                            + " " + stretch.status()
                            + stretch.holdReason().map(r -> " " + r).orElse("")
                            + stretch.assignee().map(a -> " " + a).orElse(""))
                    .containsExactly(
                            "0 new",
                            "1 new ben",
                            "3 on-hold awaiting-supplier ben",
                            "4 on-hold awaiting-change ben",
                            "5 resolved ben");
        }

        @Test
        void whatIsTakenBackAtTheSameInstantLeavesNoStretch() {
            company.does(id, new TicketCommand.Start<>());
            company.aMinuteLater();
            company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
            company.does(id, new TicketCommand.Resume<>());

            assertThat(ticket().timeline()).hasSize(1);
            assertThat(ticket().timeline().get(0).status()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        }

        @Test
        void whereTimeMayGoBackTheTimelineDoesNot() {
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .addRulesOff("incident/time-goes-forward")
                            .build()));
            company.aMinuteLater();
            company.does(id, new TicketCommand.Start<>());
            done(company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            id,
                            new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER),
                            Options.none().occurredAt(ticket().openedAt())));

            assertThat(ticket().timeline()).extracting(Stretch::from).isSorted();
        }
    }

    /** Who is told of what. */
    @Nested
    class Announcements {

        private List<String> told() {
            company.told.clear();
            company.work();
            return company.told.stream()
                    .map(notice -> notice.code() + " "
                            + notice.person().map(PersonId::value).orElse("")
                            + notice.group().map(Object::toString).orElse(""))
                    .toList();
        }

        @Test
        void whoIsGivenATicketIsTold() {
            company.does(DORA, id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            assertThat(told()).containsExactly("assigned ben");
            company.does(DORA, id, new TicketCommand.Assign<>(OPERATIONS));
            assertThat(told()).containsExactly("assigned operations");
            company.does(BEN, id, new TicketCommand.EscalateTo<>(SERVICE_DESK, "x"));
            assertThat(told()).containsExactly("assigned service-desk");
            company.does(DORA, id, new TicketCommand.Assign<>(Optional.empty(), Optional.empty()));
            assertThat(told()).isEmpty();
        }

        @Test
        void nobodyIsToldOfWhatTheyDidThemselves() {
            company.does(DORA, id, new TicketCommand.Assign<>(OPERATIONS, DORA));
            company.does(ANNA, id, TicketCommand.Comment.toAll("my own words"));
            assertThat(told()).isEmpty();
        }

        @Test
        void theRequesterIsToldOfWhatIsSaidToAll() {
            company.does(BEN, id, TicketCommand.Comment.toAll("we are on it"));
            company.does(BEN, id, TicketCommand.Comment.internal("she always says that"));
            assertThat(told()).containsExactly("commented anna");
        }

        @Test
        void theManagerIsToldOfAnEscalationUp() {
            company.does(DORA, id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            told();
            company.does(BEN, id, new TicketCommand.EscalateUp<>("too slow"));
            assertThat(told()).containsExactly("escalated dora");
        }

        @Test
        void theRequesterIsToldOfASolutionAndWhoHasItOfItsFailure() {
            company.does(DORA, id, new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            told();
            company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "x"));
            assertThat(told()).containsExactly("resolved anna");
            company.does(ANNA, id, new IncidentCommand.Reopen("still down"));
            assertThat(told()).containsExactly("reopened ben");
        }

        @Test
        void aNoticeHasAKeyOfItsOwn() {
            for (int i = 0; i < 5; i++) {
                company.does(BEN, id, TicketCommand.Comment.toAll("comment " + i));
            }
            told();
            assertThat(company.told.stream().map(notice -> notice.key()).distinct())
                    .hasSize(5);
            assertThat(company.told).allSatisfy(notice -> {
                assertThat(notice.tenant()).isEqualTo(ACME);
                assertThat(notice.record()).isEqualTo(Company.incident(id));
                assertThat(notice.arguments()).containsEntry("number", "INC0000001");
            });
        }
    }

    /** The tenant's and the host's own rules. */
    @Nested
    class Rules {

        @Test
        void everyRuleHasItsName() {
            assertThat(IncidentPolicy.standard().rules())
                    .extracting(Rule::name)
                    .containsExactly(
                            "time-goes-forward",
                            "group-is-known",
                            "assignee-is-known",
                            "assignee-is-member-of-group",
                            "assignment-changes",
                            "escalation-group-is-known",
                            "link-target-exists",
                            "link-makes-no-cycle",
                            "link-is-the-only-one",
                            "merged-keeps-its-link",
                            "requester-is-known",
                            "watcher-is-known",
                            "accepts-what-was-given",
                            "accepts-for-oneself",
                            "hands-back-what-they-have",
                            "insiders-speak-to-all",
                            "worker-is-known",
                            "task-group-is-known",
                            "task-assignee-is-member-of-group",
                            "mandatory-tasks-are-over",
                            "detected-before-logged",
                            "the-requester-confirms",
                            "confirmed-once",
                            "tier-group-is-known",
                            "milestones-recorded-once",
                            "milestones-have-happened",
                            "milestones-in-order",
                            "there-is-a-diagnosis",
                            "merge-target-is-not-over",
                            "unmerges-what-was-merged",
                            "tries-what-was-offered",
                            "the-requester-refuses",
                            "reopened-in-time",
                            "reopened-by-those-who-may",
                            "reopened-not-too-often");
        }

        @Test
        void aTenantSwitchesARuleOffForOneKind() {
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .addRulesOff("incident/assignee-is-member-of-group")
                            .build()));
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, BEN));
            RecordId change = company.draft().id();
            assertThat(company.refusedChange(DORA, change, new TicketCommand.Assign<>(OPERATIONS, BEN))
                            .code())
                    .isEqualTo("rule:assignee-is-member-of-group");
        }

        @Test
        void aHostAddsARule() {
            Company strict = Company.with(builder ->
                    builder.incidents(definition -> definition.policy(policy -> policy.with(Rule.of(
                            "never-cancel",
                            Set.of(TicketAction.CANCEL),
                            proposal -> true,
                            "Nothing is cancelled here.")))));
            RecordId incident = strict.log().id();
            assertThat(strict.refused(incident, new TicketCommand.Cancel<>("x")).sentence())
                    .isEqualTo("Nothing is cancelled here.");
            assertThat(strict.audited).hasSize(1);
        }
    }

    @Test
    void commentsThatEverybodyMayReadAreCounted() {
        company.does(HANNA, id, TicketCommand.Comment.toAll("me too"));
        company.does(BEN, id, TicketCommand.Comment.internal("her too"));
        assertThat(ticket().comments()).isEqualTo(1);
    }

    @Test
    void onBehalfOfSomebodyTheyAreTheRequester() {
        Incident incident = done(company.itsm
                        .incidents()
                        .submit(
                                caller(BEN).actingFor(HANNA),
                                IncidentCommand.log().title("x").build()))
                .record();
        assertThat(incident.ticket().openedBy()).isEqualTo(BEN);
        assertThat(incident.ticket().requester()).isEqualTo(HANNA);
    }
}
