package org.itsmkit.ticket;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ConfigurationItemId;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.record.StandardFields;

/**
 * The fields that tickets of every kind are found by.
 *
 * @param <R> the record that is a ticket
 */
public final class TicketFields<R extends Ticketed<R>> {

    /** What all of them are called. */
    static final Set<String> NAMES = names();

    /** What people quote. */
    public final Field<R, String> number = text(StandardFields.NUMBER.name(), t -> Optional.of(t.number()));
    /** In one line; found by its words too. */
    public final Field<R, String> title =
            TicketFields.<R>text("title", t -> Optional.of(t.title())).searchable();
    /** Where it stands, found by the status's name. */
    public final Field<R, Status> status = Field.of(
            StandardFields.STATUS,
            status -> FieldValue.text(status.name()),
            r -> List.of(r.ticket().status()));
    /** What that amounts to. */
    public final Field<R, Phase> phase = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            r -> List.of(r.ticket().phase()));
    /** The rank of its priority. */
    public final Field<R, BigDecimal> priority = Field.decimal(
            StandardFields.PRIORITY.name(),
            r -> Optional.of(BigDecimal.valueOf(r.ticket().priority().rank())));
    /** How far it reaches. */
    public final Field<R, Impact> impact =
            Field.id("impact", r -> Optional.of(r.ticket().impact()));
    /** How soon it must be dealt with. */
    public final Field<R, Urgency> urgency =
            Field.id("urgency", r -> Optional.of(r.ticket().urgency()));
    /** The service concerned. */
    public final Field<R, ServiceId> service =
            Field.id(StandardFields.SERVICE.name(), r -> r.ticket().service());
    /** The customer organisation. */
    public final Field<R, OrganisationId> customer =
            Field.id(StandardFields.CUSTOMER.name(), r -> r.ticket().customer());
    /** Who asked. */
    public final Field<R, PersonId> requester = Field.id(
            StandardFields.REQUESTER.name(), r -> Optional.of(r.ticket().requester()));
    /** Who opened it. */
    public final Field<R, PersonId> openedBy =
            Field.id("opened-by", r -> Optional.of(r.ticket().openedBy()));
    /** The group that has it. */
    public final Field<R, GroupId> group =
            Field.id(StandardFields.GROUP.name(), r -> r.ticket().group());
    /** The person who has it. */
    public final Field<R, PersonId> assignee =
            Field.id(StandardFields.ASSIGNEE.name(), r -> r.ticket().assignee());
    /** What sort of thing it is. */
    public final Field<R, Category> category =
            Field.id(StandardFields.CATEGORY.name(), r -> r.ticket().category());
    /** What it belongs under, as {@code kind/id}. */
    public final Field<R, String> parent =
            text(StandardFields.PARENT.name(), t -> t.parent().map(Object::toString));
    /** What it waits for. */
    public final Field<R, String> holdReason = text("hold-reason", t -> t.hold().map(Hold::reason));
    /** When it was opened. */
    public final Field<R, Instant> opened = moment(StandardFields.OPENED.name(), t -> Optional.of(t.openedAt()));
    /** When it last changed. */
    public final Field<R, Instant> updated = moment(StandardFields.UPDATED.name(), t -> Optional.of(t.updatedAt()));
    /** Since when it is resolved. */
    public final Field<R, Instant> resolved = moment(StandardFields.RESOLVED.name(), Ticket::resolvedAt);
    /** Since when it is over. */
    public final Field<R, Instant> closed = moment(StandardFields.CLOSED.name(), Ticket::closedAt);
    /** Who watches it. */
    public final Field<R, PersonId> watcher = Field.of(
            FieldKey.of("watcher", FieldType.TEXT),
            person -> FieldValue.text(person.value()),
            r -> r.ticket().watchers());
    /** Which suppliers are involved. */
    public final Field<R, OrganisationId> supplier = Field.of(
            FieldKey.of("supplier", FieldType.TEXT),
            organisation -> FieldValue.text(organisation.value()),
            r -> r.ticket().suppliers().stream().map(Supplier::organisation).toList());
    /** What the suppliers call it. */
    public final Field<R, String> supplierReference = Field.of(
            FieldKey.of("supplier-reference", FieldType.TEXT),
            FieldValue::text,
            r -> r.ticket().suppliers().stream()
                    .flatMap(supplier -> supplier.reference().stream())
                    .toList());
    /** Its tags; asked for as people write them, found as they are kept. */
    public final Field<R, String> tag = Field.of(
            FieldKey.of("tag", FieldType.TEXT),
            tag -> FieldValue.text(Tags.normalise(tag)),
            r -> r.ticket().tags());

    /** By which template it was logged. */
    public final Field<R, String> template =
            text("template", t -> t.worksheetOrBlank().template());

    /** When the first of the open promises to the customer is due. */
    public final Field<R, Instant> due = moment(StandardFields.DUE.name(), TicketFields::due);
    /** The names of the promises to the customer that were not kept. */
    public final Field<R, String> breached = Field.of(
            FieldKey.of("breached", FieldType.TEXT),
            FieldValue::text,
            r -> r.ticket().serviceLevelsOrBlank().clocks().stream()
                    .filter(clock -> !clock.isInternal() && clock.everBreached())
                    .map(Clock::name)
                    .distinct()
                    .toList());

    /** The ids of the agreements by which something is promised to the customer. */
    public final Field<R, String> agreement = Field.of(
            FieldKey.of("agreement", FieldType.TEXT),
            FieldValue::text,
            r -> r.ticket().serviceLevelsOrBlank().clocks().stream()
                    .filter(clock -> !clock.isInternal() && clock.withdrawnAt().isEmpty())
                    .map(clock -> clock.pledge().agreement().value())
                    .distinct()
                    .toList());

    /** The configuration items that it is about. */
    public final Field<R, ConfigurationItemId> configurationItem = Field.of(
            FieldKey.of("configuration-item", FieldType.TEXT),
            item -> FieldValue.text(item.value()),
            r -> r.ticket().affectedOrBlank().items().stream()
                    .map(AffectedItem::item)
                    .distinct()
                    .toList());

    /** Which error codes were seen. */
    public final Field<R, String> errorCode = Field.of(
            FieldKey.of("error-code", FieldType.TEXT),
            FieldValue::text,
            r -> r.ticket().affectedOrBlank().errorCodes());

    private static Optional<Instant> due(Ticket ticket) {
        return ticket.serviceLevelsOrBlank().clocks().stream()
                .filter(clock -> !clock.isInternal() && clock.isOpen())
                .flatMap(clock -> clock.due().stream())
                .min(Comparator.naturalOrder());
    }

    private static <R extends Ticketed<R>> Set<String> names() {
        return new TicketFields<R>()
                .all().stream().map(field -> field.key().name()).collect(Collectors.toUnmodifiableSet());
    }

    private static <R extends Ticketed<R>> Field<R, String> text(String name, Function<Ticket, Optional<String>> read) {
        return Field.text(name, r -> read.apply(r.ticket()));
    }

    private static <R extends Ticketed<R>> Field<R, Instant> moment(
            String name, Function<Ticket, Optional<Instant>> read) {
        return Field.moment(name, r -> read.apply(r.ticket()));
    }

    /** All of them. */
    public List<Field<R, ?>> all() {
        return List.of(
                number,
                title,
                status,
                phase,
                priority,
                impact,
                urgency,
                service,
                customer,
                requester,
                openedBy,
                group,
                assignee,
                category,
                parent,
                holdReason,
                opened,
                updated,
                resolved,
                closed,
                watcher,
                supplier,
                supplierReference,
                tag,
                template,
                due,
                breached,
                agreement,
                configurationItem,
                errorCode);
    }
}
