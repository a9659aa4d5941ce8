package org.itsmkit.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.kernel.FollowUp;
import org.itsmkit.spi.Micros;

/**
 * What a ticket waits for.
 *
 * @param reason the name of a hold reason of the tenant
 * @param note what exactly, if anybody said
 * @param until when it goes on by itself, if anybody said; truncated to microseconds
 * @param since when the wait began; empty before it has, and where it began before that was kept
 * @param reminders when the requester was reminded, oldest first; at most {@link FollowUp.Reminders#MOST}
 */
public record Hold(
        String reason,
        Optional<String> note,
        Optional<Instant> until,
        Optional<Instant> since,
        List<Instant> reminders) {

    public Hold {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(note, "note");
        until = until.map(Micros::truncate);
        since = since.map(Micros::truncate);
        reminders = List.copyOf(reminders);
        if (reminders.size() > FollowUp.Reminders.MOST) {
            throw new IllegalArgumentException(
                    "a wait has at most " + FollowUp.Reminders.MOST + " reminders, not " + reminders.size());
        }
    }

    /** What a ticket is about to wait for. */
    public Hold(String reason, Optional<String> note) {
        this(reason, note, Optional.empty());
    }

    /** What a ticket is about to wait for, until then at most. */
    public Hold(String reason, Optional<String> note, Optional<Instant> until) {
        this(reason, note, until, Optional.empty(), List.of());
    }

    /** Whether this says the same as {@code other}, whenever it began. */
    boolean isLike(Hold other) {
        return reason.equals(other.reason) && note.equals(other.note) && until.equals(other.until);
    }

    Hold begunAt(Instant at) {
        return since.isPresent() ? this : new Hold(reason, note, until, Optional.of(at), reminders);
    }

    Hold remindedAt(Instant at) {
        List<Instant> more = new ArrayList<>(reminders);
        more.add(at);
        return new Hold(reason, note, until, since, more);
    }
}
