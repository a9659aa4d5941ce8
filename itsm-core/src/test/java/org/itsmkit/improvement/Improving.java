package org.itsmkit.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.itsmkit.fixture.Company;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Conclusion;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.Target;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.measure.Metric;
import org.itsmkit.improvement.measure.Observed;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** An improvement at Acme, which Ben owns and Frida stands behind, and what Dora does to it. */
public final class Improving {

    /** How long it takes until mail works again. */
    public static final Metric RESTORE = Metric.lowerIsBetter("time-to-restore", "min");
    /** How much is solved at once. */
    public static final Metric SOLVED = Metric.higherIsBetter("first-contact", "%");

    /** What it took in the month before: the median is 50. */
    public static final Observed SLOW = Observed.Series.of(40, 45, 50, 55, 60);
    /** What it took after: the median is 24. */
    public static final Observed QUICK = Observed.Series.of(20, 22, 24, 26, 28);

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Improving(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** What Ben begins to write down. */
    public static ImprovementCommand.Propose.Builder mail() {
        return ImprovementCommand.propose()
                .title("Mail is back sooner")
                .owner(BEN)
                .sponsor(FRIDA)
                .about(About.service(MAIL))
                .vision(Vision.to("Nobody waits for mail longer than for coffee"));
    }

    /** Dora writes that down. */
    public static Improving of(Company company, ImprovementCommand.Propose proposal) {
        return new Improving(
                company,
                done(company.itsm.improvements().submit(caller(DORA), proposal)).id());
    }

    /** One that has gone so far, each step with what it asks for. */
    public static Improving in(Company company, String status) {
        Improving improving = of(company, mail().build());
        company.aMinuteLater();
        switch (status) {
            case "vision" -> {}
            case "baseline" -> improving.assessed();
            case "targets" -> improving.measured();
            case "plan" -> improving.aimed();
            case "action" -> improving.begun();
            case "evaluation" -> improving.checked();
            case "momentum" -> improving.kept();
            case "closed" -> improving.closed();
            case "abandoned" -> improving.does(new JourneyCommand.Abandon("nobody uses mail any longer"));
            default -> throw new IllegalArgumentException(status);
        }
        assertThat(improving.status()).isEqualTo(status);
        company.aMinuteLater();
        return improving;
    }

    private void assessed() {
        does(new JourneyCommand.Assess());
        company.aMinuteLater();
    }

    private void measured() {
        assessed();
        does(new EvidenceCommand.Measure(monthBefore(SLOW)));
        does(new JourneyCommand.Aim());
    }

    private void aimed() {
        measured();
        does(new EvidenceCommand.SetTarget(Target.of(RESTORE, "30")));
        does(new JourneyCommand.MakePlan());
    }

    private void begun() {
        aimed();
        does(step("Write a runbook"));
        does(new JourneyCommand.Act());
    }

    private void checked() {
        begun();
        does(new EvidenceCommand.MeasureAgain(monthAfter(QUICK)));
        does(new JourneyCommand.Check());
    }

    private void kept() {
        checked();
        does(new EvidenceCommand.Evaluate(Conclusion.ACHIEVED, "half the time"));
        does(new JourneyCommand.Keep());
    }

    private void closed() {
        kept();
        does(new ControlCommand.SetControl(control()));
        does(new ImprovementCommand.Learn("runbooks help at night"));
        does(new JourneyCommand.Close());
    }

    /** What was observed in the month until now. */
    public Measurement monthBefore(Observed observed) {
        return Measurement.of(
                RESTORE,
                observed,
                company.clock.instant().minus(Duration.ofDays(30)),
                company.clock.instant(),
                "from the journal, by incident");
    }

    /** What was observed in the month from now on, a month later. */
    public Measurement monthAfter(Observed observed) {
        company.clock.advance(Duration.ofDays(30));
        return monthBefore(observed);
    }

    /** What Carla is to do within two weeks. */
    public PlanCommand.AddStep step(String text) {
        return new PlanCommand.AddStep(text, CARLA, today().plusDays(14));
    }

    /** Carla looks every 30 days whether it is still at most 35 min, 30 days from now first. */
    public ControlMeasure control() {
        return new ControlMeasure(RESTORE, new BigDecimal("35"), CARLA, 30, today().plusDays(30));
    }

    /** What day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(company.clock.instant(), ZoneOffset.UTC);
    }

    /** What it is called elsewhere. */
    public RecordRef ref() {
        return RecordRef.of(Improvements.NAME, id);
    }

    /** Dora does that, and it succeeds. */
    public Improvement does(Command<Improvement> command) {
        return does(caller(DORA), command);
    }

    /** Somebody does that, and it succeeds. */
    public Improvement does(Caller who, Command<Improvement> command) {
        return done(company.itsm.improvements().submit(who, id, command)).record();
    }

    /** Dora tries that, and is refused with these codes; nothing has changed then. */
    public List<String> refused(Command<Improvement> command) {
        return refusal(caller(DORA), command).violations().stream()
                .map(Violation::code)
                .toList();
    }

    /** Somebody tries that, and is refused; nothing has changed then. */
    public Rejection refusal(Caller who, Command<Improvement> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<Improvement>> outcome =
                company.itsm.improvements().submit(who, id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, not %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** As it is kept. */
    public Improvement now() {
        return company.store.find(ACME, Improvements.KIND, id).orElseThrow().record();
    }

    /** Where it stands. */
    public String status() {
        return now().status().name();
    }

    /** All that happened, by the names in the journal. */
    public List<String> events() {
        return company.store.journal(ACME, Improvements.KIND, id, 0, 1_000).stream()
                .map(JournalEntry::name)
                .toList();
    }
}
