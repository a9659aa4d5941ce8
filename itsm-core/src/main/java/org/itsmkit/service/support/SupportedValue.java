package org.itsmkit.service.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.service.warranty.ServiceValue;
import org.itsmkit.service.warranty.Verdict;

/**
 * What a service is worth with what it rests on: the worst of its own value and of that of all without which it does not work, by
 * whatever way. What only helps it is left out.
 *
 * @param service which service
 * @param own what is to be said of it alone
 * @param verdict what is to be said of it with what it rests on
 * @param failing those it does not work without that have no value, in the order of their ids
 * @param unknown those of them of which that is not known, in the order of their ids
 */
public record SupportedValue(
        ServiceId service, Verdict own, Verdict verdict, List<ServiceId> failing, List<ServiceId> unknown) {

    public SupportedValue {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(verdict, "verdict");
        failing = List.copyOf(failing);
        unknown = List.copyOf(unknown);
    }

    /**
     * What a service is worth with what it rests on.
     *
     * @param values what is known of each service alone; of one that is missing nothing is
     */
    public static SupportedValue of(SupportGraph graph, ServiceId service, Map<ServiceId, ServiceValue> values) {
        Verdict own = verdict(values, service);
        Verdict all = own;
        List<ServiceId> failing = new ArrayList<>();
        List<ServiceId> unknown = new ArrayList<>();
        for (ServiceId one : graph.essentialTo(service)) {
            Verdict verdict = verdict(values, one);
            all = all.and(verdict);
            if (verdict == Verdict.FAILED) {
                failing.add(one);
            } else if (verdict == Verdict.UNKNOWN) {
                unknown.add(one);
            }
        }
        return new SupportedValue(service, own, all, failing, unknown);
    }

    private static Verdict verdict(Map<ServiceId, ServiceValue> values, ServiceId service) {
        ServiceValue value = values.get(service);
        return value == null ? Verdict.UNKNOWN : value.verdict();
    }

    /** Why it is not known to have value, in words; empty if it is. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!own.isMet()) {
            sentences.add(service + (own == Verdict.FAILED ? " has no value itself." : " is not known to have value."));
        }
        failing.forEach(one -> sentences.add(service + " does not work without " + one + ", which has no value."));
        unknown.forEach(one ->
                sentences.add(service + " does not work without " + one + ", which is not known to have value."));
        return List.copyOf(sentences);
    }
}
