package org.itsmkit.testkit.conformance;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be seen of a ticket. Aspects that are not told are not compared, so that a help desk without, say, confirmations can be
 * checked for all the rest. Immutable.
 *
 * @param told by aspect
 */
public record TicketView(Map<Aspect, String> told) {

    /** Said of an aspect that the ticket does not have. */
    public static final String NOTHING = "-";

    public TicketView {
        told = Map.copyOf(told);
    }

    /** Nothing told yet. */
    public static TicketView empty() {
        return new TicketView(Map.of());
    }

    /** Returns this view with an aspect more. */
    public TicketView with(Aspect aspect, Object value) {
        Objects.requireNonNull(value, "value");
        Map<Aspect, String> more = new EnumMap<>(Aspect.class);
        more.putAll(told);
        more.put(aspect, value.toString());
        return new TicketView(more);
    }

    /** Returns this view with an aspect more, which the ticket may not have. */
    public TicketView with(Aspect aspect, Optional<?> value) {
        return with(aspect, value.map(Object::toString).orElse(NOTHING));
    }

    @Override
    public String toString() {
        return new EnumMap<>(told).toString();
    }
}
