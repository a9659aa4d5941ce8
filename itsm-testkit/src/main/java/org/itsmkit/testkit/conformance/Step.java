package org.itsmkit.testkit.conformance;

import java.util.function.BiFunction;

/**
 * One thing that somebody does to a ticket.
 *
 * @param action what it is called in {@link HelpDesk}
 * @param ticket a label of the ticket, in place of the names that help desks give
 * @param text how it is told to people
 */
record Step(String action, String ticket, String text, BiFunction<HelpDesk, String, Reply> deed) {

    static final String LOG = "log";

    boolean isLog() {
        return action.equals(LOG);
    }

    @Override
    public String toString() {
        return text;
    }
}
