package org.itsmkit.kernel;

import java.util.List;
import java.util.Objects;
import org.itsmkit.spi.Keys;

/**
 * What an organisation says about whatever is done, in whichever room. It is asked about each command that would change something, those of
 * reactions and timers included, once nothing else stands against it, and sees the record as it would be then. Pure; safe for use by many
 * threads. What it throws goes to the caller, and nothing is done.
 */
@FunctionalInterface
public interface Hook {

    /** What it objects to in {@code deed}, in its order; nothing if empty. */
    List<Objection> objectionsTo(Deed deed);

    /**
     * What it objects to in {@code deed} whatever comes of it, so that the action need not be offered; of which the record after is the
     * record before. Unless it says otherwise it cannot tell.
     */
    default List<Objection> objectionsForeseenTo(Deed deed) {
        return List.of();
    }

    /** What comes of an objection. */
    enum Effect {
        /** It is not done. */
        DENY,
        /** It is done, and those who audit are told. */
        WARN
    }

    /**
     * One thing that is objected to.
     *
     * @param policy by the policy of which name; by {@link Keys#requireCode}, as is {@link #code}
     * @param effect what comes of it
     * @param sentence what is wrong, in words
     */
    record Objection(String policy, Effect effect, String sentence) {
        public Objection {
            Keys.requireCode(codeOf(policy), "policy");
            Objects.requireNonNull(effect, "effect");
            Objects.requireNonNull(sentence, "sentence");
        }

        /** The code under which it stands in rejections and before those who audit. */
        public String code() {
            return codeOf(policy);
        }

        /** Whether it stands in the way. */
        public boolean denies() {
            return effect == Effect.DENY;
        }
    }

    /** The code of objections by the policy of that name: {@code policy:} and the name. */
    static String codeOf(String policy) {
        return "policy:" + policy;
    }
}
