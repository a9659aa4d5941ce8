package org.itsmkit.problem;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.PersonId;

/**
 * What people found when they looked back on a problem.
 *
 * @param wentWell what went well; may be empty
 * @param wentBadly what went badly; may be empty
 * @param lessons what is to be done otherwise; at most {@value #MOST_LESSONS}
 * @param by who wrote it down
 * @param at when they did
 */
public record Review(String wentWell, String wentBadly, List<String> lessons, PersonId by, Instant at) {

    /** The most lessons. */
    public static final int MOST_LESSONS = 50;

    public Review {
        Objects.requireNonNull(wentWell, "wentWell");
        Objects.requireNonNull(wentBadly, "wentBadly");
        lessons = List.copyOf(lessons);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
