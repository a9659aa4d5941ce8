package org.itsmkit.kernel;

import java.time.ZoneId;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * In which time zone records live that have a value in a field: those of a location, a service, a team or a customer. Not of a person:
 * where people work, the directory knows.
 *
 * @param field by the name that lifecycles use
 * @param value the text of the value; 1 to 255 characters
 * @param zone which zone
 */
public record FieldZone(String field, String value, ZoneId zone) {
    public FieldZone {
        Keys.requireCode(field, "field name");
        Objects.requireNonNull(zone, "zone");
        if (value.isEmpty() || value.length() > 255) {
            throw new IllegalArgumentException("a value has 1 to 255 characters");
        }
    }
}
