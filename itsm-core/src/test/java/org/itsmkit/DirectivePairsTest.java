package org.itsmkit;

import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.FRIDA;

import java.time.Duration;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.fixture.Company;
import org.itsmkit.governance.Directing;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.Directives;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link EveryPairTest} is to the other rooms: every status of directives with every action. */
class DirectivePairsTest {

    private static final String DIRECTIVES = """
            from      | describe  hand-over evaluate  direct   observe  note-report-due revise    achieve  miss   close  withdraw
            proposed  | proposed  proposed  evaluated .        .        .               .         .        .      .      withdrawn
            evaluated | evaluated evaluated evaluated in-force .        .               .         .        .      .      withdrawn
            in-force  | in-force  in-force  .         .        in-force in-force        evaluated achieved missed .      withdrawn
            achieved  | .         achieved  .         .        .        .               .         .        .      closed .
            missed    | .         missed    .         .        .        .               evaluated .        .      closed .
            closed    | .         .         .         .        .        .               .         .        .      .      .
            withdrawn | .         .         .         .        .        .               .         .        .      .      .
            """;

    @TestFactory
    Stream<DynamicTest> ofDirectives() {
        return EveryPairTest.pairs(DIRECTIVES).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Directing directing = directingFor(company, pair);
                    PersonId by = pair.action().equals("observe") ? BEN : FRIDA;
                    EveryPairTest.check(
                            company, company.itsm.directives(), directing.id, pair, by, command(directing, pair));
                }));
    }

    /** One of which the goal was observed, or which is due, where that is asked about. */
    private static Directing directingFor(Company company, Pair pair) {
        Directing directing = Directing.in(company, pair.from());
        if (pair.to().isPresent()) {
            switch (pair.action()) {
                case "achieve" -> directing.observes("90");
                case "miss" -> company.clock.advance(Duration.ofDays(100));
                case "note-report-due" -> company.clock.advance(Duration.ofDays(11));
                default -> {}
            }
        }
        return directing;
    }

    private static Command<Directive> command(Directing directing, Pair pair) {
        Company company = directing.company;
        return switch (pair.action()) {
            case "describe" -> new DirectiveCommand.Describe("Better changes", "They fail");
            case "hand-over" -> new DirectiveCommand.HandOver(BEN);
            case "evaluate" -> new DirectiveCommand.Evaluate(Directing.found());
            case "direct" ->
                new DirectiveCommand.Direct(
                        Directing.success(company.clock.instant()).build());
            case "observe" -> directing.observation("85");
            case "note-report-due" ->
                new DirectiveCommand.NoteReportDue(directing.now().reportDue().orElse(company.clock.instant()));
            case "revise" -> new DirectiveCommand.Revise("not so");
            case "achieve" -> new DirectiveCommand.Achieve("");
            case "miss" -> new DirectiveCommand.Miss("nobody tested");
            case "close" -> new DirectiveCommand.Close("tests help");
            case "withdraw" -> new DirectiveCommand.Withdraw("it got better");
            default -> throw new IllegalArgumentException(pair.action());
        };
    }

    @Test
    void theDrawnTableIsWhole() {
        EveryPairTest.assertWhole(Directives.DEFINITION, DIRECTIVES);
    }
}
