package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.change.Change;
import org.itsmkit.incident.Incident;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/** Looks for circles among links, by walking them. */
final class Circles {

    private static final Set<String> WITHOUT = Set.of("parent", "duplicate-of", "caused-by", "blocks");

    private Circles() {}

    static void assertNone(List<Tracked<Incident>> incidents, List<Tracked<Change>> changes) {
        Map<RecordRef, Set<Link>> links = new HashMap<>();
        incidents.forEach(
                incident -> links.put(incident.ref(), incident.ticket().links()));
        changes.forEach(change -> links.put(change.ref(), change.ticket().links()));
        for (String type : WITHOUT) {
            for (RecordRef start : links.keySet()) {
                assertThat(leads(links, type, start, start, new HashSet<>()))
                        .as("a circle of %s through %s", type, start)
                        .isFalse();
            }
        }
    }

    /** Whether a link of that type between these would close a circle. */
    static boolean wouldClose(
            List<Tracked<Incident>> incidents,
            List<Tracked<Change>> changes,
            String type,
            RecordRef from,
            RecordRef to) {
        Map<RecordRef, Set<Link>> links = new HashMap<>();
        incidents.forEach(
                incident -> links.put(incident.ref(), incident.ticket().links()));
        changes.forEach(change -> links.put(change.ref(), change.ticket().links()));
        return from.equals(to) || WITHOUT.contains(type) && leads(links, type, to, from, new HashSet<>());
    }

    private static boolean leads(
            Map<RecordRef, Set<Link>> links, String type, RecordRef from, RecordRef to, Set<RecordRef> seen) {
        List<RecordRef> next = new ArrayList<>();
        for (Link link : links.getOrDefault(from, Set.of())) {
            if (link.type().equals(type)) {
                next.add(link.target());
            }
        }
        return next.contains(to)
                || next.stream().anyMatch(step -> seen.add(step) && leads(links, type, step, to, seen));
    }
}
