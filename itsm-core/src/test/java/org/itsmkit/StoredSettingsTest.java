package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.GLOBEX;

import java.util.List;
import java.util.Optional;
import org.itsmkit.fixture.SettableClock;
import org.itsmkit.fixture.Stores;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;
import org.junit.jupiter.api.Test;

class StoredSettingsTest {

    private Tailoring kept = Tailoring.none();

    /** A store in which Acme's settings are at version 2, as a transaction sees them that may be rolled back. */
    private final Stores.Around store = new Stores.Around(new InMemoryStore(new SettableClock())) {
        @Override
        public <R> Optional<Stored<R>> find(TenantId tenant, RecordKind<R> kind, RecordId id) {
            return tenant.equals(ACME)
                    ? Optional.of(new Stored<>(
                            SettingsKind.ID,
                            2,
                            SettableClock.MONDAY_MORNING,
                            kind.type().cast(new TenantSettings(kept))))
                    : Optional.empty();
        }
    };

    private final StoredSettings settings = new StoredSettings(store, Tailoring.none(), List.of());

    @Test
    void settingsThatWereRolledBackAreForgotten() {
        kept = Tailoring.builder().addReactionsOff("close-children").build();
        assertThat(settings.of(ACME).reacts("close-children")).isFalse();
        kept = Tailoring.builder().addReactionsOff("open-children").build();
        assertThat(settings.of(ACME).reacts("close-children")).isTrue();
        assertThat(settings.of(ACME).reacts("open-children")).isFalse();
    }

    @Test
    void settingsAreMadeReadyOnce() {
        assertThat(settings.of(ACME)).isSameAs(settings.of(ACME));
        assertThat(settings.of(ACME).version()).isEqualTo(2);
    }

    @Test
    void whoTailoredNothingHasTheHostsDefaults() {
        assertThat(settings.of(GLOBEX).version()).isZero();
        assertThat(settings.of(GLOBEX)).isSameAs(settings.of(TenantId.of("initech")));
    }
}
