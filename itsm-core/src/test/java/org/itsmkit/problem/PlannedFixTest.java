package org.itsmkit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.itsmkit.fixture.Company;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.Fix;
import org.itsmkit.ticket.FixingCommand;
import org.junit.jupiter.api.Test;

/** Which changes are to bring an end to a problem, also after people had looked for its cause once more. */
class PlannedFixTest {

    private final Company company = Company.open();
    private final Solving mail = Solving.in(company, "fix-in-progress");
    private final RecordRef change = mail.now().fixes().get(0).change();

    @Test
    void whatIsPlannedStillIsGoneOnWithWhenTheCauseWasTheRightOneAfterAll() {
        mail.does(new ProblemCommand.Investigate("Was it that?"));
        mail.does(new AnalysisCommand.IdentifyRootCause(Solving.CAUSE));

        mail.does(new FixingCommand.PlanFix<>(change));

        assertThat(mail.status()).isEqualTo("fix-in-progress");
        assertThat(mail.now().fixes()).containsExactly(new Fix(change, Fix.State.PLANNED));
        mail.does(new FixingCommand.NoteFix<>(change, Fix.State.DONE));
        assertThat(mail.status()).isEqualTo("resolved");
    }

    @Test
    void planningItTwiceChangesNothing() {
        int entries = mail.journal().size();

        mail.does(new FixingCommand.PlanFix<>(change));

        assertThat(mail.journal()).hasSize(entries);
        assertThat(mail.now().fixes()).isEqualTo(List.of(new Fix(change, Fix.State.PLANNED)));
    }
}
