package org.itsmkit.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.lifecycle.Lifecycle;

/**
 * A tailoring made ready for decisions, with the version under which it was kept. Immutable; safe for use by many threads.
 */
public final class Settings {

    private final long version;
    private final Tailoring tailoring;
    private final Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
    private final PriorityMatrix priorityMatrix;
    private final List<HoldReason> holdReasons;
    private final Map<String, Map<String, FieldDefinition>> fields = new LinkedHashMap<>();

    private Settings(long version, Tailoring tailoring) {
        this.version = version;
        this.tailoring = tailoring;
        tailoring.lifecycles().forEach((kind, data) -> lifecycles.put(kind, Lifecycle.of(data)));
        priorityMatrix = tailoring.priorityMatrix().orElse(PriorityMatrix.standard());
        holdReasons = tailoring.holdReasons().isEmpty() ? HoldReason.standard() : tailoring.holdReasons();
        tailoring.fields().forEach((kind, definitions) -> {
            Map<String, FieldDefinition> byName = new LinkedHashMap<>();
            for (FieldDefinition definition : definitions) {
                if (byName.put(definition.name(), definition) != null) {
                    throw new IllegalArgumentException("two custom fields " + definition.name() + " of " + kind);
                }
            }
            fields.put(kind, byName);
        });
    }

    /**
     * Makes {@code tailoring} ready.
     *
     * @param version the version under which the tenant keeps it; 0 for the host's defaults
     * @throws IllegalArgumentException if a lifecycle is unsound or a custom field is defined twice
     */
    public static Settings of(long version, Tailoring tailoring) {
        return new Settings(version, Objects.requireNonNull(tailoring, "tailoring"));
    }

    /** The version under which the tenant keeps this; 0 for the host's defaults. */
    public long version() {
        return version;
    }

    /** What this was made of. */
    public Tailoring tailoring() {
        return tailoring;
    }

    /** The lifecycle of {@code kind}: tailored, or else {@code standard}. */
    public Lifecycle lifecycle(String kind, Lifecycle standard) {
        return lifecycles.getOrDefault(kind, standard);
    }

    /** Which priority follows from impact and urgency. */
    public PriorityMatrix priorityMatrix() {
        return priorityMatrix;
    }

    /** The reasons for which a record may wait. */
    public List<HoldReason> holdReasons() {
        return holdReasons;
    }

    /** The hold reason of that name, if there is one. */
    public Optional<HoldReason> holdReason(String name) {
        return holdReasons.stream().filter(reason -> reason.name().equals(name)).findFirst();
    }

    /** The custom fields of {@code kind}, by name. */
    public Map<String, FieldDefinition> fields(String kind) {
        return fields.getOrDefault(kind, Map.of());
    }

    /** What holds for records of {@code kind} once they are resolved. */
    public AfterResolution afterResolution(String kind) {
        return tailoring.afterResolution().getOrDefault(kind, AfterResolution.standard());
    }

    /** Whether {@code rule} applies to {@code kind}. */
    public boolean applies(String kind, String rule) {
        return !tailoring.rulesOff().contains(kind + "/" + rule);
    }

    /** Whether the reaction of that name happens. */
    public boolean reacts(String reaction) {
        return !tailoring.reactionsOff().contains(reaction);
    }
}
