package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;

/** What goes wrong for those who use the app, and what they say of how they were helped. Some wait for a change that itself waits. */
final class FoodTroubles {

    static final Category OUTAGE = Category.of("outage");

    private final Stage stage;
    private final Agenda agenda;
    private final Feature fix;
    private final List<RecordId> incidents = new ArrayList<>();
    private final List<RecordId> waiting = new ArrayList<>();
    private RecordId firstCharged = RecordId.of("none");

    FoodTroubles(Stage stage, Agenda agenda, Feature fix) {
        this.stage = stage;
        this.agenda = agenda;
        this.fix = fix;
        usual("02-14T19:10", "20:00", "Anna", "No rider is found", 4);
        usual("02-18T12:20", "12:50", "Hekla", "The screen in the kitchen is dark", 5);
        usual("02-21T20:00", "20:40", "Dagur", "My address is not known", 4);
        usual("02-25T19:00", "19:30", "Birna", "I cannot log in", 5);
        agenda.at("2026-03-03T10:00:00", this::isChargedTwice);
        agenda.at("2026-03-03T11:30:00", () -> waits(firstCharged, true));
        agenda.at("2026-03-05T15:00:00", this::cannotBeHurried);
        chargedToo("03-05T20:10", "Birna", 3900);
        chargedToo("03-08T19:20", "Dagur", 6100);
        chargedToo("03-11T18:40", "Elin", 2700);
        chargedToo("03-14T20:30", "Finnur", 5200);
        usual("03-12T12:10", "12:50", "Ivar", "An order is not on the screen", 4);
        agenda.at("2026-03-17T16:30:00", this::isPaidBack);
        agenda.at("2026-03-21T19:00:00", this::isDown);
        agenda.at("2026-03-21T20:10:00", this::isUp);
        usual("04-09T19:10", "19:50", "Greta", "No rider is found", 4);
        usual("04-15T18:00", "18:30", "Anna", "My voucher is refused", 5);
        usual("04-22T12:10", "12:40", "Hekla", "The screen in the kitchen is dark", 5);
        usual("04-28T19:30", "20:20", "Elin", "An order came cold", 3);
        usual("05-05T20:00", "20:30", "Finnur", "I cannot log in", 5);
        usual("05-12T19:00", "19:40", "Dagur", "My address is not known", 4);
    }

    private void usual(String at, String until, String who, String title, int stars) {
        List<RecordId> told = new ArrayList<>(1);
        agenda.at("2026-" + at + ":00", () -> told.add(logged(who, title, Map.of())));
        agenda.at("2026-" + at.substring(0, 6) + until + ":00", () -> {
            var resolve = new IncidentCommand.Resolve(Resolution.Code.FIXED, "Works again.");
            stage.silently(FoodDelivery.SARA, stage.itsm().incidents(), told.get(0), resolve);
            stage.silently(FoodDelivery.user(who), stage.itsm().incidents(), told.get(0), stars(stars));
        });
    }

    private void isDown() {
        RecordId id = stage.silently(
                FoodDelivery.user("Ivar"),
                stage.itsm().incidents(),
                IncidentCommand.log()
                        .title("Nobody can order")
                        .category(OUTAGE)
                        .service(FoodDelivery.FOOD)
                        .build());
        incidents.add(id);
        stage.narrate("On a Saturday evening the database is full, and nobody can order. Ivar tells Sara.");
    }

    private void isUp() {
        RecordId id = incidents.get(incidents.size() - 1);
        var resolve = new IncidentCommand.Resolve(Resolution.Code.FIXED, "There is room again.");
        stage.silently(FoodDelivery.SARA, stage.itsm().incidents(), id, resolve);
        stage.silently(FoodDelivery.user("Ivar"), stage.itsm().incidents(), id, stars(4));
        stage.narrate("Ragna has made room: " + Account.duration(new TroubleFigures(stage, this).down())
                + " of outage, by the incident.");
    }

    private RecordId logged(String who, String title, Map<String, FieldValue> fields) {
        RecordId id = stage.silently(FoodDelivery.user(who), stage.itsm().incidents(), log(title, fields));
        incidents.add(id);
        return id;
    }

    private static IncidentCommand.Log log(String title, Map<String, FieldValue> fields) {
        return IncidentCommand.log()
                .title(title)
                .service(FoodDelivery.FOOD)
                .custom(fields)
                .build();
    }

    private static TicketCommand.SetFields<Incident> stars(long stars) {
        return new TicketCommand.SetFields<>(Map.of(FoodDelivery.STARS, FieldValue.decimal(BigDecimal.valueOf(stars))));
    }

    private static Map<String, FieldValue> overcharged(long amount) {
        return Map.of(FoodDelivery.OVERCHARGED, FieldValue.decimal(BigDecimal.valueOf(amount)));
    }

    private void isChargedTwice() {
        RecordId id = stage.log(
                FoodDelivery.user("Anna"),
                "{who} had one pizza and paid for two.",
                log("One order was charged twice", overcharged(4500)));
        incidents.add(id);
        firstCharged = id;
        stage.narrate("Who taps twice while the bank is slow pays twice, Jon finds. It takes him a day to mend that, he"
                + " thinks.");
    }

    private void chargedToo(String at, String who, long amount) {
        agenda.at("2026-" + at + ":00", () -> {
            RecordId id = logged(who, "Charged twice", overcharged(amount));
            waits(id, false);
            stage.narrate(who + " is charged twice too. Now " + waiting.size() + " wait for the change.");
        });
    }

    private void waits(RecordId id, boolean isTold) {
        var link = new TicketCommand.LinkTo<Incident>(LinkType.FIXED_BY, fix.ref());
        stage.silently(FoodDelivery.SARA, stage.itsm().incidents(), id, link);
        var hold = new TicketCommand.PutOnHold<Incident>(HoldReason.AWAITING_CHANGE);
        if (isTold) {
            stage.act(FoodDelivery.SARA, "{who} lets the incident wait for that change.", id, hold);
        } else {
            stage.silently(FoodDelivery.SARA, stage.itsm().incidents(), id, hold);
        }
        waiting.add(id);
    }

    private void cannotBeHurried() {
        fix.attempt(
                FoodDelivery.RAGNA,
                "It is built, and waits in front of the test. {who} would release it as it is.",
                new ChangeCommand.Authorise("Diners lose money."));
    }

    private void isPaidBack() {
        long goOn = waiting.stream()
                .map(id -> stage.stored(Incidents.KIND, id).ticket())
                .filter(ticket -> ticket.phase() == Phase.ACTIVE)
                .count();
        stage.narrate("The change was closed at four, and with that the kit let go on " + goOn + " of " + waiting.size()
                + " incidents that waited for it.");
        int[] given = {2, 1, 2, 2, 3};
        for (int i = 0; i < waiting.size(); i++) {
            RecordId id = waiting.get(i);
            Incident incident = stage.stored(Incidents.KIND, id);
            FieldValue amount = FieldValue.decimal(
                    TroubleFigures.amount(incident, FoodDelivery.OVERCHARGED).orElseThrow());
            stage.silently(
                    FoodDelivery.SARA,
                    stage.itsm().incidents(),
                    id,
                    new TicketCommand.SetFields<>(Map.of(FoodDelivery.PAID_BACK, amount)));
            var resolve = new IncidentCommand.Resolve(Resolution.Code.FIXED, "Mended, and paid back.");
            PersonId who = incident.ticket().requester();
            if (i == 0) {
                stage.act(
                        FoodDelivery.SARA,
                        "{who} pays back what was taken, of all of them, and resolves them.",
                        id,
                        resolve);
                stage.act(
                        who,
                        "{who} is asked how content she is, and gives " + given[i] + " stars of 5.",
                        id,
                        stars(given[i]));
            } else {
                stage.silently(FoodDelivery.SARA, stage.itsm().incidents(), id, resolve);
                stage.silently(who, stage.itsm().incidents(), id, stars(given[i]));
            }
        }
    }

    /** The incidents, oldest first. */
    List<RecordId> ids() {
        return List.copyOf(incidents);
    }

    /** The first of those that waited for the change. */
    RecordRef firstCharged() {
        return RecordRef.of("incident", firstCharged);
    }
}
