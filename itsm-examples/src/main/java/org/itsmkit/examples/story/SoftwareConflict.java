package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.itsmkit.approval.Authority;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Plans;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Person;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.TicketDraft;

/** A mail client crashes after an update: from a trend in incidents to a problem, a workaround, a change, and the count afterwards. */
final class SoftwareConflict implements Story {

    static final PersonId SOFIA = PersonId.of("sofia");
    static final PersonId JONAS = PersonId.of("jonas");
    static final PersonId MARTA = PersonId.of("marta");

    static final PersonId TOMAS = PersonId.of("tomas");
    private static final PersonId GRETA = PersonId.of("greta");

    private static final GroupId SERVICE_DESK = GroupId.of("service-desk");
    private static final GroupId CLIENT_TEAM = GroupId.of("client-team");

    static final ServiceId MAIL = ServiceId.of("mail");
    private static final ServiceId WORKPLACES = ServiceId.of("workplaces");

    static final String CLIENT = "mail-client";
    static final String NEW_VERSION = "8.2";
    static final String CRASH = "0xE0434352";

    private static final String AGENT = "agent";
    private static final String COLLEAGUE = "colleague";
    private static final List<String> COLLEAGUES =
            List.of("Ida", "Oskar", "Lea", "Emil", "Nina", "Rosa", "Hugo", "Vera", "Karl", "Paul");

    /** Something of the usual sort: on which day whose what did what. */
    private record Usual(String day, String who, String title, String item, String version, String code) {}

    private static final List<Usual> USUAL = List.of(
            new Usual("2026-01-14", "paul", "Printer prints stripes", "printer", "5.0", "E-79"),
            new Usual("2026-01-20", "lea", "No way into the network from home", "vpn", "3.3", "809"),
            new Usual("2026-01-22", "oskar", "Mail client does not connect", CLIENT, "8.1", "0x8004010F"),
            new Usual("2026-01-29", "vera", "Printer prints stripes", "printer", "5.0", "E-79"),
            new Usual("2026-02-05", "rosa", "No way into the network from home", "vpn", "3.3", "809"),
            new Usual("2026-02-11", "karl", "Printer does not wake up", "printer", "5.0", "E-12"),
            new Usual("2026-02-17", "emil", "Mail client does not connect", CLIENT, "8.1", "0x8004010F"),
            new Usual("2026-02-20", "hugo", "No way into the network from home", "vpn", "3.3", "809"),
            new Usual("2026-02-26", "nina", "Printer prints stripes", "printer", "5.0", "E-79"));

    private static final List<Usual> LATER = List.of(
            new Usual("2026-03-24", "lea", "Printer prints stripes", "printer", "5.0", "E-79"),
            new Usual("2026-04-01", "karl", "Mail client does not connect", CLIENT, "8.2", "0x8004010F"),
            new Usual("2026-04-08", "ida", "No way into the network from home", "vpn", "3.3", "809"));

    @Override
    public String title() {
        return "The mail client closes by itself";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Zurich");
    }

    @Override
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 1, 12, 8, 0, 0);
    }

    @Override
    public Directory people() {
        var people = Directories.fixed()
                .person(new Person(SOFIA, "Sofia", Set.of(AGENT)))
                .person(new Person(JONAS, "Jonas", Set.of(AGENT)))
                .person(new Person(MARTA, "Marta", Set.of(AGENT, Authority.EMERGENCY_CAB)))
                .person(new Person(TOMAS, "Tomas", Set.of(COLLEAGUE, Authority.EMERGENCY_CAB)))
                .person(new Person(GRETA, "Greta", Set.of(COLLEAGUE, Authority.EMERGENCY_CAB)))
                .group(SERVICE_DESK, SOFIA)
                .group(CLIENT_TEAM, JONAS);
        for (String name : COLLEAGUES) {
            people.person(new Person(person(name), name, Set.of(COLLEAGUE)));
        }
        return people.build();
    }

    static PersonId person(String name) {
        return PersonId.of(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Authorizer authorizer() {
        return Authorizers.byRole()
                .may(AGENT, "incident", "*")
                .may(AGENT, "problem", "*")
                .may(AGENT, "known-error", "*")
                .may(AGENT, "change", "*")
                .may(AGENT, "change-model", "*")
                .may(Authority.EMERGENCY_CAB, "change", "read", "vote")
                .mayOnOwn(COLLEAGUE, "incident", "log", "read", "comment", "confirm", "reopen")
                .build();
    }

    @Override
    public ChangePractice changePractice() {
        return ChangePractice.standard()
                .with(ChangeProcedure.builder()
                        .type(ChangeType.NORMAL)
                        .addRequiredPlans(PlanKind.IMPLEMENTATION, PlanKind.BACK_OUT, PlanKind.TEST)
                        .mustBeScheduled(true)
                        .addTasks("Try it with the add-ins of those who get it")
                        .build())
                .with(ChangeProcedure.builder()
                        .type(ChangeType.EMERGENCY)
                        .addApprovals(ApprovalStep.of(Authority.emergencyCab(2)))
                        .build());
    }

    @Override
    public void play(Stage stage) {
        stage.narrate(
                "An insurance company handles claims by mail. Sofia sits at the service desk, Jonas packs the software of the "
                        + "workplaces, Marta answers for both. Tomas heads claims, where forty people work; Greta "
                        + "heads IT.");
        RecordId model = catalogued(stage);
        USUAL.forEach(usual -> happens(stage, usual));
        stage.narrate(
                "In seven weeks the desk had " + USUAL.size()
                        + " incidents of the usual sort: printers, the way in from home, twice a mail client that did not connect.");
        RecordId update = updated(stage, model);

        Crashes crashes = new Crashes(stage);
        crashes.come();
        Conflict conflict = new Conflict(stage, crashes, update, model);
        conflict.isNoticed();
        conflict.isUnderstood();
        conflict.isLivedWith();
        conflict.isEnded();
        LATER.forEach(usual -> happens(stage, usual));
        conflict.isCounted();
    }

    private static void happens(Stage stage, Usual usual) {
        stage.on(usual.day(), "10:00:00");
        var incidents = stage.itsm().incidents();
        RecordId id = stage.silently(
                PersonId.of(usual.who()),
                incidents,
                IncidentCommand.log()
                        .title(usual.title())
                        .service(usual.item().equals(CLIENT) ? MAIL : WORKPLACES)
                        .build());
        stage.silently(
                SOFIA,
                incidents,
                id,
                new AffectedCommand.NameAffected<>(
                        Set.of(AffectedItem.of(usual.item(), usual.version())), Set.of(usual.code())));
        stage.on(usual.day(), "10:40:00");
        stage.silently(SOFIA, incidents, id, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Works again."));
    }

    /** What comes so often that nobody asks each time. */
    private static RecordId catalogued(Stage stage) {
        var models = stage.itsm().changeModels();
        stage.at("08:30:00");
        RecordId model = stage.open(
                JONAS,
                "Programs get new versions every month. {who} writes down how that is done, for the catalogue of standard changes: {number}.",
                models,
                ChangeModelCommand.propose()
                        .title("New version of a program on workplaces")
                        .description("A program that is there already, for one department, out of hours.")
                        .owner(MARTA)
                        .procedure(ChangeProcedure.of(ChangeType.STANDARD))
                        .failuresAllowed(1)
                        .build());
        stage.tellModel(model);
        stage.act(
                MARTA,
                "{who} says yes once, and with that to all changes of the sort, until one fails.",
                models,
                model,
                new ChangeModelCommand.Approve("Has gone well for a year."));
        return model;
    }

    private static RecordId updated(Stage stage, RecordId model) {
        stage.on("2026-02-27", "09:00:00");
        var changes = stage.itsm().changes();
        RecordId update = stage.open(
                JONAS,
                "{who} takes one from the catalogue: {number}, the mail client 8.2 for claims, tried in IT for two weeks. "
                        + "Nobody need be asked.",
                changes,
                ChangeCommand.draft()
                        .draft(TicketDraft.builder()
                                .title("Mail client 8.2 for claims")
                                .service(MAIL)
                                .build())
                        .model(RecordRef.of(ChangeModels.NAME, model))
                        .plans(Plans.of("Monday before work, 40 workplaces. Tried for two weeks in IT."))
                        .build());
        stage.tellChange(update);
        stage.silently(JONAS, changes, update, new ChangeCommand.Authorise(""));
        stage.on("2026-03-02", "05:30:00");
        stage.silently(JONAS, changes, update, new ChangeCommand.Begin());
        stage.at("07:00:00");
        stage.act(
                JONAS,
                "Claims get 8.2 in place of 8.1. On three machines the installation had to be begun anew: successful with issues, says "
                        + "{who}, so that it is to be looked back on some day.",
                changes,
                update,
                new ChangeCommand.Implement(
                        ChangeOutcome.SUCCESSFUL_WITH_ISSUES, "40 of 40; three had to be begun anew."));
        return update;
    }
}
