package org.itsmkit.spi;

import java.util.Comparator;
import java.util.Objects;

/**
 * Points at a record of any kind, within one tenant. Ordered by kind, then id: the order in which stores lock.
 *
 * @param kind the stable name of the kind, by {@link Keys#requireCode}
 * @param id which one
 */
public record RecordRef(String kind, RecordId id) implements Comparable<RecordRef> {

    private static final Comparator<RecordRef> ORDER =
            Comparator.comparing(RecordRef::kind).thenComparing(RecordRef::id);

    public RecordRef {
        Keys.requireCode(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** Returns a pointer to the record {@code id} of {@code kind}. */
    public static RecordRef of(String kind, RecordId id) {
        return new RecordRef(kind, id);
    }

    /**
     * Reads what {@link #toString} wrote: {@code kind/id}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static RecordRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a record reference is kind/id");
        }
        return new RecordRef(text.substring(0, slash), RecordId.of(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(RecordRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
