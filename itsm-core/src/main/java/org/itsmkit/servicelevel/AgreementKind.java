package org.itsmkit.servicelevel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;

/** How agreements are stored, and what they are found by. */
public final class AgreementKind implements RecordKind<Agreement> {

    /** What a link from an agreement to one on which it rests is called. */
    public static final String RESTS_ON = "rests-on";

    /** What people quote. */
    public static final Field<Agreement, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), agreement -> Optional.of(agreement.number()));
    /** In one line; found by its words too. */
    public static final Field<Agreement, String> TITLE = Field.<Agreement>text(
                    "title", agreement -> Optional.of(agreement.title()))
            .searchable();
    /** Between whom it is made, as {@code service-level}, {@code operational-level} or {@code underpinning}. */
    public static final Field<Agreement, AgreementType> TYPE = Field.of(
            FieldKey.of("type", FieldType.TEXT),
            type -> FieldValue.text(type.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            agreement -> List.of(agreement.type()));
    /** To whom it is promised. */
    public static final Field<Agreement, OrganisationId> CUSTOMER =
            Field.id(StandardFields.CUSTOMER.name(), Agreement::customer);
    /** The team that promises. */
    public static final Field<Agreement, GroupId> TEAM = Field.id("team", Agreement::team);
    /** The supplier who promises. */
    public static final Field<Agreement, OrganisationId> SUPPLIER = Field.id("supplier", Agreement::supplier);
    /** Who sees to it. */
    public static final Field<Agreement, PersonId> OWNER =
            Field.id("owner", agreement -> Optional.of(agreement.owner()));
    /** Where it stands, found by the status's name. */
    public static final Field<Agreement, Status> STATUS = Field.of(
            StandardFields.STATUS, status -> FieldValue.text(status.name()), agreement -> List.of(agreement.status()));
    /** What that amounts to. */
    public static final Field<Agreement, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            agreement -> List.of(agreement.status().phase()));
    /** The number of the version agreed last. */
    public static final Field<Agreement, BigDecimal> VERSION = Field.decimal(
            "version", agreement -> agreement.latest().map(version -> BigDecimal.valueOf(version.number())));
    /** When it is to be looked at. */
    public static final Field<Agreement, LocalDate> REVIEW_ON = Field.date("review-on", Agreement::reviewOn);
    /** When it ends. */
    public static final Field<Agreement, Instant> ENDS = Field.moment("ends", Agreement::endsAt);
    /** When it was drafted. */
    public static final Field<Agreement, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), agreement -> Optional.of(agreement.createdAt()));
    /** When it last changed. */
    public static final Field<Agreement, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), agreement -> Optional.of(agreement.updatedAt()));

    AgreementKind() {}

    @Override
    public String name() {
        return Agreements.NAME;
    }

    @Override
    public Class<Agreement> type() {
        return Agreement.class;
    }

    @Override
    public List<EventType<?>> events() {
        return AgreementEvent.types();
    }

    @Override
    public List<Field<Agreement, ?>> fields() {
        return List.of(
                NUMBER, TITLE, TYPE, CUSTOMER, TEAM, SUPPLIER, OWNER, STATUS, PHASE, VERSION, REVIEW_ON, ENDS, OPENED,
                UPDATED);
    }

    @Override
    public Set<Link> links(Agreement agreement) {
        return agreement.restsOn().stream()
                .map(one -> Link.of(RESTS_ON, RecordRef.of(Agreements.NAME, one.agreement())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> personal() {
        return Set.of("title", "owner", "HandedOver.from", "reason", "finding", "by", "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
