package org.itsmkit.ticket;

import java.util.Optional;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;

/** What a link between tickets means. Open: hosts may use others than the standard ones, which then may form cycles. */
public record LinkType(String value) implements Id {

    /** It belongs under the other. A ticket has one parent at most. */
    public static final LinkType PARENT = of("parent");
    /** It is the same as the other, told again. */
    public static final LinkType DUPLICATE_OF = of("duplicate-of");
    /** The other brought it about. */
    public static final LinkType CAUSED_BY = of("caused-by");
    /** The other cannot go on before it is done. */
    public static final LinkType BLOCKS = of("blocks");
    /** They have to do with each other. */
    public static final LinkType RELATED = of("related");

    /** Checks the text by {@link Keys#requireCode}. */
    public LinkType {
        Keys.requireCode(value, "link type");
    }

    /** The link type of that name. */
    public static LinkType of(String value) {
        return new LinkType(value);
    }

    /** Whether following such links must never lead back to where one began. */
    public boolean isAcyclic() {
        return equals(PARENT) || equals(DUPLICATE_OF) || equals(CAUSED_BY) || equals(BLOCKS);
    }

    /** How many of this type a ticket may have, if there is a limit. */
    public Optional<Integer> most() {
        return equals(PARENT) || equals(DUPLICATE_OF) ? Optional.of(1) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
