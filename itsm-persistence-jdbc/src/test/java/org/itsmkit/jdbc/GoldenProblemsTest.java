package org.itsmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.itsmkit.Itsm;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.engine.DataProtection;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Fold;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.knownerror.FixCommand;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.problem.AcceptedRisk;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.NamedAnalysis;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Problems;
import org.itsmkit.problem.RiskCommand;
import org.itsmkit.problem.analysis.Analysis;
import org.itsmkit.problem.analysis.Brainstorming;
import org.itsmkit.problem.analysis.CategoryScheme;
import org.itsmkit.problem.analysis.Chronology;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.FaultTree;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.problem.analysis.IsIsNot;
import org.itsmkit.problem.analysis.Ishikawa;
import org.itsmkit.problem.analysis.PainValue;
import org.itsmkit.problem.analysis.Pareto;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a problem and a known error are stored as, every analysis among it; as {@link GoldenJournalTest} has it for the others. */
class GoldenProblemsTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BOB = PersonId.of("bob");
    private static final Instant BEGIN = Instant.parse("2026-03-02T07:30:00.123456Z");
    private static final RecordRef CHANGE = RecordRef.of("change", RecordId.of("chg-1"));

    private final TestDatabase database = TestDatabase.h2();
    private final Golden golden = new Golden(database);
    private final SettableClock clock = new SettableClock();
    private final JdbcStore store = database.store();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .authorizer(Authorizers.allowAll())
            .directory(Directories.fixed().person(ANNA).person(BOB).build())
            .clock(clock)
            .build();
    private final Caller bob = Caller.of(ACME, BOB);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void problemsAreStoredAsTheyWere() throws Exception {
        liveAProblem();

        golden.assertStored("problem", "prb-1", Golden.ownEvents(Problems.KIND));
        assertThat(fold(Problems.KIND, "prb-1"))
                .contains(itsm.problems()
                        .find(bob, RecordId.of("prb-1"))
                        .orElseThrow()
                        .record());
    }

    @Test
    void knownErrorsAreStoredAsTheyWere() throws Exception {
        liveAKnownError();

        golden.assertStored("known-error", "ke-1", Golden.ownEvents(KnownErrors.KIND));
        assertThat(fold(KnownErrors.KIND, "ke-1"))
                .contains(itsm.knownErrors()
                        .find(bob, RecordId.of("ke-1"))
                        .orElseThrow()
                        .record());
    }

    /** Ideas that were different, and people, stay so; nothing of what they wrote is left, and the record can still be read. */
    @Test
    void whatIsErasedStillFolds() throws Exception {
        liveAProblem();
        RecordRef problem = RecordRef.of("problem", RecordId.of("prb-1"));

        DataProtection.Outcome outcome = itsm.protection()
                .erase(bob, problem, Erasure.personal(Problems.KIND), "as they wished")
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));

        assertThat(outcome).isNotNull();
        Problem erased = itsm.problems().find(bob, problem.id()).orElseThrow().record();
        assertThat(fold(Problems.KIND, "prb-1")).contains(erased);
        assertThat(FoldLaw.check(store, ACME, Problems.KIND, done -> {}).breaks())
                .isEmpty();
        assertThat(erased.analyses()).extracting(NamedAnalysis::name).hasSize(6).contains("storm", "tree");
        assertThat(erased.toString())
                .doesNotContain("anna", "bob", "disk is full", "Nobody watches", "the log says so", "network");
        Brainstorming storm =
                (Brainstorming) erased.analysis("storm").orElseThrow().analysis();
        assertThat(storm.participants()).doesNotHaveDuplicates().hasSize(2);
        assertThat(storm.votes()).extracting(Brainstorming.Vote::idea).containsExactly("i1", "i3");
    }

    private static final Evidence LOG = Evidence.of("the log says so")
            .in(RecordRef.of("incident", RecordId.of("inc-1")))
            .under("files/log.txt")
            .seen(ANNA, BEGIN);

    /** One of each technique, with all that it can hold. */
    private static Map<String, Analysis> analyses() {
        FiveWhys whys = FiveWhys.chain(
                "Mail is down",
                List.of(
                        FiveWhys.Why.of("Why?", "The disk is full").shownBy(LOG),
                        FiveWhys.Why.of("Why is it full?", "Nobody watches it")
                                .shownBy(LOG)
                                .inOurControl()));
        Ishikawa bones = Ishikawa.of("Mail is down", CategoryScheme.IT_SERVICE)
                .with(
                        CategoryScheme.IT_SERVICE.categories().get(0),
                        Ishikawa.Branch.of("Nobody on call", Ishikawa.Branch.of("Holidays"))
                                .found(Ishikawa.Standing.VERIFIED, LOG));
        FaultTree tree = FaultTree.of(
                "top",
                List.of(
                        FaultTree.Gate.or("top", "Mail is down", "disk", "both"),
                        FaultTree.Gate.and("both", "Both nodes are down", "node-1", "node-2")),
                FaultTree.BasicEvent.of("disk", "The disk is full")
                        .probable(new BigDecimal("0.01"))
                        .observed(FaultTree.Observation.values()[0], LOG),
                FaultTree.BasicEvent.of("node-1", "Node 1 is down").probable(new BigDecimal("0.1")),
                FaultTree.BasicEvent.of("node-2", "Node 2 is down"));
        IsIsNot matrix = new IsIsNot(
                "Mail is down",
                List.of(IsIsNot.Row.of(IsIsNot.Aspect.WHERE, "Berlin", "Bern")
                        .distinguishedBy("another server")
                        .changedBy("updated on Sunday")),
                List.of(
                        IsIsNot.Suspect.of("The update")
                                .tested(IsIsNot.Answer.explains(), IsIsNot.Answer.explainsIf("Bern was left out"))
                                .shownBy(LOG),
                        IsIsNot.Suspect.of("The router")
                                .tested(IsIsNot.Answer.contradicts(), IsIsNot.Answer.untested())));
        Chronology story = Chronology.of(
                "Mail is down",
                Chronology.Happening.of(BEGIN, Chronology.Nature.values()[0], "It was updated", "the log")
                        .between(BEGIN.minusSeconds(60), BEGIN.plusSeconds(60))
                        .shownBy(LOG),
                Chronology.Happening.of(BEGIN.plusSeconds(600), Chronology.Nature.values()[1], "Mail stopped", "Anna"));
        Map<String, Analysis> all = new TreeMap<>();
        all.put("whys", whys);
        all.put("bones", bones);
        all.put("tree", tree);
        all.put("matrix", matrix);
        all.put("storm", storm());
        all.put("story", story);
        all.put("counts", new Pareto("calls", Map.of("mail", 12L, "print", 3L), new BigDecimal("0.8")));
        return all;
    }

    private static Brainstorming storm() {
        return Brainstorming.of("Why is mail down?", 2, List.of(ANNA, BOB))
                .propose(ANNA, "The disk")
                .flatMap(said -> said.propose(BOB, "The disk of the store"))
                .flatMap(said -> said.propose(BOB, "The network"))
                .flatMap(Brainstorming::reveal)
                .flatMap(said ->
                        said.merge(said.ideas().get(1).id(), said.ideas().get(0).id()))
                .flatMap(Brainstorming::startVoting)
                .flatMap(said -> said.vote(ANNA, said.ideas().get(0).id()))
                .flatMap(said -> said.vote(BOB, said.ideas().get(2).id()))
                .get();
    }

    private void liveAProblem() {
        clock.set(BEGIN);
        make(
                itsm.changes(),
                "chg-1",
                new ChangeCommand.Draft(TicketDraft.builder().title("An alarm").build(), "Watch the disk"));
        make(
                itsm.incidents(),
                "inc-1",
                IncidentCommand.log().title("Mail is down").build());
        PainValue pain =
                new PainValue(12, Duration.ofMinutes(45), 40, new BigDecimal("31.50"), Currency.getInstance("EUR"));
        make(
                itsm.problems(),
                "prb-1",
                ProblemCommand.log()
                        .draft(TicketDraft.builder().title("Stores fill up").build())
                        .origin(Origin.PROACTIVE)
                        .affected(new Affected(Set.of(AffectedItem.of("mail-01", "4.2")), Set.of("E-507")))
                        .pain(pain)
                        .build());
        problem(new ProblemCommand.Assess("Three times this week"), new ProblemCommand.Investigate("let us see"));
        analyses().forEach((name, analysis) -> problem(new AnalysisCommand.Analyse(name, analysis)));
        problem(
                new AnalysisCommand.DropAnalysis("counts", "it says nothing"),
                new ProblemCommand.Weigh(
                        new PainValue(13, Duration.ofMinutes(45), 40, BigDecimal.TEN, Currency.getInstance("CHF"))),
                new RiskCommand.AcceptRisk(AcceptedRisk.Code.TOO_COSTLY, "too dear", LocalDate.of(2026, 3, 10)),
                new RiskCommand.RenewRisk("still too dear", LocalDate.of(2026, 3, 20)));
        clock.set(Instant.parse("2026-03-20T00:00:00Z"));
        problem(
                new RiskCommand.NoteRiskReview(LocalDate.of(2026, 3, 20)),
                new ProblemCommand.Reanalyse(
                        "it is cheaper now", Set.of(RecordRef.of("incident", RecordId.of("inc-1")))),
                new AnalysisCommand.IdentifyRootCause("nobody  WATCHES it"),
                new FixingCommand.PlanFix<>(CHANGE),
                new FixingCommand.NoteFix<>(CHANGE, Fix.State.FAILED),
                new ProblemCommand.Resolve("Somebody watches it by hand"),
                new ProblemCommand.LookBack("We found it", "It took long", List.of("Watch all disks")));
    }

    private void liveAKnownError() {
        clock.set(BEGIN);
        make(
                itsm.changes(),
                "chg-1",
                new ChangeCommand.Draft(TicketDraft.builder().title("An alarm").build(), "Watch the disk"));
        make(
                itsm.knownErrors(),
                "ke-1",
                KnownErrorCommand.identify()
                        .draft(TicketDraft.builder().title("Stores fill up").build())
                        .symptom("No mail arrives")
                        .cause("The disk is full")
                        .workaround("Delete old mail")
                        .affected(new Affected(Set.of(AffectedItem.of("mail-01", "4.2")), Set.of("E-507")))
                        .build());
        List<Command<KnownError>> commands = List.of(
                new KnownErrorCommand.DescribeError("No mail arrives or leaves", Optional.of("The disk")),
                new KnownErrorCommand.VerifyWorkaround(),
                new KnownErrorCommand.Publish(),
                new FixingCommand.PlanFix<>(CHANGE),
                new FixingCommand.NoteFix<>(CHANGE, Fix.State.FAILED),
                new KnownErrorCommand.DescribeWorkaround("Delete old mail, and restart"),
                new FixCommand.RecordFix("A bigger disk"),
                new FixCommand.Recur("full again"),
                new KnownErrorCommand.Retire("The server is gone"));
        commands.forEach(command -> carryOut(itsm.knownErrors(), "ke-1", command));
    }

    @SafeVarargs
    private void problem(Command<Problem>... commands) {
        for (Command<Problem> command : commands) {
            carryOut(itsm.problems(), "prb-1", command);
        }
    }

    private <R> void make(Records<R> records, String id, Creation<R> creation) {
        records.submitNew(bob, RecordId.of(id), creation, Options.none())
                .getOrElseThrow(rejection -> new AssertionError(rejection.sentence()));
    }

    private <R> void carryOut(Records<R> records, String id, Command<R> command) {
        clock.advance(Duration.ofMinutes(7));
        records.submit(bob, RecordId.of(id), command)
                .getOrElseThrow(rejection -> new AssertionError(command + ": " + rejection.sentence()));
    }

    private <R> Optional<R> fold(RecordKind<R> kind, String id) {
        return Fold.of(store, ACME, kind, RecordId.of(id), entry -> true).record();
    }
}
