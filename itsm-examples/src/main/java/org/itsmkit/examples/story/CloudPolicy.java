package org.itsmkit.examples.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.itsmkit.change.ChangePractice;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Authorizers;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.people.Person;
import org.itsmkit.spi.record.FieldType;

/** Those who govern a railway direct that half of its applications run in the cloud within a year, and see to it that it comes about. */
final class CloudPolicy implements Story {

    static final PersonId EDDA = PersonId.of("edda");
    static final PersonId LUKAS = PersonId.of("lukas");
    static final PersonId INES = PersonId.of("ines");
    static final PersonId NOEMI = PersonId.of("noemi");
    static final PersonId PIET = PersonId.of("piet");
    static final PersonId ROSA = PersonId.of("rosa");
    static final PersonId SILAS = PersonId.of("silas");

    static final GroupId OPERATIONS = GroupId.of("operations");

    /** Where a change puts something new. */
    static final String NEW_ON = "new-on";

    static final String OLD_SERVERS = "old-servers";
    static final String CLOUD = "cloud";

    /** How one would leave a supplier again. */
    static final String EXIT_PLAN = "exit-plan";

    private static final String BOARD = "board";
    private static final String MANAGEMENT = "management";
    private static final String ENGINEER = "engineer";

    @Override
    public String title() {
        return "Half of the applications in the cloud";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Zurich");
    }

    @Override
    public LocalDateTime start() {
        return LocalDateTime.of(2026, 1, 5, 8, 0, 0);
    }

    @Override
    public Directory people() {
        return Directories.fixed()
                .person(new Person(EDDA, "Edda", Set.of(BOARD)))
                .person(new Person(LUKAS, "Lukas", Set.of(BOARD)))
                .person(new Person(INES, "Ines", Set.of(MANAGEMENT)))
                .person(new Person(NOEMI, "Noemi", Set.of(MANAGEMENT)))
                .person(new Person(PIET, "Piet", Set.of(ENGINEER)))
                .person(new Person(ROSA, "Rosa", Set.of(ENGINEER)))
                .person(new Person(SILAS, "Silas", Set.of(ENGINEER)))
                .group(OPERATIONS, PIET, ROSA, SILAS)
                .build();
    }

    @Override
    public Authorizer authorizer() {
        return Authorizers.byRole()
                .may(BOARD, "directive", "*")
                .may(BOARD, "governance-policy", "*")
                .may(BOARD, "service", "read")
                .may(MANAGEMENT, "directive", "*")
                .may(MANAGEMENT, "governance-policy", "*")
                .may(MANAGEMENT, "service", "*")
                .may(MANAGEMENT, "change", "*")
                .may(ENGINEER, "service", "*")
                .may(ENGINEER, "change", "*")
                .build();
    }

    @Override
    public Tailoring tailoring() {
        return Tailoring.builder()
                .putFields(
                        "change",
                        List.of(
                                FieldDefinition.oneOf(NEW_ON, OLD_SERVERS, CLOUD),
                                FieldDefinition.of(EXIT_PLAN, FieldType.TEXT)))
                .build();
    }

    @Override
    public ChangePractice changePractice() {
        return ChangePractice.standard()
                .with(ChangeProcedure.builder()
                        .type(ChangeType.NORMAL)
                        .addRequiredPlans(PlanKind.IMPLEMENTATION, PlanKind.BACK_OUT)
                        .mustBeScheduled(false)
                        .build());
    }

    @Override
    public void play(Stage stage) {
        stage.narrate(
                "A regional railway runs a dozen applications, most of them on servers that others keep for it. Edda"
                        + " leads its board, of which Lukas is a member; Ines heads IT, Noemi draws its plans, and Piet,"
                        + " Rosa and Silas run it.");
        Portfolio portfolio = new Portfolio(stage);
        portfolio.comesIntoUse();
        Appraisal appraisal = new Appraisal(stage, portfolio);
        ServersPolicy policy = new ServersPolicy(stage);
        CloudDirective directive = new CloudDirective(stage, portfolio, appraisal);
        CloudRevision revision = new CloudRevision(stage, portfolio, appraisal, directive);
        Migrations migrations = new Migrations(stage, portfolio);

        directive.isEvaluated();
        policy.isEnacted();
        directive.isDirected(policy.ref());
        policy.isFelt();
        directive.isReported("2026-02-02", "09:00:00");
        directive.isReportedLate();
        migrations.theFirst();
        directive.isReported("2026-04-01", "09:00:00");
        migrations.theFirstIsMade();
        directive.isReported("2026-05-04", "09:00:00");
        directive.isReported("2026-06-01", "09:00:00");
        directive.isReported("2026-07-01", "09:00:00");
        migrations.areHeldAgainstPrinciples();
        revision.isRevised(policy.ref());
        policy.runsOutOfWaivers();
        directive.isReported("2026-08-03", "09:00:00");
        migrations.goOn();
        directive.isReported("2026-09-01", "09:00:00");
        policy.isReviewed();
        directive.isReported("2026-10-01", "11:00:00");
        migrations.goOnAgain();
        directive.isReported("2026-11-02", "09:00:00");
        directive.isNotYetThere();
        migrations.end();
        directive.isAchieved();
        revision.isLookedBackOn();
        policy.isCounted();
        new CloudChapters(stage, directive, policy, migrations, appraisal).areTold();
    }
}
