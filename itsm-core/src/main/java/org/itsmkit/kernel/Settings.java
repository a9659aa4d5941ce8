package org.itsmkit.kernel;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.spi.FieldValue;

/**
 * A tailoring made ready for decisions, with the version under which it was kept. Immutable; safe for use by many threads.
 */
public final class Settings {

    private final long version;
    private final Tailoring tailoring;
    private final Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
    private final PriorityMatrix priorityMatrix;
    private final List<HoldReason> holdReasons;
    private final SupportTiers tiers;
    private final Map<ServiceId, Criticality> criticalities = new HashMap<>();
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<String, OpenTime> openTimes = new HashMap<>();
    private final Map<String, Map<String, FieldDefinition>> fields = new LinkedHashMap<>();

    private final Map<String, List<FieldDefinition>> required = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldValue>> defaults = new LinkedHashMap<>();
    private final Map<String, Map<String, Template>> templates = new LinkedHashMap<>();
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final Hooks hooks;

    private Settings(long version, Tailoring tailoring, List<?> parts) {
        this.version = version;
        this.tailoring = tailoring;
        parts.forEach(part -> this.parts.put(part.getClass(), part));
        hooks = part(Hooks.class).orElse(Hooks.none());
        tailoring.lifecycles().forEach((kind, data) -> lifecycles.put(kind, Lifecycle.of(data)));
        priorityMatrix = tailoring.priorityMatrix().orElse(PriorityMatrix.standard());
        holdReasons = tailoring.holdReasons().isEmpty() ? HoldReason.standard() : tailoring.holdReasons();
        tiers = new SupportTiers(tailoring.tiers());
        Map<String, OpenTime> calendars = new HashMap<>();
        tailoring
                .calendars()
                .forEach((name, data) ->
                        calendars.put(name, OpenTime.of(data.toCalendar().compile())));
        tailoring.calendarOfKind().forEach((kind, name) -> {
            OpenTime openTime = calendars.get(name);
            if (openTime == null) {
                throw new IllegalArgumentException("there is no calendar " + name + " for " + kind);
            }
            openTimes.put(kind, openTime);
        });
        tailoring.criticalities().forEach(one -> criticalities.put(one.service(), one.criticality()));
        tailoring.zones().forEach(one -> zones.put(one.field() + "=" + one.value(), one.zone()));
        tailoring.fields().forEach((kind, definitions) -> {
            Map<String, FieldDefinition> byName = new LinkedHashMap<>();
            for (FieldDefinition definition : definitions) {
                if (byName.put(definition.name(), definition) != null) {
                    throw new IllegalArgumentException("two custom fields " + definition.name() + " of " + kind);
                }
            }
            fields.put(kind, byName);
            required.put(
                    kind,
                    definitions.stream()
                            .filter(definition -> definition.requiredWhen().isPresent())
                            .toList());
            Map<String, FieldValue> values = new LinkedHashMap<>();
            definitions.forEach(
                    definition -> definition.byDefault().ifPresent(value -> values.put(definition.name(), value)));
            defaults.put(kind, Map.copyOf(values));
        });
        tailoring.templates().forEach((kind, ofKind) -> {
            Map<String, Template> byName = new LinkedHashMap<>();
            for (Template template : ofKind) {
                if (byName.put(template.name(), template) != null) {
                    throw new IllegalArgumentException("two templates " + template.name() + " of " + kind);
                }
            }
            templates.put(kind, byName);
        });
    }

    /**
     * Makes {@code tailoring} ready.
     *
     * @param version the version under which the tenant keeps it; 0 for the host's defaults
     * @throws IllegalArgumentException if a lifecycle is unsound, or a custom field or a template is defined twice
     */
    public static Settings of(long version, Tailoring tailoring) {
        return of(version, tailoring, List.of());
    }

    /**
     * Makes {@code tailoring} ready, with what rooms have made ready of their own.
     *
     * @param parts immutable; one of each class, to be had by {@link #part}
     * @throws IllegalArgumentException if a lifecycle is unsound, or a custom field or a template is defined twice
     */
    public static Settings of(long version, Tailoring tailoring, List<?> parts) {
        return new Settings(version, Objects.requireNonNull(tailoring, "tailoring"), parts);
    }

    /** What a room has made ready for decisions besides what is tailored, such as the agreements that are in force; by its class. */
    public <T> Optional<T> part(Class<T> type) {
        return Optional.ofNullable(parts.get(type)).map(type::cast);
    }

    /** What every command of the tenant passes: the {@link #part} of that class; none if there is none. */
    public Hooks hooks() {
        return hooks;
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

    /** The lifecycle of that name by which some records of {@code kind} go, if the tenant tailored it. */
    public Optional<Lifecycle> variant(String kind, String name) {
        return Optional.ofNullable(lifecycles.get(kind + "/" + name));
    }

    /** Which priority follows from impact and urgency. */
    public PriorityMatrix priorityMatrix() {
        return priorityMatrix;
    }

    /** When so much time of the calendar by which records of {@code kind} are counted will have passed; empty if they have none. */
    public Optional<OpenTime> openTime(String kind) {
        return Optional.ofNullable(openTimes.get(kind));
    }

    /** The priority of something about {@code service}, by the matrix and by how much depends on the service. */
    public Optional<Priority> priority(Impact impact, Urgency urgency, Optional<ServiceId> service) {
        return service.map(criticalities::get)
                .map(criticality -> priorityMatrix.priority(impact, urgency, criticality))
                .orElseGet(() -> priorityMatrix.priority(impact, urgency));
    }

    /** In which time zone records live whose field has that value, if the tenant said so. */
    public Optional<ZoneId> zone(String field, String value) {
        return Optional.ofNullable(zones.get(field + "=" + value));
    }

    /** The reasons for which a record may wait. */
    public List<HoldReason> holdReasons() {
        return holdReasons;
    }

    /** The hold reason of that name, if there is one. */
    public Optional<HoldReason> holdReason(String name) {
        return holdReasons.stream().filter(reason -> reason.name().equals(name)).findFirst();
    }

    /** Who helps first, and who next. */
    public SupportTiers tiers() {
        return tiers;
    }

    /** Whether children wait with a parent that waits for {@code holdReason}. */
    public boolean holdCascades(String holdReason) {
        Set<String> tailored = tailoring.cascadingHolds();
        return (tailored.isEmpty() ? HoldReason.cascading() : tailored).contains(holdReason);
    }

    /** What makes an incident a major one, and who decides; nothing and nobody if the tenant said nothing. */
    public MajorIncidentTailoring majorIncidents() {
        return tailoring.majorIncidents().orElse(MajorIncidentTailoring.none());
    }

    /** When incidents that come back make a problem be proposed; never if empty. */
    public Optional<Recurrence> recurrence() {
        return tailoring.recurrence();
    }

    /** The custom fields of {@code kind}, by name. */
    public Map<String, FieldDefinition> fields(String kind) {
        return fields.getOrDefault(kind, Map.of());
    }

    /** What holds for records of {@code kind} once they are resolved. */
    public AfterResolution afterResolution(String kind) {
        return tailoring.afterResolution().getOrDefault(kind, AfterResolution.standard());
    }

    /** The custom fields of {@code kind} that are required when a condition holds, in their order. */
    public List<FieldDefinition> requiredFields(String kind) {
        return required.getOrDefault(kind, List.of());
    }

    /** The values with which records of {@code kind} begin where nobody said otherwise, by the names of custom fields. */
    public Map<String, FieldValue> defaults(String kind) {
        return defaults.getOrDefault(kind, Map.of());
    }

    /** The template of that name by which records of {@code kind} are logged, if there is one. */
    public Optional<Template> template(String kind, String name) {
        return Optional.ofNullable(templates.getOrDefault(kind, Map.of()).get(name));
    }

    /** Whether {@code rule} applies to {@code kind}. */
    public boolean applies(String kind, String rule) {
        return tailoring.rulesOff().isEmpty() || !tailoring.rulesOff().contains(kind + "/" + rule);
    }

    /** Whether the reaction of that name happens. */
    public boolean reacts(String reaction) {
        return !tailoring.reactionsOff().contains(reaction);
    }
}
