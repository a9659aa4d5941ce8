package org.itsmkit.examples.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.spi.RecordId;

/**
 * One update of one incident, as far as it must be understood to be put in its place; the other cells are as they stand in the file.
 *
 * @param line where it begins in the file, from 1
 * @param id of which incident: its number in the log
 * @param modification the count of updates by which the log orders them
 * @param at when it happened, in the zone of the log
 * @param times how the log writes times
 * @param cells what is in the columns, {@code ?} for nothing
 */
record LogRow(long line, RecordId id, long modification, Instant at, LogTimes times, Map<Column, String> cells) {

    /** By the log's own count, then as they stand in the file. */
    static final Comparator<LogRow> ORDER =
            Comparator.comparingLong(LogRow::modification).thenComparingLong(LogRow::line);

    private static final String NOTHING = "?";

    LogRow {
        cells = new EnumMap<>(cells);
    }

    /** What stands in {@code column}; empty if nothing does. */
    Optional<String> cell(Column column) {
        return cell(cells, column);
    }

    static Optional<String> cell(Map<Column, String> cells, Column column) {
        return Optional.ofNullable(cells.get(column)).filter(text -> !text.isBlank() && !text.equals(NOTHING));
    }
}
