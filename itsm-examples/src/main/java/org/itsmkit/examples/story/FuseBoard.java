package org.itsmkit.examples.story;

import static org.itsmkit.examples.story.ServerOutage.ANNA;
import static org.itsmkit.examples.story.ServerOutage.BEN;
import static org.itsmkit.examples.story.ServerOutage.CLARA;
import static org.itsmkit.examples.story.ServerOutage.DORA;
import static org.itsmkit.examples.story.ServerOutage.ERIK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.approval.Vote.Choice;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.cab.AgendaCommand;
import org.itsmkit.change.cab.AttendanceCommand;
import org.itsmkit.change.cab.BoardVote;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/** The board before which {@link TwoFuses} come. */
record FuseBoard(Stage stage, RecordId fuses) {

    /** The board comes together, and says yes. */
    void approves() {
        stage.at("16:50:00");
        var meetings = stage.itsm().cabMeetings();
        RecordId meeting = stage.open(
                DORA,
                "{who} calls the board together for the next morning, {number}: Anna for those who take the calls, Clara for the servers, "
                        + "Erik for the shop.",
                meetings,
                CabMeetingCommand.plan()
                        .title("Change advisory board, 17 March")
                        .chair(DORA)
                        .addInvited(ANNA, CLARA, ERIK)
                        .planned(new Window(
                                stage.instantOf("2026-03-17", "09:00:00"), stage.instantOf("2026-03-17", "09:30:00")))
                        .place("room 2.11")
                        .build());
        stage.tellMeeting(meeting);
        stage.act(
                DORA,
                "The change is put on the agenda with the digest of what it is now: whatever is altered afterwards is not what they vote on. "
                        + "Ben is to tell of it.",
                meetings,
                meeting,
                new AgendaCommand.PutOnAgenda(
                        RecordRef.of(Changes.NAME, fuses),
                        stage.stored(Changes.KIND, fuses).content(),
                        Optional.of(BEN)));

        stage.on("2026-03-17", "08:30:00");
        stage.attempt(
                BEN,
                "The electrician must be booked today. {who} would authorise it quickly.",
                stage.itsm().changes(),
                fuses,
                new ChangeCommand.Authorise("Electrician is booked."));
        stage.at("09:00:00");
        stage.act(
                DORA,
                "{who} opens the meeting. Ben is a guest: he speaks and does not vote.",
                meetings,
                meeting,
                new AttendanceCommand.Convene(Set.of(ANNA, BEN, CLARA, DORA, ERIK)));
        stage.narrate(
                "Erik asks about the back-out: what does he do at a quarter to one, if the shop does not come back on shop-web-01? "
                        + "Ben: nothing, for it goes over to shop-web-02 within five minutes, and that was practised last Tuesday.");
        stage.narrate("Anna will take the calls either way. Of circuits she knows nothing, and abstains.");
        stage.at("09:20:00");
        stage.act(
                DORA,
                "{who} writes down the votes. Three of four are needed and are there: by that, in the same commit, the change is authorised.",
                meetings,
                meeting,
                new AgendaCommand.Decide(
                        RecordRef.of(Changes.NAME, fuses),
                        List.of(
                                new BoardVote(ANNA, Choice.ABSTAIN),
                                new BoardVote(CLARA, Choice.APPROVE),
                                new BoardVote(DORA, Choice.APPROVE),
                                new BoardVote(ERIK, Choice.APPROVE)),
                        "Erik wants shop-web-02 kept up to date until Friday."));
        stage.at("09:30:00");
        stage.act(
                DORA,
                "{who} writes the minutes.",
                meetings,
                meeting,
                new CabMeetingCommand.WriteMinutes(
                        "Erik asked how long the shop is away if it must go back: five minutes, by hand. "
                                + "The board wants to hear on Thursday how it went."));
        stage.act(DORA, "{who} closes the meeting.", meetings, meeting, new CabMeetingCommand.Close());
    }
}
