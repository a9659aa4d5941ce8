package org.itsmkit.testkit.conformance;

import java.util.Objects;

/** What a help desk says to what was asked of it. Immutable. */
public sealed interface Reply {

    /**
     * It was done.
     *
     * @param ticket what the help desk calls the ticket
     */
    record Done(String ticket) implements Reply {
        public Done {
            Objects.requireNonNull(ticket, "ticket");
        }

        @Override
        public String toString() {
            return "done";
        }
    }

    /**
     * It may not be, and nothing has changed.
     *
     * @param reason for people; not compared
     */
    record Refused(String reason) implements Reply {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "refused (" + reason + ")";
        }
    }

    /** The help desk has nothing of the sort: what is said once of an action is taken to hold of it always, and it is left out. */
    record Unsupported() implements Reply {
        @Override
        public String toString() {
            return "unsupported";
        }
    }

    /** It was done to {@code ticket}. */
    static Reply done(String ticket) {
        return new Done(ticket);
    }

    /** It may not be. */
    static Reply refused(String reason) {
        return new Refused(reason);
    }

    /** There is nothing of the sort. */
    static Reply unsupported() {
        return new Unsupported();
    }
}
