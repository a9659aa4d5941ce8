package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.SoftwareConflict.JONAS;
import static org.itsmkit.examples.story.SoftwareConflict.MAIL;
import static org.itsmkit.examples.story.SoftwareConflict.MARTA;
import static org.itsmkit.examples.story.SoftwareConflict.TOMAS;

import java.util.List;
import java.util.Optional;
import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ApprovalCommand;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.change.Slot;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.Records;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.TaskCommand;
import org.itsmkit.ticket.TaskId;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** The changes by which the mail client goes back to the old version, and forward to a new one; and what becomes of the one before. */
final class TwoVersions {

    private final Stage stage;
    private final Records<Change> changes;
    private final RecordRef update;
    private final RecordRef model;

    TwoVersions(Stage stage, RecordRef update, RecordRef model) {
        this.stage = stage;
        this.changes = stage.itsm().changes();
        this.update = update;
        this.model = model;
    }

    /** What went well on the day was no success for those who work with it. */
    void failedAfterAll() {
        stage.at("08:50:00");
        stage.act(
                MARTA,
                "{who} looks back on that change with Jonas.",
                changes,
                update.id(),
                new ChangeCommand.LookBack(
                        "",
                        "Tried without the add-in that claims work with.",
                        List.of("Who tries a version has the add-ins of those who get it.")));
        stage.act(
                MARTA,
                "For claims it has failed after all: {who} tells the catalogue so. One failure is as many as the model may have, and the kit "
                        + "suspends it.",
                stage.itsm().changeModels(),
                model.id(),
                new ChangeModelCommand.RecordUse(update, ChangeOutcome.FAILED));
        stage.act(MARTA, "{who} closes the change.", changes, update.id(), new TicketCommand.Close<>());
    }

    /** It is begun before all have said yes who must. */
    RecordRef isRolledBack() {
        stage.at("11:00:00");
        TicketDraft draft = TicketDraft.builder()
                .title("Mail client back to 8.1")
                .service(MAIL)
                .build();
        Plans plans = Plans.builder()
                .implementation("First those who have crashes, at their next break; all others after work.")
                .backOut("None: 8.1 ran for a year.")
                .test("Open a signed letter on each machine.")
                .communication("Tomas tells claims.")
                .build();
        stage.attemptToOpen(
                JONAS,
                "Off is no place for an add-in: back to 8.1. {who} would take that from the catalogue as well.",
                changes,
                ChangeCommand.draft().draft(draft).model(model).plans(plans).build());
        RecordId back = stage.open(
                JONAS,
                "Every crash costs somebody half an hour, and there are forty of them: {who} drafts {number}, an emergency.",
                changes,
                ChangeCommand.draft()
                        .draft(draft)
                        .type(ChangeType.EMERGENCY)
                        .plans(plans)
                        .build());
        stage.tellChange(back);
        stage.at("11:05:00");
        stage.act(
                JONAS,
                "{who} asks the emergency board, of which two must say yes: Greta, Marta, Tomas.",
                changes,
                back,
                new ApprovalCommand.Submit());
        stage.act(
                MARTA,
                "{who} sits across the table, and does.",
                changes,
                back,
                new ApprovalCommand.CastVote(Authority.EMERGENCY_CAB, Choice.APPROVE, "We know that 8.1 runs."));
        stage.at("11:10:00");
        stage.act(
                JONAS,
                "One yes is not two; Greta is in the air, and Tomas on a train. An emergency may begin all the same: {who} does, with Karl's machine.",
                changes,
                back,
                new ChangeCommand.Begin());
        return RecordRef.of(Changes.NAME, back);
    }

    /** The second yes comes when it is half done. */
    void isApprovedMeanwhile(RecordRef back) {
        stage.at("12:40:00");
        stage.act(
                TOMAS,
                "{who} is reached at the next station and says yes. From now on the change is authorised, with six machines done.",
                changes,
                back.id(),
                new ApprovalCommand.CastVote(Authority.EMERGENCY_CAB, Choice.APPROVE, "The sooner the better."));
    }

    /** Done by night, and looked back on before it is closed: nobody had time to before. */
    void isReviewed(RecordRef back) {
        stage.at("22:00:00");
        stage.act(
                JONAS,
                "All 40 workplaces are back on 8.1, and {who} says so.",
                changes,
                back.id(),
                new ChangeCommand.Implement("40 of 40 on 8.1, a signed letter opened on each."));
        stage.on("2026-03-13", "09:00:00");
        stage.attempt(JONAS, "{who} would close it.", changes, back.id(), new TicketCommand.Close<>());
        stage.act(
                MARTA,
                "{who} asks whether it had to be so quick. It had, is what they write down.",
                changes,
                back.id(),
                new ChangeCommand.LookBack(
                        "Eleven hours from the draft to the last machine.",
                        "Six machines were changed before the second yes.",
                        List.of("Tomas names somebody who stands in for him when he travels.")));
        stage.act(JONAS, "Now {who} closes it.", changes, back.id(), new TicketCommand.Close<>());
    }

    /** Forward again, by the usual way. */
    RecordRef isDrafted() {
        stage.at("11:30:00");
        RecordId forward = stage.open(
                JONAS,
                "For next week, and in peace, {who} drafts {number}: 8.2 with the add-in that was built for it. It is a normal change, and "
                        + "comes with a task that says what was forgotten last time.",
                changes,
                ChangeCommand.draft()
                        .draft(TicketDraft.builder()
                                .title("Mail client 8.2 with archive add-in 3.5")
                                .service(MAIL)
                                .build())
                        .plans(Plans.builder()
                                .implementation("Both on all 40, on Tuesday before work.")
                                .backOut("8.1 with add-in 3.4 from the image, 10 minutes a machine.")
                                .test("A hundred signed letters on two machines of claims; none may crash.")
                                .communication("Tomas tells claims on Monday.")
                                .build())
                        .slot(Slot.of(new Window(
                                stage.instantOf("2026-03-17", "05:00:00"), stage.instantOf("2026-03-17", "07:00:00"))))
                        .build());
        stage.tellChange(forward);
        return RecordRef.of(Changes.NAME, forward);
    }

    /** Tried with the add-in, then installed. */
    void isTriedAndInstalled(RecordRef forward) {
        stage.on("2026-03-13", "15:00:00");
        stage.act(
                JONAS,
                "A hundred signed letters, no crash: {who} has done the task.",
                changes,
                forward.id(),
                new TaskCommand.Finish<>(
                        TaskId.of("model-1"), Optional.of("100 letters on Ida's and Hugo's machines.")));
        stage.attempt(JONAS, "So {who} says yes to it.", changes, forward.id(), new ChangeCommand.Authorise("Tested."));
        stage.act(
                MARTA,
                "{who} sees that the add-in is in the test this time, and authorises it.",
                changes,
                forward.id(),
                new ChangeCommand.Authorise("Tested with the add-in."));
        stage.on("2026-03-17", "05:00:00");
        stage.silently(JONAS, changes, forward.id(), new ChangeCommand.Begin());
        stage.at("06:00:00");
        stage.act(
                JONAS,
                "{who} has installed 8.2 with add-in 3.5 everywhere.",
                changes,
                forward.id(),
                new ChangeCommand.Implement("8.2 with add-in 3.5, 40 of 40."));
        stage.on("2026-03-18", "17:00:00");
        stage.act(
                MARTA,
                "After two quiet days {who} closes the change. The rest follows: the known error is fixed, the problem resolved, and "
                        + "Hugo's incident goes on.",
                changes,
                forward.id(),
                new TicketCommand.Close<>());
    }
}
