package org.itsmkit.valuestream;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Event;
import org.itsmkit.settings.SettingsCommand;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.RecordId;

/**
 * Takes note, in the tenant's settings and in the same commit, that something happened to a policy that was ever enacted: by this every
 * node knows that what it keeps ready is out of date. Required, and not to be switched off, or commands would pass what is no longer in
 * force.
 */
public final class PoliciesInForce implements Reaction<GovernancePolicy, TenantSettings> {

    /** The name under which it stands in journals as a cause. */
    public static final String NAME = "policies-in-force";

    private final Definition<GovernancePolicy> policies;
    private final Definition<TenantSettings> settings;

    /** The reaction between these kinds, as the host has them. */
    public PoliciesInForce(Definition<GovernancePolicy> policies, Definition<TenantSettings> settings) {
        this.policies = Objects.requireNonNull(policies, "policies");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Definition<GovernancePolicy> source() {
        return policies;
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
    public Targets targets(Occasion<GovernancePolicy> occasion) {
        return occasion.record().version() == 0 ? Targets.none() : Targets.one(SettingsKind.ID);
    }

    @Override
    public Optional<Command<TenantSettings>> command(
            GovernancePolicy policy, Event<GovernancePolicy> event, TenantSettings target) {
        return Optional.of(new SettingsCommand.NotePolicies());
    }

    @Override
    public Optional<Creation<TenantSettings>> creation(Occasion<GovernancePolicy> occasion, RecordId target) {
        return Optional.of(new SettingsCommand.BeginByPolicy());
    }
}
