package org.itsmkit.servicelevel.preset;

import static org.itsmkit.servicelevel.clock.Mark.AGENT_CONTACT;
import static org.itsmkit.servicelevel.clock.Mark.CUSTOMER_CONTACT;
import static org.itsmkit.servicelevel.clock.Mark.FIRST_RESPONSE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.servicelevel.clock.ClockPolicy;
import org.itsmkit.servicelevel.clock.ClockPolicy.Boundary;
import org.itsmkit.servicelevel.clock.ClockPolicy.Change;
import org.itsmkit.servicelevel.clock.ClockPolicy.Edge;
import org.itsmkit.servicelevel.clock.ClockPolicy.PauseUnit;
import org.itsmkit.servicelevel.clock.ClockPolicy.Pauses;
import org.itsmkit.servicelevel.clock.ClockPolicy.Reopen;
import org.itsmkit.servicelevel.clock.ClockPolicy.Shown;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.preset.Preset.Kind;
import org.itsmkit.servicelevel.preset.Preset.Rule;

/** The presets that there are. */
public final class Presets {

    /** The requester, or somebody on their side, opened it: what makes the first question of it. */
    public static final String OPENED_BY_CUSTOMER = "opened-by-customer";
    /** Somebody of the provider opened it. */
    public static final String OPENED_BY_AGENT = "opened-by-agent";
    /** The requester said something, and the last word before was not theirs. */
    public static final String QUESTION = "question";

    private static final Condition WORK = Condition.phase(Phase.NEW, Phase.ACTIVE, Phase.WAITING);
    private static final Condition WAITING = Condition.phase(Phase.WAITING);
    private static final Condition DONE = Condition.phase(Phase.RESOLVED, Phase.CLOSED);
    private static final Condition AGENT = Condition.marked(AGENT_CONTACT);
    private static final Condition ANSWER = Condition.marked(FIRST_RESPONSE, AGENT_CONTACT);
    private static final Condition NEVER = Condition.never();

    private static final List<Preset> ALL =
            List.of(kit(), glpi(), zammad(), zammad3(), rt(), znuny(), itop(), servicenow(), jsm());

    private Presets() {}

    /** All of them. */
    public static List<Preset> all() {
        return ALL;
    }

    /** The one of that name. */
    public static Optional<Preset> named(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    private static Preset preset(String name, Rule response, Optional<Rule> update, Rule resolution) {
        Map<Kind, Rule> rules = new LinkedHashMap<>();
        rules.put(Kind.RESPONSE, response);
        update.ifPresent(rule -> rules.put(Kind.UPDATE, rule));
        rules.put(Kind.RESOLUTION, resolution);
        return new Preset(name, rules);
    }

    private static Metric response(Condition start, Condition stop) {
        return Metric.of("first-response", start, stop);
    }

    private static Metric update(Condition start, Condition stop) {
        return Metric.of("next-update", start, stop);
    }

    /** Ours. */
    public static Preset kit() {
        ClockPolicy ours = ClockPolicy.standard();
        return preset(
                "kit",
                new Rule(Metric.FIRST_RESPONSE, ours),
                Optional.of(new Rule(Metric.NEXT_UPDATE, ours)),
                new Rule(Metric.RESOLUTION, ours));
    }

    /**
     * GLPI 10: the time to own does not pause, though what was waited is added to it when the agreement changes; the time to resolve does;
     * a deadline is shown throughout, and one at the close of a day moves to the next day. Rests on its {@code SLMTest}, {@code
     * LevelAgreement}, {@code Calendar} and {@code CommonITILObject}.
     */
    public static Preset glpi() {
        ClockPolicy policy = ClockPolicy.standard()
                .withEdge(Edge.NEXT_DAY)
                .withPausedDue(Shown.ALWAYS)
                .withChangeGrantsWaits(true);
        return preset(
                "glpi",
                new Rule(response(WORK, ANSWER.or(DONE)), policy).pausing(NEVER),
                Optional.empty(),
                new Rule(Metric.RESOLUTION, policy));
    }

    /**
     * Zammad since 4.0: an update is owed from the first question that was not answered; pauses are cut to the minute; whole minutes decide;
     * what was closed once has no solution time again. Rests on its {@code escalation_spec}, and on {@code Escalation} with {@code
     * DestinationTime} and {@code TicketBizBreak}. Where it forgets the deadline of what is done, the one by which that is judged is shown.
     */
    public static Preset zammad() {
        ClockPolicy policy = ClockPolicy.standard()
                .withEdge(Edge.NEXT_OPENING)
                .withPauseUnit(PauseUnit.MINUTE)
                .withBoundary(Boundary.WHOLE_MINUTES);
        return preset(
                "zammad",
                new Rule(response(WORK, Condition.marked(FIRST_RESPONSE).or(DONE)), policy),
                Optional.of(new Rule(
                        update(Condition.marked(CUSTOMER_CONTACT), AGENT.or(DONE)),
                        policy.withFinishedDue(Shown.NEVER))),
                new Rule(Metric.RESOLUTION, policy.withReopen(Reopen.NEVER)));
    }

    /**
     * Zammad until 3.6: an update is owed from the last word of either side, or from the beginning; deadlines are shown throughout. Rests on
     * its {@code ticket_sla_test} of then.
     */
    public static Preset zammad3() {
        ClockPolicy policy =
                ClockPolicy.standard().withBoundary(Boundary.WHOLE_MINUTES).withPausedDue(Shown.ALWAYS);
        Condition word = Condition.marked(AGENT_CONTACT, CUSTOMER_CONTACT);
        return preset(
                "zammad-3",
                new Rule(response(WORK, Condition.marked(FIRST_RESPONSE).or(DONE)), policy),
                Optional.of(new Rule(update(WORK, DONE).withNext(word), policy)),
                new Rule(Metric.RESOLUTION, policy));
    }

    /**
     * Request Tracker: a response is owed from the first question that was not answered, and being kept in the loop from the last word of the
     * staff until the requester speaks; waiting hides the deadline, as in a level that ignores the status, and
     * it is where it was afterwards. Rests on {@code RT::SLA}, its actions and {@code t/sla}.
     */
    public static Preset rt() {
        ClockPolicy policy = ClockPolicy.standard()
                .withEdge(Edge.NEXT_OPENING)
                .withPauses(Pauses.HIDE)
                .withReopen(Reopen.COUNT_CLOSED_TIME);
        Condition customer = Condition.marked(CUSTOMER_CONTACT, OPENED_BY_CUSTOMER);
        Condition staff = Condition.marked(FIRST_RESPONSE, AGENT_CONTACT, OPENED_BY_AGENT);
        return preset(
                "rt",
                new Rule(response(customer, staff.or(DONE)), policy.withFinishedDue(Shown.NEVER)),
                Optional.of(new Rule(
                        update(staff, Condition.marked(CUSTOMER_CONTACT).or(DONE))
                                .withNext(staff),
                        policy.withFinishedDue(Shown.NEVER))),
                new Rule(Metric.RESOLUTION, policy));
    }

    /**
     * Znuny: response and solution do not pause; what was closed once has no solution time again; an update is owed after the last answer, or
     * after the first question since, and is hidden while it waits. Rests on {@code Kernel::System::Ticket} and its escalation index.
     */
    public static Preset znuny() {
        ClockPolicy policy =
                ClockPolicy.standard().withBoundary(Boundary.BREACHED_AT_DUE).withFinishedDue(Shown.NEVER);
        Condition word = Condition.marked(FIRST_RESPONSE, AGENT_CONTACT, QUESTION);
        return preset(
                "znuny",
                new Rule(response(WORK, ANSWER.or(DONE)), policy).pausing(NEVER),
                Optional.of(
                        new Rule(update(WORK, DONE).withNext(ANSWER).withReset(word), policy.withPauses(Pauses.HIDE))),
                new Rule(Metric.RESOLUTION, policy.withReopen(Reopen.NEVER)).pausing(NEVER));
    }

    /**
     * iTop: stopwatches keep what was spent; one that stands has a deadline only if it missed it; the time to own ends as soon as it waits.
     * Rests on {@code ormStopWatch} and its ITIL data models.
     */
    public static Preset itop() {
        ClockPolicy policy =
                ClockPolicy.standard().withBoundary(Boundary.BREACHED_AT_DUE).withFinishedDue(Shown.IF_BREACHED);
        return preset(
                "itop",
                new Rule(response(WORK, ANSWER.or(DONE).or(WAITING)), policy.withReopen(Reopen.NEVER)),
                Optional.empty(),
                new Rule(Metric.RESOLUTION, policy));
    }

    /**
     * ServiceNow, as far as its public documentation says: the planned end is shown throughout; what uses all of its time is late; another
     * definition begins anew; what is done again is another record.
     */
    public static Preset servicenow() {
        ClockPolicy policy = ClockPolicy.standard()
                .withBoundary(Boundary.BREACHED_AT_DUE)
                .withPausedDue(Shown.ALWAYS)
                .withReopen(Reopen.NEW_CYCLE)
                .withChange(Change.RESET);
        return preset(
                "servicenow",
                new Rule(Metric.FIRST_RESPONSE, policy),
                Optional.of(new Rule(Metric.NEXT_UPDATE, policy)),
                new Rule(Metric.RESOLUTION, policy));
    }

    /**
     * Jira Service Management, as far as its public documentation says: no deadline while it is paused; what starts again begins another
     * cycle from nothing; another goal holds from the start of the cycle that is open.
     */
    public static Preset jsm() {
        ClockPolicy policy = ClockPolicy.standard().withReopen(Reopen.NEW_CYCLE);
        return preset(
                "jsm",
                new Rule(Metric.FIRST_RESPONSE, policy),
                Optional.of(new Rule(Metric.NEXT_UPDATE, policy)),
                new Rule(Metric.RESOLUTION, policy));
    }
}
