package org.itsmkit.jdbc.internal.store;

import org.itsmkit.jdbc.internal.sql.Sql;

/**
 * What a condition becomes in a statement about the record called r.
 *
 * @param joins further tables, from which the database may begin; each adds at most one row per record
 * @param where what is left of the condition
 * @param selective whether the condition names a value, so that few records are likely to fit
 */
record Filter(Sql joins, Sql where, boolean selective) {}
