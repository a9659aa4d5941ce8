package org.itsmkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection. Neither commits, rolls back nor closes it. */
@FunctionalInterface
public interface Work<T> {

    T with(Connection connection) throws SQLException;
}
