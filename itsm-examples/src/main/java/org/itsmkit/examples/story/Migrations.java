package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.CloudPolicy.CLOUD;
import static org.itsmkit.examples.story.CloudPolicy.EXIT_PLAN;
import static org.itsmkit.examples.story.CloudPolicy.INES;
import static org.itsmkit.examples.story.CloudPolicy.NEW_ON;
import static org.itsmkit.examples.story.CloudPolicy.PIET;
import static org.itsmkit.examples.story.CloudPolicy.SILAS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.dimension.ChangeCheck;
import org.itsmkit.engine.Records;
import org.itsmkit.governance.principle.PrincipleFinding;
import org.itsmkit.governance.principle.Principles;
import org.itsmkit.governance.principle.UndertakenStep;
import org.itsmkit.governance.principle.Undertaking;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.itsmkit.valuestream.ChangeDimensions;

/** The changes by which services go into the cloud: what the first forgot, and what the others learned from it. */
final class Migrations {

    private final Stage stage;
    private final Portfolio portfolio;
    private final Records<Change> changes;
    private final List<RecordId> made = new ArrayList<>();
    private Optional<ChangeCheck> firstCheck = Optional.empty();

    Migrations(Stage stage, Portfolio portfolio) {
        this.stage = stage;
        this.portfolio = portfolio;
        this.changes = stage.itsm().changes();
    }

    /** Those that were drafted, in their order. */
    List<RecordId> all() {
        return List.copyOf(made);
    }

    /** What the first touched, and thought of, when it was drafted. */
    ChangeCheck firstCheck() {
        return firstCheck.orElseThrow();
    }

    void theFirst() {
        stage.on("2026-03-16", "09:00:00");
        long warnings = warnings();
        RecordId id = drafted(
                SILAS,
                "{who} drafts the first that moves: ticket sales, to nimbus; {number}. It names no exit plan.",
                "ticketing",
                "nimbus",
                Map.of(NEW_ON, FieldValue.text(CLOUD)),
                Plans.builder()
                        .implementation("Copy the application and its data over Easter Monday, by night.")
                        .backOut("The old one stays for a month.")
                        .test("Sell ten tickets of each sort.")
                        .build());
        stage.narrate("It is done all the same, and those who audit are told of " + (warnings() - warnings)
                + " warning more: no reason to stop, but a reason to ask.");
        ChangeCheck check = ChangeDimensions.check(record(id));
        firstCheck = Optional.of(check);
        check.sentences().forEach(sentence -> stage.narrate("From the four dimensions: \"" + sentence + "\""));
        stage.narrate("Forgotten: "
                + check.forgotten().stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "))
                + ".");
        stage.at("15:00:00");
        task(id, "clerks", "Train the ticket clerks before they sell");
        task(id, "contract", "Have the contract with the supplier say how we leave");
        stage.act(
                SILAS,
                "{who} adds what was forgotten as two tasks, and says how one would leave: the policy has nothing more"
                        + " to say.",
                changes,
                id,
                new TicketCommand.SetFields<>(
                        Map.of(EXIT_PLAN, FieldValue.text("All data in an open format within 30 days")), Set.of()));
        stage.narrate("Checked again, "
                + ChangeDimensions.check(record(id)).forgotten().size() + " dimensions are forgotten.");
        stage.tellChange(id);
    }

    private void task(RecordId id, String task, String title) {
        stage.silently(SILAS, changes, id, new TaskCommand.Add<>(TaskId.of(task), title));
    }

    private long warnings() {
        return stage.audited().getOrDefault("warned:" + ServersPolicy.NAME, 0L);
    }

    void theFirstIsMade() {
        RecordId id = made.get(0);
        stage.on("2026-04-06", "22:00:00");
        stage.silently(INES, changes, id, new ChangeCommand.Authorise("Both tasks are on their way."));
        stage.silently(SILAS, changes, id, new ChangeCommand.Begin());
        for (String task : List.of("clerks", "contract")) {
            stage.silently(
                    SILAS, changes, id, new TaskCommand.Finish<>(TaskId.of(task), Optional.of("Done before Easter.")));
        }
        isMade(SILAS, id, "2026-04-07", "ticketing", "nimbus", "Every sort was sold by six in the morning.");
    }

    /** What the moves as they are planned are like, by what is recorded of them. */
    void areHeldAgainstPrinciples() {
        stage.on("2026-07-02", "10:00:00");
        Change first = record(made.get(0));
        Undertaking.Builder move = Undertaking.of("The move to the cloud")
                .outcome("Ticket sales stand on the day before Easter")
                .isBaselineMeasured(true)
                .recordsBehind(made.size())
                .dimensions(firstCheck().addressed().keySet().stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toSet()));
        first.ticket()
                .worksheetOrBlank()
                .tasks()
                .forEach(task -> move.addSteps(
                        UndertakenStep.of(task.title()).hasOwner(true).build()));
        List<PrincipleFinding> findings = Principles.check(move.build());
        stage.narrate("Noemi holds the move, as it was drafted, against the guiding principles.");
        findings.stream()
                .filter(finding -> finding.answer() != PrincipleFinding.Answer.OK)
                .filter(finding ->
                        Set.of("feedback", "dimensions", "visibility").contains(finding.code()))
                .forEach(finding -> stage.narrate(finding.principle().text() + ", "
                        + finding.answer().name().toLowerCase(Locale.ROOT) + ": \"" + finding.sentence() + "\""));
    }

    void goOn() {
        moved(PIET, "2026-08-10", "ledger", "stratus", "The books of July were compared, and no figure was missed.");
    }

    void goOnAgain() {
        moved(PIET, "2026-10-12", "intranet", "cumulus", "Staff were asked after a day, and three links mended.");
    }

    void end() {
        moved(SILAS, "2026-11-16", "archive", "cumulus", "A hundred contracts found, of a hundred.");
    }

    /** A move that names an exit plan and thinks of all dimensions, from its draft to its end. */
    private void moved(PersonId who, String date, String service, String supplier, String came) {
        stage.on(date, "09:00:00");
        long warnings = warnings();
        RecordId id = drafted(
                who,
                "{who} drafts the next: " + service + ", to " + supplier + "; {number}, with an exit plan.",
                service,
                supplier,
                Map.of(
                        NEW_ON, FieldValue.text(CLOUD),
                        EXIT_PLAN, FieldValue.text("All data in an open format within 30 days")),
                Plans.builder()
                        .implementation("Copy the application and its data, by night.")
                        .backOut("The old one stays for a month.")
                        .test("Compare a hundred entries.")
                        .communication("Its users are told a week before, and asked a week after.")
                        .build());
        stage.silently(
                who,
                changes,
                id,
                new TaskCommand.Add<>(TaskId.of("contract"), "Sign a contract that says how we leave"));
        stage.narrate("The policy warns " + (warnings() - warnings) + " times, and "
                + ChangeDimensions.check(record(id)).forgotten().size() + " dimensions are forgotten.");
        stage.at("16:00:00");
        stage.silently(INES, changes, id, new ChangeCommand.Authorise("As it should be."));
        stage.silently(who, changes, id, new ChangeCommand.Begin());
        stage.silently(who, changes, id, new TaskCommand.Finish<>(TaskId.of("contract"), Optional.of("Signed.")));
        isMade(who, id, stage.now().toLocalDate().plusDays(1).toString(), service, supplier, came);
    }

    private RecordId drafted(
            PersonId who, String text, String service, String supplier, Map<String, FieldValue> custom, Plans plans) {
        RecordId id = stage.open(
                who,
                text,
                changes,
                ChangeCommand.draft()
                        .draft(TicketDraft.builder()
                                .title("Move " + service + " to " + supplier)
                                .service(ServiceId.of(service))
                                .category(Category.of("software/" + service))
                                .custom(custom)
                                .build())
                        .plans(plans)
                        .build());
        stage.silently(
                who,
                changes,
                id,
                new TicketPeopleCommand.InvolveSupplier<>(OrganisationId.of(supplier), Optional.empty()));
        made.add(id);
        return id;
    }

    private void isMade(PersonId who, RecordId id, String date, String service, String supplier, String came) {
        stage.on(date, "06:00:00");
        stage.act(
                who,
                "{who} has moved " + service + " to " + supplier + ". " + came,
                changes,
                id,
                new ChangeCommand.Implement(came));
        portfolio.movesTo(service, supplier);
        stage.silently(INES, changes, id, new TicketCommand.Close<>());
    }

    private Change record(RecordId id) {
        return stage.stored(Changes.KIND, id);
    }
}
