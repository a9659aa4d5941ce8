package org.itsmkit.spi;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: one person of one tenant, whom the host has authenticated, or the kit itself acting for a cause.
 *
 * @param tenant whose data is meant
 * @param person who asks; {@link #SYSTEM} when the kit itself acts
 * @param roles the roles the person holds while asking; the engine adds those the directory knows
 * @param onBehalfOf for whom the person acts, if for somebody else
 * @param cause why; {@link Cause#COMMAND} unless the kit itself acts
 */
public record Caller(TenantId tenant, PersonId person, Set<String> roles, Optional<PersonId> onBehalfOf, Cause cause) {

    /** The person that stands for the kit itself in journals. */
    public static final PersonId SYSTEM = PersonId.of("system");

    public Caller {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(person, "person");
        roles = Set.copyOf(roles);
        roles.forEach(role -> Keys.requireCode(role, "role"));
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(cause, "cause");
        if (person.equals(SYSTEM) == cause.equals(Cause.COMMAND)) {
            throw new IllegalArgumentException(
                    "the system, and only the system, acts for a cause other than a command");
        }
    }

    /** A person of a tenant, with roles that the host knows already. */
    public static Caller of(TenantId tenant, PersonId person, String... roles) {
        return new Caller(tenant, person, Set.of(roles), Optional.empty(), Cause.COMMAND);
    }

    /** The kit itself: timers, reactions, migrations. */
    public static Caller system(TenantId tenant, Cause cause) {
        return new Caller(tenant, SYSTEM, Set.of(), Optional.empty(), cause);
    }

    /** Whether the kit itself acts. */
    public boolean isSystem() {
        return person.equals(SYSTEM);
    }

    /** Returns this caller acting for somebody else. */
    public Caller actingFor(PersonId other) {
        return new Caller(tenant, person, roles, Optional.of(other), cause);
    }

    /** Returns this caller with further roles. */
    public Caller withRoles(Set<String> further) {
        if (roles.containsAll(further)) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(roles);
        all.addAll(further);
        return new Caller(tenant, person, all, onBehalfOf, cause);
    }
}
