package org.itsmkit.ticket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Template;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;

/**
 * What somebody says about a ticket that is to be opened, and what can be wrong with it: the part that all kinds of ticket share.
 *
 * @param title 1 to 255 code points in one line; may be empty if the template has one
 * @param description at most 1 MiB; may be empty
 * @param requester who asks; else the caller, or for whom the caller acts
 * @param impact medium if nobody said
 * @param urgency medium if nobody said
 * @param custom values for the tenant's own fields, by name
 * @param template the name of the template whose values stand in for what is left empty here
 */
@KitStyle
@Value.Builder
public record TicketDraft(
        String title,
        Optional<String> description,
        Optional<PersonId> requester,
        Optional<OrganisationId> customer,
        Optional<ServiceId> service,
        Optional<Category> category,
        Optional<Impact> impact,
        Optional<Urgency> urgency,
        Map<String, FieldValue> custom,
        Optional<String> template) {

    /** The most code points of a title. */
    public static final int TITLE_LENGTH = 255;

    /** The most code points of a description, a comment or a solution. */
    public static final int TEXT_LENGTH = 1 << 20;

    public TicketDraft {
        custom = Map.copyOf(custom);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All that is wrong with this, once the template has filled what is left empty. */
    public List<Violation> check(Context context) {
        TicketDraft filled = filled(context);
        Inputs inputs = Inputs.check()
                .line("title", filled.title, TITLE_LENGTH)
                .optionalText("description", filled.description.orElse(""), TEXT_LENGTH)
                .require(
                        template.isEmpty() || template(context).isPresent(),
                        "template.unknown",
                        "template",
                        "There is no such template.");
        Classification.checkPriority(inputs, filled.impactOrMedium(), filled.urgencyOrMedium(), context);
        CustomFields.check(inputs, filled.custom, context);
        return inputs.violations();
    }

    /** What must be loaded before the ticket is opened: whether the requester who was named exists. */
    public Needs needs() {
        return requester.map(Needs::person).orElse(Needs.none());
    }

    /** The fields that this itself gives a value, by name. A custom field that is called like one of the kit's is not taken for it. */
    public Map<String, FieldValue> supplies() {
        Map<String, FieldValue> values = CustomFields.supplied(custom);
        values.putAll(title(title));
        requester.ifPresent(value -> values.put("requester", FieldValue.text(value.value())));
        customer.ifPresent(value -> values.put("customer", FieldValue.text(value.value())));
        service.ifPresent(value -> values.put("service", FieldValue.text(value.value())));
        category.ifPresent(value -> values.put("category", FieldValue.text(value.value())));
        impact.ifPresent(value -> values.put("impact", FieldValue.text(value.value())));
        urgency.ifPresent(value -> values.put("urgency", FieldValue.text(value.value())));
        return values;
    }

    /** The fields that the ticket begins with a value in, by name. */
    public Map<String, FieldValue> supplies(Context context) {
        TicketDraft filled = filled(context);
        Map<String, FieldValue> values = new HashMap<>(filled.supplies());
        values.putAll(
                Classification.supplied(filled.impactOrMedium(), filled.urgencyOrMedium(), filled.service, context));
        values.put(
                "requester", FieldValue.text(filled.requesterOrCaller(context).value()));
        values.put("opened-by", FieldValue.text(context.caller().person().value()));
        template(context).ifPresent(t -> {
            values.put("template", FieldValue.text(t.name()));
            t.group().ifPresent(group -> values.put("group", FieldValue.text(group.value())));
        });
        return values;
    }

    /** Returns how the ticket begins; draws a number. */
    public TicketOpening open(Context context) {
        TicketDraft filled = filled(context);
        return TicketOpening.builder()
                .number(context.number().get())
                .title(filled.title)
                .description(filled.description.orElse(""))
                .requester(requesterOrCaller(context))
                .customer(filled.customer)
                .service(filled.service)
                .category(filled.category)
                .impact(filled.impactOrMedium())
                .urgency(filled.urgencyOrMedium())
                .priority(Classification.priority(
                        filled.impactOrMedium(), filled.urgencyOrMedium(), filled.service, context))
                .custom(filled.custom)
                .unindexed(CustomFields.unindexed(filled.custom, context))
                .status(context.lifecycle().initial())
                .template(template)
                .build();
    }

    /** Returns how a record begins of which {@code first} is the first event: given to whom its template says, if it does. */
    public <R extends Ticketed<R>> List<Event<R>> begin(Event<R> first, Context context) {
        return template(context)
                .flatMap(Template::group)
                .map(group -> List.of(first, new TicketEvent.Assigned<R>(Optional.of(group), Optional.empty())))
                .orElseGet(() -> List.of(first));
    }

    /** A title as the value of its field; none if it is missing, or cannot be one. */
    static Map<String, FieldValue> title(String title) {
        return Inputs.check().line("title", title, TITLE_LENGTH).violations().isEmpty()
                ? Map.of("title", FieldValue.text(title))
                : Map.of();
    }

    private Optional<Template> template(Context context) {
        return template.flatMap(
                name -> context.settings().template(context.self().kind(), name));
    }

    /** Returns this with what its template and the tenant's fields have for what is left empty here. */
    private TicketDraft filled(Context context) {
        Map<String, FieldValue> values =
                new HashMap<>(context.settings().defaults(context.self().kind()));
        Optional<Template> by = template(context);
        by.ifPresent(t -> values.putAll(t.custom()));
        values.putAll(custom);
        return new TicketDraft(
                Inputs.saysSomething(title)
                        ? title
                        : by.flatMap(Template::title).orElse(title),
                description.or(() -> by.flatMap(Template::description)),
                requester,
                customer,
                service.or(() -> by.flatMap(Template::service)),
                category.or(() -> by.flatMap(Template::category)),
                impact.or(() -> by.flatMap(Template::impact)),
                urgency.or(() -> by.flatMap(Template::urgency)),
                values,
                template);
    }

    private PersonId requesterOrCaller(Context context) {
        return requester
                .or(() -> context.caller().onBehalfOf())
                .orElse(context.caller().person());
    }

    private Impact impactOrMedium() {
        return impact.orElse(Impact.MEDIUM);
    }

    private Urgency urgencyOrMedium() {
        return urgency.orElse(Urgency.MEDIUM);
    }

    public static final class Builder extends TicketDraftBuilder {
        Builder() {}
    }
}
