package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.SERVICE_DESK;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.itsmkit.engine.Engine;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.junit.jupiter.api.Test;

/** Nothing of a ticket grows without end, and one that is full can still be brought to its end. */
class TicketBoundsTest {

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private static Command<Incident> toAndFro(int i) {
        return i % 2 == 0
                ? new TicketCommand.Assign<>(OPERATIONS, DORA)
                : new TicketCommand.Assign<>(SERVICE_DESK, BEN);
    }

    private void fillTimeline() {
        for (int i = 0; company.now(id).record().ticket().timeline().size() < TicketBounds.TIMELINE; i++) {
            company.aMinuteLater();
            company.does(id, toAndFro(i));
        }
    }

    @Test
    void aTicketThatWentFromHandToHandTooOftenCanOnlyBeBroughtToItsEnd() {
        fillTimeline();
        company.aMinuteLater();

        Rejection rejection = company.refused(id, toAndFro(1));
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(rejection.code()).isEqualTo("ticket.timeline-full");
        assertThat(company.audited).last().satisfies(v -> assertThat(v.code()).isEqualTo("ticket.timeline-full"));
        assertThat(company.refused(id, new TicketCommand.Start<>()).code()).isEqualTo("ticket.timeline-full");
        assertThat(company.itsm
                        .incidents()
                        .preview(caller(DORA), id, toAndFro(1))
                        .getLeft())
                .isEqualTo(rejection);

        company.does(id, TicketCommand.Comment.toAll("what goes into the journal still goes"));
        company.does(id, new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "done at last"));
        company.aMinuteLater();
        assertThat(company.refused(id, new IncidentCommand.Reopen("no")).code()).isEqualTo("ticket.timeline-full");
        company.does(id, new TicketCommand.Close<>());
        assertThat(company.now(id).record().ticket().timeline()).hasSize(TicketBounds.TIMELINE + 2);
        assertThat(FoldLaw.check(company.store, Company.ACME, Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    @Test
    void noTenantSwitchesABoundOff() {
        assertThat(company.itsm
                        .tailor(
                                caller(DORA),
                                Tailoring.builder()
                                        .addRulesOff("incident/ticket.timeline-full")
                                        .build())
                        .isLeft())
                .isTrue();
    }

    private void defines(int most) {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putFields(
                                "incident",
                                IntStream.range(0, most)
                                        .mapToObj(i -> FieldDefinition.of("f" + i, FieldType.TEXT)
                                                .withoutIndex())
                                        .toList())
                        .build()));
    }

    private static Command<Incident> sets(int field, String text) {
        return new TicketCommand.SetFields<>(Map.of("f" + field, FieldValue.text(text)));
    }

    @Test
    void theFieldsOfATicketHaveAMebibyteInAllHoweverTheyAreSet() {
        defines(3);
        String half = "x".repeat(TicketDraft.TEXT_LENGTH / 2);
        company.does(id, sets(0, half));
        company.does(id, sets(1, half));
        assertThat(company.refused(id, sets(2, "y")).code()).isEqualTo("ticket.fields-full");
        company.does(id, sets(1, "shorter"));
        company.does(id, sets(2, "y"));
        company.does(id, TicketCommand.Comment.toAll("and everything else goes on"));
    }

    @Test
    void aTicketHasNoMoreFieldsThanAreDefinedAtOnce() {
        defines(FieldDefinition.MOST);
        Map<String, FieldValue> all = new HashMap<>();
        IntStream.range(0, FieldDefinition.MOST).forEach(i -> all.put("f" + i, FieldValue.text("v" + i)));
        company.does(id, new TicketCommand.SetFields<>(all));
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putFields("incident", List.of(FieldDefinition.of("another", FieldType.TEXT)))
                        .build()));
        Map<String, FieldValue> another = Map.of("another", FieldValue.text("v"));
        assertThat(company.refused(id, new TicketCommand.SetFields<>(another)).code())
                .isEqualTo("ticket.fields-full");
        company.does(id, new TicketCommand.SetFields<>(another, Set.of("f0")));
        assertThat(company.now(id).record().ticket().custom()).hasSize(FieldDefinition.MOST);
    }

    @Test
    void noMoreFieldsAreEmptiedAtOnceThanThereCanBe() {
        Set<String> names = IntStream.rangeClosed(0, FieldDefinition.MOST)
                .mapToObj(i -> "f" + i)
                .collect(Collectors.toSet());
        assertThat(company.refused(id, new TicketCommand.SetFields<>(Map.of(), names))
                        .code())
                .isEqualTo("field.too-many");
    }

    @Test
    void aTicketIsEscalatedTwoHundredTimes() {
        for (int i = 0; i < TicketBounds.ESCALATIONS; i++) {
            company.does(id, new TicketCommand.EscalateTo<>(OPERATIONS, "again"));
        }

        Rejection rejection = company.refused(id, new TicketCommand.EscalateTo<>(OPERATIONS, "once more"));
        assertThat(rejection.violations()).extracting("code").containsExactly("ticket.escalations-full");
        company.does(id, new TicketCommand.Start<>());
    }

    @Test
    void aCommitHoldsAThousandEvents() {
        List<TicketCommand.Comment<Incident>> thousand = IntStream.range(0, Engine.MAX_EVENTS)
                .mapToObj(i -> TicketCommand.Comment.<Incident>toAll("line " + i))
                .toList();
        done(company.itsm.incidents().submitAll(caller(DORA), id, thousand, Options.none()));
        assertThat(company.now(id).version()).isEqualTo(1 + Engine.MAX_EVENTS);

        Company.Trace before = company.trace();
        Rejection tooManyCommands = company.itsm
                .incidents()
                .submitAll(
                        caller(DORA), id, Collections.nCopies(Engine.MAX_EVENTS + 1, thousand.get(0)), Options.none())
                .getLeft();
        assertThat(tooManyCommands.code()).isEqualTo("commit.too-large");
        assertThat(tooManyCommands.reason()).isEqualTo(Rejection.Reason.INCOMPLETE);
        assertThat(company.trace()).isEqualTo(before);
    }

    @Test
    void eventsThatComeOfFewerCommandsAreCountedToo() {
        List<Command<Incident>> commands = new java.util.ArrayList<>(
                Collections.nCopies(Engine.MAX_EVENTS - 1, TicketCommand.Comment.<Incident>toAll("line")));
        commands.add(new TicketCommand.EscalateTo<>(OPERATIONS, "two events"));
        Company.Trace before = company.trace();

        Rejection rejection = company.itsm
                .incidents()
                .submitAll(caller(DORA), id, commands, Options.none())
                .getLeft();

        assertThat(rejection.code()).isEqualTo("commit.too-large");
        assertThat(company.trace()).isEqualTo(before);
    }
}
