package org.itsmkit.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.practice.capability.Criteria;
import org.itsmkit.practice.capability.Criterion;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** An assessment of the service desk, which Carla leads and in which Dora assesses; Ben shows things, Frida reviews. */
public final class Assessing {

    /** What it looks at. */
    public static final String DESK = "service-desk";

    /** Where it happens. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Assessing(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** The plan of it. */
    public static AssessmentCommand.Plan.Builder plan() {
        return AssessmentCommand.plan()
                .title("How good is the desk?")
                .lead(CARLA)
                .addAssessors(DORA)
                .addScope(ScopeItem.of(DESK, 2));
    }

    /** Carla plans it. */
    public static Assessing planned(Company company, AssessmentCommand.Plan plan) {
        return new Assessing(
                company,
                done(company.itsm.assessments().submit(caller(CARLA), plan)).id());
    }

    /** One that was begun. */
    public static Assessing begun(Company company) {
        Assessing assessing = planned(company, plan().build());
        assessing.does(new AssessmentCommand.Begin());
        return assessing;
    }

    /** One in that status. */
    public static Assessing in(Company company, String status) {
        Assessing assessing = planned(company, plan().build());
        if (status.equals("cancelled")) {
            assessing.does(new AssessmentCommand.Cancel("nobody has time"));
        } else if (!status.equals("planned")) {
            assessing.does(new AssessmentCommand.Begin());
            if (!status.equals("in-progress")) {
                assessing.does(new AssessmentCommand.Rate(Set.of(DESK)));
                assessing.does(new AssessmentCommand.Submit());
            }
            if (status.equals("completed")) {
                assessing.completes();
            }
        }
        assertThat(assessing.now().status().name()).isEqualTo(status);
        company.aMinuteLater();
        return assessing;
    }

    /** That Ben showed something, in words. */
    public static EvidenceCommand.RecordEvidence.Builder shown(String criterion) {
        return EvidenceCommand.evidence().criterion(criterion).providedBy(BEN).note("Seen on the floor");
    }

    /** So many of a hundred incidents were resolved at first contact in that month of 2025. */
    public static Figure firstContact(int month, int resolved) {
        Instant from = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofDays(30L * (month - 1)));
        return Figure.of(
                "first-contact-resolution",
                Quantity.of(resolved, 100),
                100,
                new Window(from, from.plus(Duration.ofDays(30))),
                "Resolved at first contact");
    }

    /** All criteria of a subject up to a level are shown, in words; for levels that ask for no figure. */
    public void shows(String subject, int level) {
        for (Criterion criterion : Criteria.of(subject)) {
            if (criterion.level() <= level) {
                does(shown(criterion.code()).build());
            }
        }
    }

    /** Frida completes it. */
    public Assessment completes() {
        return does(caller(FRIDA), new AssessmentCommand.Complete("well seen"));
    }

    /** Carla does that, and it succeeds. */
    public Assessment does(Command<Assessment> command) {
        return does(caller(CARLA), command);
    }

    /** Somebody does that, and it succeeds. */
    public Assessment does(Caller who, Command<Assessment> command) {
        return done(company.itsm.assessments().submit(who, id, command)).record();
    }

    /** Carla tries that, and is refused; nothing has changed then. */
    public List<String> refused(Command<Assessment> command) {
        return refused(caller(CARLA), command);
    }

    /** Somebody tries that, and is refused; nothing has changed then. */
    public List<String> refused(Caller who, Command<Assessment> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<Assessment>> outcome =
                company.itsm.assessments().submit(who, id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft().violations().stream().map(Violation::code).toList();
    }

    /** As it is. */
    public Assessment now() {
        return company.store.find(ACME, Assessments.KIND, id).orElseThrow().record();
    }

    /** All that happened, by the names in the journal. */
    public List<String> events() {
        return company.store.journal(ACME, Assessments.KIND, id, 0, 1_000).stream()
                .map(JournalEntry::name)
                .toList();
    }
}
