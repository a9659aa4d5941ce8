package org.itsmkit.service.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmkit.kernel.ServiceId;

/** Which services rest on which. No service rests on itself, however many others lie between. Immutable; safe for use by many threads. */
public final class SupportGraph {

    /** The most services that are named, those that rest on nothing included. */
    public static final int MOST_SERVICES = 10_000;

    /** The most that a service rests on directly. */
    public static final int MOST_SUPPORTING = 100;

    private final Map<String, List<SupportingService>> restsOn;

    private SupportGraph(Map<String, List<SupportingService>> restsOn) {
        this.restsOn = restsOn;
    }

    /**
     * A graph of what each service rests on; one that is not named as a key rests on nothing.
     *
     * @throws IllegalArgumentException if a service rests on itself, by whatever way, names another twice or more than {@value
     *     #MOST_SUPPORTING}, or there are more than {@value #MOST_SERVICES}
     */
    public static SupportGraph of(Map<ServiceId, List<SupportingService>> restsOn) {
        Map<String, List<SupportingService>> byName = new TreeMap<>();
        restsOn.forEach((service, on) -> byName.put(service.value(), List.copyOf(on)));
        Set<String> all = new TreeSet<>(byName.keySet());
        byName.forEach((service, on) -> {
            long distinct =
                    on.stream().map(SupportingService::service).distinct().count();
            if (on.size() > MOST_SUPPORTING || distinct < on.size()) {
                throw new IllegalArgumentException(
                        service + " rests on at most " + MOST_SUPPORTING + " services, each named once");
            }
            on.forEach(one -> all.add(one.service().value()));
        });
        if (all.size() > MOST_SERVICES) {
            throw new IllegalArgumentException("at most " + MOST_SERVICES + " services, not " + all.size());
        }
        SupportGraph graph = new SupportGraph(byName);
        graph.refuseCircles();
        return graph;
    }

    /** What a service rests on directly, in the order in which it was named; empty if nothing is known of it. */
    public List<SupportingService> restsOn(ServiceId service) {
        return restsOn.getOrDefault(service.value(), List.of());
    }

    /** Without which services one does not work, itself excluded, by whatever way; in the order of their ids. */
    public List<ServiceId> essentialTo(ServiceId service) {
        Set<String> found = new TreeSet<>();
        Deque<ServiceId> open = new ArrayDeque<>(List.of(service));
        while (!open.isEmpty()) {
            for (SupportingService one : restsOn(open.removeLast())) {
                if (one.isEssential() && found.add(one.service().value())) {
                    open.addLast(one.service());
                }
            }
        }
        return found.stream().map(ServiceId::of).toList();
    }

    /** Someone on the way down, and those below that were not looked at yet. */
    private record Step(String name, Iterator<SupportingService> below) {}

    private void refuseCircles() {
        Map<String, Boolean> isDone = new HashMap<>();
        Deque<Step> way = new ArrayDeque<>();
        for (String root : restsOn.keySet()) {
            enter(root, isDone, way);
            while (!way.isEmpty()) {
                Step last = way.getLast();
                if (last.below().hasNext()) {
                    enter(last.below().next().service().value(), isDone, way);
                } else {
                    isDone.put(last.name(), true);
                    way.removeLast();
                }
            }
        }
    }

    private void enter(String name, Map<String, Boolean> isDone, Deque<Step> way) {
        Boolean known = isDone.putIfAbsent(name, false);
        if (known == null) {
            way.addLast(new Step(name, restsOn.getOrDefault(name, List.of()).iterator()));
        } else if (!known) {
            List<String> circle = new ArrayList<>();
            way.stream().map(Step::name).dropWhile(step -> !step.equals(name)).forEach(circle::add);
            circle.add(name);
            throw new IllegalArgumentException("rests on itself: " + String.join(" → ", circle));
        }
    }
}
