package org.itsmkit.change.schedule;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lines as in RFC 5545, section 3.1: folded where they are too long, and texts escaped as in section 3.3.11. */
final class ContentLines {

    private static final int MOST_OCTETS = 75;

    private final StringBuilder lines = new StringBuilder();

    /** A line with a value that needs no escaping. */
    void add(String name, String value) {
        int octets = 0;
        String line = name + ":" + value;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int size = octets(character);
            if (octets + size > MOST_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
    }

    void addText(String name, String text) {
        add(name, escaped(text));
    }

    /** A line with several texts. */
    void addTexts(String name, Collection<String> texts) {
        add(name, texts.stream().map(ContentLines::escaped).collect(Collectors.joining(",")));
    }

    /** In UTF-8. */
    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    /** All ways to break a line are one; other control characters than tabs, which may not be there, become blanks. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        String broken = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < broken.length(); i++) {
            char c = broken.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\\', ',', ';' -> escaped.append('\\').append(c);
                case '\t' -> escaped.append(c);
                default -> escaped.append(c < 0x20 || c == 0x7F ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
