package org.itsmkit.settings;

import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.kernel.Tailoring;

/** What happens to settings. */
public sealed interface SettingsEvent extends Event<TenantSettings> {

    /** The tenant tailored something for the first time. */
    record Introduced(Tailoring tailoring) implements SettingsEvent, Event.First<TenantSettings> {
        @Override
        public TenantSettings begin(Occurrence when) {
            return new TenantSettings(tailoring);
        }
    }

    /** The tenant tailored something else. */
    record Changed(Tailoring tailoring) implements SettingsEvent, Event.Next<TenantSettings> {
        @Override
        public TenantSettings applyTo(TenantSettings settings, Occurrence when) {
            return settings.tailored(tailoring);
        }
    }

    /** Something was agreed for the first time with a tenant that had tailored nothing. */
    record BegunByAgreement() implements SettingsEvent, Event.First<TenantSettings> {
        @Override
        public TenantSettings begin(Occurrence when) {
            return new TenantSettings(Tailoring.none()).agreedOtherwise();
        }
    }

    /** What is agreed, now or for later, is not what it was. */
    record AgreementsChanged() implements SettingsEvent, Event.Next<TenantSettings> {
        @Override
        public TenantSettings applyTo(TenantSettings settings, Occurrence when) {
            return settings.agreedOtherwise();
        }
    }

    /** A policy was enacted for the first time by a tenant that had tailored nothing. */
    record BegunByPolicy() implements SettingsEvent, Event.First<TenantSettings> {
        @Override
        public TenantSettings begin(Occurrence when) {
            return new TenantSettings(Tailoring.none()).governedOtherwise();
        }
    }

    /** What every command passes is not what it was. */
    record PoliciesChanged() implements SettingsEvent, Event.Next<TenantSettings> {
        @Override
        public TenantSettings applyTo(TenantSettings settings, Occurrence when) {
            return settings.governedOtherwise();
        }
    }
}
