package org.itsmkit.approval;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.spi.PersonId;

/**
 * The people of an authority, as settled when an approval was asked for.
 *
 * @param authority by its name
 * @param eligible whose approval counts, in the order of their ids; may be empty
 * @param veto whose rejection is enough, in that order; may be empty
 */
public record Electorate(String authority, Set<PersonId> eligible, Set<PersonId> veto) {

    public Electorate {
        eligible = inOrder(eligible);
        veto = inOrder(veto);
    }

    static Electorate of(Authority authority, Roll roll, Set<PersonId> excluded) {
        Set<PersonId> eligible = new LinkedHashSet<>(roll.people(authority.voters()));
        Set<PersonId> veto = new LinkedHashSet<>();
        authority.veto().ifPresent(voters -> veto.addAll(roll.people(voters)));
        if (authority.quorum() instanceof Quorum.NoObjection) {
            veto.addAll(eligible);
        }
        eligible.removeAll(excluded);
        veto.removeAll(excluded);
        return new Electorate(authority.name(), eligible, veto);
    }

    /** All who have a vote. */
    public Set<PersonId> seats() {
        Set<PersonId> seats = new LinkedHashSet<>(eligible);
        seats.addAll(veto);
        return inOrder(seats);
    }

    static Set<PersonId> inOrder(Collection<PersonId> people) {
        Set<PersonId> ordered = new TreeSet<>(Comparator.comparing(PersonId::value));
        ordered.addAll(people);
        return Collections.unmodifiableSet(ordered);
    }
}
