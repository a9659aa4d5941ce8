package org.itsmkit.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.lifecycle.LifecycleData;
import org.itsmkit.spi.Keys;

/**
 * What a tenant, or the host for all tenants, has otherwise than the kit's standard. Plain data: what is empty here stays standard.
 *
 * @param lifecycles by the name of the kind, in place of its standard one; by {@code kind/name} where records of a kind may go by a
 *     lifecycle of their own, as changes may
 * @param priorityMatrix in place of the standard one
 * @param holdReasons in place of the standard ones; empty for these
 * @param fields the custom fields of each kind, by its name
 * @param rulesOff rules that do not apply, as {@code kind/rule}
 * @param reactionsOff reactions that do not happen, by name
 * @param tiers who helps first, and who next; empty if work is not divided so
 * @param cascadingHolds the names of the hold reasons for which children wait with their parent, in place of {@link
 *     HoldReason#cascading()}; empty for these
 * @param afterResolution what holds for resolved records of each kind, by its name
 * @param templates by which records of each kind are logged, by its name
 * @param majorIncidents what makes an incident a major one, and who decides
 * @param calendars the tenant's calendars, by name; at most {@value #MOST_CALENDARS}
 * @param calendarOfKind by which of them time is counted for records of each kind, by its name; around the clock for the others
 * @param criticalities how much depends on services, each at most once; at most {@value #MOST_CRITICALITIES}
 * @param agreementSelection which commitments are measured where several agreements promise the same; {@link
 *     AgreementSelection#standard()} if empty
 * @param recurrence when incidents that come back make a problem be proposed by itself; never if empty
 * @param zones in which time zones records live, by the values of fields; each value of a field once, at most {@value #MOST_ZONES}
 */
@KitStyle
@Value.Builder
public record Tailoring(
        Map<String, LifecycleData> lifecycles,
        Optional<PriorityMatrix> priorityMatrix,
        List<HoldReason> holdReasons,
        Map<String, List<FieldDefinition>> fields,
        Set<String> rulesOff,
        Set<String> reactionsOff,
        List<SupportTier> tiers,
        Set<String> cascadingHolds,
        Map<String, AfterResolution> afterResolution,
        Map<String, List<Template>> templates,
        Optional<MajorIncidentTailoring> majorIncidents,
        Map<String, CalendarData> calendars,
        Map<String, String> calendarOfKind,
        List<ServiceCriticality> criticalities,
        Optional<AgreementSelection> agreementSelection,
        Optional<Recurrence> recurrence,
        List<FieldZone> zones)
        implements WithTailoring {

    /** The most services of which a tenant says how much depends on them. */
    public static final int MOST_CRITICALITIES = 10_000;

    /** The most values of fields of which a tenant says in which time zone they lie. */
    public static final int MOST_ZONES = 10_000;

    /** The most calendars of a tenant. */
    public static final int MOST_CALENDARS = 100;

    public Tailoring {
        lifecycles = Map.copyOf(lifecycles);
        holdReasons = List.copyOf(holdReasons);
        Map<String, List<FieldDefinition>> copies = new LinkedHashMap<>();
        fields.forEach((kind, definitions) -> copies.put(kind, List.copyOf(definitions)));
        fields = Map.copyOf(copies);
        rulesOff = Set.copyOf(rulesOff);
        reactionsOff = Set.copyOf(reactionsOff);
        tiers = List.copyOf(tiers);
        cascadingHolds = Set.copyOf(cascadingHolds);
        afterResolution = Map.copyOf(afterResolution);
        Map<String, List<Template>> templateCopies = new LinkedHashMap<>();
        templates.forEach((kind, ofKind) -> templateCopies.put(kind, List.copyOf(ofKind)));
        templates = Map.copyOf(templateCopies);
        Objects.requireNonNull(majorIncidents, "majorIncidents");
        calendars = Map.copyOf(calendars);
        calendars.keySet().forEach(name -> Keys.requireCode(name, "calendar"));
        if (calendars.size() > MOST_CALENDARS) {
            throw new IllegalArgumentException("a tenant has at most " + MOST_CALENDARS + " calendars");
        }
        calendarOfKind = Map.copyOf(calendarOfKind);
        criticalities = List.copyOf(criticalities);
        zones = List.copyOf(zones);
        requireDistinct(zones);
        Objects.requireNonNull(agreementSelection, "agreementSelection");
        Objects.requireNonNull(recurrence, "recurrence");
        long services = criticalities.stream()
                .map(ServiceCriticality::service)
                .distinct()
                .count();
        if (services < criticalities.size() || services > MOST_CRITICALITIES) {
            throw new IllegalArgumentException(
                    "each service has one criticality, at most " + MOST_CRITICALITIES + " services have one");
        }
    }

    private static void requireDistinct(List<FieldZone> zones) {
        long distinct = zones.stream()
                .map(zone -> List.of(zone.field(), zone.value()))
                .distinct()
                .count();
        if (distinct < zones.size() || zones.size() > MOST_ZONES) {
            throw new IllegalArgumentException(
                    "each value of a field has one time zone, at most " + MOST_ZONES + " values have one");
        }
    }

    /** Nothing tailored. */
    public static Tailoring none() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns what holds where {@code over} is laid over this: each part that it has replaces the one here. */
    public Tailoring overlaidBy(Tailoring over) {
        Map<String, LifecycleData> allLifecycles = new LinkedHashMap<>(lifecycles);
        allLifecycles.putAll(over.lifecycles);
        Map<String, List<FieldDefinition>> allFields = new LinkedHashMap<>(fields);
        allFields.putAll(over.fields);
        Map<String, AfterResolution> allAfterResolution = new LinkedHashMap<>(afterResolution);
        allAfterResolution.putAll(over.afterResolution);
        Map<String, CalendarData> allCalendars = new LinkedHashMap<>(calendars);
        allCalendars.putAll(over.calendars);
        Map<String, String> allCalendarsOfKinds = new LinkedHashMap<>(calendarOfKind);
        allCalendarsOfKinds.putAll(over.calendarOfKind);
        Map<String, List<Template>> allTemplates = new LinkedHashMap<>(templates);
        allTemplates.putAll(over.templates);
        return builder()
                .templates(allTemplates)
                .lifecycles(allLifecycles)
                .priorityMatrix(over.priorityMatrix.or(() -> priorityMatrix))
                .holdReasons(over.holdReasons.isEmpty() ? holdReasons : over.holdReasons)
                .fields(allFields)
                .addAllRulesOff(rulesOff)
                .addAllRulesOff(over.rulesOff)
                .addAllReactionsOff(reactionsOff)
                .addAllReactionsOff(over.reactionsOff)
                .tiers(over.tiers.isEmpty() ? tiers : over.tiers)
                .cascadingHolds(over.cascadingHolds.isEmpty() ? cascadingHolds : over.cascadingHolds)
                .afterResolution(allAfterResolution)
                .majorIncidents(over.majorIncidents.or(() -> majorIncidents))
                .calendars(allCalendars)
                .calendarOfKind(allCalendarsOfKinds)
                .criticalities(over.criticalities.isEmpty() ? criticalities : over.criticalities)
                .agreementSelection(over.agreementSelection.or(() -> agreementSelection))
                .recurrence(over.recurrence.or(() -> recurrence))
                .zones(over.zones.isEmpty() ? zones : over.zones)
                .build();
    }

    public static final class Builder extends TailoringBuilder {
        Builder() {}
    }
}
