package org.itsmkit.testkit.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which texts are tried with which component of which command: each with each, or a few with each, going round so that all of them have
 * their turn with some component.
 */
final class Rotation {

    private final List<String> texts;
    private final int stride;
    private final Set<String> untried;
    private int components;

    /** At least so many of {@code texts}, or all if there are fewer, with each component. */
    Rotation(List<String> texts, int atLeast) {
        if (atLeast < 1) {
            throw new IllegalArgumentException("atLeast must be 1 or more: " + atLeast);
        }
        this.texts = texts;
        this.stride = Math.max(1, texts.size() / atLeast);
        this.untried = new LinkedHashSet<>(texts);
    }

    /** The command with each text that has its turn in the place of each of its components that takes one, text by text. */
    List<Supplier<Object>> variants(Object command) {
        List<Supplier<Object>> variants = new ArrayList<>();
        int places = 0;
        for (int turn = 0; turn < texts.size(); turn++) {
            List<Supplier<Object>> all = Variants.of(command, texts.get(turn));
            places = all.size();
            for (int place = 0; place < places; place++) {
                if ((components + place) % stride == turn % stride) {
                    variants.add(all.get(place));
                    untried.remove(texts.get(turn));
                }
            }
        }
        components += places;
        return variants;
    }

    /** What had no turn. */
    Set<String> untried() {
        return Set.copyOf(untried);
    }

    /** The share of all pairs of texts and components that is tried: one in so many. */
    int stride() {
        return stride;
    }
}
