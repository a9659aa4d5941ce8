package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.Changes;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.kernel.FieldBounds;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.service.Services;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Person;
import org.itsmkit.spi.record.FieldType;

/** An app that delivers food: from the idea through design, build, and support, to where its work waits and what becomes better of it. */
final class FoodDelivery implements Story {

    static final PersonId KRISTIN = PersonId.of("kristin");
    static final PersonId JON = PersonId.of("jon");
    static final PersonId TINNA = PersonId.of("tinna");
    static final PersonId RAGNA = PersonId.of("ragna");
    static final PersonId SARA = PersonId.of("sara");
    static final PersonId ORRI = PersonId.of("orri");

    static final GroupId OPERATIONS = GroupId.of("operations");
    static final ServiceId FOOD = ServiceId.of("food-delivery");

    /** How many stars whoever had an incident gives for how it was dealt with. */
    static final String STARS = "stars";
    /** How much money was taken without a reason, in ISK. */
    static final String OVERCHARGED = "overcharged";
    /** How much of that was given back. */
    static final String PAID_BACK = "paid-back";

    private static final String STAFF = "staff";
    private static final String USER = "user";
    private static final List<String> USERS =
            List.of("Anna", "Birna", "Dagur", "Elin", "Finnur", "Greta", "Hekla", "Ivar");

    @Override
    public String title() {
        return "Food that arrives";
    }

    /** Where clocks are those of UTC, all year. */
    @Override
    public ZoneId zone() {
        return ZoneId.of("Atlantic/Reykjavik");
    }

    @Override
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 1, 12, 9, 0, 0);
    }

    @Override
    public Directory people() {
        var people = Directories.fixed()
                .person(new Person(KRISTIN, "Kristin", Set.of(STAFF)))
                .person(new Person(JON, "Jon", Set.of(STAFF)))
                .person(new Person(TINNA, "Tinna", Set.of(STAFF)))
                .person(new Person(RAGNA, "Ragna", Set.of(STAFF)))
                .person(new Person(SARA, "Sara", Set.of(STAFF)))
                .person(new Person(ORRI, "Orri", Set.of(STAFF)))
                .group(OPERATIONS, RAGNA, SARA);
        for (String name : USERS) {
            people.person(new Person(user(name), name, Set.of(USER)));
        }
        return people.build();
    }

    static PersonId user(String name) {
        return PersonId.of(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Authorizer authorizer() {
        return Authorizers.byRole()
                .may(STAFF, "service", "*")
                .may(STAFF, "change", "*")
                .may(STAFF, "incident", "*")
                .may(STAFF, "improvement", "*")
                .mayOnOwn(USER, "incident", "log", "read", "comment", "confirm", "reopen", "set-fields")
                .build();
    }

    @Override
    public Tailoring tailoring() {
        return Tailoring.builder()
                .putLifecycles("change/" + FeatureWay.NAME, FeatureWay.LIFECYCLE.toData())
                .putFields(
                        "incident",
                        List.of(
                                FieldDefinition.of(STARS, FieldType.DECIMAL).within(FieldBounds.between(1, 5)),
                                FieldDefinition.of(OVERCHARGED, FieldType.DECIMAL),
                                FieldDefinition.of(PAID_BACK, FieldType.DECIMAL)))
                .build();
    }

    @Override
    public ChangePractice changePractice() {
        return ChangePractice.standard()
                .with(ChangeProcedure.builder()
                        .type(ChangeType.NORMAL)
                        .lifecycle(FeatureWay.NAME)
                        .addRequiredPlans(PlanKind.IMPLEMENTATION)
                        .build());
    }

    @Override
    public void play(Stage stage) {
        stage.narrate(
                "A company of six wants to bring food from restaurants to people. Kristin says what is to be built,"
                        + " Jon builds it, Tinna tests it, Ragna runs it, Sara helps those who use it, and Orri heads them"
                        + " all.");
        Agenda agenda = new Agenda();
        Features features = new Features(stage, agenda);
        FoodService service = new FoodService(stage, agenda, features);
        FoodTroubles troubles = new FoodTroubles(stage, agenda, features.fix());
        FoodLedger ledger = new FoodLedger(stage, features, troubles, service);
        new ShorterQueue(stage, agenda, features, troubles, service);
        ledger.isLookedAt(agenda);
        agenda.play(stage);
        Feature fix = features.fix();
        stage.tellChange(fix.id());
        FoodJournal journal = new FoodJournal(stage);
        stage.tellChapter("Journal of " + fix.change().ticket().number(), journal.of(Changes.KIND, fix.id()));
        stage.tellChapter("Journal of " + service.service().number(), journal.of(Services.KIND, service.id()));
    }
}
