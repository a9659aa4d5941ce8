package org.itsmkit.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.Id;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.query.Condition;

/**
 * What a link between tickets means. Open: hosts may use others than the standard ones, which then may form cycles, and of which a
 * ticket may have several. A link stands at one end, the one that points; {@link #to} finds it from the other.
 */
public record LinkType(String value) implements Id {

    /** It belongs under the other. A ticket has one parent at most. */
    public static final LinkType PARENT = of("parent");
    /** It is the same as the other, told again. */
    public static final LinkType DUPLICATE_OF = of("duplicate-of");
    /** The other brought it about. */
    public static final LinkType CAUSED_BY = of("caused-by");
    /** The other cannot go on before it is done. */
    public static final LinkType BLOCKS = of("blocks");
    /** It is the problem or the known error at work. */
    public static final LinkType INSTANCE_OF = of("instance-of");
    /** It says what is known of the other, a problem. */
    public static final LinkType KNOWN_ERROR_OF = of("known-error-of");
    /** The other, a change, is to bring an end to it. */
    public static final LinkType FIXED_BY = of("fixed-by");
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

    /**
     * What holds for links of a type.
     *
     * @param isAcyclic whether following them must never lead back
     * @param isExclusive whether a ticket has one of them at most
     * @param inverse what the link is called from its other end; the same name if it means the same from both
     */
    private record Nature(boolean isAcyclic, boolean isExclusive, String inverse) {}

    private static final Map<String, Nature> STANDARD = Map.of(
            "parent", new Nature(true, true, "child"),
            "duplicate-of", new Nature(true, true, "duplicate"),
            "caused-by", new Nature(true, false, "cause-of"),
            "blocks", new Nature(true, false, "blocked-by"),
            "instance-of", new Nature(true, false, "instance"),
            "known-error-of", new Nature(true, false, "known-error"),
            "fixed-by", new Nature(true, false, "fix-of"),
            "related", new Nature(false, false, "related"));

    /** The types that the kit knows something of. */
    public static List<LinkType> standard() {
        return List.of(PARENT, DUPLICATE_OF, CAUSED_BY, BLOCKS, INSTANCE_OF, KNOWN_ERROR_OF, FIXED_BY, RELATED);
    }

    private Optional<Nature> nature() {
        return Optional.ofNullable(STANDARD.get(value));
    }

    /** Whether following such links must never lead back to where one began. */
    public boolean isAcyclic() {
        return nature().map(Nature::isAcyclic).orElse(false);
    }

    /** Whether the link means the same from both ends. */
    public boolean isSymmetric() {
        return nature().map(nature -> nature.inverse().equals(value)).orElse(false);
    }

    /** What such a link is called from its other end, for people; empty if the kit does not know the type. */
    public Optional<String> inverse() {
        return nature().map(Nature::inverse);
    }

    /** How many of this type a ticket may have, if there is a limit besides {@link Ticket#MAX_LINKS}. */
    public Optional<Integer> most() {
        return nature().filter(Nature::isExclusive).map(nature -> 1);
    }

    /** Finds what points at {@code target} in this way: its children, its duplicates, what it brought about. */
    public Condition to(RecordRef target) {
        return Condition.linkedTo(value, target);
    }

    @Override
    public String toString() {
        return value;
    }
}
