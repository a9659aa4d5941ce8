package org.itsmkit.change.model;

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

/** How change models are stored, and what they are found by. */
public final class ChangeModelKind implements RecordKind<ChangeModel> {

    /** What people quote. */
    public static final Field<ChangeModel, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), model -> Optional.of(model.number()));
    /** In one line; found by its words too. */
    public static final Field<ChangeModel, String> TITLE = Field.<ChangeModel>text(
                    "title", model -> Optional.of(model.title()))
            .searchable();
    /** By which way its changes go, as {@code standard}, {@code normal} or {@code emergency}: as it holds, or else as it is proposed. */
    public static final Field<ChangeModel, ChangeType> TYPE = Field.of(
            FieldKey.of("type", FieldType.TEXT),
            type -> FieldValue.text(type.text()),
            model -> model.type().stream().toList());
    /** Who sees to it. */
    public static final Field<ChangeModel, PersonId> OWNER = Field.id("owner", model -> Optional.of(model.owner()));
    /** Where it stands, found by the status's name. */
    public static final Field<ChangeModel, Status> STATUS =
            Field.of(StandardFields.STATUS, status -> FieldValue.text(status.name()), model -> List.of(model.status()));
    /** What that amounts to. */
    public static final Field<ChangeModel, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            model -> List.of(model.status().phase()));
    /** When it was proposed. */
    public static final Field<ChangeModel, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), model -> Optional.of(model.createdAt()));
    /** When it last changed. */
    public static final Field<ChangeModel, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), model -> Optional.of(model.updatedAt()));

    ChangeModelKind() {}

    @Override
    public String name() {
        return ChangeModels.NAME;
    }

    @Override
    public Class<ChangeModel> type() {
        return ChangeModel.class;
    }

    @Override
    public List<EventType<?>> events() {
        return ChangeModelEvent.types();
    }

    @Override
    public List<Field<ChangeModel, ?>> fields() {
        return List.of(NUMBER, TITLE, TYPE, OWNER, STATUS, PHASE, OPENED, UPDATED);
    }

    @Override
    public Set<Link> links(ChangeModel model) {
        return Set.of();
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "title",
                "description",
                "owner",
                "HandedOver.from",
                "proposers",
                "comment",
                "reason",
                "tasks",
                "People.people",
                "Weighted.weights",
                "Question.text",
                "by",
                "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
