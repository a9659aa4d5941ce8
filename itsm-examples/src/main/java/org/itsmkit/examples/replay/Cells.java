package org.itsmkit.examples.replay;

/** How cells are read that are no mere texts. Each throws an {@link IllegalArgumentException} that says what it wanted. */
final class Cells {

    private Cells() {}

    /** A number of things, from 0. */
    static long count(String text) {
        if (text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("no count");
        }
        return Long.parseLong(text);
    }

    /** {@code true} or {@code false}. */
    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** A rank and a name such as {@code 2 - Medium}; the name in small letters. */
    static String ranked(String text, String... names) {
        for (int i = 0; i < names.length; i++) {
            if (text.equalsIgnoreCase((i + 1) + " - " + names[i])) {
                return names[i];
            }
        }
        throw new IllegalArgumentException("none of 1 to " + names.length + ", " + String.join(", ", names));
    }

    /** What is wrong with a cell, for people. */
    static String problem(Column column, String text, IllegalArgumentException reason) {
        return column.header() + " is '" + LogReader.shortened(text) + "': " + reason.getMessage();
    }
}
