package org.itsmkit.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gathers the cells of one row that cannot be read: the rest of the row is replayed all the same. For one thread. */
final class Unreadable {

    private final List<String> reasons = new ArrayList<>();
    private final List<String> raw = new ArrayList<>();

    /** What {@code parse} makes of a cell; empty if nothing stands there, or nothing that can be read. */
    <T> Optional<T> read(LogRow row, Column column, Function<String, T> parse) {
        Optional<String> text = row.cell(column);
        try {
            return text.map(parse);
        } catch (IllegalArgumentException e) {
            reasons.add(Cells.problem(column, text.orElseThrow(), e));
            raw.add(column.header() + "=" + storable(LogReader.shortened(text.orElseThrow())));
            return Optional.empty();
        }
    }

    /** With U+FFFD in the place of each character that no store keeps: the kit refuses a text that has any. */
    private static String storable(String text) {
        return text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As {@link #read}, where the kit knows nothing like it; the text is kept elsewhere. */
    void note(String reason) {
        reasons.add(reason);
    }

    /** What is wrong, for people. */
    List<String> reasons() {
        return reasons;
    }

    /** The cells as {@code column=text}, to be kept. */
    List<String> raw() {
        return raw;
    }
}
