package org.itsmkit.examples.story;

import java.util.Map;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.kernel.Command;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;

/** Something that the app is to do, from the idea until it does: a change, and those who move it on. */
final class Feature {

    private final Stage stage;
    private final String title;
    private final String asker;
    private final boolean isTold;
    private final String testPlan;
    private RecordId id = RecordId.of("none");

    /**
     * @param asker who asked for it
     * @param isTold whether each of its steps is told, and not only that it is live
     * @param testPlan how one sees that it works; may be empty
     */
    Feature(Stage stage, String title, String asker, boolean isTold, String testPlan) {
        this.stage = stage;
        this.title = title;
        this.asker = asker;
        this.isTold = isTold;
        this.testPlan = testPlan;
    }

    /**
     * Writes down when what is done with it.
     *
     * @param way such as {@code idea 01-21T10; design 01-22T09}
     */
    Feature on(Agenda agenda, String way) {
        for (String step : way.split("; ")) {
            String[] parts = step.split(" ");
            agenda.at("2026-" + parts[1] + ":00", () -> step(parts[0]));
        }
        return this;
    }

    private void step(String name) {
        switch (name) {
            case "idea" -> drafted();
            case "design" -> moves(FoodDelivery.JON, FeatureWay.DESIGN, "{who} begins to design it.");
            case "build" -> moves(FoodDelivery.JON, FeatureWay.BUILD, "{who} builds it.");
            case "hand" -> moves(FoodDelivery.JON, FeatureWay.HAND_OVER, "{who} has built it. It waits for Tinna.");
            case "test" -> moves(FoodDelivery.TINNA, FeatureWay.TEST, "{who} comes to it, and tests it by hand.");
            case "back" -> moves(FoodDelivery.TINNA, FeatureWay.SEND_BACK, "{who} finds a fault. It goes back to Jon.");
            case "pass" -> moves(FoodDelivery.TINNA, FeatureWay.PASS, "{who} finds no fault any more.");
            case "release" -> released();
            case "live" -> live();
            case "done" ->
                does(FoodDelivery.RAGNA, new TicketCommand.Close<>(), "{who} has watched it, and closes it.");
            case "drop" ->
                stage.act(
                        FoodDelivery.KRISTIN,
                        "{who} gives up \"" + title + "\", and says why.",
                        stage.itsm().changes(),
                        id,
                        new TicketCommand.Cancel<>("Nobody may fly over the city."));
            default -> throw new IllegalArgumentException("no step: " + name);
        }
    }

    private void drafted() {
        var draft = ChangeCommand.draft()
                .draft(TicketDraft.builder()
                        .title(title)
                        .service(FoodDelivery.FOOD)
                        .build())
                .plans(Plans.builder()
                        .implementation("Built on a branch, tested, released.")
                        .test(testPlan)
                        .build())
                .build();
        id = isTold
                ? stage.open(
                        FoodDelivery.KRISTIN,
                        "{who} drafts a change for it, {number}.",
                        stage.itsm().changes(),
                        draft)
                : stage.silently(FoodDelivery.KRISTIN, stage.itsm().changes(), draft);
    }

    private void moves(PersonId who, Action action, String text) {
        does(who, new TicketCommand.Move<>(action, Map.of()), text);
    }

    private void released() {
        does(FoodDelivery.RAGNA, new ChangeCommand.Authorise(""), "{who} says that it may be released.");
        does(FoodDelivery.RAGNA, new ChangeCommand.Begin(), "{who} releases it.");
    }

    private void live() {
        stage.act(
                FoodDelivery.RAGNA,
                "\"" + title + "\" is live.",
                stage.itsm().changes(),
                id,
                new ChangeCommand.Implement("Released to everybody."));
    }

    private void does(PersonId who, Command<Change> command, String text) {
        if (isTold) {
            stage.act(who, text, stage.itsm().changes(), id, command);
        } else {
            stage.silently(who, stage.itsm().changes(), id, command);
        }
    }

    /** Tries what the kit refuses; the reason is told. */
    void attempt(PersonId who, String text, Command<Change> command) {
        stage.attempt(who, text, stage.itsm().changes(), id, command);
    }

    RecordId id() {
        return id;
    }

    RecordRef ref() {
        return RecordRef.of(Changes.NAME, id);
    }

    String asker() {
        return asker;
    }

    String title() {
        return title;
    }

    Change change() {
        return stage.stored(Changes.KIND, id);
    }

    /** Whether anybody has thought of it yet. */
    boolean isThere() {
        return !id.value().equals("none");
    }
}
