package org.itsmkit.change.model;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.PersonId;

/**
 * How changes are to go by a model, once somebody else has said yes.
 *
 * @param procedure how each goes
 * @param failuresAllowed how many may fail before the model is suspended, 1 to {@value ChangeModel#MOST_FAILURES}; any number if empty
 * @param proposers who proposed it, and for whom, if for somebody else
 */
public record ProposedProcedure(ChangeProcedure procedure, Optional<Integer> failuresAllowed, Set<PersonId> proposers) {

    public ProposedProcedure {
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(failuresAllowed, "failuresAllowed");
        proposers = Set.copyOf(proposers);
    }

    /** What somebody proposed then. */
    static ProposedProcedure of(ChangeProcedure procedure, Optional<Integer> failuresAllowed, Occurrence when) {
        Set<PersonId> proposers = new HashSet<>(Set.of(when.by()));
        when.onBehalfOf().ifPresent(proposers::add);
        return new ProposedProcedure(procedure, failuresAllowed, proposers);
    }

    /** Whether it says the same, whoever proposed it. */
    boolean says(ChangeProcedure otherProcedure, Optional<Integer> otherFailuresAllowed) {
        return procedure.equals(otherProcedure) && failuresAllowed.equals(otherFailuresAllowed);
    }
}
