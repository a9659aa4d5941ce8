package org.itsmkit.valuestream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.itsmkit.approval.Vote;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Plans;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.OfferedWorkaround;
import org.itsmkit.incident.Resolution;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.knownerror.FixCommand;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.problem.AcceptedRisk;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.RiskCommand;
import org.itsmkit.problem.Solving;
import org.itsmkit.problem.analysis.FiveWhys;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.Ticketed;

/** What comes to somebody's mind, sensible or not. */
final class Whims {

    private static final Window SOON =
            new Window(Instant.parse("2026-03-02T22:00:00Z"), Instant.parse("2026-03-03T02:00:00Z"));
    private static final Window LATER =
            new Window(Instant.parse("2026-03-09T22:00:00Z"), Instant.parse("2026-03-10T02:00:00Z"));

    private final Random random;
    private final List<RecordRef> refs;

    Whims(Random random, List<RecordRef> refs) {
        this.random = random;
        this.refs = refs;
    }

    /** Of which kind the next thing is done. */
    String kind() {
        int chance = random.nextInt(100);
        return chance < 25 ? "incident" : chance < 50 ? "problem" : chance < 65 ? "known-error" : "change";
    }

    /** One of that kind. */
    RecordRef one(String kind) {
        List<RecordRef> some =
                refs.stream().filter(ref -> ref.kind().equals(kind)).toList();
        return some.get(random.nextInt(some.size()));
    }

    private RecordRef any() {
        return refs.get(random.nextInt(refs.size()));
    }

    private <R extends Ticketed<R>> Command<R> link() {
        List<LinkType> types = LinkType.standard();
        return switch (random.nextInt(10)) {
            case 0, 1 -> new TicketCommand.LinkTo<>(types.get(random.nextInt(types.size())), any());
            case 2 -> new TicketCommand.LinkTo<>(LinkType.CAUSED_BY, one("change"));
            case 3 -> new TicketCommand.LinkTo<>(LinkType.FIXED_BY, one("change"));
            case 4 -> new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, one("known-error"));
            default -> new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, one("problem"));
        };
    }

    private <R extends Ticketed<R>> Command<R> unlink(R record) {
        List<Link> links = record.ticket().links().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        if (links.isEmpty()) {
            return link();
        }
        Link link = links.get(random.nextInt(links.size()));
        return new TicketCommand.Unlink<>(LinkType.of(link.type()), link.target());
    }

    Command<Incident> incident(Incident incident) {
        List<OfferedWorkaround> offered = incident.workarounds();
        return switch (random.nextInt(34)) {
            case 0, 1, 2, 3, 4 -> link();
            case 5 -> unlink(incident);
            case 6 -> new TicketCommand.LinkTo<>(LinkType.PARENT, one("incident"));
            case 7, 8, 9, 10, 11 -> new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM);
            case 12, 13, 14, 15, 16 -> new TicketCommand.PutOnHold<>(HoldReason.AWAITING_CHANGE);
            case 17 -> new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER);
            case 18 -> new TicketCommand.Resume<>();
            case 19 -> new IncidentCommand.Resolve(Resolution.Code.FIXED, "Mended");
            case 20, 21 -> new IncidentCommand.Reopen("It is back");
            case 22 -> new TicketCommand.Close<>();
            case 23 -> new TicketCommand.Cancel<>("It was none");
            case 24 -> new TicketMergeCommand.MergeInto<>(one("incident"));
            case 25, 26 -> new TicketMergeCommand.Unmerge<>("It was another");
            case 27 -> new TicketCommand.Start<>();
            case 28 -> new WorkaroundCommand.OfferWorkaround(one("known-error"), "KE-1", "Restart it");
            case 29 -> new WorkaroundCommand.TryWorkaround(one("known-error"), random.nextBoolean());
            default ->
                offered.isEmpty()
                        ? link()
                        : new WorkaroundCommand.TryWorkaround(
                                offered.get(random.nextInt(offered.size())).knownError(), random.nextInt(3) > 0);
        };
    }

    Command<Problem> problem(Problem problem) {
        return switch (random.nextInt(38)) {
            case 0 -> link();
            case 1 -> unlink(problem);
            case 2, 3 -> new ProblemCommand.Assess("three times this week");
            case 4 -> new ProblemCommand.Investigate("");
            case 5 -> new ProblemCommand.Resolve("it is gone");
            case 6, 7 -> new AnalysisCommand.Analyse("whys", Solving.whys());
            case 8 -> new AnalysisCommand.Analyse("guess", unproven());
            case 9 -> new AnalysisCommand.DropAnalysis("whys", "it led nowhere");
            case 10, 11, 12 ->
                new AnalysisCommand.IdentifyRootCause(
                        random.nextInt(5) == 0 ? "The moon" : " " + Solving.CAUSE.toUpperCase(Locale.ROOT));
            case 13, 14, 15, 16, 17, 18 -> new FixingCommand.PlanFix<>(one("change"));
            case 19 -> new FixingCommand.NoteFix<>(one("change"), state());
            case 20, 21, 22 -> new ProblemCommand.Resolve("the disk is watched");
            case 23, 27 -> new ProblemCommand.LookBack("we were quick", "", List.of());
            case 24 -> new TicketCommand.Close<>();
            case 25, 26 ->
                new ProblemCommand.Reanalyse("it is back", random.nextInt(4) == 0 ? Set.of() : Set.of(one("incident")));
            case 28 ->
                new RiskCommand.AcceptRisk(
                        AcceptedRisk.Code.TOO_COSTLY, "a new server costs more", LocalDate.of(2030, 1, 2));
            case 29 -> new TicketCommand.PutOnHold<>(HoldReason.AWAITING_SUPPLIER);
            case 30 -> new TicketCommand.Resume<>();
            case 31 -> new TicketCommand.Cancel<>("there is none");
            case 32 -> new TicketCommand.LinkTo<>(LinkType.PARENT, one("problem"));
            case 33 -> new TicketMergeCommand.MergeInto<>(one("problem"));
            case 34 -> new TicketMergeCommand.Unmerge<>("it is another");
            default ->
                problem.fixes().isEmpty()
                        ? new ProblemCommand.Resolve("it went away")
                        : new FixingCommand.NoteFix<>(
                                problem.fixes()
                                        .get(random.nextInt(problem.fixes().size()))
                                        .change(),
                                Fix.State.DONE);
        };
    }

    private static FiveWhys unproven() {
        return FiveWhys.chain(
                "Mail is down",
                List.of(FiveWhys.Why.of("Why is mail down?", Solving.CAUSE).inOurControl()));
    }

    private Fix.State state() {
        return Fix.State.values()[random.nextInt(3)];
    }

    Command<KnownError> knownError(KnownError known) {
        return switch (random.nextInt(22)) {
            case 0 -> link();
            case 1 -> new TicketCommand.LinkTo<>(LinkType.KNOWN_ERROR_OF, one("problem"));
            case 2 -> new TicketCommand.Unlink<>(LinkType.KNOWN_ERROR_OF, one("problem"));
            case 3, 4 -> new KnownErrorCommand.VerifyWorkaround();
            case 5 -> new KnownErrorCommand.DescribeWorkaround("Restart it " + random.nextInt(3) + " times");
            case 6 -> new KnownErrorCommand.DescribeError("It closes", Optional.of("A bug"));
            case 7, 8, 9, 10 -> new KnownErrorCommand.Publish();
            case 11, 12, 13 -> new FixingCommand.PlanFix<>(one("change"));
            case 14, 15, 16, 17 -> noteFix(known);
            case 18 -> new FixCommand.RecordFix("the vendor mended it");
            case 19, 20 -> new FixCommand.Recur("seen again");
            default ->
                random.nextInt(3) > 0 ? new FixCommand.Recur("seen again") : new KnownErrorCommand.Retire("gone");
        };
    }

    /** Mostly of one that was planned, and mostly that it is done. */
    private Command<KnownError> noteFix(KnownError known) {
        List<Fix> fixes = known.fixes();
        return fixes.isEmpty() || random.nextInt(4) == 0
                ? new FixingCommand.NoteFix<>(one("change"), state())
                : new FixingCommand.NoteFix<>(
                        fixes.get(random.nextInt(fixes.size())).change(), Fix.State.DONE);
    }

    Command<Change> change(Change change) {
        return switch (random.nextInt(24)) {
            case 0 -> link();
            case 1, 2, 3 -> new ChangeCommand.Authorise("");
            case 4, 13, 16 -> new ChangeCommand.Begin();
            case 5 -> new ChangeCommand.Revise("Another disk " + random.nextInt(2));
            case 6, 7, 8 -> new ChangeCommand.Implement("It went well");
            case 9, 10 -> new ChangeCommand.Implement(outcome(), "It went as it went");
            case 11, 12, 14 -> new TicketCommand.Close<>();
            case 15 ->
                random.nextInt(4) == 0
                        ? new TicketCommand.Cancel<>("no money")
                        : new ChangeCommand.Implement("It went well");
            case 17, 18 -> new ChangeCommand.LookBack("It was quick", "", List.of());
            case 19, 20 -> change.type() == ChangeType.EMERGENCY ? new ApprovalCommand.Submit() : vote(change);
            case 21, 22 -> vote(change);
            default -> rarely();
        };
    }

    private ChangeOutcome outcome() {
        return ChangeOutcome.values()[random.nextInt(ChangeOutcome.values().length)];
    }

    private Vote.Choice choice() {
        return Vote.Choice.values()[random.nextInt(Vote.Choice.values().length)];
    }

    private Command<Change> vote(Change change) {
        return random.nextInt(3) > 0
                ? new ApprovalCommand.CastVote("operations", choice(), "")
                : new ApprovalCommand.TakeVotes(
                        "operations",
                        change.content(),
                        Map.of(Company.CARLA, choice(), Company.DORA, choice()),
                        "We met");
    }

    private Command<Change> rarely() {
        return switch (random.nextInt(6)) {
            case 0 -> new ChangeCommand.RecordUnauthorised(outcome(), "It was urgent", Optional.empty());
            case 1 -> new PlanningCommand.Schedule(random.nextBoolean() ? SOON : LATER);
            case 2 -> new PlanningCommand.Reclassify(random.nextBoolean() ? ChangeType.NORMAL : ChangeType.EMERGENCY);
            case 3 -> new ApprovalCommand.Expire();
            case 4 -> new ApprovalCommand.Reject("no");
            default -> new TicketCommand.Comment<>("A word", false);
        };
    }

    /** A change of some sort: by the model, or an emergency, or neither. */
    ChangeCommand.Draft draft(RecordRef model) {
        ChangeCommand.Draft.Builder draft = ChangeCommand.draft()
                .draft(TicketDraft.builder().title("New disk").build())
                .plans(Plans.of("Replace the disk"));
        int sort = random.nextInt(4);
        return sort == 0
                ? draft.model(model).build()
                : draft.type(sort == 1 ? ChangeType.EMERGENCY : ChangeType.NORMAL)
                        .build();
    }
}
