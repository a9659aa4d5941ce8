package org.itsmkit.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.kernel.Criticality;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.service.portfolio.Assurance;
import org.itsmkit.service.portfolio.PlannedRetirement;
import org.itsmkit.service.portfolio.PortfolioStage;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;

/**
 * How services are stored, and what they are found by. A field has one value at most, so nothing is found by customers, suppliers or what a
 * service rests on: who asks for those looks through the services of a stage.
 */
public final class ServiceKind implements RecordKind<Service> {

    /** What a link from a service to the agreement about it is called. */
    public static final String PROMISED_BY = "promised-by";

    /** What a link from a service to where one of its improvements is followed up is called. */
    public static final String IMPROVED_BY = "improved-by";

    /** What people quote. */
    public static final Field<Service, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), service -> Optional.of(service.number()));
    /** What tickets and agreements name. */
    public static final Field<Service, ServiceId> KEY = Field.id("key", service -> Optional.of(service.key()));
    /** In one line; found by its words too. */
    public static final Field<Service, String> NAME =
            Field.<Service>text("name", service -> Optional.of(service.name())).searchable();
    /** Where it stands, found by the status's name. */
    public static final Field<Service, Status> STATUS = Field.of(
            StandardFields.STATUS, status -> FieldValue.text(status.name()), service -> List.of(service.status()));
    /** What that amounts to. */
    public static final Field<Service, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            service -> List.of(service.status().phase()));
    /** In which part of the portfolio it is, as {@code pipeline}, {@code catalogue} or {@code retired}. */
    public static final Field<Service, PortfolioStage> STAGE = Field.of(
            FieldKey.of("stage", FieldType.TEXT),
            stage -> FieldValue.text(stage.text()),
            service -> service.stage().stream().toList());
    /** Who answers for it. */
    public static final Field<Service, PersonId> OWNER = Field.id("owner", service -> Optional.of(service.owner()));
    /** How much depends on it. */
    public static final Field<Service, Criticality> CRITICALITY = Field.id("criticality", Service::criticality);
    /** Which team runs and supports it. */
    public static final Field<Service, GroupId> SUPPORT = Field.id("support", Service::support);
    /** Since when customers use it. */
    public static final Field<Service, Instant> LIVE_SINCE = Field.moment("live-since", Service::liveSince);
    /** When it is to end. */
    public static final Field<Service, LocalDate> RETIRES_ON =
            Field.date("retires-on", service -> service.retirement().map(PlannedRetirement::on));
    /** When it was proposed. */
    public static final Field<Service, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), service -> Optional.of(service.createdAt()));
    /** When it last changed. */
    public static final Field<Service, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), service -> Optional.of(service.updatedAt()));

    ServiceKind() {}

    @Override
    public String name() {
        return Services.NAME;
    }

    @Override
    public Class<Service> type() {
        return Service.class;
    }

    @Override
    public List<EventType<?>> events() {
        return ServiceEvent.types();
    }

    @Override
    public List<Field<Service, ?>> fields() {
        return List.of(
                NUMBER,
                KEY,
                NAME,
                STATUS,
                PHASE,
                STAGE,
                OWNER,
                CRITICALITY,
                SUPPORT,
                LIVE_SINCE,
                RETIRES_ON,
                OPENED,
                UPDATED);
    }

    @Override
    public Set<Link> links(Service service) {
        Stream<Link> promises = service.assurance().stream()
                .flatMap(assurance -> assurance instanceof Assurance.Agreed agreed
                        ? Stream.of(Link.of(PROMISED_BY, agreed.agreement()))
                        : Stream.empty());
        Stream<Link> improvements = service.improvements().stream()
                .flatMap(improvement -> improvement.register().stream())
                .map(register -> Link.of(IMPROVED_BY, register));
        return Stream.concat(promises, improvements).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "Service.name",
                "Proposed.name",
                "Described.name",
                "description",
                "proposition",
                "sentence",
                "owner",
                "HandedOver.from",
                "note",
                "utility",
                "waiver",
                "evidence",
                "comment",
                "reason",
                "by",
                "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
