package org.itsmkit.dimension;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Dimension;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/**
 * Something of a subject, seen from one dimension: a team, a system, a contract, a procedure.
 *
 * @param dimension from which
 * @param what what it is, in a line
 * @param owner who sees to it, if anybody does
 * @param supplier who supplies it, if somebody outside does
 * @param spend what is paid for it in some time, the same for all aspects; not negative, empty if nobody knows
 * @param records the records that say more of it
 */
public record Aspect(
        Dimension dimension,
        String what,
        Optional<PersonId> owner,
        Optional<OrganisationId> supplier,
        Optional<BigDecimal> spend,
        Set<RecordRef> records) {

    public Aspect {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(supplier, "supplier");
        Objects.requireNonNull(spend, "spend");
        records = Set.copyOf(records);
        if (!Inputs.saysSomething(what)) {
            throw new IllegalArgumentException("an aspect is something");
        }
        if (spend.isPresent() && spend.get().signum() < 0) {
            throw new IllegalArgumentException("what is paid is not negative: " + spend.get() + " for " + what);
        }
    }

    /** One of which nothing more is known. */
    public static Aspect of(Dimension dimension, String what) {
        return new Aspect(dimension, what, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** Returns this with somebody who sees to it. */
    public Aspect ownedBy(PersonId person) {
        return new Aspect(dimension, what, Optional.of(person), supplier, spend, records);
    }

    /** Returns this as supplied by somebody outside. */
    public Aspect suppliedBy(OrganisationId organisation) {
        return new Aspect(dimension, what, owner, Optional.of(organisation), spend, records);
    }

    /** Returns this with what is paid for it. */
    public Aspect costing(BigDecimal amount) {
        return new Aspect(dimension, what, owner, supplier, Optional.of(amount), records);
    }

    /** Returns this with the records that say more of it. */
    public Aspect saidIn(RecordRef... refs) {
        return new Aspect(dimension, what, owner, supplier, spend, Set.of(refs));
    }
}
