package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.engine.Following.plain;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentEvent;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.task.Task;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/** People are told in the order in which things happened, and when they did; and what follows from the past follows now. */
class InTheirOrderTest {

    private static final TicketCommand.Comment<Incident> HELLO = TicketCommand.Comment.toAll("hello");

    private static List<Command<Incident>> sayings(int count) {
        List<Command<Incident>> commands = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            commands.add(new TicketCommand.Describe<>("Title " + i, ""));
            commands.add(HELLO);
        }
        return commands;
    }

    @Test
    void noticesOfOneRecordComeInTheOrderOfItsEvents() {
        Company company = Company.open();
        RecordId id = company.log().id();
        done(company.itsm.incidents().submitAll(caller(BEN), id, sayings(60), Options.none()));
        company.work();

        assertThat(company.told)
                .hasSize(60)
                .allSatisfy(notice -> assertThat(notice.person()).contains(ANNA));
        assertThat(company.told).extracting(Notice::key).isSorted().doesNotHaveDuplicates();
        assertThat(company.told)
                .extracting(notice -> notice.arguments().get("title"))
                .as("what people wrote is told as it is now, not as it was")
                .containsOnly("Title 60");
    }

    @Test
    void theLocaleOfTheHouseDoesNotMatterToTheirKeys() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            Company company = Company.open();
            RecordId id = company.log().id();
            company.does(BEN, id, HELLO);
            assertThat(company.store.tasks().pending(ACME))
                    .extracting(Task::key)
                    .containsExactly("notice:incident/" + id + ":0000000002:001");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void afterAClockLeaptAheadLaterNoticesAreDueNow() {
        Company company = Company.open();
        RecordId id = company.log().id();
        Instant now = company.clock.instant();
        Instant ahead = company.clock.advance(Duration.ofDays(10));
        company.does(BEN, id, HELLO);
        company.clock.set(now);

        company.does(BEN, id, HELLO);

        assertThat(company.store.tasks().pending(ACME)).extracting(Task::due).containsExactly(now, ahead);
        assertThat(company.work()).isEqualTo(1);
        assertThat(company.told).hasSize(1);
        assertThat(company.journal(id))
                .extracting(JournalEntry::recordedAt)
                .as("the journal does not go back")
                .containsExactly(now, ahead, ahead);
    }

    private static final IncidentCommand.Resolve FIXED =
            new IncidentCommand.Resolve(Resolution.Code.FIXED, "new cable");

    @Test
    void whatFollowsFromThePastFollowsAsSoonAsItCan() {
        Company company = Company.with(builder -> builder.reaction(plain(
                "resolve-children",
                (incident, event) -> event instanceof IncidentEvent.Resolved
                        ? Targets.matching(Incidents.FIELDS.title.is(
                                "Child of " + incident.ticket().number()))
                        : Targets.none(),
                FIXED)));
        var parent = company.log();
        String title = "Child of " + parent.record().ticket().number();
        RecordId quiet = company.log(ANNA, title).id();
        RecordId busy = company.log(ANNA, title).id();
        Instant repaired = company.clock.advance(Duration.ofMinutes(10));
        Instant busied = company.clock.advance(Duration.ofMinutes(10));
        company.does(BEN, busy, HELLO);
        RecordId late = company.log(ANNA, title).id();
        Instant told = company.clock.advance(Duration.ofMinutes(10));

        done(company.itsm
                .incidents()
                .submit(caller(BEN), parent.id(), FIXED, Options.none().occurredAt(repaired)));

        assertThat(last(company, parent.id()).occurredAt()).isEqualTo(repaired);
        assertThat(last(company, quiet).occurredAt()).isEqualTo(repaired);
        assertThat(last(company, busy).occurredAt()).isEqualTo(busied);
        assertThat(last(company, late).occurredAt()).isEqualTo(busied);
        assertThat(List.of(quiet, busy, late)).allSatisfy(child -> {
            assertThat(last(company, child).name()).isEqualTo("resolved");
            assertThat(last(company, child).recordedAt()).isEqualTo(told);
        });
        assertThat(company.audited).isEmpty();
        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, records -> {})
                        .breaks())
                .isEmpty();
    }

    private static JournalEntry last(Company company, RecordId id) {
        List<JournalEntry> journal = company.journal(id);
        return journal.get(journal.size() - 1);
    }
}
