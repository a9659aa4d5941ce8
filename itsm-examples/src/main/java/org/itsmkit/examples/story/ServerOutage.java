package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.ServiceId;
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

/** A bookseller's web shop does not answer any more: from the first failed probe to the closed incident. */
final class ServerOutage implements Story {

    private static final PersonId MONITORING = PersonId.of("monitoring");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CLARA = PersonId.of("clara");
    private static final PersonId DORA = PersonId.of("dora");
    private static final PersonId ERIK = PersonId.of("erik");

    private static final GroupId SERVICE_DESK = GroupId.of("service-desk");
    private static final GroupId SERVER_TEAM = GroupId.of("server-team");

    private static final ServiceId WEB_SHOP = ServiceId.of("web-shop");

    private static final String AGENT = "agent";
    private static final String SENSOR = "sensor";
    private static final String CUSTOMER = "customer";

    @Override
    public String title() {
        return "The web shop is down";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 3, 10, 9, 58, 30);
    }

    @Override
    public Directory people() {
        return Directories.fixed()
                .person(new Person(MONITORING, "the monitoring", Set.of(SENSOR)))
                .person(new Person(ANNA, "Anna", Set.of(AGENT)))
                .person(new Person(BEN, "Ben", Set.of(AGENT)))
                .person(new Person(CLARA, "Clara", Set.of(AGENT)))
                .person(new Person(DORA, "Dora", Set.of(AGENT)))
                .person(new Person(ERIK, "Erik", Set.of(CUSTOMER)))
                .group(SERVICE_DESK, ANNA)
                .group(SERVER_TEAM, BEN, CLARA)
                .manager(BEN, DORA)
                .manager(CLARA, DORA)
                .build();
    }

    @Override
    public Authorizer authorizer() {
        return Authorizers.byRole()
                .may(AGENT, "incident", "*")
                .may(SENSOR, "incident", "log", "read")
                .mayOnOwn(CUSTOMER, "incident", "log", "read", "comment", "confirm", "reopen")
                .build();
    }

    @Override
    public void play(Stage stage) {
        stage.narrate(
                "A bookseller sells through a web shop. Erik, of online sales, answers for it; Anna sits at the service desk; Ben and "
                        + "Clara run the servers; Dora heads operations.");
        stage.narrate("The probe that buys a book every thirty seconds gets no answer from the web shop.");

        stage.at("10:00:00");
        RecordId outage = stage.log(
                MONITORING,
                "After three failed probes {who} logs an incident, in the name of Erik, who owns the shop.",
                IncidentCommand.log()
                        .title("Web shop does not answer")
                        .description("GET https://shop.example/checkout: no answer within 10 s, three times in a row.")
                        .requester(ERIK)
                        .detectedAt(stage.instant("09:58:30"))
                        .build());

        stage.at("10:03:00");
        stage.act(
                ANNA,
                "{who} looks at it and says what sort of thing it is.",
                outage,
                new TicketCommand.Categorise<>(Category.of("hardware/server"), WEB_SHOP));
        stage.act(
                ANNA,
                "Nobody can buy anything, and every hour costs: high impact, high urgency. The matrix makes it critical.",
                outage,
                new TicketCommand.Prioritise<>(Impact.HIGH, Urgency.HIGH));

        stage.at("10:04:00");
        stage.act(ANNA, "{who} takes it on.", outage, new TicketCommand.Assign<>(SERVICE_DESK, ANNA));
        stage.act(ANNA, "{who} begins.", outage, new TicketCommand.Start<>());
        stage.act(
                ANNA,
                "{who} tells Erik that it is known.",
                outage,
                TicketCommand.Comment.toAll("We know that the shop is down and are working on it."));

        stage.at("10:09:00");
        stage.act(
                ANNA,
                "The server does not even answer a ping. {who} escalates to those who know servers.",
                outage,
                new TicketCommand.EscalateTo<>(SERVER_TEAM, "shop-web-01 does not answer a ping."));

        stage.at("10:12:00");
        stage.act(BEN, "{who} takes it.", outage, new TicketCommand.Assign<>(SERVER_TEAM, BEN));

        stage.at("10:20:00");
        stage.act(
                BEN,
                "{who} must have somebody look at the machine. The data centre sends a technician: until then it waits.",
                outage,
                new TicketCommand.PutOnHold<>(
                        HoldReason.AWAITING_SUPPLIER.name(), Optional.of("Technician at rack 14, within 30 minutes.")));

        stage.at("10:30:00");
        stage.act(
                ANNA,
                "Half an hour without a shop: {who} has the head of operations told.",
                outage,
                new TicketCommand.EscalateUp<>("Critical for 30 minutes, cause unknown."));

        stage.at("10:47:00");
        stage.act(
                BEN,
                "The technician calls: both power supplies are dark. {who} goes on.",
                outage,
                new TicketCommand.Resume<>());

        stage.at("10:52:00");
        stage.act(
                BEN,
                "{who} writes down what is wrong.",
                outage,
                new IncidentCommand.Diagnose("Both power supplies of shop-web-01 hang on one fuse, and it has blown."));
        stage.act(
                CLARA,
                "{who} adds, for colleagues only, what they know of the other machine.",
                outage,
                TicketCommand.Comment.internal("shop-web-02 is up to date since last night's sync."));

        stage.at("11:08:00");
        stage.act(
                BEN,
                "The shop answers again, from the other machine. {who} resolves the incident by a workaround.",
                outage,
                new IncidentCommand.Resolve(
                        Resolution.Code.WORKAROUND, "Shop runs on shop-web-02; shop-web-01 waits for an electrician."));

        stage.at("11:15:00");
        stage.attempt(
                ANNA,
                "{who} would like to see it confirmed, and tries to do so.",
                outage,
                new IncidentCommand.Confirm());

        stage.at("11:24:00");
        stage.act(ERIK, "{who} has bought a book. It works, and {who} says so.", outage, new IncidentCommand.Confirm());

        stage.on("2026-03-11", "09:00:00");
        stage.act(
                ANNA,
                "Nothing came after. {who} closes it; why two power supplies hang on one fuse is a problem of its own.",
                outage,
                new TicketCommand.Close<>());
    }
}
