/** Store and task queue over JDBC. */
@NullMarked
package org.itsmkit.jdbc;

import org.jspecify.annotations.NullMarked;
