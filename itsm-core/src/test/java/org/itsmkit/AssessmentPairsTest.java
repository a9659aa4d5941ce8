package org.itsmkit;

import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.EMIL;
import static org.itsmkit.fixture.Company.FRIDA;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.practice.Assessing;
import org.itsmkit.practice.Assessment;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.Assessments;
import org.itsmkit.practice.EvidenceCommand;
import org.itsmkit.practice.Finding;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** As {@link EveryPairTest}, of assessments. */
class AssessmentPairsTest {

    private static final String ASSESSMENTS = """
            from        | rescope     hand-over   name-assessors begin       record-evidence withdraw-evidence note-finding strike-finding rate        submit    send-back   complete  cancel
            planned     | planned     planned     planned        in-progress .               .                 .            .              .           .         .           .         cancelled
            in-progress | in-progress in-progress in-progress    .           in-progress     in-progress       in-progress  in-progress    in-progress in-review .           .         cancelled
            in-review   | .           .           .              .           .               .                 .            .              .           .         in-progress completed cancelled
            completed   | .           .           .              .           .               .                 .            .              .           .         .           .         .
            cancelled   | .           .           .              .           .               .                 .            .              .           .         .           .         .
            """;

    @Test
    void theDrawnTableIsWhole() {
        EveryPairTest.assertWhole(Assessments.DEFINITION, ASSESSMENTS);
    }

    @TestFactory
    Stream<DynamicTest> ofAssessments() {
        return EveryPairTest.pairs(ASSESSMENTS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Assessing assessing = Assessing.in(company, pair.from());
                    if (pair.to().isPresent()) {
                        prepare(assessing, pair.action());
                    }
                    EveryPairTest.check(
                            company, company.itsm.assessments(), assessing.id, pair, who(pair), command(pair.action()));
                }));
    }

    private static PersonId who(Pair pair) {
        return Set.of("send-back", "complete").contains(pair.action()) ? FRIDA : CARLA;
    }

    private static void prepare(Assessing assessing, String action) {
        switch (action) {
            case "withdraw-evidence" ->
                assessing.does(Assessing.shown("service-desk.1.people").build());
            case "strike-finding" -> assessing.does(command("note-finding"));
            case "submit" -> assessing.does(command("rate"));
            default -> {}
        }
        assessing.company.aMinuteLater();
    }

    private static Command<Assessment> command(String action) {
        return switch (action) {
            case "rescope" ->
                new AssessmentCommand.Rescope(List.of(ScopeItem.of("service-desk", 3), ScopeItem.of("governance", 1)));
            case "hand-over" -> new AssessmentCommand.HandOver(DORA);
            case "name-assessors" -> new AssessmentCommand.NameAssessors(Set.of(EMIL));
            case "begin" -> new AssessmentCommand.Begin();
            case "record-evidence" -> Assessing.shown("service-desk.1.people").build();
            case "withdraw-evidence" -> new EvidenceCommand.WithdrawEvidence(1, "it was another desk");
            case "note-finding" ->
                new EvidenceCommand.NoteFinding("service-desk", Finding.Kind.STRENGTH, "they listen");
            case "strike-finding" -> new EvidenceCommand.StrikeFinding(1, "they do not");
            case "rate" -> new AssessmentCommand.Rate(Set.of("service-desk"));
            case "submit" -> new AssessmentCommand.Submit();
            case "send-back" -> new AssessmentCommand.SendBack("look again");
            case "complete" -> new AssessmentCommand.Complete("");
            case "cancel" -> new AssessmentCommand.Cancel("nobody has time");
            default -> throw new IllegalArgumentException(action);
        };
    }
}
