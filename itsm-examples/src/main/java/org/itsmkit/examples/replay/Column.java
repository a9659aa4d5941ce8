package org.itsmkit.examples.replay;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of the log, under the names of its header in small letters. */
enum Column {
    NUMBER,
    INCIDENT_STATE,
    ACTIVE,
    REASSIGNMENT_COUNT,
    REOPEN_COUNT,
    SYS_MOD_COUNT,
    MADE_SLA,
    CALLER_ID,
    OPENED_BY,
    OPENED_AT,
    SYS_CREATED_BY,
    SYS_CREATED_AT,
    SYS_UPDATED_BY,
    SYS_UPDATED_AT,
    CONTACT_TYPE,
    LOCATION,
    CATEGORY,
    SUBCATEGORY,
    U_SYMPTOM,
    CMDB_CI,
    IMPACT,
    URGENCY,
    PRIORITY,
    ASSIGNMENT_GROUP,
    ASSIGNED_TO,
    KNOWLEDGE,
    U_PRIORITY_CONFIRMATION,
    NOTIFY,
    PROBLEM_ID,
    RFC,
    VENDOR,
    CAUSED_BY,
    CLOSED_CODE,
    RESOLVED_BY,
    RESOLVED_AT,
    CLOSED_AT;

    /** Those that a log may do without: they say what an incident has to do with something else. */
    static final Set<Column> OPTIONAL = Collections.unmodifiableSet(EnumSet.of(CMDB_CI, PROBLEM_ID, RFC, CAUSED_BY));

    private final String header = name().toLowerCase(Locale.ROOT);

    /** What the header of the file calls it; also the name of the custom field that keeps it, where one does. */
    String header() {
        return header;
    }

    /** The column that the header calls {@code name}, if there is one. */
    static Optional<Column> named(String name) {
        for (Column column : values()) {
            if (column.header.equals(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
