package org.itsmkit.valuestream;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.servicelevel.Agreement;
import org.itsmkit.settings.SettingsCommand;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.RecordId;

/**
 * Takes note, in the tenant's settings and in the same commit, that something happened to an agreement that was ever signed: by this every
 * node knows that what it keeps ready is out of date. Required, and not to be switched off, or decisions would go by what is no longer
 * agreed.
 */
public final class AgreementsInForce implements Reaction<Agreement, TenantSettings> {

    /** The name under which it stands in journals as a cause. */
    public static final String NAME = "agreements-in-force";

    private final Definition<Agreement> agreements;
    private final Definition<TenantSettings> settings;

    /** The reaction between these kinds, as the host has them. */
    public AgreementsInForce(Definition<Agreement> agreements, Definition<TenantSettings> settings) {
        this.agreements = Objects.requireNonNull(agreements, "agreements");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Definition<Agreement> source() {
        return agreements;
    }

    @Override
    public Definition<TenantSettings> target() {
        return settings;
    }

    @Override
    public boolean isRequired() {
        return true;
    }

    @Override
    public Targets targets(Occasion<Agreement> occasion) {
        return occasion.record().versions().isEmpty() ? Targets.none() : Targets.one(SettingsKind.ID);
    }

    @Override
    public Optional<Command<TenantSettings>> command(
            Agreement agreement, Event<Agreement> event, TenantSettings target) {
        return Optional.of(new SettingsCommand.NoteAgreements());
    }

    @Override
    public Optional<Creation<TenantSettings>> creation(Occasion<Agreement> occasion, RecordId target) {
        return Optional.of(new SettingsCommand.BeginByAgreement());
    }
}
