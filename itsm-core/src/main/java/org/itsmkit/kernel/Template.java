package org.itsmkit.kernel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;

/**
 * How tickets of one sort are logged: what they begin with where nobody says otherwise, and which fields must have a value, or are not
 * shown, in which status. Fields are named as lifecycles name them.
 *
 * @param name by {@link Keys#requireCode}; stands in the journals of tickets that are logged by it
 * @param title in place of a missing one
 * @param description in place of a missing one
 * @param category in place of a missing one
 * @param service in place of a missing one
 * @param impact in place of a missing one
 * @param urgency in place of a missing one
 * @param group to whom tickets are given when they are logged; not looked up again then
 * @param custom values of custom fields, in place of missing ones
 * @param mandatory by the name of a status, the fields without which no ticket comes to be in it
 * @param hidden by the name of a status, the fields that are not shown and cannot be set in it; values that a ticket begins with may be
 *     those of hidden fields
 */
@KitStyle
@Value.Builder
public record Template(
        String name,
        Optional<String> title,
        Optional<String> description,
        Optional<Category> category,
        Optional<ServiceId> service,
        Optional<Impact> impact,
        Optional<Urgency> urgency,
        Optional<GroupId> group,
        Map<String, FieldValue> custom,
        Map<String, Set<String>> mandatory,
        Map<String, Set<String>> hidden) {

    public Template {
        Keys.requireCode(name, "template");
        Objects.requireNonNull(title, "title");
        custom = Map.copyOf(custom);
        mandatory = copied(mandatory);
        hidden = copied(hidden);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The fields that must have a value in the status of that name. */
    public Set<String> mandatory(String status) {
        return mandatory.getOrDefault(status, Set.of());
    }

    /** The fields that are not shown in the status of that name. */
    public Set<String> hidden(String status) {
        return hidden.getOrDefault(status, Set.of());
    }

    /** What it begins with, by the names of fields. */
    public Map<String, FieldValue> predefined() {
        Map<String, FieldValue> values = new HashMap<>(custom);
        title.ifPresent(value -> values.put("title", FieldValue.text(value)));
        description.ifPresent(value -> values.put("description", FieldValue.text(value)));
        category.ifPresent(value -> values.put("category", FieldValue.text(value.value())));
        service.ifPresent(value -> values.put("service", FieldValue.text(value.value())));
        impact.ifPresent(value -> values.put("impact", FieldValue.text(value.value())));
        urgency.ifPresent(value -> values.put("urgency", FieldValue.text(value.value())));
        group.ifPresent(value -> values.put("group", FieldValue.text(value.value())));
        return values;
    }

    private static Map<String, Set<String>> copied(Map<String, Set<String>> byStatus) {
        Map<String, Set<String>> copies = new LinkedHashMap<>();
        byStatus.forEach((status, fields) -> copies.put(status, Set.copyOf(fields)));
        return Map.copyOf(copies);
    }

    public static final class Builder extends TemplateBuilder {
        Builder() {}
    }
}
