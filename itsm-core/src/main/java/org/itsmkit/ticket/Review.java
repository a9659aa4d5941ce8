package org.itsmkit.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.itsmkit.spi.PersonId;

/**
 * What people found when they looked back on something that is made or mended.
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

    /** What is wrong with what somebody wants to write down. */
    public static List<Violation> check(String wentWell, String wentBadly, List<String> lessons) {
        Inputs inputs = Inputs.check()
                .optionalText("wentWell", wentWell, TicketCommand.NOTE_LENGTH)
                .optionalText("wentBadly", wentBadly, TicketCommand.NOTE_LENGTH)
                .require(
                        Inputs.saysSomething(wentWell) || Inputs.saysSomething(wentBadly),
                        "review.says-nothing",
                        "wentWell",
                        "A review says what went well, or badly.")
                .require(
                        lessons.size() <= MOST_LESSONS,
                        "list.too-long",
                        "lessons",
                        "There are more than " + MOST_LESSONS + " lessons.");
        lessons.stream()
                .limit(MOST_LESSONS)
                .forEach(lesson -> inputs.text("lessons", lesson, TicketCommand.NOTE_LENGTH));
        return inputs.violations();
    }
}
