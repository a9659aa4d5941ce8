package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.BEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.change.ChangeEvent;
import org.itsmkit.change.Changes;
import org.itsmkit.change.Plans;
import org.itsmkit.fixture.Company;
import org.itsmkit.fixture.SettableClock;
import org.itsmkit.fixture.Stores;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketEvent;
import org.junit.jupiter.api.Test;

/** From a journal to its record, and what cannot be one. */
class FoldTest {

    private final Company company = Company.open();
    private final RecordId id = company.log().id();

    private List<JournalEntry> journal() {
        company.does(id, new TicketCommand.Start<>());
        company.does(id, TicketCommand.Comment.toAll("hello"));
        return company.journal(id);
    }

    private Fold<Incident> folded(List<JournalEntry> entries) {
        Fold<Incident> fold = Fold.of(Incidents.KIND);
        entries.forEach(fold::add);
        return fold;
    }

    private JournalEntry entry(long sequence, Object event) {
        return new JournalEntry(
                Company.incident(id),
                sequence,
                "whatever",
                event,
                SettableClock.MONDAY_MORNING,
                SettableClock.MONDAY_MORNING,
                BEN,
                Optional.empty(),
                Cause.COMMAND,
                0);
    }

    @Test
    void aJournalGivesItsRecord() {
        Fold<Incident> fold = folded(journal());
        assertThat(fold.record()).contains(company.now(id).record());
        assertThat(fold.last()).map(JournalEntry::sequence).contains(3L);
        assertThat(Fold.of(Incidents.KIND).record()).isEmpty();
    }

    @Test
    void anEmptyJournalGivesNothing() {
        Fold<Incident> fold =
                Fold.of(company.store, ACME, Incidents.KIND, RecordId.of("no-such-incident"), entry -> true);
        assertThat(fold.record()).isEmpty();
        assertThat(fold.last()).isEmpty();
    }

    @Test
    void aJournalWithAGapIsNone() {
        List<JournalEntry> entries = new ArrayList<>(journal());
        entries.remove(1);
        assertNotFolded(entries);
    }

    @Test
    void aJournalThatDoesNotBeginIsNone() {
        assertNotFolded(journal().subList(1, 3));
        assertNotFolded(List.of(entry(1, new TicketEvent.Described<Incident>("a", "b"))));
    }

    @Test
    void anEntryTwiceIsNoJournal() {
        List<JournalEntry> entries = new ArrayList<>(journal());
        entries.add(entries.get(2));
        assertNotFolded(entries);
    }

    @Test
    void aSecondBeginningIsNone() {
        List<JournalEntry> entries = new ArrayList<>(journal());
        entries.add(entry(4, entries.get(0).event()));
        assertNotFolded(entries);
    }

    @Test
    void anUnknownEventIsNone() {
        List<JournalEntry> entries = new ArrayList<>(journal());
        entries.add(entry(4, "something happened"));
        assertNotFolded(entries);
        entries.set(3, entry(4, new Event<Incident>() {}));
        assertNotFolded(entries);
    }

    @Test
    void anEventOfAnotherKindIsNone() {
        List<JournalEntry> entries = new ArrayList<>(journal());
        entries.add(entry(4, new ChangeEvent.Revised(IncidentLifecycle.NEW, Plans.of("two disks"))));
        assertNotFolded(entries);
        Object drafted = company.store
                .journal(ACME, Changes.KIND, company.draft().id(), 0, 1)
                .get(0)
                .event();
        assertNotFolded(List.of(entry(1, drafted)));
    }

    private void assertNotFolded(List<JournalEntry> entries) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> folded(entries))
                .withMessageContaining(Company.incident(id).toString());
    }

    @Test
    void theLawSaysWhereItIsBroken() {
        journal();
        RecordId other = company.log().id();
        Stores.Around forged = new Stores.Around(company.store) {
            @Override
            public <R> List<JournalEntry> journal(
                    TenantId tenant, RecordKind<R> kind, RecordId record, long afterSequence, int limit) {
                List<JournalEntry> entries = super.journal(tenant, kind, record, afterSequence, limit);
                return record.equals(id) && !entries.isEmpty() ? entries.subList(0, entries.size() - 1) : entries;
            }
        };

        assertThat(FoldLaw.check(company.store, ACME, Incidents.KIND, count -> {}))
                .isEqualTo(new FoldLaw.Verdict(2, 4, List.of()));
        FoldLaw.Verdict verdict = FoldLaw.check(forged, ACME, Incidents.KIND, count -> {});
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.breaks()).singleElement().satisfies(found -> {
            assertThat(found.record()).isEqualTo(Company.incident(id)).isNotEqualTo(Company.incident(other));
            assertThat(found.reason()).contains("version 3").contains("ends at 2");
        });
    }

    @Test
    void theLawSeesARecordThatWasTouchedBehindOurBack() {
        journal();
        Stores.Around forged = new Stores.Around(company.store) {
            @Override
            @SuppressWarnings("unchecked")
            public <R> Page<Stored<R>> query(TenantId tenant, RecordKind<R> kind, Query query) {
                return super.query(tenant, kind, query).map(stored -> {
                    Incident incident = (Incident) stored.record();
                    R touched = (R) incident.withTicket(incident.ticket().withTitle("Nothing to see here"));
                    return new Stored<>(stored.id(), stored.version(), stored.recordedAt(), touched);
                });
            }
        };
        assertThat(FoldLaw.check(forged, ACME, Incidents.KIND, count -> {}).breaks())
                .singleElement()
                .satisfies(found -> assertThat(found.reason()).contains("differs"));
    }
}
