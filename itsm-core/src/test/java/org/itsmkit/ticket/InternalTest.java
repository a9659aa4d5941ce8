package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;
import static org.itsmkit.fixture.Company.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Preview;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.Command;
import org.itsmkit.people.ServiceDeskRoles;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.JournalEntry;
import org.junit.jupiter.api.Test;

/** What is for the provider's own people stays with them, by whatever door a requester comes. */
class InternalTest {

    private final Company company = Company.with(builder -> builder.authorizer(ServiceDeskRoles.standard()));
    private final RecordId id = company.log().id();

    private static Command<Incident> encloses(String name, boolean isInternal) {
        return new AttachmentCommand.Attach<>(name, "text/plain", 1, name, Optional.empty(), isInternal);
    }

    private static Command<Incident> spends(int hours) {
        return new TimeCommand.Record<>(
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(hours),
                Activity.of("diagnosis"),
                true,
                Optional.of(Cost.of("80", "EUR")),
                Optional.of("a long call"));
    }

    private static List<String> enclosed(Incident incident) {
        return incident.ticket().worksheetOrBlank().attachments().stream()
                .map(Attachment::fileName)
                .toList();
    }

    private static void assertOpen(Incident incident) {
        assertThat(enclosed(incident)).containsExactly("screenshot");
        assertThat(incident.ticket().worksheetOrBlank().times()).isEmpty();
        assertThat(incident.ticket().worksheetOrBlank().lastNumber()).isEqualTo(1);
    }

    @Test
    void requestersReadTheirTicketWithoutIt() {
        company.does(ANNA, id, encloses("screenshot", false));
        company.does(BEN, id, encloses("passwords", true));
        company.does(BEN, id, spends(2));

        assertOpen(company.itsm.incidents().find(caller(ANNA), id).orElseThrow().record());
        assertOpen(company.itsm
                .incidents()
                .query(caller(ANNA), Query.where(Condition.all()))
                .items()
                .get(0)
                .record());
        assertOpen(company.itsm
                .incidents()
                .asOf(caller(ANNA), id, company.clock.instant())
                .orElseThrow());
        Incident whole =
                company.itsm.incidents().find(caller(BEN), id).orElseThrow().record();
        assertThat(whole).isEqualTo(company.now(id).record());
        assertThat(enclosed(whole)).containsExactly("screenshot", "passwords");
    }

    @Test
    void aTicketWithNothingElseOnItsWorksheetLooksAsIfItHadNone() {
        company.does(BEN, id, spends(2));
        assertThat(company.itsm
                        .incidents()
                        .find(caller(ANNA), id)
                        .orElseThrow()
                        .record()
                        .ticket()
                        .worksheet())
                .isEmpty();
    }

    @Test
    void anAnswerShowsNoMoreThanReadingDoes() {
        company.does(BEN, id, encloses("passwords", true));
        Command<Incident> encloses = encloses("screenshot", false);
        for (int i = 0; i < 2; i++) {
            assertThat(enclosed(done(company.itsm.incidents().submit(caller(ANNA), id, encloses, Options.once("once")))
                            .record()))
                    .containsExactly("screenshot");
        }

        Preview preview = done(company.itsm.incidents().preview(caller(ANNA), id, encloses("more", false)));
        Preview.Change<?> change = preview.changes().get(0);
        assertThat(enclosed((Incident) change.before().orElseThrow())).containsExactly("screenshot");
        assertThat(enclosed((Incident) change.after())).containsExactly("screenshot", "more");
        assertThat(done(company.itsm
                                .incidents()
                                .preview(caller(ANNA), id, TicketCommand.Comment.internal("the boss is angry")))
                        .changes()
                        .get(0)
                        .events())
                .isEmpty();
    }

    @Test
    void whatOneMayNotReadCannotBeTakenAway() {
        company.does(BEN, id, encloses("passwords", true));
        Command<Incident> takesAway = new AttachmentCommand.Detach<>(1, "I guess");
        Command<Incident> takesAnother = new AttachmentCommand.Detach<>(99, "I guess");

        assertThat(company.refused(ANNA, id, takesAway).code())
                .isEqualTo(company.refused(ANNA, id, takesAnother).code())
                .isEqualTo("attachment.unknown");
        company.does(BEN, id, takesAway);
        assertThat(enclosed(company.now(id).record())).isEmpty();
    }

    @Test
    void whoElseAskedTheSameIsNobodysButTheProviders() {
        RecordId other = company.log(HANNA, "My laptop was taken away").id();
        company.does(BEN, other, new TicketMergeCommand.MergeInto<>(incident(id)));

        Incident seen =
                company.itsm.incidents().find(caller(ANNA), id).orElseThrow().record();
        assertThat(seen.ticket().duplicates()).isEmpty();
        assertThat(company.itsm.incidents().history(caller(ANNA), id))
                .extracting(JournalEntry::name)
                .containsExactly("logged");
        assertThat(company.now(id).record().ticket().duplicates()).hasSize(1);
    }
}
