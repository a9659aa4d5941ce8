package org.itsmkit.kernel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;

/**
 * Why a record waits.
 *
 * @param name by {@link Keys#requireCode}
 * @param needsNote whether a note must say what exactly it waits for
 * @param followUp what happens by itself meanwhile; empty if nothing
 */
public record HoldReason(String name, boolean needsNote, Optional<FollowUp> followUp) {

    /** For an answer from whoever asked; goes on when they say something. */
    public static final HoldReason AWAITING_REQUESTER =
            new HoldReason("awaiting-requester", false).followedUp(FollowUp.ON_REPLY);
    /** For somebody outside. */
    public static final HoldReason AWAITING_SUPPLIER = new HoldReason("awaiting-supplier", false);
    /** For a change to be made. */
    public static final HoldReason AWAITING_CHANGE = new HoldReason("awaiting-change", false);
    /** For a problem to be solved. */
    public static final HoldReason AWAITING_PROBLEM = new HoldReason("awaiting-problem", false);
    /** For the fault to show itself again. */
    public static final HoldReason AWAITING_EVIDENCE = new HoldReason("awaiting-evidence", false);
    /** For something that the note says. */
    public static final HoldReason OTHER = new HoldReason("other", true);

    private static final List<HoldReason> STANDARD =
            List.of(AWAITING_REQUESTER, AWAITING_SUPPLIER, AWAITING_CHANGE, AWAITING_PROBLEM, AWAITING_EVIDENCE, OTHER);

    public HoldReason {
        Keys.requireCode(name, "hold reason");
        Objects.requireNonNull(followUp, "followUp");
    }

    /** A reason that nothing follows from. */
    public HoldReason(String name, boolean needsNote) {
        this(name, needsNote, Optional.empty());
    }

    /** Returns this reason, where that happens by itself meanwhile. */
    public HoldReason followedUp(FollowUp newFollowUp) {
        return new HoldReason(name, needsNote, Optional.of(newFollowUp));
    }

    /** The usual ones. */
    public static List<HoldReason> standard() {
        return STANDARD;
    }
}
