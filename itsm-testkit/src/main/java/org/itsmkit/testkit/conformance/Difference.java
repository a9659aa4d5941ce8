package org.itsmkit.testkit.conformance;

import java.util.List;

/**
 * Something that the help desk does otherwise than the reference, and how to see it.
 *
 * @param action in which action it shows
 * @param what in which respect: {@code reply}, or the name of an {@link Aspect}
 * @param reference what the reference says
 * @param theirs what the help desk says
 * @param steps the steps that lead there, in words; the last one shows it
 */
public record Difference(String action, String what, String reference, String theirs, List<String> steps) {

    public Difference {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("In " + action + ", the " + what + " differs: " + theirs + " instead of "
                + reference + ", after " + steps.size() + (steps.size() == 1 ? " step" : " steps"));
        for (int i = 0; i < steps.size(); i++) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(i + 1)
                    .append(". ")
                    .append(steps.get(i));
        }
        return text.toString();
    }
}
