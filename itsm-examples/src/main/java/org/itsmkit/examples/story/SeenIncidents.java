package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.calendar.Window;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.problem.trend.Sighting;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedItem;

/** Incidents as trend analysis sees them, read through the kit. */
final class SeenIncidents {

    private SeenIncidents() {}

    /** All that were logged in the window and that the caller may read. */
    static List<Sighting> in(Window window, Records<Incident> incidents, Caller caller) {
        Condition logged = Condition.and(
                Incidents.FIELDS.opened.isAtLeast(window.fromInclusive()),
                Incidents.FIELDS.opened.isBelow(window.toExclusive()));
        List<Sighting> sightings = new ArrayList<>();
        for (Stored<Incident> stored : incidents
                .query(caller, Query.where(logged).limit(Query.MAX_LIMIT))
                .items()) {
            Incident incident = stored.record();
            sightings.add(Sighting.of(
                    RecordRef.of(Incidents.KIND.name(), stored.id()), incident.detectedAt(), keys(incident)));
        }
        return sightings;
    }

    private static Map<String, String> keys(Incident incident) {
        Map<String, String> keys = new LinkedHashMap<>();
        Affected affected = incident.ticket().affected().orElse(Affected.blank());
        for (AffectedItem item : affected.items()) {
            keys.put("item", item.item().value());
            item.version().ifPresent(version -> keys.put("version", item.item().value() + " " + version));
        }
        affected.errorCodes().stream().sorted().findFirst().ifPresent(code -> keys.put("error-code", code));
        return keys;
    }
}
