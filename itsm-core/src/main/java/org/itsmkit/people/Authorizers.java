package org.itsmkit.people;

import org.itsmkit.spi.Caller;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;

/** Authorizers that are shipped. */
public final class Authorizers {

    private Authorizers() {}

    /** Allows everybody everything. For tests, and for hosts that have decided before they call. */
    public static Authorizer allowAll() {
        return AllowAll.INSTANCE;
    }

    /** Begins an authorizer by roles; a role that is not described may nothing. */
    public static RoleAuthorizer.Builder byRole() {
        return new RoleAuthorizer.Builder();
    }

    private enum AllowAll implements Authorizer {
        INSTANCE;

        @Override
        public Decision decide(Caller caller, Permission permission, Subject subject) {
            return Decision.allow("everything is allowed here");
        }

        @Override
        public Condition visible(Caller caller, String kind) {
            return Condition.all();
        }
    }
}
