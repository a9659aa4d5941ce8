package org.itsmkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.OPERATIONS;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Violation;
import org.itsmkit.service.portfolio.AcceptingSide;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.DesignPackage;
import org.itsmkit.service.portfolio.DimensionNote;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.AvailabilityTarget;
import org.itsmkit.service.warranty.CapacityTarget;
import org.itsmkit.service.warranty.ContinuityTarget;
import org.itsmkit.service.warranty.SecurityTarget;
import org.itsmkit.service.warranty.WarrantyTargets;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** A service at Acme, which Ben owns and operations runs, and what Dora does to it. */
public final class Serving {

    /** Who pays people's wages. */
    public static final OrganisationId PAYROLL = OrganisationId.of("payroll");
    /** Who sells. */
    public static final OrganisationId SALES = OrganisationId.of("sales");
    /** What else might be used. */
    public static final ServiceId CHAT = ServiceId.of("chat");
    /** Nothing but a few words. */
    public static final List<RecordRef> NO_DOCUMENTS = List.of();

    /** What is to be built. */
    public static final DesignPackage DESIGNED = new DesignPackage(
            "Mail boxes on two servers",
            WarrantyTargets.builder()
                    .availability(new AvailabilityTarget(new BigDecimal("0.995")))
                    .capacity(new CapacityTarget(new BigDecimal("0.2"), Duration.ofDays(90)))
                    .continuity(new ContinuityTarget(Duration.ofHours(4), Duration.ofHours(1), Duration.ofDays(365)))
                    .security(new SecurityTarget(Map.of(SecurityTarget.Severity.LOW, 5), Set.of("backup")))
                    .build());

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Serving(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** Mail, as Ben begins to write it down. */
    public static ServiceCommand.Propose.Builder mail() {
        return ServiceCommand.propose()
                .key(Company.MAIL)
                .name("Mail")
                .description("Letters without paper")
                .owner(BEN)
                .addCustomers(PAYROLL)
                .proposition("Answers on the same day")
                .addAims(Aim.outcome("answers", "Customers are answered on the same day"))
                .addAims(Aim.constraint("post", "Nobody waits for the post"));
    }

    /** Dora writes that down. */
    public static Serving of(Company company, ServiceCommand.Propose proposal) {
        return new Serving(
                company,
                done(company.itsm.services().submit(caller(DORA), proposal)).id());
    }

    /** Mail in that status, with all that is needed on the way there. */
    public static Serving in(Company company, String status) {
        Serving serving = of(company, mail().build());
        switch (status) {
            case "proposed" -> {}
            case "rejected" -> serving.does(new ServiceCommand.Reject("we have telephones"));
            default -> serving.goTo(status);
        }
        assertThat(serving.status()).isEqualTo(status);
        company.aMinuteLater();
        return serving;
    }

    private void goTo(String status) {
        List<String> way = List.of("chartered", "design", "transition", "early-life", "operation");
        int steps = way.contains(status) ? way.indexOf(status) + 1 : way.size();
        for (String next : way.subList(0, steps)) {
            company.aMinuteLater();
            step(next);
        }
        company.aMinuteLater();
        switch (status) {
            case "suspended" -> does(new ServiceCommand.Suspend("a virus"));
            case "retiring" -> planEnd();
            case "retired" -> {
                planEnd();
                company.clock.advance(Duration.ofDays(31));
                does(new ScopeCommand.RemoveCustomers(now().customers()));
                does(new GateCommand.Retire("nobody has it", NO_DOCUMENTS));
            }
            default -> {}
        }
    }

    private void step(String next) {
        switch (next) {
            case "chartered" -> does(new GateCommand.Charter("the board wants it", NO_DOCUMENTS));
            case "design" -> does(new ServiceCommand.BeginDesign());
            case "transition" -> {
                design();
                does(new GateCommand.CompleteDesign("looked at by all", NO_DOCUMENTS));
            }
            case "early-life" -> {
                ready();
                does(new GateCommand.GoLive("tests are green", NO_DOCUMENTS));
            }
            default -> does(new GateCommand.EndEarlyLife("a month without trouble", NO_DOCUMENTS));
        }
    }

    /** All is said that must be for it to be built. */
    public void design() {
        does(new ScopeCommand.Design(DESIGNED));
        for (Dimension dimension : Dimension.values()) {
            does(new ScopeCommand.AddressDimension(
                    dimension,
                    dimension == Dimension.PARTNERS_AND_SUPPLIERS
                            ? DimensionNote.notTouched("nobody outside is needed")
                            : DimensionNote.addressed("thought of")));
        }
    }

    /** All is said and accepted that must be for it to be used. */
    public void ready() {
        does(new ScopeCommand.NameSupport(OPERATIONS));
        does(new ScopeCommand.Assure(new Assurance.Waived("it is for ourselves")));
        accepted();
    }

    /** Ben accepts it, and Carla does for operations. */
    public void accepted() {
        does(caller(BEN), new GateCommand.Accept(AcceptingSide.OWNER, "good"));
        does(caller(CARLA), new GateCommand.Accept(AcceptingSide.OPERATIONS, ""));
    }

    /** It is to end in thirty days. */
    public void planEnd() {
        does(new RetirementCommand.PlanRetirement(today().plusDays(30), Optional.empty(), "nobody writes"));
    }

    /** The day, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(company.clock.instant(), ZoneOffset.UTC);
    }

    /** Dora does that to it, and it succeeds. */
    public Service does(Command<Service> command) {
        return does(caller(DORA), command);
    }

    /** Somebody does that to it, and it succeeds. */
    public Service does(Caller who, Command<Service> command) {
        return done(company.itsm.services().submit(who, id, command)).record();
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public List<String> refused(Command<Service> command) {
        return refused(caller(DORA), command);
    }

    /** Somebody tries that, and is refused; nothing has changed then. Returns the codes. */
    public List<String> refused(Caller who, Command<Service> command) {
        return codes(rejection(who, command));
    }

    /** Somebody tries that, and is refused; nothing has changed then. */
    public Rejection rejection(Caller who, Command<Service> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<Service>> outcome = company.itsm.services().submit(who, id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** What stands against it, by codes. */
    public static List<String> codes(Rejection rejection) {
        return rejection.violations().stream().map(Violation::code).toList();
    }

    /** It as it is kept. */
    public Service now() {
        return company.store.find(ACME, Services.KIND, id).orElseThrow().record();
    }

    /** Where it stands. */
    public String status() {
        return now().status().name();
    }

    /** The events by their stable names. */
    public List<String> events() {
        return company.store.journal(ACME, Services.KIND, id, 0, 10_000).stream()
                .map(JournalEntry::name)
                .toList();
    }
}
