package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.util.Map;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.dimension.ChangeCheck;
import org.itsmkit.dimension.PlannedWork;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.Test;

/** A change as it is kept, seen from the four dimensions. */
class ChangeDimensionsTest {

    private final Company company = Company.open();

    private Change drafted() {
        TicketDraft draft = TicketDraft.builder()
                .title("New version of mail")
                .description("For all users")
                .service(MAIL)
                .category(Category.of("software/mail"))
                .build();
        return done(company.itsm.changes().submit(caller(DORA), new ChangeCommand.Draft(draft, "install it")))
                .record();
    }

    @Test
    void whatAChangeSaysIsWhatIsSeen() {
        PlannedWork work = ChangeDimensions.plannedWork(drafted());

        assertThat(work.name()).isEqualTo("CHG0000001");
        assertThat(work.category()).contains(Category.of("software/mail"));
        assertThat(work.services()).containsExactly(ServiceId.of("mail"));
        assertThat(work.plans()).isEqualTo(Map.of("implementation", "install it"));
        assertThat(work.texts()).isEqualTo(Map.of("title", "New version of mail", "description", "For all users"));
    }

    @Test
    void aChangeForgetsThoseWhoUseIt() {
        Change change = drafted();
        ChangeCheck check =
                ChangeDimensions.check(change.withPlans(change.plans().withTest("send a mail")));

        assertThat(check.forgotten()).containsExactly(Dimension.ORGANISATIONS_AND_PEOPLE);
        assertThat(check.touched())
                .containsOnlyKeys(Dimension.ORGANISATIONS_AND_PEOPLE, Dimension.INFORMATION_AND_TECHNOLOGY);
    }
}
