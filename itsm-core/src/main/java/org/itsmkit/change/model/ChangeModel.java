package org.itsmkit.change.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * How changes of one sort are made, as it was approved. Those of type {@link ChangeType#STANDARD} are the catalogue of standard changes:
 * whoever approves such a model has said yes to all changes by it, and none of them is asked for again.
 *
 * @param number what people quote, such as CHM0000042
 * @param title in one line
 * @param description for which changes it is; may be empty
 * @param owner who sees to it
 * @param status where it stands
 * @param procedure what was approved last, and holds; empty if nothing was
 * @param version how often a procedure of it was approved; 0 if none ever was
 * @param proposers who proposed what holds, and for whom; empty while nothing holds
 * @param proposed what is to be approved next
 * @param failuresAllowed how many changes by it may fail before it is suspended, 1 to {@value #MOST_FAILURES}; any number if empty
 * @param failures how many have failed or were backed out since it was last approved or reinstated
 * @param uses how many changes were made by it in all
 * @param lastUses the changes made by it, the latest {@value #MOST_TOLD}, each once
 * @param lastFailures those that failed or were backed out, the latest {@value #MOST_TOLD}, each once
 * @param createdAt when it was proposed
 * @param updatedAt when it last changed
 */
@KitStyle
@Value.Builder
public record ChangeModel(
        String number,
        String title,
        String description,
        PersonId owner,
        Status status,
        Optional<ChangeProcedure> procedure,
        int version,
        Set<PersonId> proposers,
        Optional<ProposedProcedure> proposed,
        Optional<Integer> failuresAllowed,
        int failures,
        int uses,
        List<RecordRef> lastUses,
        List<RecordRef> lastFailures,
        Instant createdAt,
        Instant updatedAt)
        implements WithChangeModel {

    /** How many changes are kept by name, for none to be counted twice; the journal has all. */
    public static final int MOST_TOLD = 20;

    /** The most failures that may be allowed, if not any number is. */
    public static final int MOST_FAILURES = 1_000;

    public ChangeModel {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(procedure, "procedure");
        proposers = Set.copyOf(proposers);
        lastUses = List.copyOf(lastUses);
        lastFailures = List.copyOf(lastFailures);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether changes may be made by it: it was approved, and is neither suspended nor retired. */
    public boolean isInUse() {
        return status.phase() == Phase.ACTIVE && procedure.isPresent();
    }

    /** Whether changes by it need no approval of their own: it is in use, and of standard changes. */
    public boolean isPreAuthorised() {
        return isInUse()
                && procedure.map(holds -> holds.type() == ChangeType.STANDARD).orElse(false);
    }

    /** Whether it holds for a while no more: no change is authorised by it, and none that was is begun. */
    public boolean isSuspended() {
        return status.phase() == Phase.WAITING;
    }

    /** By which way its changes go: as it holds, or else as it is proposed. */
    public Optional<ChangeType> type() {
        return procedure.or(() -> proposed.map(ProposedProcedure::procedure)).map(ChangeProcedure::type);
    }

    /** Whether as many changes by it have failed as may. */
    public boolean hasFailedTooOften() {
        return failuresAllowed.map(allowed -> failures >= allowed).orElse(false);
    }

    /** Whether that was told before, as far as its latest changes say. What has failed once is not counted anew however it is told. */
    boolean wasTold(RecordRef change, ChangeOutcome outcome) {
        return lastFailures.contains(change) || (outcome.isSuccess() && lastUses.contains(change));
    }

    ChangeModel moved(Status to, Occurrence when) {
        return withStatus(to).touched(when);
    }

    /** What happened earlier in the world, and is told later, makes it no older. */
    ChangeModel touched(Occurrence when) {
        return when.occurredAt().isAfter(updatedAt) ? withUpdatedAt(when.occurredAt()) : this;
    }

    /** With what was proposed as what holds. */
    ChangeModel holding(ProposedProcedure approved, int newVersion) {
        return withProcedure(approved.procedure())
                .withFailuresAllowed(approved.failuresAllowed())
                .withProposers(approved.proposers())
                .withProposed(Optional.empty())
                .withVersion(newVersion)
                .withFailures(0);
    }

    /** With one more change; what succeeded first, and is found to have failed, is one more failure alone. */
    ChangeModel used(RecordRef change, ChangeOutcome outcome) {
        ChangeModel told = lastUses.contains(change) ? this : withUses(uses + 1).withLastUses(latest(lastUses, change));
        return outcome.isSuccess()
                ? told
                : told.withFailures(failures + 1).withLastFailures(latest(lastFailures, change));
    }

    private static List<RecordRef> latest(List<RecordRef> before, RecordRef next) {
        List<RecordRef> all = new ArrayList<>(before);
        all.add(next);
        return all.subList(Math.max(0, all.size() - MOST_TOLD), all.size());
    }

    public static final class Builder extends ChangeModelBuilder {
        Builder() {
            version(0);
            failures(0);
            uses(0);
        }
    }
}
