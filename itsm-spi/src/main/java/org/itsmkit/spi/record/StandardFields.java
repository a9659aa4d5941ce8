package org.itsmkit.spi.record;

import static org.itsmkit.spi.record.FieldType.DECIMAL;
import static org.itsmkit.spi.record.FieldType.MOMENT;
import static org.itsmkit.spi.record.FieldType.TEXT;

import java.util.List;

/**
 * Fields that work items of every kind share and everybody filters by. A store may keep them in columns of their own; what they
 * mean to a query is the same as for any other field. Each has at most one value.
 */
public final class StandardFields {

    /** The number people quote, such as INC0000042. */
    public static final FieldKey NUMBER = FieldKey.of("number", TEXT);
    /** Where the record stands in its lifecycle. */
    public static final FieldKey STATUS = FieldKey.of("status", TEXT);
    /** The kind of status, the same for all kinds of record. */
    public static final FieldKey PHASE = FieldKey.of("phase", TEXT);
    /** The rank of its priority: 1 is the most pressing. */
    public static final FieldKey PRIORITY = FieldKey.of("priority", DECIMAL);
    /** The service concerned. */
    public static final FieldKey SERVICE = FieldKey.of("service", TEXT);
    /** The customer organisation. */
    public static final FieldKey CUSTOMER = FieldKey.of("customer", TEXT);
    /** The person who asked. */
    public static final FieldKey REQUESTER = FieldKey.of("requester", TEXT);
    /** The group it is assigned to. */
    public static final FieldKey GROUP = FieldKey.of("group", TEXT);
    /** The person it is assigned to. */
    public static final FieldKey ASSIGNEE = FieldKey.of("assignee", TEXT);
    /** The category, a path of names. */
    public static final FieldKey CATEGORY = FieldKey.of("category", TEXT);
    /** The record it belongs under, as {@code kind/id}. */
    public static final FieldKey PARENT = FieldKey.of("parent", TEXT);
    /** When it was opened. */
    public static final FieldKey OPENED = FieldKey.of("opened", MOMENT);
    /** When it is due. */
    public static final FieldKey DUE = FieldKey.of("due", MOMENT);
    /** When it was resolved. */
    public static final FieldKey RESOLVED = FieldKey.of("resolved", MOMENT);
    /** When it was closed. */
    public static final FieldKey CLOSED = FieldKey.of("closed", MOMENT);
    /** When it last changed. */
    public static final FieldKey UPDATED = FieldKey.of("updated", MOMENT);

    private static final List<FieldKey> ALL = List.of(
            NUMBER, STATUS, PHASE, PRIORITY, SERVICE, CUSTOMER, REQUESTER, GROUP, ASSIGNEE, CATEGORY, PARENT, OPENED,
            DUE, RESOLVED, CLOSED, UPDATED);

    private StandardFields() {}

    /** All of them. */
    public static List<FieldKey> all() {
        return ALL;
    }
}
