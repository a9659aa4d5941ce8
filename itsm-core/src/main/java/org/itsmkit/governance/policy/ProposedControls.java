package org.itsmkit.governance.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.itsmkit.kernel.Occurrence;
import org.itsmkit.spi.PersonId;

/**
 * What a policy is to object to, once somebody else has enacted it.
 *
 * @param controls to what, in this order
 * @param authors who wrote it, and for whom, if for somebody else
 */
public record ProposedControls(List<Control> controls, Set<PersonId> authors) {

    public ProposedControls {
        controls = List.copyOf(controls);
        authors = Set.copyOf(authors);
    }

    /** What somebody wrote then. */
    static ProposedControls of(List<Control> controls, Occurrence when) {
        Set<PersonId> authors = new HashSet<>(Set.of(when.by()));
        when.onBehalfOf().ifPresent(authors::add);
        return new ProposedControls(controls, authors);
    }
}
