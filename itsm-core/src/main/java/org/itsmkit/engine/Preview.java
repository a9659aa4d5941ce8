package org.itsmkit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.RecordRef;

/**
 * What a command would do, as far as it is about records that the caller may know of. Nothing was stored, no number was used, and nobody
 * was told.
 *
 * @param changes to each record, the command's own first, then those of reactions
 * @param deadlines those that would move, by record and name
 * @param announcements who would be told what
 * @param refusedReactions reactions that would be refused, without harm to the command
 * @param deferred how many reactions would go on in batches after the commit, because they reach more records than one commit holds
 */
public record Preview(
        List<Change<?>> changes,
        List<MovedDeadline> deadlines,
        List<Announcement> announcements,
        List<RefusedReaction> refusedReactions,
        int deferred) {

    public Preview {
        changes = List.copyOf(changes);
        deadlines = List.copyOf(deadlines);
        announcements = List.copyOf(announcements);
        refusedReactions = List.copyOf(refusedReactions);
    }

    /**
     * What becomes of one record.
     *
     * @param record which
     * @param before as it is; empty if it is to begin
     * @param events what would happen, in order
     * @param after as it would be
     */
    public record Change<R>(RecordRef record, Optional<R> before, List<Object> events, R after) {
        public Change {
            events = List.copyOf(events);
        }
    }

    /**
     * A deadline that would move.
     *
     * @param record of which record
     * @param name of which of its deadlines
     * @param before when it is; empty if there is none
     * @param after when it would be; empty if there would be none
     */
    public record MovedDeadline(RecordRef record, String name, Optional<Instant> before, Optional<Instant> after) {}

    /**
     * A reaction that was refused.
     *
     * @param reaction its name
     * @param record on which record
     * @param rejection why
     */
    public record RefusedReaction(String reaction, RecordRef record, Rejection rejection) {}
}
