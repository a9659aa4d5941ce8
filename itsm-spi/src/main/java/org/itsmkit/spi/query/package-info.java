/**
 * Queries as data: conditions, order and keyset pages, with one meaning in every store.
 */
@NullMarked
package org.itsmkit.spi.query;

import org.jspecify.annotations.NullMarked;
