package org.itsmkit.kernel;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Texts;

/**
 * What happens by itself while a record waits for a reason.
 *
 * @param resumesOnReply whether it goes on, in the same commit, when the requester, or somebody on their behalf, says something to all
 * @param reminders how the requester is reminded; empty if not
 */
public record FollowUp(boolean resumesOnReply, Optional<Reminders> reminders) {

    /** It goes on when the requester says something, and nobody is reminded. */
    public static final FollowUp ON_REPLY = new FollowUp(true, Optional.empty());

    public FollowUp {
        Objects.requireNonNull(reminders, "reminders");
    }

    /** Returns this, with reminders every {@code every}, {@code times} times, and {@code then} as long again after the last one. */
    public FollowUp reminding(Duration every, int times, Ending then) {
        return new FollowUp(resumesOnReply, Optional.of(new Reminders(every, times, then)));
    }

    /**
     * Reminders, and what comes after them.
     *
     * @param every the open time from the beginning to the first, from each to the next, and from the last to the ending; at least a
     *     minute, at most 3,660 days
     * @param times how many, 0 to {@link #MOST}; with none the ending comes after {@code every}
     * @param then how the waiting ends
     */
    public record Reminders(Duration every, int times, Ending then) {

        /** The most reminders of one wait, those sent by people included. */
        public static final int MOST = 100;

        public Reminders {
            AfterResolution.requirePeriod(every, "every");
            if (every.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("reminders are at least a minute apart, not " + every);
            }
            if (times < 0 || times > MOST) {
                throw new IllegalArgumentException("reminders are 0 to " + MOST + ", not " + times);
            }
            Objects.requireNonNull(then, "then");
        }
    }

    /** How a wait ends by itself, once nobody answered the reminders. */
    public sealed interface Ending {

        /** It does not: the record waits until somebody does something. */
        record Waits() implements Ending {}

        /** The record goes on. */
        record Resumes() implements Ending {}

        /**
         * The record is resolved; one of a kind that cannot be goes on instead.
         *
         * @param code in what way, by {@link Keys#requireCode}
         * @param text what is said about it, 1 to 4,000 characters
         */
        record Resolves(String code, String text) implements Ending {
            public Resolves {
                Keys.requireCode(code, "resolution code");
                Texts.requireStorable(text, "resolution text");
                if (text.isBlank() || text.length() > 4_000) {
                    throw new IllegalArgumentException("a resolution text has 1 to 4,000 characters");
                }
            }
        }

        /** It does not. */
        static Ending waits() {
            return new Waits();
        }

        /** The record goes on. */
        static Ending resumes() {
            return new Resumes();
        }

        /** The record is resolved. */
        static Ending resolves(String code, String text) {
            return new Resolves(code, text);
        }
    }
}
