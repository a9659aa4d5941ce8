package org.itsmkit.jdbc.internal.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmkit.jdbc.internal.json.Json;
import org.itsmkit.spi.record.RecordKind;

/** The kinds that a store has met. Grows with the kinds that the host registers, which are few. Safe for use by many threads. */
public final class Plans {

    private final Json json = new Json();
    private final Map<RecordKind<?>, KindPlan<?>> plans = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <R> KindPlan<R> of(RecordKind<R> kind) {
        KindPlan<?> plan = plans.get(kind);
        if (plan == null) {
            plan = new KindPlan<>(kind, json);
            plans.put(kind, plan);
        }
        return (KindPlan<R>) plan;
    }
}
