package org.itsmkit.engine;

import org.itsmkit.kernel.Settings;
import org.itsmkit.spi.TenantId;

/** Where the engine finds what a tenant has tailored. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface SettingsSource {

    /** Returns what holds for {@code tenant} now. */
    Settings of(TenantId tenant);
}
