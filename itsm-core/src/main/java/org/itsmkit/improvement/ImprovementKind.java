package org.itsmkit.improvement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.improvement.evidence.ControlMeasure;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.improvement.measure.Measurement;
import org.itsmkit.improvement.priority.Candidate;
import org.itsmkit.kernel.ServiceId;
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

/** How improvements are stored, and what they are found by. */
public final class ImprovementKind implements RecordKind<Improvement> {

    /** What a link from an improvement to the record is called in which its objective stands. */
    public static final String SERVES = "serves";

    /** What a link from an improvement to a record is called from which the idea came. */
    public static final String ARISES_FROM = "arises-from";

    /** What a link from an improvement to a record is called from which a measurement comes. */
    public static final String MEASURED_BY = "measured-by";

    /** What people quote. */
    public static final Field<Improvement, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), improvement -> Optional.of(improvement.number()));
    /** In one line; found by its words too. */
    public static final Field<Improvement, String> TITLE = Field.<Improvement>text(
                    "title", improvement -> Optional.of(improvement.title()))
            .searchable();
    /** Where it stands, found by the status's name. */
    public static final Field<Improvement, Status> STATUS = Field.of(
            StandardFields.STATUS,
            status -> FieldValue.text(status.name()),
            improvement -> List.of(improvement.status()));
    /** What that amounts to. */
    public static final Field<Improvement, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            improvement -> List.of(improvement.status().phase()));
    /** Who sees to it. */
    public static final Field<Improvement, PersonId> OWNER =
            Field.id("owner", improvement -> Optional.of(improvement.owner()));
    /** Who stands behind it. */
    public static final Field<Improvement, PersonId> SPONSOR = Field.id("sponsor", Improvement::sponsor);
    /** Which services it is about. */
    public static final Field<Improvement, ServiceId> SERVICE = Field.of(
            FieldKey.of("service", FieldType.TEXT),
            service -> FieldValue.text(service.value()),
            improvement -> List.copyOf(improvement.about().services()));
    /** Which practices it is about. */
    public static final Field<Improvement, String> PRACTICE = Field.of(
            FieldKey.of("practice", FieldType.TEXT),
            FieldValue::text,
            improvement -> List.copyOf(improvement.about().practices()));
    /** Whether it stands still. */
    public static final Field<Improvement, Boolean> PARKED = Field.flag("parked", Improvement::isParked);
    /** Cost of delay divided by duration, where both are said and it is one of at most 28 digits before the point. */
    public static final Field<Improvement, BigDecimal> CD3 = Field.decimal(
            "cd3",
            improvement -> improvement
                    .candidate()
                    .map(Candidate::cd3)
                    .filter(quotient -> quotient.precision() - quotient.scale() <= 28));
    /** On which day somebody is to look next whether what was gained is still there. */
    public static final Field<Improvement, LocalDate> REVIEW =
            Field.date("review", improvement -> improvement.control().map(ControlMeasure::nextReview));
    /** When it was proposed. */
    public static final Field<Improvement, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), improvement -> Optional.of(improvement.createdAt()));
    /** When it last changed. */
    public static final Field<Improvement, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), improvement -> Optional.of(improvement.updatedAt()));

    ImprovementKind() {}

    @Override
    public String name() {
        return Improvements.NAME;
    }

    @Override
    public Class<Improvement> type() {
        return Improvement.class;
    }

    @Override
    public List<EventType<?>> events() {
        return ImprovementEvent.types();
    }

    @Override
    public List<Field<Improvement, ?>> fields() {
        return List.of(
                NUMBER, TITLE, STATUS, PHASE, OWNER, SPONSOR, SERVICE, PRACTICE, PARKED, CD3, REVIEW, OPENED, UPDATED);
    }

    @Override
    public Set<Link> links(Improvement improvement) {
        Set<Link> links = new HashSet<>();
        improvement.vision().flatMap(Vision::objective).ifPresent(ref -> links.add(Link.of(SERVES, ref)));
        improvement.about().sources().forEach(ref -> links.add(Link.of(ARISES_FROM, ref)));
        for (List<Measurement> measured : List.of(improvement.baselines(), improvement.results())) {
            measured.forEach(one -> one.source().ifPresent(ref -> links.add(Link.of(MEASURED_BY, ref))));
        }
        return Set.copyOf(links);
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "title",
                "description",
                "owner",
                "HandedOver.from",
                "sponsor",
                "text",
                "note",
                "reason",
                "method",
                "reviewer",
                "by",
                "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
