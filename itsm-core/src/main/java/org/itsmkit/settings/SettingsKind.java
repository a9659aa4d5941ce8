package org.itsmkit.settings;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.itsmkit.engine.Definition;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;

/** What settings are to the engine and to stores: one record of each tenant that has tailored anything. */
public final class SettingsKind implements RecordKind<TenantSettings> {

    /** The one there is. */
    public static final SettingsKind KIND = new SettingsKind();

    /** The id of a tenant's settings. */
    public static final RecordId ID = RecordId.of("settings");

    /** Tailor something for the first time. */
    public static final Action INTRODUCE = Action.of("introduce");
    /** Tailor something else. */
    public static final Action CHANGE = Action.of("change");
    /** Take note that what is agreed is not what it was. */
    public static final Action NOTE_AGREEMENTS = Action.of("note-agreements");
    /** Take note that what every command passes is not what it was. */
    public static final Action NOTE_POLICIES = Action.of("note-policies");

    private static final Status IN_FORCE = Status.of("in-force", Phase.CLOSED);

    private static final Lifecycle LIFECYCLE = Lifecycle.startingIn("settings", IN_FORCE)
            .status(IN_FORCE, ValueChainActivity.PLAN)
            .during(CHANGE, IN_FORCE)
            .during(NOTE_AGREEMENTS, IN_FORCE)
            .during(NOTE_POLICIES, IN_FORCE)
            .build();

    private SettingsKind() {}

    /**
     * Settings as the engine carries them: refused where they speak of what is not there.
     *
     * @param carried the kinds of record that can be tailored
     * @param reactions the names of the reactions that can be switched off
     * @param defaults what holds for tenants that tailored nothing else
     */
    public static Definition<TenantSettings> definition(
            Collection<? extends Definition<?>> carried, Set<String> reactions, Tailoring defaults) {
        return Definition.of(KIND, LIFECYCLE, settings -> IN_FORCE)
                .policy(none -> SettingsPolicy.standard(carried, reactions, defaults));
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Class<TenantSettings> type() {
        return TenantSettings.class;
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(
                EventType.of("introduced", SettingsEvent.Introduced.class),
                EventType.of("changed", SettingsEvent.Changed.class),
                EventType.of("begun-by-agreement", SettingsEvent.BegunByAgreement.class),
                EventType.of("agreements-changed", SettingsEvent.AgreementsChanged.class),
                EventType.of("begun-by-policy", SettingsEvent.BegunByPolicy.class),
                EventType.of("policies-changed", SettingsEvent.PoliciesChanged.class));
    }

    @Override
    public List<Field<TenantSettings, ?>> fields() {
        return List.of();
    }

    /** Who tailored; what they set up is about nobody. */
    @Override
    public Set<String> personal() {
        return Set.of("by", "onBehalfOf");
    }
}
