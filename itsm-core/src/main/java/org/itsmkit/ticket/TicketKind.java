package org.itsmkit.ticket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;

/**
 * What a store must know of a kind of ticket, in one place for all of them: extended by each room's kind, and by a host's own.
 *
 * @param <R> the record that is a ticket
 */
public class TicketKind<R extends Ticketed<R>> implements RecordKind<R> {

    // Not the reason of a hold: that is the name of one that the tenant has.
    private static final Set<String> PERSONAL = Set.of(
            "title",
            "description",
            "openedBy",
            "requester",
            "assignee",
            "person",
            "manager",
            "by",
            "onBehalfOf",
            "text",
            "note",
            "custom",
            "values",
            "Escalated.reason",
            "Escalation.reason",
            "Migrated.reason",
            "Unmerged.reason",
            "HandedBack.reason",
            "HandedDown.reason",
            "TaskRemoved.reason",
            "TaskSkipped.reason",
            "TimeRemoved.reason",
            "Detached.reason",
            "Refused.reason",
            "Reopened.reason",
            "MilestoneCorrected.reason",
            "watchers",
            "Supplier.reference",
            "Ticket.tags",
            "Tagged.added",
            "Tagged.removed",
            "fileName",
            "location");

    private final String name;
    private final Class<R> type;
    private final List<EventType<?>> events;
    private final List<Field<R, ?>> fields;
    private final Set<String> personal;

    /**
     * Describes a kind of ticket.
     *
     * @param events the events of the room itself; those of every ticket are added
     * @param fields the fields that records of this kind have besides those of every ticket
     */
    public TicketKind(
            String name, Class<R> type, TicketFields<R> common, List<EventType<?>> events, List<Field<R, ?>> fields) {
        this(name, type, common, events, fields, Set.of());
    }

    /**
     * Describes a kind of ticket that has personal data of its own.
     *
     * @param events the events of the room itself; those of every ticket are added
     * @param fields the fields that records of this kind have besides those of every ticket
     * @param personal the names of components that hold personal data besides those of every ticket
     */
    public TicketKind(
            String name,
            Class<R> type,
            TicketFields<R> common,
            List<EventType<?>> events,
            List<Field<R, ?>> fields,
            Set<String> personal) {
        this.name = name;
        this.type = type;
        List<EventType<?>> allEvents = new ArrayList<>(events);
        allEvents.addAll(TicketEvent.types());
        allEvents.addAll(TicketPeopleEvent.types());
        allEvents.addAll(TierEvent.types());
        allEvents.addAll(TicketFamilyEvent.types());
        allEvents.addAll(TicketMergeEvent.types());
        allEvents.addAll(WorkEvent.types());
        allEvents.addAll(ServiceLevelEvent.types());
        allEvents.addAll(AffectedEvent.types());
        this.events = List.copyOf(allEvents);
        List<Field<R, ?>> allFields = new ArrayList<>(common.all());
        allFields.addAll(fields);
        this.fields = List.copyOf(allFields);
        Set<String> allPersonal = new HashSet<>(personal);
        allPersonal.addAll(PERSONAL);
        this.personal = Set.copyOf(allPersonal);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<R> type() {
        return type;
    }

    @Override
    public final List<EventType<?>> events() {
        return events;
    }

    @Override
    public final List<Field<R, ?>> fields() {
        return fields;
    }

    @Override
    public Map<String, FieldValue> customFields(R record) {
        Ticket ticket = record.ticket();
        if (ticket.unindexed().isEmpty()) {
            return ticket.custom();
        }
        Map<String, FieldValue> indexed = new HashMap<>(ticket.custom());
        indexed.keySet().removeAll(ticket.unindexed());
        return indexed;
    }

    @Override
    public Map<String, FieldValue> customValues(R record) {
        return record.ticket().custom();
    }

    @Override
    public Set<Link> links(R record) {
        return record.ticket().links();
    }

    @Override
    public Set<String> personal() {
        return personal;
    }

    @Override
    public String toString() {
        return name;
    }
}
