package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.util.List;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Recurrence;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.Problem;
import org.itsmkit.problem.Problems;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** Incidents that come back propose a problem where a tenant wants that. */
class RecurringIncidentsTest {

    private static final Category SYNC = Category.of("mail/sync");

    private final Company company = Company.with(builder -> builder.defaults(Tailoring.builder()
            .recurrence(new Recurrence(3, Duration.ofDays(30)))
            .build()));

    private Stored<Incident> log(String category) {
        company.aMinuteLater();
        return done(company.itsm
                .incidents()
                .submit(
                        caller(ANNA),
                        IncidentCommand.log()
                                .title("Mail does not arrive")
                                .service(MAIL)
                                .category(Category.of(category))
                                .build()));
    }

    private List<Stored<Problem>> problems() {
        return company.itsm
                .problems()
                .query(caller(DORA), Query.where(Condition.all()).limit(10))
                .items();
    }

    @Test
    void theThirdOfTheSameProposesAProblemInItsCommit() {
        log("mail/sync");
        log("mail/sync");
        log("mail/send");
        assertThat(problems()).isEmpty();

        Stored<Incident> third = log("mail/sync");

        assertThat(problems()).hasSize(1);
        Problem problem = problems().get(0).record();
        assertThat(problem.origin()).isEqualTo(Origin.PROACTIVE);
        assertThat(problem.ticket().service()).contains(MAIL);
        assertThat(problem.ticket().category()).contains(SYNC);
        assertThat(problem.ticket().isLinked(LinkType.RELATED, Company.incident(third.id())))
                .isTrue();
        JournalEntry first = company.store
                .journal(ACME, Problems.KIND, problems().get(0).id(), 0, 1)
                .get(0);
        assertThat(first.cause().name()).isEqualTo("reaction:propose-problem-of-recurring-incidents");
        assertThat(first.recordedAt()).isEqualTo(third.recordedAt());

        log("mail/sync");
        assertThat(problems()).as("what was proposed is left to people").hasSize(1);
    }

    @Test
    void whatIsTooLongAgoDoesNotCount() {
        log("mail/sync");
        log("mail/sync");
        company.clock.advance(Duration.ofDays(30));
        log("mail/sync");
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatIsCategorisedLaterCountsThen() {
        log("mail/sync");
        log("mail/sync");
        Stored<Incident> other = log("mail/send");
        company.does(other.id(), new TicketCommand.Categorise<>(SYNC, MAIL));
        assertThat(problems()).hasSize(1);
    }

    @Test
    void nothingIsProposedWhereNobodyWantsIt() {
        Company untailored = Company.open();
        for (int i = 0; i < 5; i++) {
            done(untailored
                    .itsm
                    .incidents()
                    .submit(
                            Caller.of(ACME, ANNA),
                            IncidentCommand.log()
                                    .title("Mail does not arrive")
                                    .service(MAIL)
                                    .category(SYNC)
                                    .build()));
        }
        assertThat(untailored.itsm.problems().count(caller(DORA), Condition.all()))
                .isZero();
    }
}
