/** What the databases do differently, and how a transaction is joined or opened. */
@NullMarked
package org.itsmkit.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
