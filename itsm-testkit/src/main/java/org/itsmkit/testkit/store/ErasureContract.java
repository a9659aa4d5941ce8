package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.itsmkit.engine.DataProtection;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Erasure;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Retention;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.store.Act;
import org.itsmkit.spi.store.Custodian;
import org.itsmkit.spi.store.FeedEntry;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Operator;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Redactor;
import org.itsmkit.spi.store.StaleRecordException;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.store.Upkeep;
import org.itsmkit.testkit.fixture.People;
import org.itsmkit.ticket.TicketCommand;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Custodian} promises, with the store that it changes: what was erased is nowhere any more, and everything else is as
 * it was.
 */
public interface ErasureContract extends TraceableContract {

    /** Returns the custodian of {@code store}; unless a provider says otherwise, that is the store itself. */
    default Custodian custodian(RecordStore store) {
        return (Custodian) store;
    }

    @Test
    default void whatWasErasedIsNowhere(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zq");
        String person = desk.person("zq").value();
        assertThat(traces(trial.store(), Desk.secrets("zq")).keySet())
                .as("what the harness finds")
                .containsExactlyInAnyOrderElementsOf(Desk.secrets("zq"));
        long version = desk.find(id).version();

        DataProtection.Outcome outcome =
                desk.erase(id, Erasure.personal(Incidents.KIND)).get();

        assertThat(outcome.version()).isEqualTo(version + 1);
        assertThat(traces(trial.store(), Desk.secrets("zq"))).isEmpty();
        assertThat(traces(trial.store(), person)).as("person").isEmpty();
        desk.requireFoldLaw();
        requireSound(trial.store());
    }

    /** Whatever people can write, wherever it went: into tasks, files, duplicates, a major incident and a change. */
    @Test
    default void allThatIsPersonalOfEveryKindCanBeErased(Trial trial) {
        Desk desk = new Desk(trial);
        Chronicle chronicle = new Chronicle(trial, desk, "yqword");
        assertThat(traces(trial.store(), chronicle.secrets()).keySet())
                .as("what the harness finds")
                .containsAll(chronicle.secrets());

        desk.eraseEverywhere(kind -> Erasure.personal(kind));

        assertThat(traces(trial.store(), chronicle.marks())).isEmpty();
        desk.requireFoldLaw();
        requireSound(trial.store());
        assertThat(desk.tellAll().toString()).doesNotContain(chronicle.marks());
    }

    @Test
    default void aPersonIsErasedFromEveryKind(Trial trial) {
        Desk desk = new Desk(trial);
        new Chronicle(trial, desk, "yrword");
        PersonId person = desk.person("yrword");
        assertThat(traces(trial.store(), person.value())).isNotEmpty();

        desk.eraseEverywhere(kind -> Erasure.of(person));

        assertThat(traces(trial.store(), person.value())).isEmpty();
        assertThat(traces(trial.store(), "yrwordmajortitle")).isNotEmpty();
        desk.requireFoldLaw();
        requireSound(trial.store());
    }

    @Test
    default void nothingThatPeopleWroteOutlivesThePurge(Trial trial) {
        Desk desk = new Desk(trial);
        Chronicle chronicle = new Chronicle(trial, desk, "ysword");

        for (Definition<?> kind : desk.itsm().registry().all()) {
            for (Custodian.Kept kept :
                    custodian(trial.store()).kept(trial.tenant(), kind.kind(), Optional.empty(), 1_000)) {
                desk.itsm()
                        .protection()
                        .purge(desk.clerk(), kept.record(), "Ten years old")
                        .get();
            }
        }

        assertThat(traces(trial.store(), chronicle.marks())).isEmpty();
        requireSound(trial.store());
    }

    @Test
    default void noWayBackLeadsToWhatWasErased(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zr");
        List<JournalEntry> before = desk.history(id);

        desk.erase(id, Erasure.personal(Incidents.KIND)).get();

        List<JournalEntry> after = desk.history(id);
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.toString()).doesNotContain(Desk.secrets("zr"));
        for (JournalEntry entry : after) {
            assertThat(desk.itsm()
                            .incidents()
                            .asOf(desk.clerk(), id, entry.recordedAt())
                            .toString())
                    .doesNotContain(Desk.secrets("zr"))
                    .doesNotContain(desk.person("zr").value());
        }
        Either<Rejection, Stored<Incident>> repeated = desk.logged("zr", Options.once("form-zr"));
        assertThat(repeated.get().id()).isEqualTo(id);
        assertThat(repeated.get().record().ticket().title()).isEqualTo(Redactor.TEXT);
        assertThat(trial.store()
                        .count(trial.tenant(), Incidents.KIND, Condition.words(Incidents.FIELDS.title.key(), "zr")))
                .isZero();
        assertThat(desk.tellAll().toString())
                .doesNotContain(Desk.secrets("zr"))
                .doesNotContain(desk.person("zr").value());
    }

    @Test
    default void anErasureSaysWhoWhyAndWhatKind(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zs");

        desk.erase(id, Erasure.of("title", "text")).get();

        List<JournalEntry> journal = desk.history(id);
        JournalEntry last = journal.get(journal.size() - 1);
        assertThat(last.name()).isEqualTo("itsm:erased");
        assertThat(last.by()).isEqualTo(desk.clerk().person());
        assertThat(last.event()).isInstanceOfSatisfying(Upkeep.Erased.class, erased -> {
            assertThat(erased.components()).containsExactlyInAnyOrder("title", "text");
            assertThat(erased.reason()).isEqualTo("Request 17");
            assertThat(erased.entries()).extracting(Upkeep.Replaced::sequence).isSorted();
        });
        assertThat(desk.find(id).record().ticket().title()).isEqualTo(Redactor.TEXT);
        assertThat(desk.find(id).record().ticket().description()).contains("zs");
    }

    /** Folding what was redacted gives what redacting the fold gives: tombstone for tombstone. */
    @Test
    default void redactingAndFoldingCommute(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zt");
        Incident before = desk.find(id).record();
        Redactor redactor = new Redactor(Incidents.KIND.personal(), Set.of());
        desk.history(id).forEach(redactor::reserve);
        desk.history(id).forEach(redactor::redact);

        desk.erase(id, Erasure.personal(Incidents.KIND)).get();

        assertThat(desk.find(id).record()).isEqualTo(redactor.redact(before));
    }

    @Test
    default void erasingAgainChangesNothing(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zu");
        long version = desk.erase(id, Erasure.personal(Incidents.KIND)).get().version();
        Stored<Incident> erased = desk.find(id);

        DataProtection.Outcome again =
                desk.erase(id, Erasure.personal(Incidents.KIND)).get();

        assertThat(again.changed()).isFalse();
        assertThat(again.version()).isEqualTo(version);
        assertThat(desk.find(id)).isEqualTo(erased);
    }

    @Test
    default void erasedRecordsGoOn(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zv");
        desk.erase(id, Erasure.personal(Incidents.KIND)).get();

        assertThat(desk.does(id, new TicketCommand.Comment<>("Said later: zvlater", false)))
                .isTrue();
        assertThat(desk.find(id).record().ticket().comments()).isEqualTo(2);
        desk.erase(id, Erasure.of("text")).get();

        assertThat(traces(trial.store(), "zvlater")).isEmpty();
        desk.requireFoldLaw();
        requireSound(trial.store());
    }

    @Test
    default void aPersonIsErasedFromAllRecords(Trial trial) {
        Desk desk = new Desk(trial);
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(desk.livelyIncident("zw" + i, desk.person("zw")));
        }
        RecordId other = desk.livelyIncident("zx");
        Stored<Incident> untouched = desk.find(other);

        List<RecordRef> changed = new ArrayList<>();
        Optional<RecordId> next = Optional.empty();
        do {
            DataProtection.Batch batch = desk.itsm()
                    .protection()
                    .eraseAll(desk.clerk(), Incidents.DEFINITION, Erasure.of(desk.person("zw")), "Request 18", next, 3);
            changed.addAll(batch.changed());
            assertThat(batch.refused()).isEmpty();
            next = batch.next();
        } while (next.isPresent());

        assertThat(changed).extracting(RecordRef::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(traces(trial.store(), desk.person("zw").value())).isEmpty();
        assertThat(desk.find(other)).isEqualTo(untouched);
        assertThat(desk.find(ids.get(0)).record().ticket().title()).contains("zw0");
        assertThat(desk.find(ids.get(0)).record().ticket().requester().value()).startsWith(Redactor.ID_PREFIX);
        desk.requireFoldLaw();
        requireSound(trial.store());
    }

    @Test
    default void onlyTheChosenEntriesAreErased(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zy");
        List<JournalEntry> before = desk.history(id);
        long first = desk.sequenceOf(id, "commented");

        desk.erase(id, Erasure.of("text").from(first)).get();

        List<JournalEntry> after = desk.history(id);
        for (JournalEntry entry : before) {
            JournalEntry now = after.get((int) entry.sequence() - 1);
            if (entry.sequence() == first) {
                assertThat(now.event().toString()).contains(Redactor.TEXT).doesNotContain("zy");
            } else {
                assertThat(now).isEqualTo(entry);
            }
        }
        requireSound(trial.store());
    }

    /** Closed on the second: one a microsecond too long ago, one just not, one on hold, one that is still open. */
    @Test
    default void whatWasKeptLongEnoughIsPurgedAndNoMore(Trial trial) {
        Desk desk = new Desk(trial);
        Retention<Incident> fiveYears = new Retention<>(Incidents.FIELDS.closed, Period.ofYears(5));
        List<RecordId> over = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            over.add(desk.closedIncident("zretained" + i));
        }
        RecordId held = desk.closedIncident("zrh");
        desk.itsm().protection().hold(desk.clerk(), desk.ref(held), "Case 4711").get();
        Instant closed = desk.find(held).record().ticket().closedAt().orElseThrow();
        trial.clock().set(closed.plusNanos(1_000));
        RecordId later = desk.closedIncident("zrl");
        RecordId open = desk.livelyIncident("zro");
        trial.clock().set(closed.atOffset(ZoneOffset.UTC).plusYears(5).toInstant());

        DataProtection protection = desk.itsm().protection();
        assertThat(protection
                        .purgeAll(desk.clerk(), Incidents.DEFINITION, fiveYears, "Five years", Optional.empty(), 9)
                        .purged())
                .as("what was closed so long ago to the instant stays")
                .isEmpty();
        trial.clock().advance(Duration.ofNanos(1_000));
        List<RecordRef> purged = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            DataProtection.Sweep sweep =
                    protection.purgeAll(desk.clerk(), Incidents.DEFINITION, fiveYears, "Five years", next, 2);
            assertThat(sweep.purged().size() + sweep.refused().size()).isLessThanOrEqualTo(2);
            purged.addAll(sweep.purged());
            sweep.refused().forEach(refusal -> refused.add(refusal.code()));
            next = sweep.next();
        } while (next.isPresent());

        assertThat(purged).extracting(RecordRef::id).containsExactlyInAnyOrderElementsOf(over);
        assertThat(refused).containsExactly("record.held");
        for (RecordId kept : List.of(held, later, open)) {
            assertThat(desk.find(kept).id()).isEqualTo(kept);
        }
        assertThat(traces(trial.store(), "zretained0")).isEmpty();
        desk.requireFoldLaw();
        requireSound(trial.store());
    }

    @Test
    default void aLegalHoldStopsErasureAndPurge(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("za");
        RecordRef ref = desk.ref(id);
        Incident record = desk.find(id).record();
        DataProtection protection = desk.itsm().protection();

        assertThat(protection.hold(desk.clerk(), ref, "Case 4711").get().changed())
                .isTrue();
        assertThat(protection.hold(desk.clerk(), ref, "Case 4711").get().changed())
                .isFalse();

        assertThat(desk.erase(id, Erasure.personal(Incidents.KIND)).getLeft().code())
                .isEqualTo("record.held");
        assertThat(protection.purge(desk.clerk(), ref, "Old").getLeft().code()).isEqualTo("record.held");
        assertThat(custodian(trial.store())
                        .kept(trial.tenant(), Incidents.KIND, id)
                        .orElseThrow()
                        .isHeld())
                .isTrue();
        assertThat(desk.find(id).record()).isEqualTo(record);
        assertThat(desk.does(id, new TicketCommand.Comment<>("Work goes on", false)))
                .isTrue();
        requireSound(trial.store());

        assertThat(protection.release(desk.clerk(), ref, "Case closed").get().changed())
                .isTrue();
        assertThat(desk.erase(id, Erasure.personal(Incidents.KIND)).get().changed())
                .isTrue();
        assertThat(desk.history(id))
                .extracting(JournalEntry::name)
                .contains("itsm:held", "itsm:released")
                .endsWith("itsm:erased");
        desk.requireFoldLaw();
        requireSound(trial.store());
    }

    @Test
    default void ofAPurgedRecordNothingButItsTraceIsLeft(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zb");
        List<JournalEntry> before = desk.history(id);

        desk.itsm()
                .protection()
                .purge(desk.clerk(), desk.ref(id), "Ten years old")
                .get();

        assertThat(traces(trial.store(), Desk.secrets("zb"))).isEmpty();
        assertThat(traces(trial.store(), desk.person("zb").value())).isEmpty();
        assertThat(trial.store().find(trial.tenant(), Incidents.KIND, id)).isEmpty();
        List<JournalEntry> after = desk.history(id);
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.subList(0, before.size()))
                .extracting(JournalEntry::event)
                .containsOnly(new Upkeep.Gone());
        assertThat(after.get(before.size()).event()).isEqualTo(new Upkeep.Purged("Ten years old"));
        assertThat(after.subList(0, before.size()))
                .extracting(JournalEntry::name)
                .isEqualTo(before.stream().map(JournalEntry::name).toList());
        assertThat(desk.itsm()
                        .protection()
                        .purge(desk.clerk(), desk.ref(id), "Again")
                        .get()
                        .changed())
                .isFalse();
        assertThat(desk.itsm()
                        .incidents()
                        .submitNew(desk.clerk(), id, Desk.log("zb again", desk.person("zb")), Options.none())
                        .isLeft())
                .isTrue();
        requireSound(trial.store());
    }

    @Test
    default void anErasureAndAWriterNeitherLoseNorRevive(Trial trial) throws Exception {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zc");
        int comments = 25;
        List<Callable<Integer>> runners = new ArrayList<>();
        runners.add(() -> {
            int said = 0;
            for (int i = 0; i < comments; i++) {
                said += desk.does(id, new TicketCommand.Comment<>("zctext " + i, false)) ? 1 : 0;
            }
            return said;
        });
        runners.add(() -> {
            for (int i = 0; i < 10; i++) {
                desk.erase(id, Erasure.of("text", "title"));
            }
            return 0;
        });

        int said = Race.run(runners).get(0);

        assertThat(desk.find(id).record().ticket().comments()).isEqualTo(1 + said);
        assertThat(desk.find(id).record().ticket().title()).isEqualTo(Redactor.TEXT);
        desk.requireFoldLaw();
        requireSound(trial.store());
        desk.erase(id, Erasure.of("text")).get();
        assertThat(traces(trial.store(), "zctext")).isEmpty();
    }

    @Test
    default void anActNamesTheVersionItWasDecidedUpon(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zd");
        long version = desk.find(id).version();
        Custodian custodian = custodian(trial.store());
        Act act = Act.of(People.DORA, Instant.EPOCH, "Case 4711");

        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() -> custodian.hold(trial.tenant(), Incidents.KIND, id, version - 1, act));
        assertThatExceptionOfType(StaleRecordException.class)
                .isThrownBy(() ->
                        custodian.purge(trial.tenant(), Incidents.KIND, RecordId.of("never"), 1, act, task -> false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> custodian.release(trial.tenant(), Incidents.KIND, id, version, act));
        assertThat(desk.find(id).version()).isEqualTo(version);

        custodian.hold(trial.tenant(), Incidents.KIND, id, version, act);
        List<JournalEntry> journal = desk.history(id);
        JournalEntry held = journal.get(journal.size() - 1);
        assertThat(held.occurredAt()).isEqualTo(Instant.EPOCH);
        assertThat(held.recordedAt()).isEqualTo(journal.get(journal.size() - 2).recordedAt());
    }

    @Test
    default void whatIsKeptIsListedInPieces(Trial trial) {
        Desk desk = new Desk(trial);
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(desk.livelyIncident("ze" + i));
        }
        desk.itsm()
                .protection()
                .purge(desk.clerk(), desk.ref(ids.get(2)), "Old")
                .get();
        Custodian custodian = custodian(trial.store());

        List<Custodian.Kept> whole = custodian.kept(trial.tenant(), Incidents.KIND, Optional.empty(), 10);
        List<Custodian.Kept> rest = custodian.kept(
                trial.tenant(),
                Incidents.KIND,
                Optional.of(whole.get(1).record().id()),
                2);

        assertThat(whole).extracting(kept -> kept.record().id()).isSorted().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(whole).filteredOn(Custodian.Kept::isDeleted).hasSize(1);
        assertThat(rest).isEqualTo(whole.subList(2, 4));
        assertThat(custodian.kept(trial.neighbour().tenant(), Incidents.KIND, Optional.empty(), 10))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> custodian.kept(trial.tenant(), Incidents.KIND, Optional.empty(), 0));
    }

    /** The feed tells what was erased as it is now. */
    @Test
    default void theFeedHoldsNothingThatWasErased(Trial trial) {
        if (!(trial.store() instanceof Operator operator)) {
            return;
        }
        long start = 0;
        List<FeedEntry> part = operator.feed(List.of(Incidents.KIND), start, 10_000);
        while (!part.isEmpty()) {
            start = part.get(part.size() - 1).position();
            part = operator.feed(List.of(Incidents.KIND), start, 10_000);
        }
        Desk desk = new Desk(trial);
        RecordId id = desk.livelyIncident("zf");
        desk.erase(id, Erasure.personal(Incidents.KIND)).get();

        List<FeedEntry> fed = operator.feed(List.of(Incidents.KIND), start, 10_000).stream()
                .filter(entry -> entry.tenant().equals(trial.tenant()))
                .toList();

        assertThat(fed).extracting(FeedEntry::entry).isEqualTo(desk.history(id));
        assertThat(fed.toString()).doesNotContain(Desk.secrets("zf"));
    }
}
