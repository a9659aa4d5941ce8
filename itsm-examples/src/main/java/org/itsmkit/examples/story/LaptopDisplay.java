package org.itsmkit.examples.story;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentTimelineCommand;
import org.itsmkit.incident.Milestone;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.SupportTier;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Person;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TierCommand;

/** A driver update blanks a screen an hour before a presentation: from the call to the closed incident, through two tiers. */
final class LaptopDisplay implements Story {

    private static final PersonId NORA = PersonId.of("nora");
    private static final PersonId TIM = PersonId.of("tim");
    private static final PersonId LENA = PersonId.of("lena");
    private static final PersonId VICTOR = PersonId.of("victor");

    private static final GroupId SERVICE_DESK = GroupId.of("service-desk");
    private static final GroupId WORKPLACE = GroupId.of("workplace-team");

    private static final ServiceId WORKPLACES = ServiceId.of("workplaces");
    private static final Category DISPLAY = Category.of("hardware/display");

    private static final String AGENT = "agent";
    private static final String COLLEAGUE = "colleague";

    @Override
    public String title() {
        return "The screen stays black";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Vienna");
    }

    @Override
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 4, 16, 12, 55, 0);
    }

    @Override
    public Directory people() {
        return Directories.fixed()
                .person(new Person(NORA, "Nora", Set.of(COLLEAGUE)))
                .person(new Person(TIM, "Tim", Set.of(AGENT)))
                .person(new Person(LENA, "Lena", Set.of(AGENT)))
                .person(new Person(VICTOR, "Victor", Set.of(AGENT)))
                .group(SERVICE_DESK, TIM)
                .group(WORKPLACE, LENA)
                .manager(TIM, VICTOR)
                .manager(LENA, VICTOR)
                .build();
    }

    @Override
    public Authorizer authorizer() {
        return Authorizers.byRole()
                .may(AGENT, "incident", "*")
                .mayOnOwn(COLLEAGUE, "incident", "log", "read", "comment", "confirm", "reopen")
                .build();
    }

    @Override
    public Tailoring tailoring() {
        return Tailoring.builder()
                .addTiers(
                        SupportTier.of(1, SERVICE_DESK),
                        SupportTier.of(2, WORKPLACE).forCategory(Category.of("hardware")))
                .build();
    }

    @Override
    public void play(Stage stage) {
        stage.narrate(
                "Nora sells machine tools. At two o'clock she shows the new ones to her largest customer, from her laptop. Tim sits at "
                        + "the service desk; Lena looks after workplaces; Victor heads both.");
        stage.narrate(
                "The laptop has installed an update and restarted. Its fan turns, its keys light up, its screen stays black.");

        stage.at("13:00:00");
        RecordId black = stage.log(
                NORA,
                "{who} restarts it once more, then logs an incident from her telephone.",
                IncidentCommand.log()
                        .title("Laptop screen black after update")
                        .description("Runs, but shows nothing. I present to a customer at 14:00!")
                        .service(WORKPLACES)
                        .detectedAt(stage.instant("12:55:00"))
                        .build());

        stage.at("13:02:00");
        stage.act(TIM, "{who} reads it and lets her know.", black, new IncidentTimelineCommand.Acknowledge());
        stage.act(
                TIM,
                "{who} says what sort of thing it is.",
                black,
                new TicketCommand.Categorise<>(DISPLAY, WORKPLACES));
        stage.act(
                TIM,
                "One laptop, but in an hour it is needed: low impact, high urgency. The matrix makes it moderate.",
                black,
                new TicketCommand.Prioritise<>(Impact.LOW, Urgency.HIGH));

        stage.at("13:04:00");
        stage.act(TIM, "{who} takes it on.", black, new TicketCommand.Assign<>(SERVICE_DESK, TIM));
        stage.act(TIM, "{who} begins, with the remote control.", black, new TicketCommand.Start<>());

        stage.at("13:09:00");
        stage.act(
                TIM,
                "The machine answers, and sees its own desktop. {who} asks Nora to try a screen on the cable.",
                black,
                TicketCommand.Comment.toAll(
                        "I can reach your laptop. Please connect the screen in room 2.14 and tell me what it shows."));
        stage.act(
                TIM,
                "{who} waits for her answer.",
                black,
                new TicketCommand.PutOnHold<>(
                        HoldReason.AWAITING_REQUESTER.name(), Optional.of("Does an external screen work?")));

        stage.at("13:13:00");
        stage.act(
                NORA,
                "{who} has run down two floors. With her answer it goes on by itself.",
                black,
                TicketCommand.Comment.toAll("The big screen works. Mine is still black."));
        stage.narrate("Tim goes on: reset of the display, brightness, lid switch. Nothing.");

        stage.at("13:18:00");
        stage.act(
                TIM,
                "That is as far as the desk comes. {who} escalates to the next tier, which is Lena's team for everything of hardware.",
                black,
                new TierCommand.EscalateToNextTier<>(
                        "External screen works, built-in one stays black since the update. Needed at 14:00."));
        stage.attempt(
                TIM,
                "{who} would like to have somebody above them look at it as well.",
                black,
                new TierCommand.EscalateToNextTier<>("Needed at 14:00."));

        stage.at("13:20:00");
        stage.act(LENA, "{who} takes it.", black, new TicketCommand.Assign<>(WORKPLACE, LENA));

        stage.at("13:24:00");
        stage.act(
                TIM,
                "{who} has the head of both teams told: a customer is waiting.",
                black,
                new TicketCommand.EscalateUp<>("Customer presentation at 14:00, no picture yet."));

        stage.at("13:27:00");
        stage.act(
                LENA,
                "{who} compares the update's list with the machine, and knows what it is.",
                black,
                new IncidentCommand.Diagnose(
                        "Display driver 31.4 of this morning's update does not know the panel of this model; driver fault."));
        stage.act(
                LENA,
                "{who} leaves a note for colleagues.",
                black,
                TicketCommand.Comment.internal(
                        "38 more laptops have this panel. Update withdrawn from them at 13:27."));

        Instant rolledBack = stage.instant("13:35:00");
        stage.at("13:36:00");
        stage.act(LENA, "{who} has rolled the driver back to 31.2.", black, new IncidentTimelineCommand.RecordRepair());

        stage.at("13:39:00");
        stage.act(
                LENA,
                "The laptop has restarted, and {who} sees that the panel is recognised.",
                black,
                new IncidentTimelineCommand.RecordRecovery());

        stage.at("13:41:00");
        stage.narrate("Nora has a picture, and nineteen minutes left.");

        stage.at("13:44:00");
        stage.act(
                LENA,
                "{who} writes down when Nora had her screen back.",
                black,
                new IncidentTimelineCommand.RecordRestoration(stage.instant("13:41:00")));
        stage.act(
                LENA,
                "{who} resolves it: the machine works, the driver's maker has still to mend the driver.",
                black,
                new IncidentCommand.Resolve(
                        Resolution.Code.WORKAROUND, "Display driver rolled back from 31.4 to 31.2, update blocked."));

        stage.at("15:30:00");
        stage.act(
                NORA,
                "The customer wants two machines. {who} says that the screen works.",
                black,
                new IncidentCommand.Confirm());

        stage.on("2026-04-17", "08:30:00");
        stage.act(
                LENA,
                "The log of the roll-back says that it was done a little earlier than {who} wrote.",
                black,
                new IncidentTimelineCommand.CorrectMilestone(Milestone.REPAIRED, rolledBack, "Log of the roll-back."));

        stage.at("09:00:00");
        stage.act(
                TIM,
                "{who} closes it. Why nobody tried the update on this model is a problem of its own.",
                black,
                new TicketCommand.Close<>());
    }
}
