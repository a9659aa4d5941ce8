package org.itsmkit.servicelevel;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.kernel.Context;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.StandardFields;

/**
 * In which time zone service hours are meant for a record, and why.
 *
 * @param zone which; that of the hours themselves if empty
 * @param because in a few words; empty if nobody asked for another than that of the hours
 */
record ZoneChoice(Optional<ZoneId> zone, String because) {

    /** The field that names who asked; where they work, the directory knows. */
    static final String REQUESTER = StandardFields.REQUESTER.name();

    private static final ZoneChoice OWN = new ZoneChoice(Optional.empty(), "");

    /** The first that one of these fields tells. */
    static ZoneChoice by(List<String> fields, Function<String, List<FieldValue>> values, Context context) {
        if (fields.isEmpty()) {
            return OWN;
        }
        for (String field : fields) {
            for (FieldValue value : values.apply(field)) {
                Optional<ZoneId> zone =
                        value instanceof FieldValue.Text text ? zone(field, text.value(), context) : Optional.empty();
                if (zone.isPresent()) {
                    // Not which person: that would be theirs to have erased.
                    String of = field.equals(REQUESTER) ? field : field + " " + ((FieldValue.Text) value).value();
                    return new ZoneChoice(zone, "in the zone of " + of);
                }
            }
        }
        return new ZoneChoice(Optional.empty(), "as agreed, for no zone is known of " + String.join(" or ", fields));
    }

    private static Optional<ZoneId> zone(String field, String value, Context context) {
        return field.equals(REQUESTER)
                ? context.facts().zoneOf(PersonId.of(value))
                : context.settings().zone(field, value);
    }
}
