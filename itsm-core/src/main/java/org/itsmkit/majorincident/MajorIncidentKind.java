package org.itsmkit.majorincident;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;

/** How major incidents are stored, and what they are found by. */
public final class MajorIncidentKind implements RecordKind<MajorIncident> {

    /** What a link from a major incident to its incident is called. */
    public static final String LEADS = "leads";

    /** What people quote. */
    public static final Field<MajorIncident, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), major -> Optional.of(major.number()));
    /** In one line; found by its words too. */
    public static final Field<MajorIncident, String> TITLE = Field.<MajorIncident>text(
                    "title", major -> Optional.of(major.title()))
            .searchable();
    /** Where it stands, found by the status's name. */
    public static final Field<MajorIncident, Status> STATUS =
            Field.of(StandardFields.STATUS, status -> FieldValue.text(status.name()), major -> List.of(major.status()));
    /** What that amounts to. */
    public static final Field<MajorIncident, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            major -> List.of(major.status().phase()));
    /** Which incident it is. */
    public static final Field<MajorIncident, RecordRef> INCIDENT =
            Field.ref("incident", major -> Optional.of(major.incident()));
    /** The service concerned. */
    public static final Field<MajorIncident, ServiceId> SERVICE =
            Field.id(StandardFields.SERVICE.name(), MajorIncident::service);
    /** Who proposed it. */
    public static final Field<MajorIncident, PersonId> REQUESTER =
            Field.id(StandardFields.REQUESTER.name(), major -> Optional.of(major.proposedBy()));
    /** Who commands. */
    public static final Field<MajorIncident, PersonId> COMMANDER =
            Field.id(StandardFields.ASSIGNEE.name(), major -> major.holder(MajorRole.COMMANDER));
    /** Everybody who plays a role. */
    public static final Field<MajorIncident, PersonId> ROLE_HOLDER = Field.of(
            FieldKey.of("role-holder", FieldType.TEXT),
            person -> FieldValue.text(person.value()),
            major -> major.roles().stream().map(RoleHolder::person).distinct().toList());
    /** The name of the trigger that proposed it, if one did. */
    public static final Field<MajorIncident, String> TRIGGER = Field.text("trigger", MajorIncident::trigger);
    /** When somebody is to be told next. */
    public static final Field<MajorIncident, Instant> NEXT_UPDATE =
            Field.moment(StandardFields.DUE.name(), MajorIncident::nextUpdateDue);
    /** Who has an open action item. */
    public static final Field<MajorIncident, PersonId> ACTION_ITEM_OWNER = Field.of(
            FieldKey.of("action-item-owner", FieldType.TEXT),
            person -> FieldValue.text(person.value()),
            major -> major.actionItems().stream()
                    .filter(item -> item.state() == ActionItem.State.OPEN)
                    .map(ActionItem::owner)
                    .distinct()
                    .toList());
    /** How often it came back. */
    public static final Field<MajorIncident, BigDecimal> RELAPSES =
            Field.decimal("relapses", major -> Optional.of(BigDecimal.valueOf(major.relapses())));
    /** When it was proposed first. */
    public static final Field<MajorIncident, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), major -> Optional.of(major.openedAt()));
    /** When it last changed. */
    public static final Field<MajorIncident, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), major -> Optional.of(major.updatedAt()));
    /** Since when the service works again. */
    public static final Field<MajorIncident, Instant> RESTORED = Field.moment(
            StandardFields.RESOLVED.name(), major -> major.milestones().restoredAt());
    /** Since when it is over. */
    public static final Field<MajorIncident, Instant> CLOSED = Field.moment(
            StandardFields.CLOSED.name(), major -> major.milestones().closedAt());

    MajorIncidentKind() {}

    @Override
    public String name() {
        return MajorIncidents.NAME;
    }

    @Override
    public Class<MajorIncident> type() {
        return MajorIncident.class;
    }

    @Override
    public List<EventType<?>> events() {
        return MajorIncidentEvent.types();
    }

    @Override
    public List<Field<MajorIncident, ?>> fields() {
        return List.of(
                NUMBER,
                TITLE,
                STATUS,
                PHASE,
                INCIDENT,
                SERVICE,
                REQUESTER,
                COMMANDER,
                ROLE_HOLDER,
                TRIGGER,
                NEXT_UPDATE,
                ACTION_ITEM_OWNER,
                RELAPSES,
                OPENED,
                UPDATED,
                RESTORED,
                CLOSED);
    }

    @Override
    public Set<Link> links(MajorIncident major) {
        return Set.of(Link.of(LEADS, major.incident()));
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "title",
                "proposedBy",
                "reason",
                "person",
                "from",
                "note",
                "how",
                "text",
                "whatHappened",
                "contributingFactors",
                "lessons",
                "by",
                "onBehalfOf",
                "owner");
    }

    @Override
    public String toString() {
        return name();
    }
}
