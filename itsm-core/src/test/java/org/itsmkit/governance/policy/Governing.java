package org.itsmkit.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;

/** A policy at Acme, which Ben wrote, and what Dora does to it. */
public final class Governing {

    /** Incidents name a service when they are logged. */
    public static final Control NAMES_A_SERVICE = Control.deny("An incident names a service.")
            .addKinds("incident")
            .addActions(Action.of("log"))
            .when(FieldCondition.not(FieldCondition.filled("service")))
            .build();

    /** Nobody gives up an incident. */
    public static final Control NOBODY_CANCELS = Control.deny("Incidents are not given up.")
            .addKinds("incident")
            .addActions(Action.of("cancel"))
            .build();

    /** Where it is kept, and who is there. */
    public final Company company;
    /** Which. */
    public final RecordId id;

    private Governing(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** What Ben writes down, as he begins. */
    public static GovernancePolicyCommand.Draft.Builder policy(String name, Control... controls) {
        return GovernancePolicyCommand.draft()
                .name(name)
                .title("Of " + name)
                .statement("So that we know what is broken")
                .owner(BEN)
                .addControls(controls);
    }

    /** Ben writes that down. */
    public static Governing of(Company company, GovernancePolicyCommand.Draft draft) {
        return new Governing(
                company,
                done(company.itsm.governancePolicies().submit(caller(BEN), draft))
                        .id());
    }

    /** Ben writes that down, and Dora enacts it. */
    public static Governing enacted(Company company, String name, Control... controls) {
        Governing governing = of(company, policy(name, controls).build());
        governing.does(new GovernancePolicyCommand.Enact("so be it"));
        return governing;
    }

    /** One in that status, with one waiver for Ben if it was ever enacted. */
    public static Governing in(Company company, String status) {
        Governing governing =
                of(company, policy("names-a-service", NAMES_A_SERVICE).build());
        company.aMinuteLater();
        switch (status) {
            case "draft" -> {}
            case "withdrawn" -> governing.does(new GovernancePolicyCommand.Withdraw("we know"));
            default -> {
                governing.does(new GovernancePolicyCommand.Enact("so be it"));
                governing.does(governing.waiver(Waived.person(BEN)));
            }
        }
        company.aMinuteLater();
        switch (status) {
            case "under-review" -> governing.does(new PolicyReviewCommand.BeginReview());
            case "suspended" -> governing.does(new GovernancePolicyCommand.Suspend("wait"));
            case "retired" -> governing.does(new GovernancePolicyCommand.Retire("nobody needs it"));
            default -> {}
        }
        assertThat(governing.now().status().name()).isEqualTo(status);
        company.aMinuteLater();
        return governing;
    }

    /** For an hour from now on. */
    public WaiverCommand.Grant waiver(Waived waived) {
        return new WaiverCommand.Grant(
                waived, company.clock.instant(), company.clock.instant().plus(Duration.ofHours(1)), "we move");
    }

    /** Dora does that to it, and it succeeds. */
    public GovernancePolicy does(Command<GovernancePolicy> command) {
        return does(caller(DORA), command);
    }

    /** Somebody does that to it, and it succeeds. */
    public GovernancePolicy does(Caller who, Command<GovernancePolicy> command) {
        return done(company.itsm.governancePolicies().submit(who, id, command)).record();
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public Rejection refused(Command<GovernancePolicy> command) {
        return refused(caller(DORA), command);
    }

    /** Somebody tries that, and is refused; nothing has changed then. */
    public Rejection refused(Caller who, Command<GovernancePolicy> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<GovernancePolicy>> outcome =
                company.itsm.governancePolicies().submit(who, id, command);
        assertThat(outcome.isLeft())
                .as("refusal of %s, got %s", command, outcome)
                .isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** It as it is kept. */
    public GovernancePolicy now() {
        return company.store
                .find(ACME, GovernancePolicies.KIND, id)
                .orElseThrow()
                .record();
    }

    /** The events by their stable names. */
    public List<String> events() {
        return company.store.journal(ACME, GovernancePolicies.KIND, id, 0, 10_000).stream()
                .map(JournalEntry::name)
                .toList();
    }
}
