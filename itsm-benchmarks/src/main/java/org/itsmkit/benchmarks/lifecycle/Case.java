package org.itsmkit.benchmarks.lifecycle;

import java.time.Instant;

/**
 * A record as a host might have it, the same for all who are compared.
 *
 * @param <S> what says where it stands
 * @param number what it is called
 * @param title what it is about
 * @param stage where it stands
 * @param assignee who has it
 * @param openedAt when it was opened
 * @param changedAt when it was changed last
 * @param version how often it was changed
 */
record Case<S>(
        String number, String title, S stage, String assignee, Instant openedAt, Instant changedAt, long version) {

    static <S> Case<S> opened(S stage, Instant at) {
        return new Case<>("C0000042", "Mail is down", stage, "anna", at, at, 0);
    }

    Case<S> in(S next, Instant at) {
        return new Case<>(number, title, next, assignee, openedAt, at, version + 1);
    }
}
