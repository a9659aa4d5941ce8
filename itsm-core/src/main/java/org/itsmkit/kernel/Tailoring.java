package org.itsmkit.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.lifecycle.LifecycleData;

/**
 * What a tenant, or the host for all tenants, has otherwise than the kit's standard. Plain data: what is empty here stays standard.
 *
 * @param lifecycles by the name of the kind, in place of its standard one
 * @param priorityMatrix in place of the standard one
 * @param holdReasons in place of the standard ones; empty for these
 * @param fields the custom fields of each kind, by its name
 * @param rulesOff rules that do not apply, as {@code kind/rule}
 * @param reactionsOff reactions that do not happen, by name
 * @param afterResolution what holds for resolved records of each kind, by its name
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
        Map<String, AfterResolution> afterResolution)
        implements WithTailoring {

    public Tailoring {
        lifecycles = Map.copyOf(lifecycles);
        holdReasons = List.copyOf(holdReasons);
        Map<String, List<FieldDefinition>> copies = new LinkedHashMap<>();
        fields.forEach((kind, definitions) -> copies.put(kind, List.copyOf(definitions)));
        fields = Map.copyOf(copies);
        rulesOff = Set.copyOf(rulesOff);
        reactionsOff = Set.copyOf(reactionsOff);
        afterResolution = Map.copyOf(afterResolution);
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
        return builder()
                .lifecycles(allLifecycles)
                .priorityMatrix(over.priorityMatrix.or(() -> priorityMatrix))
                .holdReasons(over.holdReasons.isEmpty() ? holdReasons : over.holdReasons)
                .fields(allFields)
                .addAllRulesOff(rulesOff)
                .addAllRulesOff(over.rulesOff)
                .addAllReactionsOff(reactionsOff)
                .addAllReactionsOff(over.reactionsOff)
                .afterResolution(allAfterResolution)
                .build();
    }

    public static final class Builder extends TailoringBuilder {
        Builder() {}
    }
}
