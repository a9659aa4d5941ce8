/** Due work on db-scheduler: its threads and its table, the database's clock. */
@NullMarked
package org.itsmkit.jdbc.internal.task;

import org.jspecify.annotations.NullMarked;
