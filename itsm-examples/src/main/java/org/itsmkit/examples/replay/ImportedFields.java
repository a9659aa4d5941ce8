package org.itsmkit.examples.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.record.FieldType;

/**
 * The custom fields that keep what the kit's own tickets have no place for: most columns under their own names, and what the log says
 * otherwise than the kit.
 */
final class ImportedFields {

    /** By what the log orders the rows of an incident: changed by every row, it is the mark of a row in the journal. */
    static final String MODIFICATION = Column.SYS_MOD_COUNT.header();

    /** The how many-eth row it is with the same {@link #MODIFICATION}, from 1, where there was one before. */
    static final String REPEATED = "logged-again";

    /** The state as the log has it, where the kit has no such state. */
    static final String STATE = "logged-state";

    /** The priority as the log has it, where impact and urgency give another. */
    static final String PRIORITY = "logged-priority";

    /** When the row says it happened, where an earlier row says it happened later. */
    static final String UPDATED_AT = Column.SYS_UPDATED_AT.header();

    /** Cells that could not be read, as {@code column=text}. */
    static final String UNREADABLE = "unreadable";

    /** The columns that are kept as custom fields, and how. */
    private static final Map<Column, FieldType> COLUMNS = new EnumMap<>(Column.class);

    static {
        put(
                FieldType.TEXT,
                Column.CALLER_ID,
                Column.OPENED_BY,
                Column.SYS_CREATED_BY,
                Column.SYS_UPDATED_BY,
                Column.CONTACT_TYPE,
                Column.LOCATION,
                Column.U_SYMPTOM,
                Column.CMDB_CI,
                Column.NOTIFY,
                Column.PROBLEM_ID,
                Column.RFC,
                Column.VENDOR,
                Column.CAUSED_BY,
                Column.CLOSED_CODE,
                Column.RESOLVED_BY);
        put(FieldType.DECIMAL, Column.REASSIGNMENT_COUNT, Column.REOPEN_COUNT, Column.SYS_MOD_COUNT);
        put(FieldType.FLAG, Column.ACTIVE, Column.MADE_SLA, Column.KNOWLEDGE, Column.U_PRIORITY_CONFIRMATION);
        put(FieldType.MOMENT, Column.OPENED_AT, Column.SYS_CREATED_AT, Column.RESOLVED_AT, Column.CLOSED_AT);
    }

    private ImportedFields() {}

    private static void put(FieldType type, Column... columns) {
        for (Column column : columns) {
            COLUMNS.put(column, type);
        }
    }

    /** Their definitions, as a tenant tailors them. */
    static List<FieldDefinition> definitions() {
        List<FieldDefinition> definitions = new ArrayList<>();
        COLUMNS.forEach((column, type) -> definitions.add(FieldDefinition.of(column.header(), type)));
        definitions.add(FieldDefinition.of(REPEATED, FieldType.DECIMAL));
        definitions.add(FieldDefinition.of(STATE, FieldType.TEXT));
        definitions.add(FieldDefinition.of(PRIORITY, FieldType.TEXT));
        definitions.add(FieldDefinition.of(UPDATED_AT, FieldType.MOMENT));
        definitions.add(FieldDefinition.of(UNREADABLE, FieldType.TEXT).withMany());
        // They are kept to be read: an index over all of them would be the larger part of the database.
        return definitions.stream().map(FieldDefinition::withoutIndex).toList();
    }

    /**
     * The cells of {@code row} that are kept as custom fields, by their names; those that cannot be read are left to {@code unreadable}.
     * What was filled in afterwards, when the incident was over, is left out of rows that cannot have known it.
     */
    static Map<String, FieldValue> values(LogRow row, Unreadable unreadable) {
        Map<String, FieldValue> values = new HashMap<>();
        COLUMNS.forEach((column, type) -> {
            if (Hindsight.isKnown(row, column)) {
                unreadable
                        .read(row, column, text -> value(type, text, row.times()))
                        .ifPresent(v -> values.put(column.header(), v));
            }
        });
        return values;
    }

    private static FieldValue value(FieldType type, String text, LogTimes times) {
        return switch (type) {
            case TEXT -> FieldValue.text(text);
            case DECIMAL -> FieldValue.number(Cells.count(text));
            case FLAG -> FieldValue.flag(Cells.flag(text));
            case MOMENT -> FieldValue.moment(times.parse(text));
            case DATE, REF -> throw new IllegalStateException("no column has a type like that: " + type);
        };
    }
}
