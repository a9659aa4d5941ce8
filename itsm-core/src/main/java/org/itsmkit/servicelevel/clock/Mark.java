package org.itsmkit.servicelevel.clock;

import java.time.Instant;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * Something that happened at an instant and does not last, as somebody saying something does.
 *
 * @param at when
 * @param name what, by {@link Keys#requireCode}
 */
public record Mark(Instant at, String name) {

    /** Somebody of the provider said something that the requester could read. */
    public static final String AGENT_CONTACT = "agent-contact";
    /** Somebody answered for the first time. */
    public static final String FIRST_RESPONSE = "first-response";
    /** The requester, or somebody on their side, said something. */
    public static final String CUSTOMER_CONTACT = "customer-contact";
    /** It was approved. */
    public static final String APPROVED = "approved";

    public Mark {
        Objects.requireNonNull(at, "at");
        Keys.requireCode(name, "mark");
    }
}
