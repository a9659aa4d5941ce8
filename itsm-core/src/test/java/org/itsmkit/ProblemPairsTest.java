package org.itsmkit;

import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.knownerror.FixCommand;
import org.itsmkit.knownerror.Knowing;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.problem.AcceptedRisk;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Problems;
import org.itsmkit.problem.RiskCommand;
import org.itsmkit.problem.Solving;
import org.itsmkit.problem.analysis.PainValue;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every status of problems and known errors with every action, as {@link EveryPairTest} does it for the others. */
class ProblemPairsTest {

    private static final String PROBLEMS = """
            from                  | assess   investigate         hold    resume              identify-root-cause   plan-fix        note-fix        resolve  review   close  accept-risk   renew-risk    note-risk-review reanalyse           cancel    merge  unmerge
            logged                | assessed .                   .       .                   .                     .               .               .        .        .      .             .             .                .                   cancelled closed .
            assessed              | .        under-investigation .       .                   .                     .               .               .        .        .      risk-accepted .             .                .                   cancelled closed .
            under-investigation   | .        .                   on-hold .                   root-cause-identified .               under-investigation .        .        .      risk-accepted .             .                .                   cancelled closed .
            on-hold               | .        .                   on-hold under-investigation .                     .               on-hold         .        .        .      .             .             .                .                   cancelled closed .
            root-cause-identified | .        under-investigation .       .                   .                     fix-in-progress root-cause-identified resolved .        .      risk-accepted .             .                .                   cancelled closed .
            fix-in-progress       | .        under-investigation .       .                   .                     fix-in-progress fix-in-progress resolved .        .      risk-accepted .             .                .                   .         closed .
            resolved              | .        .                   .       .                   .                     .               .               .        resolved closed .             .             .                under-investigation .         .      .
            risk-accepted         | .        .                   .       .                   .                     .               .               .        .        .      .             risk-accepted risk-accepted    under-investigation .         .      .
            closed                | .        .                   .       .                   .                     .               .               .        .        .      .             .             .                under-investigation .         .      assessed
            cancelled             | .        .                   .       .                   .                     .               .               .        .        .      .             .             .                under-investigation .         .      .
            """;

    private static final String WORK_ON_PROBLEMS = """
            from                  | weigh                 analyse               drop-analysis         assign                accept                hand-back             escalate              describe              prioritise            change-customer       involve               plan-tasks
            logged                | logged                .                     .                     logged                logged                logged                logged                logged                logged                logged                logged                logged
            assessed              | assessed              .                     .                     assessed              assessed              assessed              assessed              assessed              assessed              assessed              assessed              assessed
            under-investigation   | under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation
            on-hold               | on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold
            root-cause-identified | root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified
            fix-in-progress       | fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress
            resolved              | .                     .                     .                     .                     .                     .                     .                     .                     .                     .                     .                     .
            risk-accepted         | risk-accepted         .                     .                     .                     .                     .                     .                     .                     .                     .                     .                     .
            closed                | .                     .                     .                     .                     .                     .                     .                     .                     .                     .                     .                     .
            cancelled             | .                     .                     .                     .                     .                     .                     .                     .                     .                     .                     .                     .
            """;

    private static final String WORDS_ON_PROBLEMS = """
            from                  | categorise            name-affected         set-fields            do-task               link                  tag                   comment               watch                 record-time           attach
            logged                | logged                logged                logged                logged                logged                logged                logged                logged                logged                logged
            assessed              | assessed              assessed              assessed              assessed              assessed              assessed              assessed              assessed              assessed              assessed
            under-investigation   | under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation   under-investigation
            on-hold               | on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold               on-hold
            root-cause-identified | root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified root-cause-identified
            fix-in-progress       | fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress       fix-in-progress
            resolved              | resolved              resolved              resolved              resolved              resolved              resolved              resolved              resolved              resolved              resolved
            risk-accepted         | .                     .                     .                     .                     risk-accepted         risk-accepted         risk-accepted         risk-accepted         risk-accepted         risk-accepted
            closed                | .                     .                     .                     .                     closed                closed                closed                closed                closed                closed
            cancelled             | .                     .                     .                     .                     .                     .                     cancelled             cancelled             cancelled             cancelled
            """;

    private static final String KNOWN_ERRORS = """
            from                | verify-workaround   plan-fix    note-fix    record-fix recur      retire  describe-error      describe-workaround publish             assign              accept              hand-back           describe            prioritise          involve             plan-tasks
            identified          | workaround-verified fix-planned .           fixed      .          retired identified          identified          identified          identified          identified          identified          identified          identified          identified          identified
            workaround-verified | .                   fix-planned .           fixed      .          retired workaround-verified identified          workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified
            fix-planned         | fix-planned         fix-planned fix-planned fixed      .          retired fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned
            fixed               | .                   .           .           .          identified retired fixed               .                   .                   .                   .                   .                   .                   .                   .                   .
            retired             | .                   .           .           .          .          .       .                   .                   .                   .                   .                   .                   .                   .                   .                   .
            """;

    private static final String WORDS_ON_KNOWN_ERRORS = """
            from                | categorise          name-affected       set-fields          do-task             link                tag                 comment             watch               record-time         attach
            identified          | identified          identified          identified          identified          identified          identified          identified          identified          identified          identified
            workaround-verified | workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified workaround-verified
            fix-planned         | fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned         fix-planned
            fixed               | fixed               fixed               fixed               fixed               fixed               fixed               fixed               fixed               fixed               fixed
            retired             | .                   .                   .                   .                   retired             retired             retired             retired             retired             retired
            """;

    private static final PainValue PAIN =
            new PainValue(12, Duration.ofHours(2), 40, BigDecimal.TEN, Currency.getInstance("EUR"));

    @Test
    void theDrawnTablesAreWhole() {
        EveryPairTest.assertWhole(Problems.DEFINITION, PROBLEMS, WORK_ON_PROBLEMS, WORDS_ON_PROBLEMS);
        EveryPairTest.assertWhole(KnownErrors.DEFINITION, KNOWN_ERRORS, WORDS_ON_KNOWN_ERRORS);
    }

    @TestFactory
    Stream<DynamicTest> ofProblems() {
        return EveryPairTest.pairs(PROBLEMS, WORK_ON_PROBLEMS, WORDS_ON_PROBLEMS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Solving solving = problemFor(company, pair);
                    Command<Problem> command = problemCommand(solving, pair);
                    EveryPairTest.check(company, company.itsm.problems(), solving.id, pair, DORA, command);
                }));
    }

    @TestFactory
    Stream<DynamicTest> ofKnownErrors() {
        return EveryPairTest.pairs(KNOWN_ERRORS, WORDS_ON_KNOWN_ERRORS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Knowing knowing = Knowing.in(company, pair.from());
                    prepare(knowing, pair);
                    Command<KnownError> command = knownErrorCommand(knowing, pair);
                    EveryPairTest.check(company, company.itsm.knownErrors(), knowing.id, pair, DORA, command);
                }));
    }

    private static Solving problemFor(Company company, Pair pair) {
        if (pair.action().equals("unmerge") && pair.to().isPresent()) {
            Solving merged = Solving.in(company, "assessed");
            merged.does(new TicketMergeCommand.MergeInto<>(
                    Solving.in(company, "assessed").ref()));
            company.aMinuteLater();
            return merged;
        }
        Solving solving = Solving.in(company, pair.from());
        if (pair.to().isEmpty()) {
            return solving;
        }
        EveryPairTest.given(pair).ifPresent(person -> solving.does(new TicketCommand.Assign<>(OPERATIONS, person)));
        switch (pair.action()) {
            case "resolve" -> solving.allFixesFail();
            case "close" -> solving.does(new ProblemCommand.LookBack("", "slow", List.of()));
            case "note-risk-review" -> company.clock.advance(Duration.ofDays(10_000));
            case "drop-analysis" -> solving.does(new AnalysisCommand.Analyse("more whys", Solving.whys()));
            case "do-task" -> solving.task();
            case "note-fix" -> solving.planned();
            default -> {}
        }
        return solving;
    }

    private static Command<Problem> problemCommand(Solving solving, Pair pair) {
        Company company = solving.company;
        return switch (pair.action()) {
            case "assess" -> new ProblemCommand.Assess("it is one");
            case "weigh" -> new ProblemCommand.Weigh(PAIN);
            case "investigate" -> new ProblemCommand.Investigate("it was not the disk");
            case "analyse" -> new AnalysisCommand.Analyse("again", Solving.whys());
            case "drop-analysis" -> new AnalysisCommand.DropAnalysis("more whys", "the same");
            case "identify-root-cause" -> new AnalysisCommand.IdentifyRootCause(Solving.CAUSE);
            case "plan-fix" -> new FixingCommand.PlanFix<>(Knowing.aChange(company));
            case "note-fix" ->
                new FixingCommand.NoteFix<>(
                        solving.now().fixes().stream()
                                .map(Fix::change)
                                .findFirst()
                                .orElseGet(() -> Knowing.aChange(company)),
                        Fix.State.FAILED);
            case "resolve" -> new ProblemCommand.Resolve("the disk is watched");
            case "review" -> new ProblemCommand.LookBack("quick", "loud", List.of("watch all disks"));
            case "accept-risk" ->
                new RiskCommand.AcceptRisk(AcceptedRisk.Code.TOO_COSTLY, "too dear", LocalDate.of(2030, 1, 2));
            case "renew-risk" -> new RiskCommand.RenewRisk("still too dear", LocalDate.of(2031, 1, 2));
            case "note-risk-review" -> new RiskCommand.NoteRiskReview(LocalDate.of(2030, 1, 2));
            case "reanalyse" -> new ProblemCommand.Reanalyse("it is back", solving.another());
            case "hold" -> new TicketCommand.PutOnHold<>(HoldReason.AWAITING_EVIDENCE);
            case "resume" -> new TicketCommand.Resume<>();
            case "merge" ->
                new TicketMergeCommand.MergeInto<>(
                        Solving.in(company, "assessed").ref());
            case "unmerge" -> new TicketMergeCommand.Unmerge<>("another disk");
            case "escalate" -> new TicketCommand.EscalateTo<>(Company.OPERATIONS, "needs root");
            case "link" -> new TicketCommand.LinkTo<>(LinkType.RELATED, incident(company));
            default -> EveryPairTest.common(company, pair.action(), "problem");
        };
    }

    private static RecordRef incident(Company company) {
        return Company.incident(company.log().id());
    }

    private static void prepare(Knowing knowing, Pair pair) {
        if (pair.to().isEmpty()) {
            return;
        }
        EveryPairTest.given(pair).ifPresent(person -> knowing.does(new TicketCommand.Assign<>(OPERATIONS, person)));
        if (pair.action().equals("record-fix")) {
            knowing.now()
                    .fixes()
                    .forEach(fix -> knowing.does(new FixingCommand.NoteFix<>(fix.change(), Fix.State.FAILED)));
        } else if (pair.action().equals("do-task")) {
            if (pair.from().equals("fixed")) {
                knowing.does(new FixCommand.Recur("it is back"));
            }
            knowing.does(EveryPairTest.task("tell"));
            if (pair.from().equals("fixed")) {
                knowing.does(new FixCommand.RecordFix("mended"));
            }
        }
    }

    private static Command<KnownError> knownErrorCommand(Knowing knowing, Pair pair) {
        Company company = knowing.company;
        return switch (pair.action()) {
            case "verify-workaround" -> new KnownErrorCommand.VerifyWorkaround();
            case "plan-fix" -> new FixingCommand.PlanFix<>(Knowing.aChange(company));
            case "note-fix" ->
                new FixingCommand.NoteFix<>(
                        knowing.now().fixes().stream()
                                .map(Fix::change)
                                .findFirst()
                                .orElseGet(() -> Knowing.aChange(company)),
                        Fix.State.FAILED);
            case "record-fix" -> new FixCommand.RecordFix("the vendor mended it");
            case "recur" -> new FixCommand.Recur("it is back");
            case "retire" -> new KnownErrorCommand.Retire("nobody uses it");
            case "describe-error" ->
                new KnownErrorCommand.DescribeError("It closes at once", Optional.of("a buffer too short"));
            case "describe-workaround" -> new KnownErrorCommand.DescribeWorkaround("Use the web client");
            case "publish" -> new KnownErrorCommand.Publish();
            case "link" -> new TicketCommand.LinkTo<>(LinkType.RELATED, incident(company));
            default -> EveryPairTest.common(company, pair.action(), "known-error");
        };
    }
}
