package org.itsmkit.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.StandardFields;

/**
 * Allows what one of the caller's roles allows. A role says which permissions it gives and whether they reach every record, or those
 * alone that the caller requested. Immutable; safe for use by many threads.
 */
public final class RoleAuthorizer implements Authorizer {

    private static final String ANY = "*";

    private final Map<String, Role> roles;

    private RoleAuthorizer(Map<String, Role> roles) {
        this.roles = Map.copyOf(roles);
    }

    private record Role(Set<String> everywhere, Set<String> onOwn) {

        boolean gives(Set<String> granted, String kind, String action) {
            return granted.contains(kind + ":" + action)
                    || granted.contains(kind + ":" + ANY)
                    || granted.contains(ANY + ":" + action)
                    || granted.contains(ANY + ":" + ANY);
        }
    }

    @Override
    public Decision decide(Caller caller, Permission permission, Subject subject) {
        boolean own = subject.id().isPresent()
                ? isOwn(caller, subject)
                : permission.action().equals(Permission.READ) || isForOneself(caller, subject);
        for (String name : caller.roles()) {
            Role role = roles.get(name);
            if (role != null
                    && (role.gives(role.everywhere, permission.kind(), permission.action())
                            || own && role.gives(role.onOwn, permission.kind(), permission.action()))) {
                return Decision.allow("role " + name);
            }
        }
        return Decision.deny("none of the roles " + caller.roles() + " gives " + permission);
    }

    private static boolean isOwn(Caller caller, Subject subject) {
        List<FieldValue> requesters = subject.values(StandardFields.REQUESTER);
        return requesters.contains(FieldValue.text(caller.person().value()));
    }

    /** Whether a record that is about to be made will be the caller's own: nobody else is named, nor acted for. */
    private static boolean isForOneself(Caller caller, Subject subject) {
        FieldValue oneself = FieldValue.text(caller.person().value());
        return caller.onBehalfOf().map(caller.person()::equals).orElse(true)
                && subject.values(StandardFields.REQUESTER).stream().allMatch(oneself::equals);
    }

    @Override
    public Condition visible(Caller caller, String kind) {
        List<Condition> ways = new ArrayList<>();
        for (String name : caller.roles()) {
            Role role = roles.get(name);
            if (role != null && role.gives(role.everywhere, kind, Permission.READ)) {
                return Condition.all();
            }
            if (role != null && role.gives(role.onOwn, kind, Permission.READ)) {
                ways.add(Condition.eq(
                        StandardFields.REQUESTER,
                        FieldValue.text(caller.person().value())));
            }
        }
        return ways.isEmpty() ? Condition.none() : ways.get(0);
    }

    /** Describes roles. Not safe for use by many threads. */
    public static final class Builder {

        private final Map<String, Set<String>> everywhere = new HashMap<>();
        private final Map<String, Set<String>> onOwn = new HashMap<>();

        Builder() {}

        /**
         * Lets a role do these actions on every record of a kind.
         *
         * @param role by {@link Keys#requireCode}
         * @param kind the kind's name, or {@code *} for all
         * @param actions the actions' names, or {@code *} for all
         */
        public Builder may(String role, String kind, String... actions) {
            return grant(everywhere, role, kind, actions);
        }

        /**
         * Lets a role do these actions on records that the caller requested, and make records that are the caller's own: neither in
         * another's name nor on behalf of one. Otherwise as {@link #may}.
         */
        public Builder mayOnOwn(String role, String kind, String... actions) {
            return grant(onOwn, role, kind, actions);
        }

        private Builder grant(Map<String, Set<String>> grants, String role, String kind, String... actions) {
            Keys.requireCode(role, "role");
            Set<String> granted = grants.computeIfAbsent(role, name -> new HashSet<>());
            for (String action : actions) {
                granted.add(requirePattern(kind, "kind") + ":" + requirePattern(action, "action"));
            }
            return this;
        }

        private static String requirePattern(String pattern, String what) {
            return pattern.equals(ANY) ? pattern : Keys.requireCode(pattern, what);
        }

        /** Returns the authorizer. */
        public Authorizer build() {
            Map<String, Role> roles = new HashMap<>();
            Set<String> names = new HashSet<>(everywhere.keySet());
            names.addAll(onOwn.keySet());
            for (String name : names) {
                roles.put(
                        name,
                        new Role(
                                Set.copyOf(everywhere.getOrDefault(name, Set.of())),
                                Set.copyOf(onOwn.getOrDefault(name, Set.of()))));
            }
            return new RoleAuthorizer(roles);
        }
    }
}
