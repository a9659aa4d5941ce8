package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BASEMENT;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.BrokenDirectory;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rejection.Reason;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The steps that every command meets, and what it is told at the one where it is stopped. */
class StepsTest {

    /** Commands with several things wrong are told the first by the order of the steps. */
    @Nested
    class Order {

        private final Company company = Company.withRoles();
        private final RecordId resolved = resolvedByBen();

        private RecordId resolvedByBen() {
            RecordId id = company.log().id();
            company.aMinuteLater();
            company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
            company.aMinuteLater();
            return id;
        }

        @Test
        void whoIsUnknownIsToldSoWhateverTheyWant() {
            RecordId nothing = RecordId.of("no-such-incident");
            assertThat(company.refused(GUS, nothing, new IncidentCommand.Diagnose(""))
                            .reason())
                    .isEqualTo(Reason.UNKNOWN_CALLER);
            assertThat(company.refused(GUS, resolved, new IncidentCommand.Diagnose(""))
                            .code())
                    .isEqualTo("caller.unknown");
        }

        @Test
        void whoActsForSomebodyUnknownIsUnknown() {
            Caller forGus = caller(BEN).actingFor(GUS);
            assertThat(company.itsm
                            .incidents()
                            .submit(forGus, resolved, TicketCommand.Comment.toAll("hello"))
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.UNKNOWN_CALLER);
            assertThat(company.itsm.incidents().find(forGus, resolved)).isEmpty();
        }

        @Test
        void whatCannotBeSeenIsNotFoundRatherThanDenied() {
            Rejection hidden = company.refused(HANNA, resolved, new IncidentCommand.Diagnose(""));
            Rejection missing =
                    company.refused(HANNA, RecordId.of("no-such-incident"), new IncidentCommand.Diagnose(""));

            assertThat(hidden.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(hidden.violations()).as("not to be told apart").isEqualTo(missing.violations());
        }

        @Test
        void deniedComesBeforeNotPossible() {
            Rejection rejection = company.refused(ANNA, resolved, new IncidentCommand.Diagnose(""));

            assertThat(rejection.reason()).isEqualTo(Reason.DENIED);
            assertThat(rejection.code()).isEqualTo("caller.denied");
            assertThat(rejection.violations().get(0).arguments()).containsEntry("permission", "incident:diagnose");
        }

        @Test
        void notPossibleComesBeforeIncomplete() {
            Rejection rejection = company.refused(BEN, resolved, new IncidentCommand.Diagnose(""));

            assertThat(rejection.reason()).isEqualTo(Reason.NOT_POSSIBLE);
            assertThat(rejection.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.code()).isEqualTo("lifecycle.not-possible");
                assertThat(violation.arguments())
                        .containsEntry("status", "resolved")
                        .containsEntry("action", "diagnose");
                assertThat(violation.arguments().get("possible").split(", "))
                        .containsExactlyInAnyOrder(
                                "confirm",
                                "reopen",
                                "refuse",
                                "close",
                                "merge",
                                "categorise",
                                "set-fields",
                                "link",
                                "comment",
                                "change-requester",
                                "change-customer",
                                "involve",
                                "name-affected",
                                "try-workaround",
                                "tag",
                                "watch",
                                "record-repair",
                                "record-recovery",
                                "record-restoration",
                                "correct-milestone",
                                "do-task",
                                "record-time",
                                "attach");
            });
        }

        @Test
        void incompleteComesBeforeNotPermitted() {
            RecordId id = company.log().id();
            TicketCommand.EscalateTo<Incident> toNobodyForNoReason = new TicketCommand.EscalateTo<>(BASEMENT, " ");

            assertThat(company.refused(BEN, id, toNobodyForNoReason).reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(company.refused(BEN, id, new TicketCommand.EscalateTo<>(BASEMENT, "hot"))
                            .reason())
                    .isEqualTo(Reason.NOT_PERMITTED);
        }

        @Test
        void aCreationMeetsTheSameOrder() {
            IncidentCommand.Log wrong = IncidentCommand.log()
                    .title(" ")
                    .detectedAt(company.clock.instant().plusSeconds(60))
                    .build();
            IncidentCommand.Log early = IncidentCommand.log()
                    .title("Mail")
                    .detectedAt(company.clock.instant().plusSeconds(60))
                    .build();

            assertThat(logged(GUS, wrong).reason()).isEqualTo(Reason.UNKNOWN_CALLER);
            assertThat(logged(EMIL, wrong).reason()).isEqualTo(Reason.DENIED);
            assertThat(logged(BEN, wrong).reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(logged(BEN, early).reason()).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(logged(BEN, early).code()).isEqualTo("rule:detected-before-logged");
        }

        private Rejection logged(PersonId by, IncidentCommand.Log log) {
            Company.Trace before = company.trace();
            Rejection rejection =
                    company.itsm.incidents().submit(caller(by), log).getLeft();
            assertThat(company.trace()).isEqualTo(before);
            return rejection;
        }

        @Test
        void aConflictIsToldBeforeAnythingIsLookedAt() {
            Rejection rejection = company.itsm
                    .incidents()
                    .submit(caller(BEN), resolved, new IncidentCommand.Diagnose(""), Options.expecting(1))
                    .getLeft();

            assertThat(rejection.reason()).isEqualTo(Reason.CONFLICT);
            assertThat(rejection.violations().get(0).arguments()).isEqualTo(Map.of("expected", "1", "actual", "2"));
        }
    }

    /** Everything wrong at a step is told at once. */
    @Nested
    class AllAtOnce {

        private final Company company = Company.open();

        @Test
        void allThatIsMissing() {
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putFields(
                                    "incident",
                                    List.of(
                                            FieldDefinition.oneOf("vendor", "initech"),
                                            FieldDefinition.of("price", FieldType.DECIMAL)))
                            .build()));
            Rejection rejection = company.itsm
                    .incidents()
                    .submit(
                            caller(ANNA),
                            IncidentCommand.log()
                                    .title("")
                                    .description("nul \0")
                                    .impact(Impact.of("galactic"))
                                    .putCustom("vendor", FieldValue.text("hooli"))
                                    .putCustom("price", FieldValue.text("cheap"))
                                    .putCustom("colour", FieldValue.text("red"))
                                    .build())
                    .getLeft();

            assertThat(rejection.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(rejection.violations())
                    .extracting(Violation::code)
                    .containsExactlyInAnyOrder(
                            "text.missing",
                            "text.not-storable",
                            "priority.not-in-matrix",
                            "field.not-allowed",
                            "field.wrong-type",
                            "field.unknown");
        }

        @Test
        void whatHappensInTheFutureIsIncompleteAmongOtherThings() {
            RecordId id = company.log().id();
            Rejection rejection = company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            id,
                            new IncidentCommand.Diagnose(""),
                            Options.none().occurredAt(company.clock.instant().plusSeconds(1)))
                    .getLeft();

            assertThat(rejection.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(rejection.violations())
                    .extracting(Violation::code)
                    .containsExactlyInAnyOrder("moment.in-future", "text.missing");
        }

        @Test
        void allRulesThatStandAgainstIt() {
            RecordId id = company.log().id();
            company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));
            company.does(ANNA, id, new IncidentCommand.Confirm());
            company.aMinuteLater();

            Rejection rejection = company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            id,
                            new IncidentCommand.Confirm(),
                            Options.none().occurredAt(company.clock.instant().minusSeconds(3_600)))
                    .getLeft();

            assertThat(rejection.reason()).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(rejection.violations())
                    .extracting(Violation::code)
                    .containsExactlyInAnyOrder(
                            "rule:time-goes-forward", "rule:the-requester-confirms", "rule:confirmed-once");
            assertThat(company.audited).singleElement().satisfies(verdict -> {
                assertThat(verdict.caller().person()).isEqualTo(BEN);
                assertThat(verdict.permission()).isEqualTo(new Permission("incident", "confirm"));
            });
        }
    }

    /** What a row of a tailored lifecycle asks of the fields. */
    @Nested
    class Fields {

        private final Company company = Company.open();
        private final RecordId id = company.log().id();

        private void tailor(Lifecycle lifecycle) {
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putLifecycles("incident", lifecycle.toData())
                            .putFields(
                                    "incident",
                                    List.of(FieldDefinition.of("vendor", FieldType.TEXT)
                                            .withMany()))
                            .build()));
        }

        private static Lifecycle where(Action action, Status to, String requires) {
            return IncidentLifecycle.standard()
                    .edit()
                    .remove(IncidentLifecycle.NEW, action)
                    .move(IncidentLifecycle.NEW, action, to)
                    .requires(requires)
                    .build();
        }

        @Test
        void aRequiredFieldMayBeGivenBefore() {
            tailor(where(TicketAction.START, IncidentLifecycle.IN_PROGRESS, "category"));
            assertThat(company.refused(id, new TicketCommand.Start<>()).violations())
                    .extracting(Violation::code, v -> v.arguments().get("field"))
                    .containsExactly(org.assertj.core.api.Assertions.tuple("field.required", "category"));

            company.does(id, new TicketCommand.Categorise<>(Category.of("mail"), Company.MAIL));
            company.does(id, new TicketCommand.Start<>());
        }

        @Test
        void aRequiredFieldMayComeWithTheCommand() {
            tailor(where(TicketAction.ASSIGN, IncidentLifecycle.NEW, "assignee"));

            assertThat(company.refused(id, new TicketCommand.Assign<>(OPERATIONS))
                            .code())
                    .isEqualTo("field.required");
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, DORA));
        }

        @Test
        void whatACommandGivesByItselfNeedNotBeThereBefore() {
            tailor(where(IncidentLifecycle.RESOLVE, IncidentLifecycle.RESOLVED, "resolution-code"));
            company.does(id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"));

            RecordId other = company.log().id();
            tailor(where(TicketAction.HOLD, IncidentLifecycle.ON_HOLD, "hold-reason"));
            company.does(other, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        }

        @Test
        void aRequiredFieldMustNotBeTakenAwayByTheCommandItself() {
            tailor(where(TicketAction.ASSIGN, IncidentLifecycle.NEW, "assignee"));
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, DORA));
            assertThat(company.refused(id, new TicketCommand.Assign<>(OPERATIONS))
                            .code())
                    .isEqualTo("field.required");

            tailor(where(TicketAction.CATEGORISE, IncidentLifecycle.NEW, "category"));
            company.does(id, new TicketCommand.Categorise<>(Category.of("mail"), Company.MAIL));
            assertThat(company.refused(id, new TicketCommand.Categorise<>(Optional.empty(), Optional.empty()))
                            .code())
                    .isEqualTo("field.required");

            tailor(where(TicketAction.SET_FIELDS, IncidentLifecycle.NEW, "vendor"));
            company.does(id, new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.text("initech"))));
            assertThat(company.refused(id, new TicketCommand.SetFields<>(Map.of(), Set.of("vendor")))
                            .code())
                    .isEqualTo("field.required");
            assertThat(company.refused(id, new TicketCommand.SetFields<>(Map.of("vendor", FieldValue.list(List.of()))))
                            .code())
                    .isEqualTo("field.required");
        }

        @Test
        void aFieldThatMustChangeMustChange() {
            tailor(IncidentLifecycle.standard()
                    .edit()
                    .remove(IncidentLifecycle.NEW, TicketAction.ASSIGN)
                    .move(IncidentLifecycle.NEW, TicketAction.ASSIGN, IncidentLifecycle.NEW)
                    .changes("assignee")
                    .build());
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, DORA));

            assertThat(company.refused(id, new TicketCommand.Assign<>(Optional.empty(), Optional.of(DORA)))
                            .violations())
                    .extracting(Violation::code)
                    .containsExactly("field.must-change");
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, Company.CARLA));
        }

        @Test
        void anOfferSaysWhatIsNeeded() {
            tailor(where(TicketAction.START, IncidentLifecycle.IN_PROGRESS, "category"));

            assertThat(offer(TicketAction.START).needs()).containsExactly("category");
            assertThat(offer(IncidentLifecycle.RESOLVE).needs()).containsExactlyInAnyOrder("code", "text");
            company.does(id, new TicketCommand.Categorise<>(Category.of("mail"), Company.MAIL));
            assertThat(offer(TicketAction.START).needs()).isEmpty();
        }

        private Offer offer(Action action) {
            return company.itsm.incidents().availableActions(caller(DORA), id).stream()
                    .filter(o -> o.action().equals(action))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void aRowMayAskForAnotherPermission() {
            Company withRoles = Company.withRoles();
            RecordId incident = withRoles.log().id();
            done(withRoles.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putLifecycles(
                                    "incident",
                                    IncidentLifecycle.standard()
                                            .edit()
                                            .remove(IncidentLifecycle.NEW, TicketAction.START)
                                            .move(
                                                    IncidentLifecycle.NEW,
                                                    TicketAction.START,
                                                    IncidentLifecycle.IN_PROGRESS)
                                            .permission("begin")
                                            .build()
                                            .toData())
                            .build()));

            assertThat(withRoles
                            .refused(BEN, incident, new TicketCommand.Start<>())
                            .violations()
                            .get(0)
                            .arguments())
                    .containsEntry("permission", "incident:begin");
            withRoles.does(DORA, incident, new TicketCommand.Start<>());
        }
    }

    /** When things happened in the world. */
    @Nested
    class Moments {

        private final Company company = Company.open();
        private final RecordId id = company.log().id();

        @Test
        void whatHappenedEarlierIsRecordedNow() {
            Instant logged = company.clock.instant();
            Instant repaired = company.clock.advance(Duration.ofMinutes(10));
            Instant told = company.clock.advance(Duration.ofMinutes(50));

            Stored<Incident> resolved = done(company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            id,
                            new IncidentCommand.Resolve(Resolution.Code.FIXED, "done"),
                            Options.none().occurredAt(repaired)));

            assertThat(resolved.recordedAt()).isEqualTo(told);
            assertThat(resolved.record().ticket().resolvedAt()).contains(repaired);
            JournalEntry entry = company.journal(id).get(1);
            assertThat(entry.occurredAt()).isEqualTo(repaired);
            assertThat(entry.recordedAt()).isEqualTo(told);
            assertThat(company.itsm.incidents().asOf(caller(BEN), id, told.minusNanos(1_000)))
                    .map(incident -> incident.ticket().status())
                    .contains(IncidentLifecycle.NEW);
            assertThat(company.itsm.incidents().asOf(caller(BEN), id, told))
                    .map(incident -> incident.ticket().status())
                    .contains(IncidentLifecycle.RESOLVED);
            assertThat(company.itsm.incidents().asOf(caller(BEN), id, logged.minusNanos(1_000)))
                    .isEmpty();
        }

        @Test
        void nothingHappensInTheFuture() {
            Rejection rejection = company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            id,
                            new TicketCommand.Start<>(),
                            Options.none().occurredAt(company.clock.instant().plusNanos(1_000)))
                    .getLeft();
            assertThat(rejection.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(rejection.code()).isEqualTo("moment.in-future");

            Rejection ofLog = company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            IncidentCommand.log().title("Mail").build(),
                            Options.none().occurredAt(company.clock.instant().plusNanos(1_000)))
                    .getLeft();
            assertThat(ofLog.code()).isEqualTo("moment.in-future");
        }

        @Test
        void nothingHappensBeforeWhatHappenedAlready() {
            Rejection rejection = company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            id,
                            new TicketCommand.Start<>(),
                            Options.none().occurredAt(company.clock.instant().minusNanos(1_000)))
                    .getLeft();
            assertThat(rejection.code()).isEqualTo("rule:time-goes-forward");
        }

        @Test
        void aClockThatGoesBackDoesNotTurnTimeBack() {
            Instant before = company.clock.instant();
            company.clock.set(before.minus(Duration.ofHours(1)));

            Stored<Incident> started = company.does(id, new TicketCommand.Start<>());

            assertThat(started.recordedAt()).isEqualTo(before);
            assertThat(company.journal(id)).extracting(JournalEntry::recordedAt).containsExactly(before, before);
        }
    }

    /** Who may do what, and who is told that they may not. */
    @Nested
    class Authorisation {

        @Test
        void anAuthorizerThatThrowsDeniesAndHidesEverything() {
            Company company = Company.with(builder -> builder.authorizer(new Authorizer() {
                @Override
                public Decision decide(Caller caller, Permission permission, Subject subject) {
                    if (caller.person().equals(DORA)) {
                        return Decision.allow("she leads");
                    }
                    throw new IllegalStateException("the directory service is down");
                }

                @Override
                public Condition visible(Caller caller, String kind) {
                    if (caller.person().equals(EMIL)) {
                        throw new IllegalStateException("the directory service is down");
                    }
                    return Condition.all();
                }
            }));
            RecordId id = company.log(DORA, "Mail is down").id();

            assertThat(company.refused(BEN, id, new TicketCommand.Start<>()).reason())
                    .isEqualTo(Reason.DENIED);
            assertThat(company.audited).singleElement().satisfies(verdict -> {
                assertThat(verdict.code()).isEqualTo("caller.denied");
                assertThat(verdict.record()).contains(Company.incident(id));
                assertThat(verdict.reason()).contains("IllegalStateException");
                assertThat(verdict.at()).isEqualTo(company.clock.instant());
            });
            assertThat(company.refused(EMIL, id, new TicketCommand.Start<>()).reason())
                    .isEqualTo(Reason.NOT_FOUND);
            assertThat(company.itsm.incidents().find(caller(EMIL), id)).isEmpty();
            assertThat(company.itsm.incidents().count(caller(EMIL), Condition.all()))
                    .isZero();
        }

        @Test
        void whatIsNotVisibleDoesNotExistByAnyDoor() {
            Company company = Company.withRoles();
            RecordId annas = company.log(ANNA, "Mail is down").id();
            RecordId hannas = company.log(HANNA, "Printer is out of ink").id();
            Caller hanna = caller(HANNA);
            var incidents = company.itsm.incidents();
            var title = Incidents.FIELDS.title;

            assertThat(incidents.find(hanna, annas)).isEmpty();
            assertThat(incidents.find(hanna, hannas)).isPresent();
            assertThat(incidents.query(hanna, Query.where(Condition.all())).items())
                    .extracting(Stored::id)
                    .containsExactly(hannas);
            assertThat(incidents
                            .query(hanna, Query.where(title.is("Mail is down")))
                            .items())
                    .isEmpty();
            assertThat(incidents.count(hanna, Condition.all())).isEqualTo(1);
            assertThat(incidents.count(hanna, Condition.not(title.is("Printer is out of ink"))))
                    .isZero();
            assertThat(incidents.count(hanna, Condition.or(Condition.all(), title.is("x"))))
                    .isEqualTo(1);
            assertThat(incidents.countBy(hanna, Condition.all(), title))
                    .isEqualTo(Map.of(FieldValue.text("Printer is out of ink"), 1L));
            assertThat(incidents.history(hanna, annas)).isEmpty();
            assertThat(incidents.history(hanna, hannas)).hasSize(1);
            assertThat(incidents.asOf(hanna, annas, company.clock.instant())).isEmpty();
            assertThat(incidents.availableActions(hanna, annas)).isEmpty();
            assertThat(incidents
                            .submit(hanna, annas, TicketCommand.Comment.toAll("hello"))
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.NOT_FOUND);
            assertThat(incidents
                            .preview(hanna, annas, TicketCommand.Comment.toAll("hello"))
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.NOT_FOUND);
            assertThat(incidents.count(caller(GUS), Condition.all())).isZero();
            assertThat(incidents
                            .query(caller(GUS), Query.where(Condition.all()))
                            .items())
                    .isEmpty();
            assertThat(incidents.find(caller(GUS), annas)).isEmpty();
            assertThat(incidents.history(caller(GUS), annas)).isEmpty();
            assertThat(incidents.availableActions(caller(GUS), annas)).isEmpty();
        }

        @Test
        void aLinkToWhatIsNotVisibleLeadsNowhere() {
            Company company = Company.with(builder -> builder.authorizer(Authorizers.byRole()
                    .mayOnOwn("requester", "*", "*")
                    .may("lead", "*", "*")
                    .build()));
            RecordId annas = company.log(ANNA, "Mail is down").id();
            RecordId hannas = company.log(HANNA, "No mail").id();

            Rejection rejection = company.refused(
                    HANNA, hannas, new TicketCommand.LinkTo<>(LinkType.PARENT, Company.incident(annas)));
            assertThat(rejection.code()).isEqualTo("rule:link-target-exists");
            assertThat(rejection.violations()).hasSize(1);
        }

        @Test
        void internalWordsStayInternal() {
            Company company = Company.withRoles();
            RecordId id = company.log().id();
            company.does(BEN, id, TicketCommand.Comment.internal("she always says that"));
            company.does(BEN, id, TicketCommand.Comment.toAll("we are on it"));

            assertThat(company.itsm.incidents().history(caller(ANNA), id))
                    .extracting(JournalEntry::sequence)
                    .containsExactly(1L, 3L);
            assertThat(company.itsm.incidents().history(caller(BEN), id)).hasSize(3);
            assertThat(company.itsm.incidents().history(caller(EMIL), id)).hasSize(3);
        }

        @Test
        void anAuditSinkThatThrowsIsHarmless() {
            AuditSink broken = verdict -> {
                throw new IllegalStateException("disk full");
            };
            Company company = Company.with(builder -> builder.auditSink(broken).authorizer(Company.roles()));
            RecordId id = company.log().id();

            assertThat(company.refused(ANNA, id, new TicketCommand.Start<>()).reason())
                    .isEqualTo(Reason.DENIED);
        }

        @Test
        void toLookIsNoAttempt() {
            Company company = Company.withRoles();
            RecordId id = company.log().id();

            assertThat(company.itsm.incidents().availableActions(caller(ANNA), id))
                    .anyMatch(offer -> offer.refusal()
                            .map(r -> r.reason() == Reason.DENIED)
                            .orElse(false));
            assertThat(company.audited).isEmpty();
        }

        @Test
        void theSystemActsForItsCause() {
            Company company = Company.with(builder -> builder.authorizer(
                    Authorizers.byRole().may("requester", "*", "*").build()));
            RecordId id = company.log().id();
            Caller timer = Caller.system(ACME, Cause.of("timer:reminder"));

            done(company.itsm.incidents().submit(timer, id, TicketCommand.Comment.toAll("still there?")));

            JournalEntry entry = company.journal(id).get(1);
            assertThat(entry.by()).isEqualTo(Caller.SYSTEM);
            assertThat(entry.cause()).isEqualTo(Cause.of("timer:reminder"));
            assertThat(company.itsm.incidents().find(timer, id)).isPresent();
            assertThat(company.itsm.incidents().history(timer, id)).hasSize(2);
        }

        @Test
        void aDirectoryThatCannotAnswerLetsNothingHappen() {
            Company company = Company.with(builder -> builder.directory(new BrokenDirectory()));

            assertThatIllegalStateException()
                    .isThrownBy(() -> company.itsm
                            .incidents()
                            .submit(
                                    caller(ANNA),
                                    IncidentCommand.log().title("Mail").build()))
                    .withMessage("the directory service is down");
            assertThat(company.trace().feed()).isZero();
        }
    }

    /** Commands that keep to no rule, as a programmer might write them. */
    @Nested
    class BadCommands {

        private final Company company = Company.open();
        private final RecordId id = company.log().id();

        /** Says that it starts work, and does as its author likes. */
        private record Rogue(Decision decision) implements Command<Incident> {

            interface Decision {
                Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context);
            }

            @Override
            public Action action() {
                return TicketAction.START;
            }

            @Override
            public Either<Rejection, List<Event<Incident>>> decide(Incident incident, Context context) {
                return decision.decide(incident, context);
            }
        }

        private void assertStopped(Rogue rogue) {
            Company.Trace before = company.trace();
            assertThatIllegalStateException()
                    .isThrownBy(() -> company.itsm.incidents().submit(caller(DORA), id, rogue));
            assertThat(company.trace()).isEqualTo(before);
        }

        @Test
        void aFactThatWasNotAskedForCannotBeHad() {
            assertStopped(new Rogue((incident, context) -> {
                context.facts().exists(Company.incident(id));
                return Either.right(List.of());
            }));
            assertStopped(new Rogue((incident, context) -> {
                context.facts().person(DORA);
                return Either.right(List.of());
            }));
            assertStopped(new Rogue((incident, context) -> {
                context.facts().managerOf(DORA);
                return Either.right(List.of());
            }));
            assertStopped(new Rogue((incident, context) -> {
                context.facts().group(OPERATIONS);
                return Either.right(List.of());
            }));
            assertStopped(new Rogue((incident, context) -> {
                context.facts().isMember(DORA, OPERATIONS);
                return Either.right(List.of());
            }));
            assertStopped(new Rogue((incident, context) -> {
                context.facts().ancestry(new Needs.Ancestry("parent", Company.incident(id)));
                return Either.right(List.of());
            }));
        }

        @Test
        void onlyARecordThatBeginsDrawsANumber() {
            assertStopped(new Rogue(
                    (incident, context) -> Either.right(context.number().get().isEmpty() ? List.of() : List.of())));
        }

        @Test
        void aCommandCannotLeadElsewhereThanItsRow() {
            assertStopped(new Rogue((incident, context) -> Either.right(
                    List.of(new TicketEvent.Moved<>(TicketAction.START, IncidentLifecycle.CLOSED, Optional.empty())))));
            assertStopped(new Rogue((incident, context) ->
                    Either.right(List.of(new TicketEvent.Categorised<>(Optional.empty(), Optional.empty())))));
        }

        @Test
        void aRecordBeginsOnce() {
            assertStopped(new Rogue((incident, context) -> Either.right(
                    List.of((Event<Incident>) company.journal(id).get(0).event()))));
        }

        @Test
        void aRecordBeginsWithAFirstEvent() {
            Creation<Incident> rogue = new Creation<>() {
                @Override
                public Action action() {
                    return IncidentLifecycle.LOG;
                }

                @Override
                public Either<Rejection, List<Event<Incident>>> decide(Context context) {
                    return Either.right(List.of(new TicketEvent.Described<>("a", "b")));
                }
            };
            assertThatIllegalStateException()
                    .isThrownBy(() -> company.itsm.incidents().submit(caller(DORA), rogue));
            assertThat(company.itsm.incidents().count(caller(DORA), Condition.all()))
                    .isEqualTo(1);
        }

        @Test
        void aCreationExpectsNoVersion() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> company.itsm
                            .incidents()
                            .submit(
                                    caller(DORA),
                                    IncidentCommand.log().title("Mail").build(),
                                    Options.expecting(1)));
        }
    }

    /** Statuses that the tenant has changed under live records. */
    @Test
    void aRecordWhoseStatusWasGivenAnotherPhaseCanStillBeTalkedAbout() {
        Company company = Company.open();
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER));
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putLifecycles(
                                "incident",
                                IncidentLifecycle.standard()
                                        .edit()
                                        .status("on-hold", Phase.ACTIVE)
                                        .build()
                                        .toData())
                        .build()));

        company.does(id, TicketCommand.Comment.toAll("the supplier called"));
        company.does(id, new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));
        assertThat(company.does(id, new TicketCommand.Resume<>())
                        .record()
                        .ticket()
                        .status())
                .isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }
}
