package org.itsmkit.change.cab;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;

/** How meetings are stored, and what they are found by. */
public final class CabMeetingKind implements RecordKind<CabMeeting> {

    /** What a link from a meeting to a change that it is to look at is called. */
    public static final String ON_AGENDA = "on-agenda";

    /** What people quote. */
    public static final Field<CabMeeting, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), meeting -> Optional.of(meeting.number()));
    /** In one line; found by its words too. */
    public static final Field<CabMeeting, String> TITLE = Field.<CabMeeting>text(
                    "title", meeting -> Optional.of(meeting.title()))
            .searchable();
    /** Where it stands, found by the status's name. */
    public static final Field<CabMeeting, Status> STATUS = Field.of(
            StandardFields.STATUS, status -> FieldValue.text(status.name()), meeting -> List.of(meeting.status()));
    /** What that amounts to. */
    public static final Field<CabMeeting, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            meeting -> List.of(meeting.status().phase()));
    /** Who leads it. */
    public static final Field<CabMeeting, PersonId> CHAIR = Field.id("chair", meeting -> Optional.of(meeting.chair()));
    /** Which authority meets. */
    public static final Field<CabMeeting, String> AUTHORITY =
            Field.text("authority", meeting -> Optional.of(meeting.authority()));
    /** When it is to begin. */
    public static final Field<CabMeeting, Instant> BEGINS =
            Field.moment("begins", meeting -> Optional.of(meeting.planned().fromInclusive()));
    /** When it is to end. */
    public static final Field<CabMeeting, Instant> ENDS =
            Field.moment("ends", meeting -> Optional.of(meeting.planned().toExclusive()));
    /** When it was planned first. */
    public static final Field<CabMeeting, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), meeting -> Optional.of(meeting.createdAt()));
    /** When it last changed. */
    public static final Field<CabMeeting, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), meeting -> Optional.of(meeting.updatedAt()));

    CabMeetingKind() {}

    @Override
    public String name() {
        return CabMeetings.NAME;
    }

    @Override
    public Class<CabMeeting> type() {
        return CabMeeting.class;
    }

    @Override
    public List<EventType<?>> events() {
        return CabMeetingEvent.types();
    }

    @Override
    public List<Field<CabMeeting, ?>> fields() {
        return List.of(NUMBER, TITLE, STATUS, PHASE, CHAIR, AUTHORITY, BEGINS, ENDS, OPENED, UPDATED);
    }

    @Override
    public Set<Link> links(CabMeeting meeting) {
        return meeting.agenda().stream()
                .map(item -> Link.of(ON_AGENDA, item.change()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "title",
                "place",
                "chair",
                "invited",
                "people",
                "present",
                "came",
                "left",
                "HandedOver.from",
                "presenter",
                "person",
                "note",
                "minutes",
                "reason",
                "by",
                "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
