package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.engine.Following.plain;
import static org.itsmkit.engine.Following.required;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.itsmkit.Itsm;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.people.Authorizers;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Test;

/** What callers may not know of is not told by refusals and previews either. Hanna sees her own incidents, and not Anna's. */
class InvisibleRecordsTest {

    private static final TicketCommand.Comment<Incident> HELLO = TicketCommand.Comment.toAll("hello");

    private static Itsm.Builder ownOnly(Itsm.Builder builder) {
        return builder.authorizer(Authorizers.byRole()
                .mayOnOwn("requester", "*", "*")
                .may("lead", "*", "*")
                .build());
    }

    private static Company with(Reaction<?, ?>... reactions) {
        return Company.with(builder -> Following.all(reactions).accept(ownOnly(builder)));
    }

    /** What is said on one incident goes on to those with that title. */
    private static BiFunction<Incident, Event<Incident>, Targets> fromCommented(String title, String to) {
        return (incident, event) -> event instanceof TicketEvent.Commented
                        && incident.ticket().title().equals(title)
                ? Targets.matching(Incidents.FIELDS.title.is(to))
                : Targets.none();
    }

    @Test
    void aLinkToAnInvisibleRecordSaysTheSameWhereverThatLeads() {
        Company company = with();
        RecordId hannas = company.log(HANNA, "No mail").id();
        RecordId leadsBack = company.log(ANNA, "Mail is down").id();
        RecordId leadsNowhere = company.log(ANNA, "Printer is down").id();
        for (LinkType type : List.of(LinkType.PARENT, LinkType.CAUSED_BY)) {
            company.does(DORA, leadsBack, new TicketCommand.LinkTo<>(type, Company.incident(hannas)));
            List<Rejection> answers = List.of(
                    company.refused(HANNA, hannas, new TicketCommand.LinkTo<>(type, Company.incident(leadsBack))),
                    company.refused(HANNA, hannas, new TicketCommand.LinkTo<>(type, Company.incident(leadsNowhere))),
                    company.refused(
                            HANNA,
                            hannas,
                            new TicketCommand.LinkTo<>(type, Company.incident(RecordId.of("no-such-incident")))));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer).isEqualTo(answers.get(0));
                assertThat(answer.code()).isEqualTo("rule:link-target-exists");
                assertThat(answer.violations()).hasSize(1);
            });
            assertThat(company.refused(DORA, hannas, new TicketCommand.LinkTo<>(type, Company.incident(leadsBack)))
                            .code())
                    .isEqualTo("rule:link-makes-no-cycle");
        }
    }

    @Test
    void aPreviewLeavesOutWhatWouldBecomeOfInvisibleRecords() {
        Company company = with(
                plain("tell-anna", fromCommented("Hanna's", "Anna's"), HELLO),
                plain("start-annas", fromCommented("Hanna's", "Anna's cancelled"), new TicketCommand.Start<>()));
        RecordId hannas = company.log(HANNA, "Hanna's").id();
        RecordId annas = company.log(ANNA, "Anna's").id();
        RecordId cancelled = company.log(ANNA, "Anna's cancelled").id();
        company.does(DORA, cancelled, new TicketCommand.Cancel<>("nothing was wrong"));

        Preview toHanna = done(company.itsm.incidents().preview(caller(HANNA), hannas, HELLO));
        Preview toDora = done(company.itsm.incidents().preview(caller(DORA), hannas, HELLO));

        assertThat(toHanna.changes()).extracting(Preview.Change::record).containsExactly(Company.incident(hannas));
        assertThat(toHanna.announcements()).isEmpty();
        assertThat(toHanna.refusedReactions()).isEmpty();
        assertThat(toDora.changes())
                .extracting(Preview.Change::record)
                .containsExactly(Company.incident(hannas), Company.incident(annas));
        assertThat(toDora.announcements())
                .extracting(announcement -> announcement.person().orElseThrow())
                .containsExactlyInAnyOrder(HANNA, ANNA);
        assertThat(toDora.refusedReactions())
                .extracting(Preview.RefusedReaction::record)
                .containsExactly(Company.incident(cancelled));

        company.does(HANNA, hannas, HELLO);
        assertThat(company.events(annas)).as("it happens all the same").containsExactly("logged", "commented");
    }

    @Test
    void aRefusedReactionDoesNotTellWhichInvisibleRecordStoodInItsWay() {
        Company company = with(
                plain("pass-on", fromCommented("Hanna's", "Hanna's second"), HELLO),
                required("start-annas", fromCommented("Hanna's second", "Anna's"), new TicketCommand.Start<>()));
        RecordId hannas = company.log(HANNA, "Hanna's").id();
        RecordId second = company.log(HANNA, "Hanna's second").id();
        RecordId annas = company.log(ANNA, "Anna's").id();
        company.does(DORA, annas, new TicketCommand.Cancel<>("nothing was wrong"));

        Preview toHanna = done(company.itsm.incidents().preview(caller(HANNA), hannas, HELLO));
        Preview toDora = done(company.itsm.incidents().preview(caller(DORA), hannas, HELLO));

        assertThat(toHanna.refusedReactions()).singleElement().satisfies(refused -> {
            assertThat(refused.record()).isEqualTo(Company.incident(second));
            assertTellsNothing(refused.rejection(), Rejection.Reason.NOT_POSSIBLE, second);
        });
        assertThat(toDora.refusedReactions())
                .singleElement()
                .satisfies(refused -> assertThat(refused.rejection().subject()).contains(Company.incident(annas)));
    }

    private static void assertTellsNothing(Rejection rejection, Rejection.Reason reason, RecordId own) {
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.subject()).contains(Company.incident(own));
        assertThat(rejection.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("record.depends-on-another");
            assertThat(violation.arguments()).isEmpty();
        });
    }

    @Test
    void aRequiredReactionThatIsRefusedOnAnInvisibleRecordTellsOnlyThat() {
        Company company =
                with(required("start-annas", fromCommented("Hanna's", "Anna's"), new TicketCommand.Start<>()));
        RecordId hannas = company.log(HANNA, "Hanna's").id();
        RecordId annas = company.log(ANNA, "Anna's").id();
        company.does(DORA, annas, new TicketCommand.Cancel<>("nothing was wrong"));

        assertTellsNothing(company.refused(HANNA, hannas, HELLO), Rejection.Reason.NOT_POSSIBLE, hannas);
        assertTellsNothing(
                company.itsm.incidents().preview(caller(HANNA), hannas, HELLO).getLeft(),
                Rejection.Reason.NOT_POSSIBLE,
                hannas);
        assertThat(company.refused(DORA, hannas, HELLO).subject()).contains(Company.incident(annas));
    }

    @Test
    void aConflictAboutAnInvisibleRecordTellsOnlyThat() {
        List<StaleRecordException> quicker = new ArrayList<>();
        Company company = Company.around(store -> Following.stale(store, quicker), InvisibleRecordsTest::ownOnly);
        RecordId hannas = company.log(HANNA, "Hanna's").id();
        RecordId annas = company.log(ANNA, "Anna's").id();
        StaleRecordException aboutAnnas = new StaleRecordException(Company.incident(annas), 1, 7);
        StaleRecordException aboutNobodys =
                new StaleRecordException(Company.incident(RecordId.of("no-such-incident")), 1, -1);

        for (StaleRecordException stale : List.of(aboutAnnas, aboutNobodys)) {
            quicker.addAll(Following.times(Engine.MAX_ATTEMPTS, stale));
            assertTellsNothing(company.refused(HANNA, hannas, HELLO), Rejection.Reason.CONFLICT, hannas);
            assertThat(quicker).isEmpty();
        }
        quicker.addAll(Following.times(Engine.MAX_ATTEMPTS, aboutAnnas));
        Rejection toDora = company.refused(DORA, hannas, HELLO);
        assertThat(toDora.subject()).contains(Company.incident(annas));
        assertThat(toDora.violations().get(0).arguments()).isEqualTo(Map.of("expected", "1", "actual", "7"));
    }

    /** Allows everything, on what it lets be seen. */
    private static final class Curtain implements Authorizer {

        private boolean isDrawn;

        @Override
        public Decision decide(Caller caller, Permission permission, Subject subject) {
            return Decision.allow("all may");
        }

        @Override
        public Condition visible(Caller caller, String kind) {
            return isDrawn && caller.person().equals(BEN) ? Condition.none() : Condition.all();
        }
    }

    @Test
    void aRepeatedKeyDoesNotTellOfWhatIsNoLongerVisible() {
        Curtain curtain = new Curtain();
        Company company = Company.with(builder -> builder.authorizer(curtain));
        RecordId id = company.log().id();
        Records<Incident> incidents = company.itsm.incidents();
        IncidentCommand.Log log = IncidentCommand.log().title("Printer on fire").build();
        done(incidents.submit(caller(BEN), id, HELLO, Options.once("comment-1")));
        done(incidents.submit(caller(BEN), log, Options.once("log-1")));
        Company.Trace before = company.trace();

        curtain.isDrawn = true;
        assertThat(incidents
                        .submit(caller(BEN), id, HELLO, Options.once("comment-1"))
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_FOUND);
        assertThat(incidents
                        .submit(caller(BEN), log, Options.once("log-1"))
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.NOT_FOUND);
        curtain.isDrawn = false;
        assertThat(done(incidents.submit(caller(BEN), id, HELLO, Options.once("comment-1")))
                        .version())
                .isEqualTo(2);
        assertThat(company.trace()).isEqualTo(before);
    }

    @Test
    void atAnotherInstantItIsAnotherCommand() {
        Company company = Company.open();
        RecordId id = company.log().id();
        Records<Incident> incidents = company.itsm.incidents();
        Instant early = company.clock.advance(Duration.ofMinutes(10));
        Instant late = company.clock.advance(Duration.ofMinutes(10));
        Options once = Options.once("comment-1");
        done(incidents.submit(caller(BEN), id, HELLO, once.occurredAt(early)));

        for (Options other : List.of(once, once.occurredAt(late))) {
            assertThat(incidents.submit(caller(BEN), id, HELLO, other).getLeft().reason())
                    .isEqualTo(Rejection.Reason.KEY_REUSED);
        }
        assertThat(done(incidents.submit(caller(BEN), id, HELLO, once.occurredAt(early)))
                        .version())
                .isEqualTo(2);
        assertThat(company.events(id)).containsExactly("logged", "commented");
    }
}
