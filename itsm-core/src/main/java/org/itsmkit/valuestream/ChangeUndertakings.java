package org.itsmkit.valuestream;

import java.util.Collection;
import java.util.Objects;
import org.itsmkit.change.Change;
import org.itsmkit.change.Slot;
import org.itsmkit.governance.principle.UndertakenStep;
import org.itsmkit.governance.principle.Undertaking;
import org.itsmkit.ticket.TicketTask;

/**
 * Changes as something that is undertaken, for the guiding principles to be asked about. A change says little of what these ask: not what
 * was measured before, whose outcome it serves, whom it concerns, nor which dimensions were considered. All that stays unknown until a
 * host adds what it knows: {@code Undertaking.with…}.
 */
public final class ChangeUndertakings {

    private ChangeUndertakings() {}

    /**
     * What a change says of itself, and those that are made with it.
     *
     * <ul>
     *   <li>its tasks are the steps; a task has an owner if a group or a person has it
     *   <li>a batch is it and all that are planned for the very same time; alone if nothing is planned
     *   <li>it rests on as many records as it points at
     * </ul>
     *
     * @param others any changes, it itself among them or not
     * @param usuallyTogether how many are usually made at once, 1 or more
     */
    public static Undertaking of(Change change, Collection<Change> others, int usuallyTogether) {
        Objects.requireNonNull(others, "others");
        Undertaking.Builder undertaking = Undertaking.of(change.ticket().title())
                .batchSize(together(change, others))
                .typicalBatchSize(usuallyTogether)
                .recordsBehind(change.ticket().links().size());
        change.ticket().worksheetOrBlank().tasks().forEach(task -> undertaking.addSteps(step(task)));
        return undertaking.build();
    }

    private static int together(Change change, Collection<Change> others) {
        long more = change.slot().isEmpty()
                ? 0
                : others.stream()
                        .filter(other ->
                                !other.ticket().number().equals(change.ticket().number()))
                        .filter(other -> other.slot()
                                .map(Slot::window)
                                .equals(change.slot().map(Slot::window)))
                        .count();
        return Math.toIntExact(1 + more);
    }

    private static UndertakenStep step(TicketTask task) {
        return UndertakenStep.of(task.title())
                .hasOwner(task.group().isPresent() || task.assignee().isPresent())
                .build();
    }
}
