package org.itsmkit.problem.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes texts of people so that neither Mermaid nor Markdown takes any part of them for its own: letters, digits and a few harmless signs
 * stay, every other character is written as its number. That also keeps
 * directives and comments of Mermaid ({@code %%}) out.
 */
final class Plain {

    private static final String HARMLESS = ".,/=?-";

    private Plain() {}

    /** For a label of a Mermaid diagram. */
    static String mermaid(String text) {
        return written(text, "#");
    }

    /** For a cell of a Markdown table. */
    static String markdown(String text) {
        return written(text, "&#");
    }

    /** A line of a Markdown table. */
    static String row(String... cells) {
        return Arrays.stream(cells).map(Plain::markdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A Markdown table. */
    static String table(List<String> heads, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(row(heads.toArray(String[]::new)));
        text.append("|").append("---|".repeat(heads.size())).append("\n");
        rows.forEach(cells -> text.append(row(cells.toArray(String[]::new))));
        return text.toString();
    }

    private static String written(String text, String before) {
        StringBuilder out = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else if (Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.CONTROL) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (Character.getType(c) != Character.FORMAT) {
                out.append(before).append(c).append(';');
            }
        });
        return out.toString();
    }
}
