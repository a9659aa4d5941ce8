package org.itsmkit.service.portfolio;

import java.util.Objects;

/**
 * What a service means to one of the four dimensions.
 *
 * @param touched whether it touches that dimension at all
 * @param note what it means to it, or why it does not touch it
 */
public record DimensionNote(boolean touched, String note) {

    public DimensionNote {
        Objects.requireNonNull(note, "note");
    }

    /** It means that to it. */
    public static DimensionNote addressed(String note) {
        return new DimensionNote(true, note);
    }

    /** It does not touch it, for that reason. */
    public static DimensionNote notTouched(String reason) {
        return new DimensionNote(false, reason);
    }
}
