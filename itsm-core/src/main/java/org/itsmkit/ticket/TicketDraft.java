package org.itsmkit.ticket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Context;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Needs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;

/**
 * What somebody says about a ticket that is to be opened, and what can be wrong with it: the part that all kinds of ticket share.
 *
 * @param title 1 to 255 code points in one line
 * @param description at most 1 MiB; may be empty
 * @param requester who asks; else the caller, or for whom the caller acts
 * @param impact medium if nobody said
 * @param urgency medium if nobody said
 * @param custom values for the tenant's own fields, by name
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
        Map<String, FieldValue> custom) {

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

    /** All that is wrong with this. */
    public List<Violation> check(Context context) {
        Inputs inputs = Inputs.check()
                .line("title", title, TITLE_LENGTH)
                .optionalText("description", description.orElse(""), TEXT_LENGTH);
        Classification.checkPriority(inputs, impactOrMedium(), urgencyOrMedium(), context);
        CustomFields.check(inputs, custom, context);
        return inputs.violations();
    }

    /** What must be loaded before the ticket is opened: whether the requester who was named exists. */
    public Needs needs() {
        return requester.map(Needs::person).orElse(Needs.none());
    }

    /** What is said of the ticket's fields, custom and declared, by name; what nobody said is left out. */
    public Map<String, FieldValue> supplies() {
        Map<String, FieldValue> values = new HashMap<>(custom);
        requester.ifPresent(person -> values.put("requester", FieldValue.text(person.value())));
        customer.ifPresent(organisation -> values.put("customer", FieldValue.text(organisation.value())));
        service.ifPresent(id -> values.put("service", FieldValue.text(id.value())));
        category.ifPresent(path -> values.put("category", FieldValue.text(path.value())));
        impact.ifPresent(level -> values.put("impact", FieldValue.text(level.value())));
        urgency.ifPresent(level -> values.put("urgency", FieldValue.text(level.value())));
        return Map.copyOf(values);
    }

    /** Returns how the ticket begins; draws a number. */
    public TicketOpening open(Context context) {
        return TicketOpening.builder()
                .number(context.number().get())
                .title(title)
                .description(description.orElse(""))
                .requester(requester
                        .or(() -> context.caller().onBehalfOf())
                        .orElse(context.caller().person()))
                .customer(customer)
                .service(service)
                .category(category)
                .impact(impactOrMedium())
                .urgency(urgencyOrMedium())
                .priority(Classification.priority(impactOrMedium(), urgencyOrMedium(), context))
                .custom(custom)
                .unindexed(CustomFields.unindexed(custom, context))
                .status(context.lifecycle().initial())
                .build();
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
