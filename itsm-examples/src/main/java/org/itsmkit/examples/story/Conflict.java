package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.SoftwareConflict.CLIENT;
import static org.itsmkit.examples.story.SoftwareConflict.CRASH;
import static org.itsmkit.examples.story.SoftwareConflict.JONAS;
import static org.itsmkit.examples.story.SoftwareConflict.MAIL;
import static org.itsmkit.examples.story.SoftwareConflict.MARTA;
import static org.itsmkit.examples.story.SoftwareConflict.NEW_VERSION;
import static org.itsmkit.examples.story.SoftwareConflict.SOFIA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.incident.WorkaroundCommand;
import org.itsmkit.incident.measure.WorkaroundEffect;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.knownerror.match.KnownErrorMatch;
import org.itsmkit.knownerror.match.Signs;
import org.itsmkit.problem.AnalysisCommand;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.problem.Problems;
import org.itsmkit.problem.trend.ProblemProposal;
import org.itsmkit.problem.trend.TrendAnalysis;
import org.itsmkit.problem.trend.TrendFinding;
import org.itsmkit.problem.trend.TrendSettings;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.FixingCommand;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.similar.Suggestion;

/** The problem behind the {@link Crashes}: the new mail client does not go with an old add-in. */
final class Conflict {

    private static final Affected SIGNS = new Affected(Set.of(AffectedItem.of(CLIENT, NEW_VERSION)), Set.of(CRASH));

    private final Stage stage;
    private final Crashes crashes;
    private final RecordRef update;
    private final RecordRef model;
    private final Records<Incident> incidents;
    private final Records<Problem> problems;
    private final Records<KnownError> knownErrors;
    private RecordId problem = RecordId.of("none");
    private RecordId error = RecordId.of("none");

    Conflict(Stage stage, Crashes crashes, RecordId update, RecordId model) {
        this.stage = stage;
        this.crashes = crashes;
        this.update = RecordRef.of("change", update);
        this.model = RecordRef.of(ChangeModels.NAME, model);
        this.incidents = stage.itsm().incidents();
        this.problems = stage.itsm().problems();
        this.knownErrors = stage.itsm().knownErrors();
    }

    /** Each incident by itself is a restart; together they are a trend. */
    void isNoticed() {
        stage.on("2026-03-10", "17:00:00");
        Instant now = stage.instant("17:00:00");
        Window window = new Window(now.minus(Duration.ofDays(56)), now);
        List<ProblemProposal> proposals = TrendAnalysis.of(TrendSettings.standard())
                .of(SeenIncidents.in(window, incidents, stage.caller(SOFIA)), window);
        ProblemProposal best = proposals.stream()
                .filter(proposal -> proposal.key().value().equals(CRASH))
                .findFirst()
                .orElseThrow();
        stage.narrate("Every Tuesday the incidents of eight weeks are searched for trends. " + proposals.size()
                + " problems are proposed: "
                + proposals.stream()
                        .map(proposal ->
                                proposal.key() + " (" + proposal.findings().size() + " findings)")
                        .collect(Collectors.joining(", "))
                + ". Printers and the way in from home are not among them. All three are one; Sofia takes the error code, for of the mail "
                + "client there were others too.");
        for (TrendFinding finding : best.findings()) {
            stage.narrate("It says: \"" + finding.sentence() + "\"");
        }
        problem = stage.open(
                SOFIA,
                "Hardly anybody has complained twice. {who} logs {number} all the same, from the proposal, with its evidence.",
                problems,
                ProblemCommand.log()
                        .draft(TicketDraft.builder()
                                .title("Mail client closes by itself")
                                .description(best.sentence())
                                .service(MAIL)
                                .build())
                        .origin(Origin.PROACTIVE)
                        .affected(SIGNS)
                        .build());
        stage.tellProblem(problem);
        for (RecordRef incident : best.evidence()) {
            isInstance(incident.id());
        }
        stage.narrate("The " + best.evidence().size() + " incidents that show it are instances of it.");
    }

    private void isInstance(RecordId incident) {
        stage.silently(
                SOFIA,
                incidents,
                incident,
                new TicketCommand.LinkTo<>(LinkType.INSTANCE_OF, RecordRef.of(Problems.NAME, problem)));
    }

    /** Where it is, and where it is not. */
    void isUnderstood() {
        stage.on("2026-03-11", "08:00:00");
        stage.act(
                MARTA,
                "{who} reads it: that is one.",
                problems,
                problem,
                new ProblemCommand.Assess("Seven people in a week; more to come."));
        stage.at("08:10:00");
        stage.act(JONAS, "{who} looks for the cause.", problems, problem, new ProblemCommand.Investigate(""));
        stage.act(
                JONAS,
                "The update, says everybody. But IT has had 8.2 for weeks, without a crash: {who} writes down where it is and where it "
                        + "is not.",
                problems,
                problem,
                new AnalysisCommand.Analyse("Where it is, and where not", WhereItIs.analysis(update, crashes)));
        stage.at("08:40:00");
        stage.attempt(
                JONAS,
                "It must be the update alone all the same, {who} says.",
                problems,
                problem,
                new AnalysisCommand.IdentifyRootCause(WhereItIs.THE_UPDATE));
        stage.act(
                JONAS,
                "What is left explains both sides of every row, and a crash dump shows it.",
                problems,
                problem,
                new AnalysisCommand.IdentifyRootCause(WhereItIs.BOTH));
        stage.act(
                JONAS,
                "{who} links the change that brought it about.",
                problems,
                problem,
                new TicketCommand.LinkTo<>(LinkType.CAUSED_BY, update));
        new TwoVersions(stage, update, model).failedAfterAll();

        stage.at("09:00:00");
        error = stage.open(
                JONAS,
                "{who} writes down what helps until then, {number}.",
                knownErrors,
                KnownErrorCommand.identify()
                        .draft(TicketDraft.builder()
                                .title("Mail client 8.2 crashes with add-in 3.4")
                                .service(MAIL)
                                .build())
                        .symptom("Mail client closes by itself when a signed letter is opened")
                        .cause(WhereItIs.BOTH)
                        .workaround("Switch the archive add-in off; file letters in the browser.")
                        .affected(SIGNS)
                        .problem(RecordRef.of(Problems.NAME, problem))
                        .build());
        stage.act(
                JONAS,
                "On a machine for tests it helps.",
                knownErrors,
                error,
                new KnownErrorCommand.VerifyWorkaround());
    }

    /** The workaround finds those whom it helps. */
    void isLivedWith() {
        stage.at("10:15:00");
        crashes.struck("Vera", "Mail client closes when I open a letter", "{who} has it.");
        matched("Vera");
        stage.at("10:30:00");
        stage.act(
                JONAS,
                "{who} publishes the known error. The kit offers the workaround for every incident that is still open.",
                knownErrors,
                error,
                new KnownErrorCommand.Publish());
        stage.at("11:30:00");
        tried("Nina", true);
        tried("Rosa", true);
        tried("Vera", true);
        stage.narrate("Nina, Rosa and Vera have switched the add-in off. It helps; their incidents are resolved.");
        stage.at("13:00:00");
        stage.act(
                SOFIA,
                "Hugo files letters all day, and the browser does not let him: for him it does not help.",
                incidents,
                crashes.of("Hugo"),
                new WorkaroundCommand.TryWorkaround(RecordRef.of(KnownErrors.NAME, error), false));
        stage.act(
                SOFIA,
                "He gets Paul's machine meanwhile, and his incident waits for the problem.",
                incidents,
                crashes.of("Hugo"),
                new TicketCommand.PutOnHold<>(HoldReason.AWAITING_PROBLEM.name(), Optional.empty()));

        stage.on("2026-03-12", "09:40:00");
        crashes.strikes("Karl", "Mail client closes by itself", "{who} has it: {number}.");
        matched("Karl");
        KnownError known = stage.stored(KnownErrors.KIND, error);
        stage.silently(
                SOFIA,
                incidents,
                crashes.of("Karl"),
                new WorkaroundCommand.OfferWorkaround(
                        RecordRef.of(KnownErrors.NAME, error),
                        known.ticket().number(),
                        known.workaround().orElseThrow().text()));
        stage.at("09:44:00");
        tried("Karl", true);
        WorkaroundEffect effect =
                WorkaroundEffect.of(incidents, stage.caller(SOFIA), RecordRef.of(KnownErrors.NAME, error));
        stage.narrate("With the workaround at hand, Karl works again after four minutes. So far it was offered "
                + effect.offered() + " times, tried " + effect.tried() + " times, and helped " + effect.solved()
                + " times: effectiveness "
                + effect.effectiveness().orElseThrow().toPlainString() + ".");
    }

    private void matched(String name) {
        Signs signs =
                Signs.of(stage.find(crashes.of(name)).orElseThrow().record().ticket());
        Suggestion best = KnownErrorMatch.standard()
                .find(knownErrors, stage.caller(SOFIA), signs)
                .get(0);
        stage.narrate("The kit knows it: " + best.number() + ", " + best.score() + " points, for "
                + best.reasons().stream()
                        .map(reason -> reason.code() + " " + reason.shared() + " (" + reason.points() + ")")
                        .collect(Collectors.joining(", "))
                + ". Sofia agrees.");
        isInstance(crashes.of(name));
    }

    private void tried(String name, boolean solved) {
        RecordId incident = crashes.of(name);
        stage.silently(
                SOFIA,
                incidents,
                incident,
                new WorkaroundCommand.TryWorkaround(RecordRef.of(KnownErrors.NAME, error), solved));
        stage.silently(
                SOFIA,
                incidents,
                incident,
                new IncidentCommand.Resolve(Resolution.Code.WORKAROUND, "Archive add-in is off."));
    }

    /** A change rolls back what did not go together, and installs what does. */
    void isEnded() {
        TwoVersions versions = new TwoVersions(stage, update, model);
        RecordRef back = versions.isRolledBack();
        isToBeFixedBy(back);
        RecordRef forward = versions.isDrafted();
        isToBeFixedBy(forward);
        versions.isApprovedMeanwhile(back);
        versions.isReviewed(back);
        versions.isTriedAndInstalled(forward);
        stage.at("17:10:00");
        stage.act(
                SOFIA,
                "Hugo files letters again, on his own machine.",
                incidents,
                crashes.of("Hugo"),
                new IncidentCommand.Resolve(Resolution.Code.FIXED, "8.2 with add-in 3.5."));
    }

    private void isToBeFixedBy(RecordRef change) {
        stage.silently(JONAS, problems, problem, new FixingCommand.PlanFix<>(change));
        stage.silently(JONAS, knownErrors, error, new FixingCommand.PlanFix<>(change));
    }

    /** Whether it is over is counted, not felt. */
    void isCounted() {
        stage.on("2026-04-14", "17:00:00");
        Instant broken = stage.instantOf("2026-03-02", "07:00:00");
        Instant back = stage.instantOf("2026-03-12", "22:00:00");
        Instant fixed = stage.instantOf("2026-03-17", "06:00:00");
        Instant now = stage.instant("17:00:00");
        Duration timeWith = Duration.between(broken, back);
        Duration timeAfter = Duration.between(fixed, now);
        Condition crash = Incidents.FIELDS.errorCode.is(CRASH);
        stage.narrate("In the seven weeks before the update, the crash came "
                + count(crash, broken.minus(Duration.ofDays(49)), Duration.ofDays(49))
                + " times. The five days between roll-back and new version do not count.");
        compared("Crashes of this code", crash, broken, timeWith, fixed, timeAfter);
        compared(
                "Incidents of the mail client, whatever it was",
                Incidents.FIELDS.configurationItem.is(AffectedItem.of(CLIENT).item()),
                broken,
                timeWith,
                fixed,
                timeAfter);
        stage.narrate(
                "The days before were looked at because they were bad, so that their number flatters. That nobody had the crash "
                        + "in four weeks on the same 40 machines does not.");
        new Deliveries(stage, update).areMeasured(crashes.all());
        stage.act(
                MARTA,
                "They look back on it.",
                problems,
                problem,
                new ProblemCommand.LookBack(
                        "Seen by a trend before anybody complained.",
                        "IT tried the update without the add-in that claims work with.",
                        List.of("Whoever tries an update has the add-ins of those who get it.")));
        stage.act(MARTA, "{who} closes the problem.", problems, problem, new TicketCommand.Close<>());
        stage.silently(SOFIA, knownErrors, error, new KnownErrorCommand.Retire("Nobody has 8.2 with add-in 3.4."));
    }

    private void compared(
            String what, Condition which, Instant broken, Duration timeWith, Instant fixed, Duration timeAfter) {
        BeforeAndAfter counts =
                new BeforeAndAfter(count(which, broken, timeWith), timeWith, count(which, fixed, timeAfter), timeAfter);
        stage.narrate(what + ": " + counts.before() + " from the update to the roll-back ("
                + counts.weeklyBefore() + " a week), " + counts.after() + " since the new version ("
                + counts.weeklyAfter()
                + " a week). The probability of so few or fewer by chance alone, at the same rate, is "
                + counts.chance().toPlainString() + ".");
    }

    private int count(Condition which, Instant from, Duration time) {
        return (int) incidents.count(
                stage.caller(SOFIA),
                Condition.and(
                        which,
                        Incidents.FIELDS.opened.isAtLeast(from),
                        Incidents.FIELDS.opened.isBelow(from.plus(time))));
    }
}
