package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.engine.Following.plain;
import static org.itsmkit.engine.Following.recorded;
import static org.itsmkit.engine.Following.required;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Commit;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What follows from an event on one record is done as a whole or not at all: with an outage, the offices that it struck are resolved,
 * and with each office its printers must be started. The description of an office says what its printers are called.
 */
class WholeOrNothingTest {

    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable");

    private static BiFunction<Incident, Event<Incident>, Targets> fromResolved(String title, String to) {
        return (incident, event) -> event instanceof IncidentEvent.Resolved
                        && incident.ticket().title().equals(title)
                ? Targets.matching(Incidents.FIELDS.title.is(to))
                : Targets.none();
    }

    private static Targets printersOf(Incident office, Event<Incident> event) {
        return event instanceof IncidentEvent.Resolved
                        && office.ticket().title().equals("office")
                        && !office.ticket().description().isEmpty()
                ? Targets.matching(Incidents.FIELDS.title.is(office.ticket().description()))
                : Targets.none();
    }

    private static final Following RESOLVE_OFFICES = plain("resolve-offices", fromResolved("outage", "office"), FIXED);
    private static final Following START_PRINTERS =
            required("start-printers", WholeOrNothingTest::printersOf, new TicketCommand.Start<>());

    private final List<Commit> commits = new ArrayList<>();
    private final Company company = recorded(commits, RESOLVE_OFFICES, START_PRINTERS);
    private final RecordId outage = log(company, "outage", "outage", "");

    private static RecordId log(Company company, String id, String title, String description) {
        return done(company.itsm
                        .incidents()
                        .submitNew(
                                caller(ANNA),
                                RecordId.of(id),
                                IncidentCommand.log()
                                        .title(title)
                                        .description(description)
                                        .build(),
                                Options.none()))
                .id();
    }

    private RecordId office(int number, int printers) {
        IntStream.range(0, printers)
                .forEach(i -> log(company, "printer-%03d-%03d".formatted(number, i), "printer-of-" + number, ""));
        return log(company, "office-%03d".formatted(number), "office", "printer-of-" + number);
    }

    private static RecordId printer(int office, int number) {
        return RecordId.of("printer-%03d-%03d".formatted(office, number));
    }

    private void assertDone(RecordId office) {
        assertThat(company.events(office)).as("%s", office).containsExactly("logged", "resolved");
    }

    private void assertUntouched(RecordId record) {
        assertThat(company.events(record)).as("%s", record).containsExactly("logged");
        assertThat(company.now(record).version()).isEqualTo(1);
    }

    private void work() {
        company.work();
        assertThat(company.store.tasks().pending(ACME)).isEmpty();
        assertThat(commits)
                .allSatisfy(commit -> assertThat(commit.writes().size()).isLessThanOrEqualTo(50));
        FoldLaw.Verdict verdict = FoldLaw.check(company.store, ACME, Incidents.KIND, records -> {});
        assertThat(verdict.breaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 26, 49, 50, 160})
    void everyOfficeIsResolvedTogetherWithItsPrinter(int offices) {
        List<RecordId> all =
                IntStream.range(0, offices).mapToObj(i -> office(i, 1)).toList();
        commits.clear();

        company.does(outage, FIXED);
        work();

        all.forEach(this::assertDone);
        for (int i = 0; i < offices; i++) {
            assertThat(company.events(printer(i, 0))).containsExactly("logged", "moved");
        }
        assertThat(commits).allSatisfy(commit -> {
            long officesIn = commit.writes().stream()
                    .filter(write -> write.ref().id().value().startsWith("office"))
                    .count();
            long printersIn = commit.writes().stream()
                    .filter(write -> write.ref().id().value().startsWith("printer"))
                    .count();
            assertThat(printersIn).isEqualTo(officesIn);
        });
        assertThat(company.audited).isEmpty();
    }

    @Test
    void anOfficeWhosePrinterCannotBeStartedIsLeftAsItWas() {
        List<RecordId> all = IntStream.range(0, 5).mapToObj(i -> office(i, 2)).toList();
        company.does(printer(2, 1), new TicketCommand.Cancel<>("thrown away"));

        Preview preview = done(company.itsm.incidents().preview(caller(DORA), outage, FIXED));
        company.does(outage, FIXED);
        work();

        for (int i = 0; i < 5; i++) {
            if (i != 2) {
                assertDone(all.get(i));
                assertThat(company.events(printer(i, 0))).containsExactly("logged", "moved");
            }
        }
        assertUntouched(all.get(2));
        assertUntouched(printer(2, 0));
        assertThat(preview.changes()).hasSize(1 + 4 * 3);
        assertThat(preview.refusedReactions()).singleElement().satisfies(refused -> {
            assertThat(refused.reaction()).isEqualTo("resolve-offices");
            assertThat(refused.record()).isEqualTo(Company.incident(all.get(2)));
            assertThat(refused.rejection().reason()).isEqualTo(Rejection.Reason.NOT_POSSIBLE);
            assertThat(refused.rejection().subject()).contains(Company.incident(printer(2, 1)));
        });
        assertThat(company.audited).singleElement().satisfies(verdict -> {
            assertThat(verdict.code()).isEqualTo("reaction.refused");
            assertThat(verdict.record()).contains(Company.incident(all.get(2)));
        });
        assertThat(company.told)
                .filteredOn(notice -> notice.record().equals(Company.incident(all.get(2))))
                .isEmpty();
    }

    @Test
    void whatIsRefusedDoesNotStopLaterBatches() {
        List<RecordId> all = IntStream.range(0, 120).mapToObj(i -> office(i, 1)).toList();
        List<Integer> broken = List.of(0, 10, 24, 25, 49, 50, 51, 119);
        broken.forEach(i -> company.does(printer(i, 0), new TicketCommand.Cancel<>("thrown away")));
        commits.clear();

        company.does(outage, FIXED);
        work();

        for (int i = 0; i < 120; i++) {
            if (broken.contains(i)) {
                assertUntouched(all.get(i));
            } else {
                assertDone(all.get(i));
            }
        }
        assertThat(company.audited)
                .extracting(verdict -> verdict.record().orElseThrow())
                .as("each is told once")
                .containsExactlyInAnyOrderElementsOf(
                        broken.stream().map(i -> Company.incident(all.get(i))).toList());
    }

    @Test
    void anOfficeWithTooManyPrintersIsRefusedAndTheOthersAreDone() {
        List<RecordId> all =
                IntStream.range(0, 30).mapToObj(i -> office(i, i == 7 ? 50 : 1)).toList();
        commits.clear();

        company.does(outage, FIXED);
        work();

        for (int i = 0; i < 30; i++) {
            if (i == 7) {
                assertUntouched(all.get(i));
                assertUntouched(printer(i, 0));
            } else {
                assertDone(all.get(i));
            }
        }
        assertThat(company.audited)
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.record()).contains(Company.incident(all.get(7))));
    }

    @Test
    void anOfficeThatFillsACommitOfItsOwnGetsOne() {
        RecordId large = office(0, 49);
        RecordId small = office(1, 1);
        commits.clear();

        company.does(outage, FIXED);
        work();

        assertDone(large);
        assertDone(small);
        assertThat(company.audited).isEmpty();
    }

    @Test
    void aRequiredReactionThatReachesTooManyRefusesItsCause() {
        RecordId office = office(0, 50);

        assertThat(company.refused(office, FIXED).code()).isEqualTo("reaction.too-many");
        assertDone(company.does(office(1, 49), FIXED).id());
    }

    private static final Following CALL_HELPDESK = required(
            "tell-the-helpdesk",
            fromResolved("outage", "helpdesk"),
            TicketCommand.Comment.internal("they will call less now"));

    @Test
    void whatIsRequiredComesBeforeWhatWouldFillTheCommit() {
        Company other = recorded(commits, RESOLVE_OFFICES, CALL_HELPDESK);
        RecordId cause = log(other, "outage", "outage", "");
        RecordId helpdesk = log(other, "helpdesk", "helpdesk", "");
        IntStream.range(0, 60).forEach(i -> log(other, "office-" + (100 + i), "office", ""));
        commits.clear();

        other.does(cause, FIXED);

        assertThat(other.events(helpdesk)).containsExactly("logged", "commented");
        assertThat(commits.get(0).writes()).hasSize(50);
        other.work();
        assertThat(other.itsm.incidents().count(caller(DORA), Incidents.FIELDS.title.is("office")))
                .isEqualTo(60);
        IntStream.range(0, 60)
                .forEach(i -> assertThat(other.events(RecordId.of("office-" + (100 + i))))
                        .containsExactly("logged", "resolved"));
    }

    @Test
    void alsoWhereTheEventThatItFollowsIsTheLater() {
        Following commentOffices = plain(
                "comment-offices",
                (incident, event) -> event instanceof TicketEvent.Assigned
                        ? Targets.matching(Incidents.FIELDS.title.is("office"))
                        : Targets.none(),
                TicketCommand.Comment.internal("somebody has it now"));
        Company other = recorded(commits, commentOffices, CALL_HELPDESK);
        RecordId cause = log(other, "outage", "outage", "");
        RecordId helpdesk = log(other, "helpdesk", "helpdesk", "");
        IntStream.range(0, 60).forEach(i -> log(other, "office-" + (100 + i), "office", ""));

        done(other.itsm
                .incidents()
                .submitAll(
                        caller(BEN),
                        cause,
                        List.of(new TicketCommand.Assign<>(SERVICE_DESK, BEN), FIXED),
                        Options.none()));

        assertThat(other.events(helpdesk)).containsExactly("logged", "commented");
        other.work();
        IntStream.range(0, 60)
                .forEach(i -> assertThat(other.events(RecordId.of("office-" + (100 + i))))
                        .containsExactly("logged", "commented"));
    }

    @Test
    void aBatchThatIsHandedOutTwiceTellsOfItsRefusalsOnce() throws Exception {
        IntStream.range(0, 40).forEach(i -> office(i, 1));
        company.does(printer(39, 0), new TicketCommand.Cancel<>("thrown away"));
        company.work();
        company.does(outage, FIXED);
        var batch = company.store.tasks().pending(ACME).stream()
                .filter(task -> task.type().equals("reaction"))
                .findFirst()
                .orElseThrow();

        company.itsm.tasks().handle(ACME, batch);
        company.itsm.tasks().handle(ACME, batch);

        assertThat(company.audited).hasSize(1);
    }
}
