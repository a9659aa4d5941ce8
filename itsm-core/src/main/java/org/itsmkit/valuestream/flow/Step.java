package org.itsmkit.valuestream.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.Keys;

/**
 * A step of a value stream.
 *
 * @param name unique within a stream, by {@link Keys#requireName}
 * @param activity of the value chain, that goes on there
 * @param practices those that contribute, by name, each once; at most {@value #MOST_NAMES}
 * @param roles of those who work there, by name, each once; at most {@value #MOST_NAMES}
 * @param work what is work at this step, each once; at most {@value #MOST_CLAIMS}; empty of a step that nobody records
 */
public record Step(
        String name, ValueChainActivity activity, List<String> practices, List<String> roles, List<Claim> work) {

    /** The most practices, and the most roles. */
    public static final int MOST_NAMES = 20;

    /** The most that is claimed. */
    public static final int MOST_CLAIMS = 100;

    /** Throws {@link IllegalArgumentException} outside of the bounds. */
    public Step {
        Keys.requireName(name, "step");
        Objects.requireNonNull(activity, "activity");
        practices = different(practices, MOST_NAMES, "practice");
        roles = different(roles, MOST_NAMES, "role");
        work = different(work, MOST_CLAIMS, "claim");
        practices.forEach(practice -> Keys.requireName(practice, "practice"));
        roles.forEach(role -> Keys.requireName(role, "role"));
    }

    private static <T> List<T> different(List<T> all, int most, String what) {
        if (all.size() > most || new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("at most " + most + " of each " + what + ", each once, not " + all);
        }
        return List.copyOf(all);
    }

    /** A step of which no more is known. */
    public static Step of(String name, ValueChainActivity activity) {
        return new Step(name, activity, List.of(), List.of(), List.of());
    }

    /** Returns this step, to which these practices contribute too. */
    public Step practices(String... more) {
        return new Step(name, activity, and(practices, List.of(more)), roles, work);
    }

    /** Returns this step, at which people of these roles work too. */
    public Step roles(String... more) {
        return new Step(name, activity, practices, and(roles, List.of(more)), work);
    }

    /** Returns this step, at which records of {@code kind} are work too while they are in one of {@code statuses}. */
    public Step work(String kind, String... statuses) {
        List<Claim> more = new ArrayList<>();
        for (String status : statuses) {
            more.add(Claim.of(kind, status));
        }
        return new Step(name, activity, practices, roles, and(work, more));
    }

    /** Returns this step, at which what carries one of {@code labels} is work too. */
    public Step labelled(String... labels) {
        List<Claim> more = new ArrayList<>();
        for (String label : labels) {
            more.add(Claim.labelled(label));
        }
        return new Step(name, activity, practices, roles, and(work, more));
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
