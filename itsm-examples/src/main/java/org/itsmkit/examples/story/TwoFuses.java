package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.ServerOutage.BEN;
import static org.itsmkit.examples.story.ServerOutage.CLARA;
import static org.itsmkit.examples.story.ServerOutage.DORA;
import static org.itsmkit.examples.story.ServerOutage.WEB_SHOP;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.ForwardSchedule;
import org.itsmkit.change.PlanningCommand;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Slot;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.schedule.Collision;
import org.itsmkit.change.schedule.FreeSlot;
import org.itsmkit.change.schedule.ItemFilter;
import org.itsmkit.change.schedule.ItemMap;
import org.itsmkit.change.schedule.MaintenanceWindow;
import org.itsmkit.change.schedule.SchedulingRules;
import org.itsmkit.engine.Records;
import org.itsmkit.examples.calendar.RecurringWindows;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** The change that brings an end to {@link OneFuse}: planned, put before the board, made by night and looked back on. */
final class TwoFuses {

    private static final ConfigurationItemId WEB_01 = ConfigurationItemId.of("shop-web-01");
    private static final ConfigurationItemId WEB_02 = ConfigurationItemId.of("shop-web-02");
    private static final ConfigurationItemId BALANCER = ConfigurationItemId.of("shop-lb-01");
    private static final String WEDNESDAY = "2026-03-18";
    private static final String THURSDAY = "2026-03-19";

    private final Stage stage;
    private final Records<Change> changes;
    private final ForwardSchedule schedule;
    private final RecordId firmware;
    private final RecordId fuses;

    private TwoFuses(Stage stage, RecordId firmware, RecordId fuses) {
        this.stage = stage;
        this.changes = stage.itsm().changes();
        this.schedule = new ForwardSchedule(changes, rules(stage));
        this.firmware = firmware;
        this.fuses = fuses;
    }

    /** What the shop runs on may be worked on by night, and what depends on each other not at the same time. */
    private static SchedulingRules rules(Stage stage) {
        ItemMap items = ItemMap.builder()
                .supports(WEB_01, WEB_SHOP)
                .supports(WEB_02, WEB_SHOP)
                .supports(BALANCER, WEB_SHOP)
                .dependsOn(BALANCER, WEB_01)
                .dependsOn(BALANCER, WEB_02)
                .build();
        return SchedulingRules.builder()
                .items(items)
                .addMaintenance(new MaintenanceWindow(
                        "shop nights",
                        ItemFilter.supporting(WEB_SHOP),
                        RecurringWindows.of(
                                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
                                LocalDateTime.of(2026, 1, 5, 22, 0),
                                stage.now().getZone(),
                                Duration.ofHours(5))))
                .build();
    }

    /** Drafted for a night in which something else is to be done already. */
    static TwoFuses drafted(Stage stage, RecordId firmware) {
        RecordId fuses = stage.open(
                BEN,
                "To touch fuses is a change: {who} drafts {number}. The electrician could come on Wednesday at half past nine.",
                stage.itsm().changes(),
                ChangeCommand.draft()
                        .draft(TicketDraft.builder()
                                .title("A circuit of its own for each power supply")
                                .service(WEB_SHOP)
                                .build())
                        .plans(Plans.builder()
                                .implementation(
                                        "The electrician lays a second circuit to rack 14 and moves power supply 2 to it. "
                                                + "Then the shop moves back from shop-web-02 to shop-web-01.")
                                .test(
                                        "Pull the fuse of each circuit once; shop-web-01 must stay up both times. Then buy a book.")
                                .communication(
                                        "Banner in the shop from 22:00 on; Anna calls the data centre before and after.")
                                .build())
                        .slot(new Slot(
                                window(stage, WEDNESDAY, "21:30:00", "23:30:00"),
                                Optional.of(window(stage, WEDNESDAY, "23:15:00", "23:20:00"))))
                        .affected(new Affected(Set.of(new AffectedItem(WEB_01, Optional.empty())), Set.of()))
                        .build());
        stage.tellChange(fuses);
        return new TwoFuses(stage, firmware, fuses);
    }

    /** What Clara has planned for that night. */
    static RecordId firmware(Stage stage) {
        stage.on("2026-03-13", "15:00:00");
        Records<Change> changes = stage.itsm().changes();
        RecordId firmware = stage.open(
                CLARA,
                "{who} has had new firmware for the load balancer lying about for weeks, and plans it for Wednesday "
                        + "night, 22:00 to 23:00: {number}.",
                changes,
                ChangeCommand.draft()
                        .draft(TicketDraft.builder()
                                .title("New firmware for the load balancer")
                                .service(WEB_SHOP)
                                .build())
                        .plans(Plans.builder()
                                .implementation("Update the passive half, swap, update the other.")
                                .backOut("Swap back; the old firmware stays on the second partition.")
                                .test("Both halves answer the probe.")
                                .communication("None: nobody sees it.")
                                .build())
                        .slot(Slot.of(window(stage, WEDNESDAY, "22:00:00", "23:00:00")))
                        .affected(new Affected(Set.of(new AffectedItem(BALANCER, Optional.empty())), Set.of()))
                        .build());
        stage.silently(CLARA, changes, firmware, new PlanningCommand.AssessRisk("low", "medium"));
        stage.silently(CLARA, changes, firmware, new ApprovalCommand.Submit());
        stage.act(
                BEN,
                "It was done twice before, so its risk is low, and one of the team is enough: {who} approves it.",
                changes,
                firmware,
                new ApprovalCommand.CastVote("peer", Choice.APPROVE, ""));
        return firmware;
    }

    private static Window window(Stage stage, String date, String from, String to) {
        return new Window(stage.instantOf(date, from), stage.instantOf(date, to));
    }

    /** What is in its way, and when nothing is. */
    void isScheduled() {
        stage.at("16:20:00");
        String inTheWay = schedule.collisions(stage.caller(BEN), fuses).stream()
                .map(this::told)
                .collect(Collectors.joining("; "));
        stage.narrate("Ben asks the forward schedule what is in the way of half past nine: " + inTheWay
                + ". Before ten nobody works on the shop, and Clara's load balancer depends on the machine.");
        FreeSlot free = schedule.freeSlots(
                        stage.caller(BEN),
                        fuses,
                        new Window(stage.instantOf(WEDNESDAY, "18:00:00"), stage.instantOf(THURSDAY, "06:00:00")),
                        1)
                .get(0);
        stage.narrate("The next two hours in which nothing is in the way begin " + stage.day(free.earliestBegin())
                + ". The electrician can come then too.");
        Window window = free.earliest();
        stage.act(
                BEN,
                "{who} takes them, the shop's five minutes at their end.",
                changes,
                fuses,
                new PlanningCommand.Schedule(
                        window,
                        Optional.of(new Window(
                                window.toExclusive().minus(Duration.ofMinutes(15)),
                                window.toExclusive().minus(Duration.ofMinutes(10))))));
    }

    private String told(Collision collision) {
        String with = collision.with() instanceof Collision.OtherChange other
                ? stage.number(other.reference())
                : collision.with().text();
        return with + " (" + collision.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "), from "
                + stage.day(collision.overlap().fromInclusive()) + " to "
                + stage.day(collision.overlap().toExclusive());
    }

    /** Which change. */
    RecordRef ref() {
        return RecordRef.of(Changes.NAME, fuses);
    }

    /** How risky it is, and what is still missing. */
    void isSubmitted() {
        stage.act(
                BEN,
                "How probable is it that something goes wrong? Medium, {who} says. How bad would it be? As bad as last Tuesday: high.",
                changes,
                fuses,
                new PlanningCommand.AssessRisk("medium", "high"));
        stage.narrate("\"" + String.join(" ", stage.stored(Changes.KIND, fuses).explainRisk())
                + "\" From moderate on, the board is asked.");
        stage.attempt(BEN, "{who} submits it.", changes, fuses, new ApprovalCommand.Submit());
        stage.at("16:40:00");
        Plans plans = stage.stored(Changes.KIND, fuses).plans();
        stage.act(
                BEN,
                "That is what the rule is for. {who} writes down how one gets back.",
                changes,
                fuses,
                new ChangeCommand.Revise(plans.withBackOut(
                        "Until the shop moves back: move power supply 2 to the old circuit again, 10 minutes. After that: fail over to "
                                + "shop-web-02 by hand, 5 minutes; it stays up to date until Friday.")));
        stage.act(BEN, "Now {who} can submit it.", changes, fuses, new ApprovalCommand.Submit());
    }

    /** One after the other, in one night. */
    void isMade() {
        stage.on(WEDNESDAY, "22:00:00");
        stage.silently(CLARA, changes, firmware, new ChangeCommand.Begin());
        stage.at("22:40:00");
        stage.act(
                CLARA,
                "The load balancer has its firmware, twenty minutes before its time is over. Nobody saw anything: {who} says so.",
                changes,
                firmware,
                new ChangeCommand.Implement("Both halves answer the probe."));
        stage.silently(CLARA, changes, firmware, new TicketCommand.Close<>());
        stage.at("23:00:00");
        stage.act(BEN, "The electrician is there. {who} begins.", changes, fuses, new ChangeCommand.Begin());

        stage.on(THURSDAY, "00:40:00");
        stage.narrate(
                "Each power supply has a circuit of its own. Ben has pulled each fuse once: the machine runs on.");
        stage.at("00:48:00");
        stage.narrate(
                "At a quarter to one the shop went away, as announced. After three minutes it is back, on shop-web-01.");
        stage.at("00:50:00");
        stage.act(
                BEN,
                "{who} buys a book, and says that it is done.",
                changes,
                fuses,
                new ChangeCommand.Implement(
                        ChangeOutcome.SUCCESSFUL,
                        "Two circuits, each fuse pulled once; shop-web-01 stayed up both times. The shop was away for 3 minutes."));
    }

    /** The board wanted to hear of it, so it is not closed before. */
    void isClosed() {
        stage.at("09:00:00");
        stage.attempt(
                CLARA,
                "{who} has looked at it by day, and would close the change.",
                changes,
                fuses,
                new TicketCommand.Close<>());
        stage.act(
                DORA,
                "What the board approved is looked back on, even if it went well. {who} writes down what it comes to.",
                changes,
                fuses,
                new ChangeCommand.LookBack(
                        "Three minutes instead of five, and nobody called.",
                        "The first plan said nothing of a way back.",
                        List.of("Ask the forward schedule before the electrician.")));
        stage.act(
                CLARA,
                "Now {who} closes it. With that the known error is fixed and the problem resolved: the kit does both, for all that was to "
                        + "fix them is done.",
                changes,
                fuses,
                new TicketCommand.Close<>());
    }
}
