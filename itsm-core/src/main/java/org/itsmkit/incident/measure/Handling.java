package org.itsmkit.incident.measure;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.incident.Incident;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.Stretch;

/**
 * Through whose hands a resolved incident went, until it was last resolved.
 *
 * <p>It was resolved <em>at first contact</em> if whoever had it first brought it to its end in one go: it never went from one group or
 * person to another, was taken to no other group, did not wait, and has not come back. One that nobody was ever given, and that was
 * resolved all the same, as on the telephone, was. That a manager was told does not matter.
 *
 * <p>It was resolved <em>in the first level</em> if no other group than the first one ever had it; whichever persons of that group did,
 * however long it waited, and whether or not it came back to them. A group that had it for no time at all does not count.
 *
 * @param groups who had it, in the order in which they first did
 * @param people likewise
 * @param waits how often it waited
 * @param reassignments how often it went from one group or person to another
 * @param reopenings how often it came back
 * @param wasEscalated whether it was taken to another group
 * @param tier the number of the tier in which it was resolved, if that was in one
 */
public record Handling(
        List<GroupId> groups,
        List<PersonId> people,
        int waits,
        int reassignments,
        int reopenings,
        boolean wasEscalated,
        Optional<Integer> tier) {

    public Handling {
        groups = List.copyOf(groups);
        people = List.copyOf(people);
    }

    /** Returns how {@code incident} was handled; empty if it is not resolved, or was given up. */
    public static Optional<Handling> of(Incident incident) {
        Phase phase = incident.ticket().phase();
        return phase == Phase.RESOLVED || phase == Phase.CLOSED
                ? incident.ticket().resolvedAt().map(at -> until(at, incident))
                : Optional.empty();
    }

    private static Handling until(Instant resolved, Incident incident) {
        Set<GroupId> groups = new LinkedHashSet<>();
        Set<PersonId> people = new LinkedHashSet<>();
        int waits = 0;
        boolean waited = false;
        for (Stretch stretch : incident.ticket().timeline()) {
            // What it is resolved with belongs to it: it may have been given to somebody at that very instant.
            if (!stretch.from().isAfter(resolved)) {
                stretch.group().ifPresent(groups::add);
                stretch.assignee().ifPresent(people::add);
                boolean isWaiting = stretch.status().phase() == Phase.WAITING;
                waits += isWaiting && !waited ? 1 : 0;
                waited = isWaiting;
            }
        }
        return new Handling(
                List.copyOf(groups),
                List.copyOf(people),
                waits,
                incident.ticket().reassignments(),
                incident.reopenings(),
                incident.ticket().escalations().stream().anyMatch(e -> e.group().isPresent()),
                incident.resolvedInTier());
    }

    /** Whether it was resolved at first contact, as above. */
    public boolean isFirstContact() {
        return groups.size() <= 1
                && people.size() <= 1
                && waits == 0
                && reassignments == 0
                && reopenings == 0
                && !wasEscalated;
    }

    /** Whether it was resolved in the first level, as above. */
    public boolean isFirstLevel() {
        return groups.size() <= 1;
    }
}
