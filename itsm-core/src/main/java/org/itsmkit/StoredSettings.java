package org.itsmkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmkit.engine.SettingsSource;
import org.itsmkit.governance.policy.GovernancePolicies;
import org.itsmkit.governance.policy.PolicyBook;
import org.itsmkit.kernel.AgreementSelection;
import org.itsmkit.kernel.Hooks;
import org.itsmkit.kernel.Settings;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.servicelevel.Agreements;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;

/**
 * Settings as the store has them, laid over the host's defaults. Asked of the store every time, so that no node of a cluster decides by
 * what another has changed; made ready once per version. Safe for use by many threads.
 */
final class StoredSettings implements SettingsSource {

    private final RecordStore store;
    private final Tailoring defaults;
    private final List<Object> parts;
    private final Settings untailored;
    private final Map<TenantId, Ready> ready = new ConcurrentHashMap<>();

    /** Settings, and of what they were made: a version alone may come again with other content, after a rollback. */
    private record Ready(Stored<TenantSettings> stored, Settings settings) {}

    /** Settings of what is in {@code store}; {@code parts} are what the host has made ready for all tenants. */
    StoredSettings(RecordStore store, Tailoring defaults, List<Object> parts) {
        this.store = store;
        this.defaults = defaults;
        this.parts = List.copyOf(parts);
        this.untailored = Settings.of(0, defaults, parts);
    }

    @Override
    public Settings of(TenantId tenant) {
        Optional<Stored<TenantSettings>> stored = store.find(tenant, SettingsKind.KIND, SettingsKind.ID);
        if (stored.isEmpty()) {
            return untailored;
        }
        Ready known = ready.get(tenant);
        if (known != null && known.stored().equals(stored.get())) {
            return known.settings();
        }
        Tailoring tailoring = defaults.overlaidBy(stored.get().record().tailoring());
        List<Object> all = new ArrayList<>(parts);
        if (stored.get().record().agreements().isPresent()) {
            all.add(Agreements.book(
                    store, tenant, tailoring.agreementSelection().orElse(AgreementSelection.standard())));
        }
        if (stored.get().record().policies().isPresent()) {
            governedBy(GovernancePolicies.book(store, tenant), all);
        }
        Settings made = Settings.of(stored.get().version(), tailoring, all);
        ready.put(tenant, new Ready(stored.get(), made));
        return made;
    }

    /** Puts what is in force behind the hooks of the host; where nothing is, nothing is asked. */
    private static void governedBy(PolicyBook book, List<Object> parts) {
        if (!book.isEmpty()) {
            Hooks hosts = parts.stream()
                    .filter(Hooks.class::isInstance)
                    .map(Hooks.class::cast)
                    .findFirst()
                    .orElse(Hooks.none());
            parts.remove(hosts);
            parts.add(hosts.and(book));
        }
    }
}
