package org.itsmkit.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;

/** How assessments are stored, and what they are found by. */
public final class AssessmentKind implements RecordKind<Assessment> {

    /** What people quote. */
    public static final Field<Assessment, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), assessment -> Optional.of(assessment.number()));
    /** In one line; found by its words too. */
    public static final Field<Assessment, String> TITLE = Field.<Assessment>text(
                    "title", assessment -> Optional.of(assessment.title()))
            .searchable();
    /** Where it stands, found by the status's name. */
    public static final Field<Assessment, Status> STATUS = Field.of(
            StandardFields.STATUS,
            status -> FieldValue.text(status.name()),
            assessment -> List.of(assessment.status()));
    /** What that amounts to. */
    public static final Field<Assessment, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            assessment -> List.of(assessment.status().phase()));
    /** Who leads it. */
    public static final Field<Assessment, PersonId> LEAD =
            Field.id("lead", assessment -> Optional.of(assessment.lead()));
    /** What it looks at, each subject by its code. */
    public static final Field<Assessment, String> SUBJECT = Field.of(
            FieldKey.of("subject", FieldType.TEXT),
            FieldValue::text,
            assessment -> assessment.scope().stream().map(ScopeItem::subject).toList());
    /** When it was planned. */
    public static final Field<Assessment, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), assessment -> Optional.of(assessment.createdAt()));
    /** When it last changed. */
    public static final Field<Assessment, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), assessment -> Optional.of(assessment.updatedAt()));

    AssessmentKind() {}

    @Override
    public String name() {
        return Assessments.NAME;
    }

    @Override
    public Class<Assessment> type() {
        return Assessment.class;
    }

    @Override
    public List<EventType<?>> events() {
        return AssessmentEvent.types();
    }

    @Override
    public List<Field<Assessment, ?>> fields() {
        return List.of(NUMBER, TITLE, STATUS, PHASE, LEAD, SUBJECT, OPENED, UPDATED);
    }

    @Override
    public Set<Link> links(Assessment assessment) {
        return Set.of();
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "title",
                "lead",
                "assessors",
                "involved",
                "HandedOver.from",
                "providedBy",
                "acceptedBy",
                "reviewedBy",
                "note",
                "text",
                "reason",
                "comment",
                "sentence",
                "by",
                "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
