/** The store itself: commits, queries, journals, the feed and numbers, as SQL. */
@NullMarked
package org.itsmkit.jdbc.internal.store;

import org.jspecify.annotations.NullMarked;
