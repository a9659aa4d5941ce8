package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.ServerOutage.BEN;
import static org.itsmkit.examples.story.ServerOutage.CLARA;
import static org.itsmkit.examples.story.ServerOutage.DORA;
import static org.itsmkit.examples.story.ServerOutage.WEB_SHOP;

import java.util.List;
import java.util.Set;
import org.itsmkit.incident.Incidents;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Problems;
import org.itsmkit.problem.analysis.Evidence;
import org.itsmkit.problem.analysis.FaultTree;
import org.itsmkit.problem.analysis.FaultTree.BasicEvent;
import org.itsmkit.problem.analysis.FaultTree.Gate;
import org.itsmkit.problem.analysis.FaultTree.Observation;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** The problem behind the {@link ServerOutage}: one fuse feeds both power supplies. */
final class OneFuse {

    private static final String FUSE = "The one fuse of both power supplies blows";
    private static final String NOBODY_TAKES_OVER = "nothing moves the shop to shop-web-02 by itself";

    private final Stage stage;
    private final RecordId problem;
    private final RecordId knownError;
    private final RecordId firmware;

    private OneFuse(Stage stage, RecordId problem, RecordId knownError, RecordId firmware) {
        this.stage = stage;
        this.problem = problem;
        this.knownError = knownError;
        this.firmware = firmware;
    }

    /** Logged after the review, and looked into the day after. */
    static OneFuse logged(Stage stage, RecordId outage) {
        stage.at("11:00:00");
        RecordId problem = stage.open(
                DORA,
                "What was repaired was the incident. That a fuse can do it again is a problem: {who} logs {number} from the review.",
                stage.itsm().problems(),
                ProblemCommand.log()
                        .draft(TicketDraft.builder()
                                .title("One fuse takes the web shop down")
                                .service(WEB_SHOP)
                                .build())
                        .origin(Origin.REACTIVE)
                        .affected(new Affected(Set.of(AffectedItem.of("shop-web-01")), Set.of()))
                        .build());
        stage.tellProblem(problem);
        stage.act(
                DORA,
                "The incident is an instance of it.",
                stage.itsm().incidents(),
                outage,
                new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, RecordRef.of(Problems.NAME, problem)));
        stage.act(
                DORA,
                "{who} says what makes it worth the work.",
                stage.itsm().problems(),
                problem,
                new ProblemCommand.Assess("An hour without sales, and nothing prevents the next one."));
        RecordId knownError = investigated(stage, outage, problem);
        return new OneFuse(stage, problem, knownError, TwoFuses.firmware(stage));
    }

    private static RecordId investigated(Stage stage, RecordId outage, RecordId problem) {
        stage.on("2026-03-13", "09:00:00");
        var problems = stage.itsm().problems();
        stage.act(BEN, "{who} looks for the cause.", problems, problem, new ProblemCommand.Investigate(""));
        stage.attempt(
                BEN,
                "It was the fuse, that is clear. {who} says so.",
                problems,
                problem,
                new AnalysisCommand.IdentifyRootCause(FUSE));
        FaultTree tree = tree(outage);
        stage.at("09:40:00");
        stage.act(
                BEN,
                "So {who} draws what leads to an outage: a fault tree. Of its "
                        + tree.minimalCutSets().get().size() + " minimal cut sets, what was seen leaves "
                        + tree.candidates().size() + ".",
                problems,
                problem,
                new AnalysisCommand.Analyse("Why the shop was down", tree));
        stage.act(
                BEN,
                "That is the root cause: the fuse alone would not have been enough.",
                problems,
                problem,
                new AnalysisCommand.IdentifyRootCause(FUSE + " and " + NOBODY_TAKES_OVER));

        stage.at("10:00:00");
        var knownErrors = stage.itsm().knownErrors();
        RecordId error = stage.open(
                CLARA,
                "Until it is mended, whoever has the night shift should know what helps: {who} writes a known error, {number}.",
                knownErrors,
                KnownErrorCommand.identify()
                        .draft(TicketDraft.builder()
                                .title("shop-web-01 loses power when one fuse blows")
                                .service(WEB_SHOP)
                                .build())
                        .symptom("Web shop does not answer, shop-web-01 does not answer a ping")
                        .cause(FUSE + ", and " + NOBODY_TAKES_OVER + ".")
                        .workaround("Fail over to shop-web-02 by hand; whoever commands decides.")
                        .affected(new Affected(Set.of(AffectedItem.of("shop-web-01")), Set.of()))
                        .problem(RecordRef.of(Problems.NAME, problem))
                        .build());
        stage.act(
                BEN,
                "It is what helped on Tuesday: {who} verifies it.",
                knownErrors,
                error,
                new KnownErrorCommand.VerifyWorkaround());
        stage.act(CLARA, "{who} publishes it.", knownErrors, error, new KnownErrorCommand.Publish());
        return error;
    }

    private static FaultTree tree(RecordId outage) {
        Evidence technician = Evidence.of("The technician saw it.").in(RecordRef.of(MajorIncidents.NAME, outage));
        Evidence log = Evidence.of("Log of the incident.").in(RecordRef.of(Incidents.KIND.name(), outage));
        return FaultTree.of(
                "down",
                List.of(
                        Gate.and("down", "The web shop does not answer", "no-power", "no-other"),
                        Gate.or("no-power", "shop-web-01 has no power", "fuse", "supplies"),
                        Gate.and("supplies", "Both power supplies fail", "supply-1", "supply-2"),
                        Gate.or("no-other", "No other machine serves the shop", "by-itself", "web-02")),
                BasicEvent.of("fuse", FUSE).observed(Observation.HAPPENED, technician),
                BasicEvent.of("supply-1", "power supply 1 is broken")
                        .observed(Observation.DID_NOT_HAPPEN, Evidence.of("It runs on another fuse.")),
                BasicEvent.of("supply-2", "power supply 2 is broken")
                        .observed(Observation.DID_NOT_HAPPEN, Evidence.of("It runs on another fuse.")),
                BasicEvent.of("by-itself", NOBODY_TAKES_OVER).observed(Observation.HAPPENED, log),
                BasicEvent.of("web-02", "shop-web-02 is out of order")
                        .observed(Observation.DID_NOT_HAPPEN, Evidence.of("The shop ran there from 11:04 on.")));
    }

    /** To touch fuses is a change. */
    TwoFuses draftsChange() {
        TwoFuses change = TwoFuses.drafted(stage, firmware);
        stage.act(
                BEN,
                "It is to bring an end to the problem.",
                stage.itsm().problems(),
                problem,
                new FixingCommand.PlanFix<>(change.ref()));
        stage.act(
                BEN,
                "and to the known error.",
                stage.itsm().knownErrors(),
                knownError,
                new FixingCommand.PlanFix<>(change.ref()));
        return change;
    }

    /** The change is made, and what follows from that. */
    void isSolvedBy(TwoFuses change) {
        change.isScheduled();
        change.isSubmitted();
        new FuseBoard(stage, change.ref().id()).approves();
        change.isMade();
        change.isClosed();

        stage.on("2026-03-20", "10:00:00");
        var problems = stage.itsm().problems();
        stage.attempt(DORA, "{who} would close the problem.", problems, problem, new TicketCommand.Close<>());
        stage.act(
                DORA,
                "They look back on it.",
                problems,
                problem,
                new ProblemCommand.LookBack(
                        "From the outage to two fuses in nine days.",
                        "Nobody had looked at the fuses since the machine was put in.",
                        List.of("Pull one fuse of each redundant machine twice a year.")));
        stage.act(DORA, "{who} closes it.", problems, problem, new TicketCommand.Close<>());

        stage.at("10:05:00");
        stage.act(
                CLARA,
                "Nobody need know of the one fuse any longer: {who} retires the known error.",
                stage.itsm().knownErrors(),
                knownError,
                new KnownErrorCommand.Retire("There are two fuses."));
    }
}
