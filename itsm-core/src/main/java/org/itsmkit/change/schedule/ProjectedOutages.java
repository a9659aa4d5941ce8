package org.itsmkit.change.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.spi.RecordRef;

/** Puts the outages of planned changes together by service. */
final class ProjectedOutages {

    private ProjectedOutages() {}

    static List<ServiceOutage> of(List<PlannedChange> changes, SchedulingRules rules, Window period) {
        Map<ServiceId, List<Window>> windows = new TreeMap<>(Ordered.BY_TEXT);
        Map<ServiceId, Set<RecordRef>> because = new TreeMap<>(Ordered.BY_TEXT);
        for (PlannedChange change : changes) {
            change.outage().filter(outage -> overlaps(outage, period)).ifPresent(outage -> {
                for (ServiceId service : ChangeCalendar.services(change, rules)) {
                    windows.computeIfAbsent(service, none -> new ArrayList<>()).add(outage);
                    because.computeIfAbsent(service, none -> new HashSet<>()).add(change.reference());
                }
            });
        }
        List<ServiceOutage> outages = new ArrayList<>();
        windows.forEach((service, some) -> outages.add(new ServiceOutage(
                service,
                OpenWindows.of(some).windows(period.fromInclusive(), period.toExclusive()),
                because.getOrDefault(service, Set.of()))));
        return List.copyOf(outages);
    }

    private static boolean overlaps(Window one, Window other) {
        return one.fromInclusive().isBefore(other.toExclusive())
                && other.fromInclusive().isBefore(one.toExclusive());
    }
}
