package org.itsmkit.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.FRIDA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** A directive at Acme, which Dora owns: Carla evaluates, Frida directs, and Ben answers for it. */
public final class Directing {

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Directing(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** Dora proposes that. */
    public static Directing proposed(Company company) {
        return new Directing(
                company,
                done(company.itsm
                                .directives()
                                .submit(
                                        caller(DORA),
                                        new DirectiveCommand.Propose(
                                                "Fewer failed changes", "Too many changes fail", DORA)))
                        .id());
    }

    /** What Carla found. */
    public static Evaluation found() {
        return Evaluation.builder()
                .addFindings(new Evaluation.Found("One change in five fails", Set.of()))
                .addHeard(new Evaluation.Heard("Accounting", "Mail that works"))
                .external("An audit next year")
                .build();
    }

    /** From 80 % now to 90 % in a hundred days, within 2; reported every ten days. */
    public static Direction.Builder success(Instant now) {
        return Direction.builder()
                .statement("Changes are tested before they are made")
                .accountable(BEN)
                .target(new Target(
                        "change-success-rate",
                        "%",
                        BigDecimal.valueOf(80),
                        now,
                        BigDecimal.valueOf(90),
                        now.plus(Duration.ofDays(100)),
                        BigDecimal.valueOf(2)))
                .reportEvery(Duration.ofDays(10));
    }

    /** One that is directed so. */
    public static Directing inForce(Company company, Direction direction) {
        Directing directing = proposed(company);
        directing.does(caller(CARLA), new DirectiveCommand.Evaluate(found()));
        directing.does(caller(FRIDA), new DirectiveCommand.Direct(direction));
        return directing;
    }

    /** One that is directed as {@link #success} says. */
    public static Directing inForce(Company company) {
        return inForce(company, success(company.clock.instant()).build());
    }

    /** One in that status. */
    public static Directing in(Company company, String status) {
        Directing directing = proposed(company);
        company.aMinuteLater();
        switch (status) {
            case "proposed" -> {}
            case "withdrawn" -> directing.does(new DirectiveCommand.Withdraw("it got better"));
            case "evaluated" -> directing.does(caller(CARLA), new DirectiveCommand.Evaluate(found()));
            default -> {
                directing.does(caller(CARLA), new DirectiveCommand.Evaluate(found()));
                directing.does(
                        caller(FRIDA),
                        new DirectiveCommand.Direct(
                                success(company.clock.instant()).build()));
            }
        }
        company.aMinuteLater();
        switch (status) {
            case "achieved", "closed" -> {
                directing.observes("91");
                directing.does(new DirectiveCommand.Achieve("well done"));
            }
            case "missed" -> {
                company.clock.advance(Duration.ofDays(100));
                directing.does(new DirectiveCommand.Miss("nobody tested"));
            }
            default -> {}
        }
        if (status.equals("closed")) {
            directing.does(new DirectiveCommand.Close("tests help"));
        }
        assertThat(directing.now().status().name()).isEqualTo(status);
        company.aMinuteLater();
        return directing;
    }

    /** Ben reports what is measured now. */
    public Directive observes(String value) {
        return does(caller(BEN), observation(value));
    }

    /** What is measured now. */
    public DirectiveCommand.Observe observation(String value) {
        return new DirectiveCommand.Observe(new BigDecimal(value), company.clock.instant(), "the change records");
    }

    /** Dora does that to it, and it succeeds. */
    public Directive does(Command<Directive> command) {
        return does(caller(DORA), command);
    }

    /** Somebody does that to it, and it succeeds. */
    public Directive does(Caller who, Command<Directive> command) {
        return done(company.itsm.directives().submit(who, id, command)).record();
    }

    /** Somebody tries that, and is refused; nothing has changed then. */
    public Rejection refused(Caller who, Command<Directive> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<Directive>> outcome = company.itsm.directives().submit(who, id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** It as it is kept. */
    public Directive now() {
        return company.store.find(ACME, Directives.KIND, id).orElseThrow().record();
    }

    /** The events by their stable names. */
    public List<String> events() {
        return company.store.journal(ACME, Directives.KIND, id, 0, 10_000).stream()
                .map(JournalEntry::name)
                .toList();
    }
}
