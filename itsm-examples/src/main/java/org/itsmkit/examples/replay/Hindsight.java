package org.itsmkit.examples.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a replay from looking into the future. How and when an incident was resolved and closed in the end stands on each of its rows;
 * a row knows of it only if its own state says so and its own time is not before.
 */
final class Hindsight {

    private Hindsight() {}

    /** Whether what stands in {@code column} can have been known when the row was written. */
    static boolean isKnown(LogRow row, Column column) {
        return switch (column) {
            case RESOLVED_AT, RESOLVED_BY, CLOSED_CODE ->
                isClosed(row) || isResolved(row) && isPast(row, Column.RESOLVED_AT);
            case CLOSED_AT -> isClosed(row) && isPast(row, Column.CLOSED_AT);
            default -> true;
        };
    }

    private static boolean isResolved(LogRow row) {
        return row.cell(Column.INCIDENT_STATE).equals(Optional.of(LoggedState.RESOLVED.text()));
    }

    private static boolean isClosed(LogRow row) {
        return row.cell(Column.INCIDENT_STATE).equals(Optional.of(LoggedState.CLOSED.text()));
    }

    /** Whether the column holds a time that is not after the row's own; what cannot be read is told of elsewhere. */
    private static boolean isPast(LogRow row, Column column) {
        try {
            Optional<Instant> at = row.cell(column).map(row.times()::parse);
            return at.map(instant -> !instant.isAfter(row.at())).orElse(false);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
