package org.itsmkit.practice.capability;

import org.itsmkit.kernel.Dimension;

/** What each level asks of anything, from each of the four dimensions. */
final class Staircase {

    private Staircase() {}

    /** What {@code level} asks from {@code dimension}: the end of a sentence. */
    static String sentence(int level, Dimension dimension) {
        return switch (dimension) {
            case ORGANISATIONS_AND_PEOPLE -> people(level);
            case INFORMATION_AND_TECHNOLOGY -> technology(level);
            case PARTNERS_AND_SUPPLIERS -> partners(level);
            case VALUE_STREAMS_AND_PROCESSES -> streams(level);
        };
    }

    private static String people(int level) {
        return switch (level) {
            case 1 -> "somebody does it, if only because they know how.";
            case 2 -> "it is said who does it, and they have time for it.";
            case 3 -> "roles and skills are described, and people are trained for them.";
            case 4 -> "those who do it see its figures, and decide by them.";
            case 5 -> "those who do it change it themselves, and what they learn reaches others.";
            default -> throw unknown(level);
        };
    }

    private static String technology(int level) {
        return switch (level) {
            case 1 -> "what one needs to know for it can be found, if by asking around.";
            case 2 -> "what is done is written down where others find it, with tools that are meant for it.";
            case 3 -> "records are of one form, and go from its tools to those of others without being typed again.";
            case 4 -> "its figures come from records, and not from lists that somebody keeps by hand.";
            case 5 -> "what was done by hand again and again is left to machines where that pays.";
            default -> throw unknown(level);
        };
    }

    private static String partners(int level) {
        return switch (level) {
            case 1 -> "where somebody outside is needed, they are asked.";
            case 2 -> "it is said which partners and suppliers contribute what.";
            case 3 -> "agreements say what they contribute, and carry what is promised to customers.";
            case 4 -> "what they contribute is measured, and they are shown the figures.";
            case 5 -> "it is made better together with them.";
            default -> throw unknown(level);
        };
    }

    private static String streams(int level) {
        return switch (level) {
            case 1 -> "what comes in is dealt with, each case in its own way.";
            case 2 -> "usual cases are dealt with in the same steps each time.";
            case 3 -> "its steps are described, those to and from others among them, and are the same everywhere.";
            case 4 -> "there are targets for its figures, and somebody acts when one is missed.";
            case 5 -> "whenever its steps are changed, it was measured before, and is afterwards.";
            default -> throw unknown(level);
        };
    }

    private static IllegalArgumentException unknown(int level) {
        return new IllegalArgumentException("a level is 1 to " + Criterion.HIGHEST_LEVEL + ", not " + level);
    }
}
