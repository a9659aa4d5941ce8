package org.itsmkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.change.Changes;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.engine.Erasure;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.majorincident.MajorIncidents;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.ArchiveItem;
import org.itsmkit.spi.store.LegalHoldException;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.spi.store.TenantArchive;
import org.junit.jupiter.api.Test;

/** What every {@link TenantArchive} promises, with the store that it looks into. */
public interface ArchiveContract extends TraceableContract {

    /** The kinds of all records here. */
    List<RecordKind<?>> EVERYTHING =
            List.of(Incidents.KIND, Changes.KIND, ChangeModels.KIND, MajorIncidents.KIND, SettingsKind.KIND);

    /** Returns the archive of {@code store}; unless a provider says otherwise, that is the store itself. */
    default TenantArchive archive(RecordStore store) {
        return (TenantArchive) store;
    }

    /** An export as others see it: without the chain, which not every store has. */
    private static List<ArchiveItem> plain(TenantArchive archive, TenantId tenant) {
        List<ArchiveItem> items = new ArrayList<>();
        archive.export(
                tenant,
                EVERYTHING,
                item -> items.add(
                        item instanceof ArchiveItem.Entry entry
                                ? new ArchiveItem.Entry(entry.entry(), Optional.empty())
                                : item));
        return items;
    }

    private static Desk filled(Trial trial) {
        Desk desk = new Desk(trial);
        RecordId erased = desk.livelyIncident("xa");
        RecordId purged = desk.livelyIncident("xb");
        RecordId held = desk.livelyIncident("xc");
        desk.livelyIncident("xd");
        desk.erase(erased, Erasure.personal(Incidents.KIND)).get();
        desk.itsm().protection().purge(desk.clerk(), desk.ref(purged), "Old").get();
        desk.itsm().protection().hold(desk.clerk(), desk.ref(held), "Case 4711").get();
        assertThat(desk.itsm().tailor(desk.clerk(), Tailoring.none()).isRight()).isTrue();
        return desk;
    }

    @Test
    default void anExportIsCompleteAndInOrder(Trial trial) {
        filled(trial);

        List<ArchiveItem> items = plain(archive(trial.store()), trial.tenant());

        assertThat(items.get(0)).isInstanceOf(ArchiveItem.Number.class);
        assertThat(items).filteredOn(ArchiveItem.Kept.class::isInstance).hasSize(5);
        assertThat(items).filteredOn(ArchiveItem.Command.class::isInstance).hasSize(4);
        assertThat(items).filteredOn(ArchiveItem.Pending.class::isInstance).isNotEmpty();
        assertThat(items.toString()).contains("xdtitle").doesNotContain("xatitle", "xbtitle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive(trial.store()).export(trial.tenant(), List.of(Incidents.KIND), item -> {}))
                .withMessageContaining("settings");
    }

    @Test
    default void whatIsRemovedIsGoneAndComesBackFromItsExport(Trial trial) {
        Desk desk = filled(trial);
        TenantArchive archive = archive(trial.store());
        List<ArchiveItem> chained = new ArrayList<>();
        archive.export(trial.tenant(), EVERYTHING, chained::add);
        List<ArchiveItem> plain = plain(archive, trial.tenant());
        Trial neighbour = trial.neighbour();
        new Desk(neighbour).livelyIncident("xn");
        List<ArchiveItem> neighbours = plain(archive, neighbour.tenant());

        assertThatExceptionOfType(LegalHoldException.class).isThrownBy(() -> archive.remove(trial.tenant(), false));
        assertThat(plain(archive, trial.tenant())).isEqualTo(plain);
        assertThat(archive.remove(trial.tenant(), true)).isEqualTo(5);

        assertThat(traces(trial.store(), trial.tenant().value())).isEmpty();
        assertThat(traces(trial.store(), "xdtitle")).isEmpty();
        assertThat(plain(archive, trial.tenant())).isEmpty();
        assertThat(archive.remove(trial.tenant(), false)).isZero();
        assertThat(plain(archive, neighbour.tenant())).isEqualTo(neighbours);

        archive.restore(trial.tenant(), EVERYTHING, chained.iterator());

        List<ArchiveItem> again = new ArrayList<>();
        archive.export(trial.tenant(), EVERYTHING, again::add);
        assertThat(again).isEqualTo(chained);
        desk.requireFoldLaw();
        requireSound(trial.store());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive.restore(trial.tenant(), EVERYTHING, chained.iterator()));
        desk.livelyIncident("xe");
        desk.requireFoldLaw();
    }

    @Test
    default void aTenantMovesToAnotherStoreAndBack(Trial trial) {
        Desk desk = filled(trial);
        TenantArchive archive = archive(trial.store());
        List<ArchiveItem> plain = plain(archive, trial.tenant());
        InMemoryStore other = new InMemoryStore(trial.clock());

        other.restore(trial.tenant(), EVERYTHING, plain.iterator());
        assertThat(plain(other, trial.tenant())).isEqualTo(plain);
        archive.remove(trial.tenant(), true);
        archive.restore(trial.tenant(), EVERYTHING, plain(other, trial.tenant()).iterator());

        assertThat(plain(archive, trial.tenant())).isEqualTo(plain);
        desk.requireFoldLaw();
        requireSound(trial.store());
    }

    /** Everything that a restored tenant had goes with it again, whatever people had written. */
    @Test
    default void nothingThatPeopleWroteOutlivesTheTenant(Trial trial) {
        Desk desk = new Desk(trial);
        Chronicle chronicle = new Chronicle(trial, desk, "xqword");
        TenantArchive archive = archive(trial.store());
        List<ArchiveItem> whole = whole(archive, trial.tenant());

        archive.remove(trial.tenant(), false);
        assertThat(traces(trial.store(), chronicle.marks())).isEmpty();
        archive.restore(trial.tenant(), EVERYTHING, whole.iterator());

        assertThat(whole(archive, trial.tenant())).isEqualTo(whole);
        desk.requireFoldLaw();
        requireSound(trial.store());
        archive.remove(trial.tenant(), false);
        assertThat(traces(trial.store(), chronicle.marks())).isEmpty();
    }

    private static List<ArchiveItem> whole(TenantArchive archive, TenantId tenant) {
        List<ArchiveItem> items = new ArrayList<>();
        archive.export(tenant, EVERYTHING, items::add);
        return items;
    }

    @Test
    default void aDamagedArchiveIsRefusedWhole(Trial trial) {
        filled(trial);
        TenantArchive archive = archive(trial.store());
        List<ArchiveItem> sound = whole(archive, trial.tenant());
        archive.remove(trial.tenant(), true);

        Map<String, List<ArchiveItem>> damaged = Damages.of(sound);
        assertThat(damaged).hasSizeGreaterThan(12);
        damaged.forEach((damage, items) -> {
            assertThatThrownBy(() -> archive.restore(trial.tenant(), EVERYTHING, items.iterator()))
                    .as(damage)
                    .isInstanceOfAny(IllegalArgumentException.class, StoreException.class);
            assertThat(whole(archive, trial.tenant())).as(damage).isEmpty();
        });
        // What one of them had left would still be there: all that is kept is read once, for that takes long.
        assertThat(traces(trial.store(), trial.tenant().value())).isEmpty();

        archive.restore(trial.tenant(), EVERYTHING, sound.iterator());
        assertThat(whole(archive, trial.tenant())).isEqualTo(sound);
    }

    /** A file that breaks off, or cannot be read on, leaves nothing. */
    @Test
    default void anArchiveThatBreaksOffLeavesNothing(Trial trial) {
        filled(trial);
        TenantArchive archive = archive(trial.store());
        List<ArchiveItem> sound = whole(archive, trial.tenant());
        archive.remove(trial.tenant(), true);
        Iterator<ArchiveItem> breaking = sound.stream()
                .map(item -> {
                    if (item instanceof ArchiveItem.Pending) {
                        throw new UncheckedIOException(new IOException("the tape is torn"));
                    }
                    return item;
                })
                .iterator();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> archive.restore(trial.tenant(), EVERYTHING, breaking));

        assertThat(whole(archive, trial.tenant())).isEmpty();
    }
}
