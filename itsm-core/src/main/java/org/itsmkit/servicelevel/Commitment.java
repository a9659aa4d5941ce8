package org.itsmkit.servicelevel;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.Keys;

/**
 * What an agreement promises of some of the records that it covers.
 *
 * @param name by {@link Keys#requireCode}; unique within an agreement
 * @param when of which of them
 * @param target what
 * @param hours by which of the agreement's service hours, by name; around the clock if empty
 */
public record Commitment(String name, FieldCondition when, Target target, Optional<String> hours) {
    public Commitment {
        Keys.requireCode(name, "commitment");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(target, "target");
        hours.ifPresent(calendar -> Keys.requireCode(calendar, "hours"));
    }

    /** One that is promised of every record that the agreement covers. */
    public static Commitment of(String name, Target target, String hours) {
        return new Commitment(name, FieldCondition.all(), target, Optional.of(hours));
    }

    /** The same, of fewer records. */
    public Commitment where(FieldCondition condition) {
        return new Commitment(name, condition, target, hours);
    }
}
