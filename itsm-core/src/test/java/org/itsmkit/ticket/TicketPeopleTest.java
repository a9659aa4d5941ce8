package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection.Reason;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Violation;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.StandardFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The people around a ticket: who takes it and gives it back, who watches, who asked, which suppliers help, and how it is tagged. */
class TicketPeopleTest {

    private static final OrganisationId INITECH = OrganisationId.of("Initech");
    private static final OrganisationId HOOLI = OrganisationId.of("Hooli");

    private Company company = Company.open();
    private RecordId id = company.log().id();

    @AfterEach
    void theJournalTellsTheSame() {
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private Ticket ticket() {
        return company.now(id).record().ticket();
    }

    private String refusal(PersonId by, Command<Incident> command) {
        return company.refused(by, id, command).code();
    }

    private List<String> told() {
        company.told.clear();
        company.work();
        return company.told.stream()
                .map(notice -> notice.code() + " "
                        + notice.person().map(PersonId::value).orElse("")
                        + notice.group().map(Object::toString).orElse(""))
                .toList();
    }

    private Set<RecordId> found(Condition condition) {
        return company.itsm.incidents().query(caller(DORA), Query.where(condition)).items().stream()
                .map(stored -> stored.id())
                .collect(Collectors.toSet());
    }

    private void resolve() {
        company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "x"));
        company.aMinuteLater();
    }

    /** Who watches, and what they hear. */
    @Nested
    class Watching {

        @Test
        void whoWatchesHearsWhatTheyAreMeantTo() {
            company.does(HANNA, id, new TicketPeopleCommand.Watch<>(HANNA));
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            assertThat(told()).as("to watch is no news").isEmpty();
            company.aMinuteLater();

            company.does(BEN, id, TicketCommand.Comment.toAll("we are on it"));
            assertThat(told()).containsExactlyInAnyOrder("commented anna", "commented emil", "commented hanna");
            company.does(BEN, id, TicketCommand.Comment.internal("between us"));
            company.does(BEN, id, new TicketCommand.Describe<>("Mail", "is down"));
            company.does(BEN, id, new TicketCommand.Start<>());
            company.does(BEN, id, new TicketCommand.PutOnHold<>("awaiting-requester", Optional.empty()));
            company.does(BEN, id, new TicketCommand.Resume<>());
            assertThat(told()).as("what is internal, and what goes its way").isEmpty();
            company.aMinuteLater();

            resolve();
            assertThat(told()).containsExactlyInAnyOrder("resolved anna", "resolved emil", "resolved hanna");
            company.does(ANNA, id, new IncidentCommand.Reopen("still down"));
            company.aMinuteLater();
            assertThat(told()).containsExactlyInAnyOrder("reopened emil", "reopened hanna");
            resolve();
            told();
            company.does(BEN, id, new TicketCommand.Close<>());
            assertThat(told()).containsExactlyInAnyOrder("closed emil", "closed hanna");
        }

        @Test
        void allInOneInstantIsToldToo() {
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "x"));
            company.does(ANNA, id, new IncidentCommand.Reopen("still down"));
            company.does(BEN, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "x"));
            company.does(BEN, id, new TicketCommand.Close<>());
            assertThat(told().stream().filter(told -> told.endsWith("emil")))
                    .containsExactlyInAnyOrder("resolved emil", "reopened emil", "resolved emil", "closed emil");
        }

        @Test
        void whatIsHeldInTheInstantOfItsReopeningIsReopenedOnce() {
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            resolve();
            company.aMinuteLater();
            company.does(ANNA, id, new IncidentCommand.Reopen("still down"));
            company.does(BEN, id, new TicketCommand.PutOnHold<>("awaiting-requester", Optional.empty()));
            assertThat(told().stream().filter(told -> told.endsWith("emil")))
                    .containsExactly("resolved emil", "reopened emil");
        }

        @Test
        void whoGivesItUpTellsThoseWhoWatch() {
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            company.does(BEN, id, new TicketCommand.Cancel<>("no incident"));
            assertThat(told()).containsExactly("cancelled emil");
        }

        @Test
        void nobodyHearsItTwiceNorOfThemselves() {
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(ANNA));
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(BEN));
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(DORA));
            company.does(BEN, id, new TicketCommand.Assign<>(OPERATIONS, DORA));
            told();
            company.does(BEN, id, TicketCommand.Comment.toAll("we are on it"));
            assertThat(told()).containsExactlyInAnyOrder("commented anna", "commented dora");
            resolve();
            told();
            company.does(ANNA, id, new IncidentCommand.Reopen("still down"));
            assertThat(told()).containsExactlyInAnyOrder("reopened dora", "reopened ben");
        }

        @Test
        void whoStoppedWatchingHearsNothing() {
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            company.does(EMIL, id, new TicketPeopleCommand.Unwatch<>(EMIL));
            company.does(ANNA, id, TicketCommand.Comment.toAll("hello?"));
            assertThat(told()).isEmpty();
            assertThat(ticket().watchers()).isEmpty();
        }

        @Test
        void theSameAgainIsNothing() {
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            long version = company.now(id).version();
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            company.does(BEN, id, new TicketPeopleCommand.Unwatch<>(HANNA));
            assertThat(company.now(id).version()).isEqualTo(version);
        }

        @Test
        void onlyWhoIsKnownWatches() {
            assertThat(refusal(BEN, new TicketPeopleCommand.Watch<>(GUS))).isEqualTo("rule:watcher-is-known");
        }

        @Test
        void ticketsAreFoundByWhoWatchesThem() {
            RecordId other = company.log(HANNA, "Printer is on fire").id();
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            company.does(BEN, other, new TicketPeopleCommand.Watch<>(EMIL));
            company.does(BEN, other, new TicketPeopleCommand.Watch<>(CARLA));
            assertThat(found(Incidents.FIELDS.watcher.is(EMIL))).containsExactlyInAnyOrder(id, other);
            assertThat(found(Incidents.FIELDS.watcher.is(CARLA))).containsExactly(other);
            company.does(BEN, other, new TicketPeopleCommand.Unwatch<>(EMIL));
            assertThat(found(Incidents.FIELDS.watcher.is(EMIL))).containsExactly(id);
            assertThat(found(Incidents.FIELDS.watcher.isEmpty())).isEmpty();
        }

        @Test
        void twoHundredWatchAndNoMore() {
            company = Company.with(builder -> builder.directory(Directories.trusting()));
            id = company.log().id();
            List<Command<Incident>> all = IntStream.range(0, 200)
                    .<Command<Incident>>mapToObj(i -> new TicketPeopleCommand.Watch<>(PersonId.of("person-" + i)))
                    .toList();
            done(company.itsm.incidents().submitAll(caller(BEN), id, all, Options.none()));
            assertThat(ticket().watchers()).hasSize(200);

            assertThat(company.refused(BEN, id, new TicketPeopleCommand.Watch<>(DORA))
                            .violations())
                    .singleElement()
                    .satisfies(violation -> {
                        assertThat(violation.code()).isEqualTo("watchers.too-many");
                        assertThat(violation.arguments()).containsEntry("most", "200");
                    });
            long version = company.now(id).version();
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(PersonId.of("person-0")));
            assertThat(company.now(id).version())
                    .as("who watches already is no more")
                    .isEqualTo(version);
            company.does(BEN, id, new TicketPeopleCommand.Unwatch<>(PersonId.of("person-0")));
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(DORA));
            company.does(BEN, id, TicketCommand.Comment.toAll("hello all"));
            assertThat(told()).hasSize(201).doesNotHaveDuplicates();
        }

        @Test
        void whoeverWatchesAChangeHearsOfIt() {
            RecordId change = company.draft().id();
            company.changes(BEN, change, new TicketPeopleCommand.Watch<>(EMIL));
            company.aMinuteLater();
            company.changes(DORA, change, new ChangeCommand.Authorise("go"));
            company.aMinuteLater();
            company.changes(BEN, change, new ChangeCommand.Implement("as planned"));
            company.aMinuteLater();
            company.changes(BEN, change, new TicketCommand.Close<>());
            assertThat(told()).containsExactly("authorised ben", "authorised emil", "implemented emil", "closed emil");
        }

        @Test
        void aTailoredWayBackIsToldAsReopening() {
            Action again = Action.of("look-again");
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .putLifecycles(
                                    "incident",
                                    Incidents.DEFINITION
                                            .lifecycle()
                                            .edit()
                                            .move("resolved", again.value(), "in-progress")
                                            .build()
                                            .toData())
                            .build()));
            company.does(BEN, id, new TicketPeopleCommand.Watch<>(EMIL));
            company.aMinuteLater();
            resolve();
            told();
            company.does(BEN, id, new TicketCommand.Move<>(again));
            assertThat(told()).containsExactly("reopened emil");
        }
    }

    /** Who takes it. */
    @Nested
    class Accepting {

        @Test
        void whoIsInTheGroupTakesIt() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS));
            company.aMinuteLater();
            company.does(CARLA, id, new TicketPeopleCommand.Accept<>(CARLA));
            assertThat(ticket().assignee()).contains(CARLA);
            assertThat(ticket().group()).contains(OPERATIONS);
            assertThat(ticket().acceptedAt()).contains(company.clock.instant());
            assertThat(ticket().reassignments()).as("from nobody to Carla").isZero();
            assertThat(company.events(id)).endsWith("assigned", "assignment-accepted");
        }

        @Test
        void whoWasGivenItSaysThatTheyTakeIt() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(ticket().acceptedAt()).isEmpty();
            company.aMinuteLater();
            company.does(CARLA, id, new TicketPeopleCommand.Accept<>(CARLA));
            assertThat(ticket().acceptedAt()).contains(company.clock.instant());
            long version = company.now(id).version();
            company.does(CARLA, id, new TicketPeopleCommand.Accept<>(CARLA));
            assertThat(company.now(id).version()).as("the same again").isEqualTo(version);
        }

        @Test
        void whoIsGivenItNextHasNotAcceptedIt() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            company.does(CARLA, id, new TicketPeopleCommand.Accept<>(CARLA));
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, DORA));
            assertThat(ticket().acceptedAt()).isEmpty();
        }

        @Test
        void nobodyTakesWhatIsNotTheirs() {
            assertThat(refusal(BEN, new TicketPeopleCommand.Accept<>(BEN)))
                    .as("given to nobody")
                    .isEqualTo("rule:accepts-what-was-given");
            company.does(id, new TicketCommand.Assign<>(OPERATIONS));
            assertThat(refusal(BEN, new TicketPeopleCommand.Accept<>(BEN)))
                    .as("of another group")
                    .isEqualTo("rule:accepts-what-was-given");
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(refusal(DORA, new TicketPeopleCommand.Accept<>(DORA)))
                    .as("of the group, but a colleague has it")
                    .isEqualTo("rule:accepts-what-was-given");
        }

        @Test
        void nobodyTakesItInAnothersName() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS));
            assertThat(company.refused(DORA, id, new TicketPeopleCommand.Accept<>(CARLA))
                            .violations())
                    .extracting(Violation::code)
                    .containsExactly("rule:accepts-for-oneself");
            assertThat(company.refused(BEN, id, new TicketPeopleCommand.Accept<>(GUS))
                            .violations())
                    .extracting(Violation::code)
                    .containsExactly("rule:accepts-what-was-given", "rule:accepts-for-oneself");
        }

        @Test
        void whoActsForSomebodyTakesItForThem() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS));
            done(company.itsm
                    .incidents()
                    .submit(caller(BEN).actingFor(CARLA), id, new TicketPeopleCommand.Accept<>(CARLA)));
            assertThat(ticket().assignee()).contains(CARLA);
            var entry = company.journal(id).get(company.journal(id).size() - 1);
            assertThat(entry.by()).isEqualTo(BEN);
            assertThat(entry.onBehalfOf()).contains(CARLA);
        }

        @Test
        void itIsOfferedToThoseWhoMayTakeIt() {
            assertThat(offer(BEN, TicketAction.ACCEPT).isAllowed()).isFalse();
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(offer(CARLA, TicketAction.ACCEPT).isAllowed()).isTrue();
            assertThat(offer(DORA, TicketAction.ACCEPT).refusal().orElseThrow().code())
                    .isEqualTo("rule:accepts-what-was-given");
            assertThat(offer(CARLA, TicketAction.HAND_BACK).needs()).contains("reason");
            assertThat(offer(DORA, TicketAction.HAND_BACK).isAllowed()).isFalse();
        }

        private Offer offer(PersonId person, Action action) {
            return company.itsm.incidents().availableActions(caller(person), id).stream()
                    .filter(offer -> offer.action().equals(action))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Who gives it back. */
    @Nested
    class HandingBack {

        @Test
        void theGroupHasItAgainAndHearsOfIt() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            company.does(CARLA, id, new TicketPeopleCommand.Accept<>(CARLA));
            told();
            company.does(CARLA, id, new TicketPeopleCommand.HandBack<>("on leave from tomorrow"));
            assertThat(ticket().assignee()).isEmpty();
            assertThat(ticket().group()).contains(OPERATIONS);
            assertThat(ticket().acceptedAt()).isEmpty();
            assertThat(told()).containsExactly("handed-back operations");
            assertThat(company.journal(id).get(company.journal(id).size() - 1).event())
                    .isEqualTo(new TicketPeopleEvent.HandedBack<Incident>(CARLA, "on leave from tomorrow"));
            company.does(DORA, id, new TicketPeopleCommand.Accept<>(DORA));
            assertThat(ticket().assignee()).contains(DORA);
        }

        @Test
        void onlyWhoHasItGivesItBack() {
            assertThat(refusal(CARLA, new TicketPeopleCommand.HandBack<>("x")))
                    .as("nobody has it")
                    .isEqualTo("rule:hands-back-what-they-have");
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(refusal(DORA, new TicketPeopleCommand.HandBack<>("x")))
                    .as("Carla has it")
                    .isEqualTo("rule:hands-back-what-they-have");
        }

        @Test
        void withAReasonOfSomeLength() {
            company.does(id, new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(refusal(CARLA, new TicketPeopleCommand.HandBack<>("\u200b ")))
                    .isEqualTo("text.missing");
            assertThat(refusal(CARLA, new TicketPeopleCommand.HandBack<>("nul \0")))
                    .isEqualTo("text.not-storable");
            assertThat(refusal(CARLA, new TicketPeopleCommand.HandBack<>("\ud83d\ude00".repeat(4_001))))
                    .isEqualTo("text.too-long");
            company.does(CARLA, id, new TicketPeopleCommand.HandBack<>("\ud83d\ude00".repeat(4_000)));
        }

        @Test
        void whatNoGroupHasGoesBackToNobody() {
            company.does(id, new TicketCommand.Assign<>(Optional.empty(), Optional.of(BEN)));
            company.does(BEN, id, new TicketPeopleCommand.HandBack<>("not mine"));
            assertThat(ticket().assignee()).isEmpty();
            assertThat(ticket().group()).isEmpty();
        }
    }

    /** From group to group. */
    @Nested
    class Hops {

        private void assign(TicketCommand.Assign<Incident> assign) {
            company.aMinuteLater();
            company.does(id, assign);
        }

        @Test
        void areCountedApartFromReassignments() {
            assertThat(ticket().groupHops()).isZero();
            assign(new TicketCommand.Assign<>(SERVICE_DESK));
            assertThat(ticket().groupHops()).as("the first").isZero();
            assign(new TicketCommand.Assign<>(SERVICE_DESK, BEN));
            assign(new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assertThat(ticket().groupHops()).isEqualTo(1);
            assign(new TicketCommand.Assign<>(OPERATIONS, DORA));
            assertThat(ticket().reassignments()).isEqualTo(2);
            assertThat(ticket().groupHops()).as("within the group").isEqualTo(1);
            company.aMinuteLater();
            company.does(id, new TicketCommand.EscalateTo<>(SERVICE_DESK, "not ours"));
            assertThat(ticket().groupHops()).as("an escalation is one too").isEqualTo(2);
        }

        @Test
        void byWayOfNobodyCountIfTheyEndElsewhere() {
            assign(new TicketCommand.Assign<>(SERVICE_DESK));
            assign(new TicketCommand.Assign<>(Optional.empty(), Optional.empty()));
            assign(new TicketCommand.Assign<>(SERVICE_DESK));
            assertThat(ticket().groupHops()).as("back to where it was").isZero();
            assign(new TicketCommand.Assign<>(Optional.empty(), Optional.of(DORA)));
            assign(new TicketCommand.Assign<>(OPERATIONS));
            assertThat(ticket().groupHops()).isEqualTo(1);
        }

        @Test
        void whatIsPutRightAtOnceIsNone() {
            assign(new TicketCommand.Assign<>(SERVICE_DESK));
            assign(new TicketCommand.Assign<>(OPERATIONS));
            company.does(id, new TicketCommand.Assign<>(SERVICE_DESK));
            assertThat(ticket().groupHops()).isZero();
            assertThat(ticket().reassignments()).isEqualTo(2);
        }

        @Test
        void aHostLimitsThem() {
            company = Company.with(builder -> builder.incidents(
                    definition -> definition.policy(policy -> policy.with(TicketPolicy.hopsWithinLimit(1)))));
            id = company.log().id();
            assign(new TicketCommand.Assign<>(SERVICE_DESK));
            assign(new TicketCommand.Assign<>(OPERATIONS));
            assertThat(refusal(DORA, new TicketCommand.Assign<>(SERVICE_DESK))).isEqualTo("rule:hops-within-limit");
            assertThat(refusal(DORA, new TicketCommand.EscalateTo<>(SERVICE_DESK, "x")))
                    .isEqualTo("rule:hops-within-limit");
            assign(new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assign(new TicketCommand.Assign<>(Optional.empty(), Optional.empty()));
            assertThat(refusal(DORA, new TicketCommand.Assign<>(SERVICE_DESK)))
                    .as("by way of nobody")
                    .isEqualTo("rule:hops-within-limit");
            assign(new TicketCommand.Assign<>(OPERATIONS, CARLA));
            company.does(id, new TicketCommand.EscalateUp<>("as nobody else may have it"));
        }

        @Test
        void aHostLimitsThemBetweenTiersToo() {
            company = Company.with(builder -> builder.incidents(
                    definition -> definition.policy(policy -> policy.with(TicketPolicy.hopsWithinLimit(1)))));
            done(company.itsm.tailor(
                    caller(DORA),
                    Tailoring.builder()
                            .addTiers(SupportTier.of(1, SERVICE_DESK), SupportTier.of(2, OPERATIONS))
                            .build()));
            id = company.log().id();
            assign(new TicketCommand.Assign<>(SERVICE_DESK));
            company.aMinuteLater();
            company.does(id, new TierCommand.EscalateToNextTier<>("beyond me"));
            assertThat(refusal(DORA, new TierCommand.HandDown<>("you can do that")))
                    .isEqualTo("rule:hops-within-limit");
            assign(new TicketCommand.Assign<>(OPERATIONS, CARLA));
            assign(new TicketCommand.Assign<>(Optional.empty(), Optional.empty()));
            assertThat(refusal(DORA, new TierCommand.EscalateToNextTier<>("by way of nobody")))
                    .isEqualTo("rule:hops-within-limit");
        }
    }

    /** Who asked, who opened it, and for whom. */
    @Nested
    class ForAnother {

        @Test
        void theJournalTellsWhoOpenedItAndWhoAsked() {
            RecordId forHanna = done(company.itsm
                            .incidents()
                            .submit(
                                    caller(BEN).actingFor(HANNA),
                                    IncidentCommand.log().title("x").build()))
                    .id();
            RecordId named = done(company.itsm
                            .incidents()
                            .submit(
                                    caller(BEN),
                                    IncidentCommand.log()
                                            .title("x")
                                            .requester(ANNA)
                                            .build()))
                    .id();
            assertOpened(forHanna, HANNA, Optional.of(HANNA));
            assertOpened(named, ANNA, Optional.empty());
            assertThat(found(Incidents.FIELDS.openedBy.is(BEN))).containsExactlyInAnyOrder(forHanna, named);
        }

        private void assertOpened(RecordId opened, PersonId requester, Optional<PersonId> onBehalfOf) {
            Ticket ticket = company.now(opened).record().ticket();
            assertThat(ticket.openedBy()).isEqualTo(BEN);
            assertThat(ticket.requester()).isEqualTo(requester);
            assertThat(company.journal(opened)).singleElement().satisfies(entry -> {
                assertThat(entry.by()).isEqualTo(BEN);
                assertThat(entry.onBehalfOf()).isEqualTo(onBehalfOf);
            });
        }

        @Test
        void nobodyOpensForSomebodyWhoIsNotThere() {
            var outcome = company.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            IncidentCommand.log().title("x").requester(GUS).build());
            assertThat(outcome.getLeft().code()).isEqualTo("rule:requester-is-known");
            assertThat(company.itsm
                            .incidents()
                            .submit(
                                    caller(BEN).actingFor(GUS),
                                    IncidentCommand.log().title("x").build())
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.UNKNOWN_CALLER);
            assertThat(company.itsm
                            .changes()
                            .submit(
                                    caller(BEN),
                                    new ChangeCommand.Draft(
                                            TicketDraft.builder()
                                                    .title("x")
                                                    .requester(GUS)
                                                    .build(),
                                            ""))
                            .getLeft()
                            .code())
                    .isEqualTo("rule:requester-is-known");
        }

        @Test
        void theRequesterIsAnotherAndWhoOpenedItIsNot() {
            company.does(BEN, id, new TicketPeopleCommand.ChangeRequester<>(HANNA));
            assertThat(ticket().requester()).isEqualTo(HANNA);
            assertThat(ticket().openedBy()).isEqualTo(ANNA);
            assertThat(told()).containsExactly("requester-changed hanna");
            assertThat(company.events(id)).containsExactly("logged", "requester-changed");
            long version = company.now(id).version();
            company.does(BEN, id, new TicketPeopleCommand.ChangeRequester<>(HANNA));
            assertThat(company.now(id).version()).isEqualTo(version);
            assertThat(refusal(BEN, new TicketPeopleCommand.ChangeRequester<>(GUS)))
                    .isEqualTo("rule:requester-is-known");
            resolve();
            assertThat(refusal(ANNA, new IncidentCommand.Confirm())).isEqualTo("rule:the-requester-confirms");
            company.does(HANNA, id, new IncidentCommand.Confirm());
            company.does(BEN, id, new TicketCommand.Close<>());
            assertThat(company.refused(BEN, id, new TicketPeopleCommand.ChangeRequester<>(ANNA))
                            .reason())
                    .isEqualTo(Reason.NOT_POSSIBLE);
        }

        @Test
        void whoseAChangeIsStaysAsItWas() {
            RecordId change = company.draft().id();
            assertThat(company.refusedChange(DORA, change, new TicketPeopleCommand.ChangeRequester<>(HANNA))
                            .reason())
                    .isEqualTo(Reason.NOT_POSSIBLE);
        }

        @Test
        void theCustomerIsAnotherOrNone() {
            company.does(BEN, id, new TicketPeopleCommand.ChangeCustomer<>(OrganisationId.of("Globex")));
            assertThat(ticket().customer()).contains(OrganisationId.of("Globex"));
            assertThat(found(Incidents.FIELDS.customer.is(OrganisationId.of("Globex"))))
                    .containsExactly(id);
            long version = company.now(id).version();
            company.does(BEN, id, new TicketPeopleCommand.ChangeCustomer<>(OrganisationId.of("Globex")));
            assertThat(company.now(id).version()).isEqualTo(version);
            company.does(BEN, id, new TicketPeopleCommand.ChangeCustomer<>(Optional.empty()));
            assertThat(ticket().customer()).isEmpty();
            assertThat(company.events(id)).containsExactly("logged", "customer-changed", "customer-changed");
            resolve();
            company.does(BEN, id, new TicketCommand.Close<>());
            assertThat(company.refused(BEN, id, new TicketPeopleCommand.ChangeCustomer<>(HOOLI))
                            .reason())
                    .isEqualTo(Reason.NOT_POSSIBLE);
        }
    }

    /** Who may speak for whom, where roles say what people may. */
    @Nested
    class InAnothersName {

        private final Company strict = Company.withRoles();

        private boolean mayLog(Caller caller, Optional<PersonId> requester) {
            var command = IncidentCommand.log().title("x").requester(requester).build();
            boolean previewed = strict.itsm.incidents().preview(caller, command).isRight();
            var outcome = strict.itsm.incidents().submit(caller, command);
            assertThat(previewed).isEqualTo(outcome.isRight());
            if (outcome.isLeft()) {
                assertThat(outcome.getLeft().reason()).isEqualTo(Reason.DENIED);
                assertThat(outcome.getLeft().code()).isEqualTo("caller.denied");
            }
            return outcome.isRight();
        }

        @Test
        void whoLogsOnlyTheirOwnDoesNotLogForOthers() {
            assertThat(mayLog(caller(ANNA), Optional.empty())).isTrue();
            assertThat(mayLog(caller(ANNA), Optional.of(ANNA))).isTrue();
            assertThat(mayLog(caller(ANNA), Optional.of(HANNA))).isFalse();
            assertThat(mayLog(caller(ANNA), Optional.of(DORA))).isFalse();
            assertThat(mayLog(caller(ANNA), Optional.of(GUS)))
                    .as("nor does the refusal tell who is there")
                    .isFalse();
            assertThat(mayLog(caller(ANNA).actingFor(HANNA), Optional.empty())).isFalse();
            assertThat(mayLog(caller(ANNA).actingFor(HANNA), Optional.of(ANNA))).isFalse();
            assertThat(mayLog(caller(ANNA).actingFor(ANNA), Optional.empty())).isTrue();
            assertThat(strict.audited).hasSize(5);
        }

        @Test
        void agentsLogForWhomTheyLike() {
            assertThat(mayLog(caller(BEN), Optional.of(ANNA))).isTrue();
            assertThat(mayLog(caller(BEN).actingFor(HANNA), Optional.empty())).isTrue();
        }

        @Test
        void nobodyGivesTheirOwnToOthersUnlessTheyMay() {
            RecordId own = strict.log().id();
            assertThat(strict.refused(ANNA, own, new TicketPeopleCommand.ChangeRequester<>(HANNA))
                            .reason())
                    .isEqualTo(Reason.DENIED);
            strict.does(BEN, own, new TicketPeopleCommand.ChangeRequester<>(HANNA));
            assertThat(strict.itsm.incidents().find(caller(ANNA), own)).isEmpty();
            assertThat(strict.itsm.incidents().find(caller(HANNA), own)).isPresent();
        }

        @Test
        void aFieldThatIsCalledSoNamesNobody() {
            var command = IncidentCommand.log()
                    .title("x")
                    .requester(HANNA)
                    .putCustom("requester", FieldValue.text("anna"))
                    .build();
            assertThat(strict.itsm
                            .incidents()
                            .submit(caller(ANNA), command)
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.DENIED);
        }

        @Test
        void whoActsForSomebodyStillListsTheirOwn() {
            strict.log();
            assertThat(strict.itsm
                            .incidents()
                            .query(caller(ANNA).actingFor(HANNA), Query.where(Condition.all()))
                            .items())
                    .hasSize(1);
        }

        @Test
        void aHostsAuthorizerLearnsWhoIsNamed() {
            Company picky = Company.with(builder -> builder.authorizer(new Authorizer() {
                @Override
                public Decision decide(Caller caller, Permission permission, Subject subject) {
                    boolean forDora = subject.values(StandardFields.REQUESTER).contains(FieldValue.text("dora"));
                    return forDora && subject.id().isEmpty()
                            ? Decision.deny("nobody opens for Dora")
                            : Decision.allow("anybody else");
                }

                @Override
                public Condition visible(Caller caller, String kind) {
                    return Condition.all();
                }
            }));
            assertThat(picky.itsm
                            .incidents()
                            .submit(
                                    caller(BEN),
                                    IncidentCommand.log()
                                            .title("x")
                                            .requester(DORA)
                                            .build())
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.DENIED);
            assertThat(picky.itsm
                            .changes()
                            .submit(
                                    caller(BEN),
                                    new ChangeCommand.Draft(
                                            TicketDraft.builder()
                                                    .title("x")
                                                    .requester(DORA)
                                                    .build(),
                                            ""))
                            .getLeft()
                            .reason())
                    .isEqualTo(Reason.DENIED);
            done(picky.itsm
                    .incidents()
                    .submit(
                            caller(BEN),
                            IncidentCommand.log().title("x").requester(ANNA).build()));
        }
    }

    /** Which suppliers help. */
    @Nested
    class Suppliers {

        @Test
        void areInvolvedWithTheirOwnReferenceAndDropped() {
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(INITECH));
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(HOOLI, "H-17"));
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(INITECH, "TPS 4711"));
            assertThat(ticket().suppliers())
                    .containsExactlyInAnyOrder(
                            new Supplier(INITECH, Optional.of("TPS 4711")), new Supplier(HOOLI, Optional.of("H-17")));
            long version = company.now(id).version();
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(HOOLI, "H-17"));
            company.does(BEN, id, new TicketPeopleCommand.DropSupplier<>(OrganisationId.of("hooli")));
            assertThat(company.now(id).version()).isEqualTo(version);
            company.does(BEN, id, new TicketPeopleCommand.DropSupplier<>(HOOLI));
            assertThat(ticket().suppliers()).containsExactly(new Supplier(INITECH, Optional.of("TPS 4711")));
            assertThat(company.events(id))
                    .containsExactly(
                            "logged",
                            "supplier-involved",
                            "supplier-involved",
                            "supplier-involved",
                            "supplier-dropped");
        }

        @Test
        void findTheirTicketsByNameAndByReference() {
            RecordId other = company.log(HANNA, "Printer is on fire").id();
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(INITECH, "TPS 4711"));
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(HOOLI));
            company.does(BEN, other, new TicketPeopleCommand.InvolveSupplier<>(HOOLI, "TPS 4711"));
            assertThat(found(Incidents.FIELDS.supplier.is(HOOLI))).containsExactlyInAnyOrder(id, other);
            assertThat(found(Incidents.FIELDS
                            .supplierReference
                            .is("TPS 4711")
                            .and(Incidents.FIELDS.supplier.is(INITECH))))
                    .containsExactly(id);
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(INITECH));
            assertThat(found(Incidents.FIELDS.supplierReference.is("TPS 4711")))
                    .as("a reference that was taken back")
                    .containsExactly(other);
        }

        @Test
        void haveAReferenceOfOneShortLine() {
            assertThat(refusal(BEN, new TicketPeopleCommand.InvolveSupplier<>(HOOLI, " ")))
                    .isEqualTo("text.missing");
            assertThat(refusal(BEN, new TicketPeopleCommand.InvolveSupplier<>(HOOLI, "a\nb")))
                    .isEqualTo("text.not-one-line");
            assertThat(refusal(BEN, new TicketPeopleCommand.InvolveSupplier<>(HOOLI, "x".repeat(129))))
                    .isEqualTo("text.too-long");
            company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(HOOLI, "\ud83d\ude00".repeat(128)));
        }

        @Test
        void areTwentyAtMost() {
            for (int i = 0; i < 20; i++) {
                company.does(BEN, id, new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of("supplier " + i)));
            }
            assertThat(refusal(BEN, new TicketPeopleCommand.InvolveSupplier<>(HOOLI)))
                    .isEqualTo("suppliers.too-many");
            company.does(
                    BEN, id, new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of("supplier 7"), "a reference"));
            assertThat(ticket().suppliers()).hasSize(20);
        }
    }

    /** How it is tagged. */
    @Nested
    class Tagging {

        @Test
        void tagsAreKeptInOneSpelling() {
            company.does(BEN, id, new TicketPeopleCommand.Tag<>(" VIP ", "on \t site", "vip", "Q3:2026"));
            assertThat(ticket().tags()).containsExactlyInAnyOrder("vip", "on-site", "q3:2026");
            company.does(BEN, id, new TicketPeopleCommand.Tag<>(Set.of("late"), Set.of("Vip", "never-was")));
            assertThat(ticket().tags()).containsExactlyInAnyOrder("late", "on-site", "q3:2026");
            assertThat(company.journal(id).get(2).event())
                    .as("what has changed, not what was asked for")
                    .isEqualTo(new TicketPeopleEvent.Tagged<Incident>(Set.of("late"), Set.of("vip")));
            long version = company.now(id).version();
            company.does(BEN, id, new TicketPeopleCommand.Tag<>(Set.of("LATE"), Set.of("vip")));
            assertThat(company.now(id).version()).isEqualTo(version);
        }

        @Test
        void findTicketsHoweverTheyAreSpelled() {
            company.does(BEN, id, new TicketPeopleCommand.Tag<>("on-site", "vip"));
            assertThat(found(Incidents.FIELDS.tag.is("On Site"))).containsExactly(id);
            assertThat(found(Incidents.FIELDS.tag.isIn(List.of("VIP", "other"))))
                    .containsExactly(id);
            assertThat(found(Incidents.FIELDS.tag.is("on"))).isEmpty();
            assertThat(company.itsm.incidents().countBy(caller(DORA), Condition.all(), Incidents.FIELDS.tag))
                    .hasSize(2);
        }

        @Test
        void areCodes() {
            for (String none : List.of(
                    "",
                    " ",
                    "b\u00fcro",
                    "-x",
                    "a/b",
                    "x".repeat(65),
                    "\u0130",
                    "nul\0",
                    "\ud800",
                    "y".repeat(1 << 20))) {
                assertThat(company.refused(BEN, id, new TicketPeopleCommand.Tag<>(none))
                                .violations())
                        .extracting(Violation::code)
                        .containsExactly("tag.not-a-code");
            }
            company.does(BEN, id, new TicketPeopleCommand.Tag<>("X".repeat(64)));
            assertThat(ticket().tags()).containsExactly("x".repeat(64));
        }

        @Test
        void areGivenOrTakenButNotBoth() {
            assertThat(refusal(BEN, new TicketPeopleCommand.Tag<>(Set.of("on site"), Set.of("On-Site"))))
                    .isEqualTo("tag.both");
        }

        @Test
        void areFiftyAtMost() {
            company.does(BEN, id, new TicketPeopleCommand.Tag<>(tags(0, 50), Set.of()));
            assertThat(refusal(BEN, new TicketPeopleCommand.Tag<>("more"))).isEqualTo("tags.too-many");
            assertThat(refusal(BEN, new TicketPeopleCommand.Tag<>(tags(0, 51), Set.of())))
                    .isEqualTo("tags.too-many");
            company.does(BEN, id, new TicketPeopleCommand.Tag<>(Set.of("more"), Set.of("tag-0")));
            company.does(BEN, id, new TicketPeopleCommand.Tag<>("MORE", "tag-1"));
            assertThat(ticket().tags()).hasSize(50);
        }

        private static Set<String> tags(int fromInclusive, int toExclusive) {
            return IntStream.range(fromInclusive, toExclusive)
                    .mapToObj(i -> "tag-" + i)
                    .collect(Collectors.toSet());
        }
    }

    /** What requesters learn from a ticket of what is internal. */
    @Test
    void whatIsInternalIsNotCounted() {
        Company strict = Company.withRoles();
        RecordId own = strict.log().id();
        strict.does(BEN, own, TicketCommand.Comment.toAll("we are on it"));
        Ticket before = strict.now(own).record().ticket();
        strict.does(BEN, own, TicketCommand.Comment.internal("she always says that"));
        Ticket after = strict.itsm
                .incidents()
                .find(caller(ANNA), own)
                .orElseThrow()
                .record()
                .ticket();
        assertThat(after).as("at the same instant nothing shows").isEqualTo(before);
        assertThat(after.comments()).isEqualTo(1);
        assertThat(strict.itsm.incidents().history(caller(ANNA), own)).hasSize(2);
        assertThat(strict.itsm.incidents().history(caller(BEN), own)).hasSize(3);
    }
}
