package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.AssessmentResult;
import org.itsmkit.practice.Assessments;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Person;

/** A provider of IT looks at how mature it is, makes three things better, and looks again half a year later. */
final class TwoAssessments implements Story {

    static final PersonId KARIN = PersonId.of("karin");
    static final PersonId PAUL = PersonId.of("paul");
    static final PersonId VERA = PersonId.of("vera");
    static final PersonId HANNA = PersonId.of("hanna");
    static final PersonId INA = PersonId.of("ina");
    static final PersonId TOM = PersonId.of("tom");
    static final PersonId SVEN = PersonId.of("sven");
    static final PersonId EVA = PersonId.of("eva");
    static final PersonId LARS = PersonId.of("lars");
    static final PersonId MIA = PersonId.of("mia");

    static final GroupId DESK = GroupId.of("service-desk");
    static final GroupId NETWORK = GroupId.of("network");
    static final OrganisationId CARRIER = OrganisationId.of("carrier");

    static final Function<Stage, Window> FIRST_QUARTER =
            stage -> new Window(stage.instantOf("2026-01-01", "00:00:00"), stage.instantOf("2026-04-01", "00:00:00"));
    static final Function<Stage, Window> THIRD_QUARTER =
            stage -> new Window(stage.instantOf("2026-07-01", "00:00:00"), stage.instantOf("2026-10-01", "00:00:00"));

    private static final String ASSESSOR = "assessor";
    private static final String AUDIT = "audit";
    private static final String HEAD = "head";
    private static final String AGENT = "agent";
    private static final String CUSTOMER = "customer";

    @Override
    public String title() {
        return "How good are we, and are we better half a year later?";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Vienna");
    }

    @Override
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 1, 2, 9, 0, 0);
    }

    @Override
    public Directory people() {
        return Directories.fixed()
                .person(new Person(KARIN, "Karin", Set.of(ASSESSOR)))
                .person(new Person(PAUL, "Paul", Set.of(ASSESSOR)))
                .person(new Person(VERA, "Vera", Set.of(AUDIT)))
                .person(new Person(HANNA, "Hanna", Set.of(HEAD)))
                .person(new Person(INA, "Ina", Set.of(HEAD, AGENT)))
                .person(new Person(TOM, "Tom", Set.of(HEAD, AGENT)))
                .person(new Person(SVEN, "Sven", Set.of(HEAD, AGENT)))
                .person(new Person(EVA, "Eva", Set.of(AGENT)))
                .person(new Person(LARS, "Lars", Set.of(AGENT)))
                .person(new Person(MIA, "Mia", Set.of(CUSTOMER)))
                .group(DESK, EVA)
                .group(NETWORK, LARS)
                .build();
    }

    @Override
    public Authorizer authorizer() {
        return Authorizers.byRole()
                .may(ASSESSOR, Assessments.NAME, "*")
                .may(ASSESSOR, "incident", "read")
                .may(ASSESSOR, "change", "read")
                .may(ASSESSOR, "change-model", "read")
                .may(ASSESSOR, "improvement", "read")
                .may(AUDIT, Assessments.NAME, "read", "send-back", "complete")
                .may(HEAD, Assessments.NAME, "read")
                .may(HEAD, "improvement", "*")
                .may(HEAD, "change-model", "*")
                .may(HEAD, "incident", "read")
                .may(HEAD, "change", "read")
                .may(AGENT, "incident", "*")
                .may(AGENT, "change", "*")
                .may(AGENT, "change-model", "read")
                .mayOnOwn(CUSTOMER, "incident", "log", "read", "reopen")
                .build();
    }

    @Override
    public void play(Stage stage) {
        stage.narrate(
                "A provider of IT for a town: Ina answers for incidents, Tom for changes, Sven for the service desk;"
                        + " Eva and Lars do the work, Hanna heads it all. Karin and Paul of quality have learned to"
                        + " assess; Vera is of internal audit.");
        new WorkedQuarter(stage).goesBy(Quarters.FIRST_CASES, Quarters.FIRST_CHANGES, Optional.empty());
        QuarterFigures before = QuarterFigures.of(stage, FIRST_QUARTER.apply(stage));
        stage.on("2026-03-31", "17:00:00");
        stage.narrate("In the first quarter " + before.told());
        Assessing spring = new Assessing(stage);
        spring.isPlanned("2026-04-01", "How mature are we?");
        spring.isShown(Shown.IN_SPRING, before);
        stage.on("2026-04-08", "16:00:00");
        spring.isTriedByItsLead("{who} would hand it on for review.", new AssessmentCommand.Submit());
        spring.isRated("2026-04-09");
        stage.at("09:30:00");
        spring.isTriedByItsLead(
                "Paul and she agree on all of it, so {who} would say that it stands.",
                new AssessmentCommand.Complete("Agreed."));
        spring.isReviewed();

        Worthwhile worthwhile = new Worthwhile(stage, spring);
        List<RecordId> improvements = worthwhile.areChosen();
        ThreeImprovements three = new ThreeImprovements(stage, improvements, before);
        RecordRef model = three.areBegun();
        new WorkedQuarter(stage).goesBy(Quarters.THIRD_CASES, Quarters.THIRD_CHANGES, Optional.of(model));

        QuarterFigures after = QuarterFigures.of(stage, THIRD_QUARTER.apply(stage));
        stage.on("2026-09-30", "17:00:00");
        stage.narrate("In the third quarter " + after.told());
        three.areChecked(after);

        Assessing autumn = new Assessing(stage);
        autumn.isPlanned("2026-10-05", "How mature are we now?");
        new LookedAtAgain(stage, spring, autumn).isShown(model, improvements, after);
        autumn.isRated("2026-10-09");
        autumn.isReviewed();
        isCompared(stage, spring.result(), autumn.result());
        stage.tellAlso(new AssessmentAccount(spring.id(), autumn.id()));
        stage.tellAlso(new RegisterAccount(improvements));
        stage.tellAlso(new OfItself());
    }

    private static void isCompared(Stage stage, AssessmentResult before, AssessmentResult after) {
        stage.at("11:00:00");
        stage.narrate("Hanna has both held against each other.");
        after.since(before).movements().forEach(movement -> stage.narrate("It says: \"" + movement + ".\""));
        stage.narrate("What was worked on rose. What nobody worked on fell by itself, and a system is as mature as the"
                + " lowest of its parts: the rota of the desk, which stood last in the order of spring, holds all"
                + " of it back.");
    }
}
