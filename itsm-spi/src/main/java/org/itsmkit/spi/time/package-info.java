/**
 * Sources of what cannot be computed: holidays and new identifiers.
 */
@NullMarked
package org.itsmkit.spi.time;

import org.jspecify.annotations.NullMarked;
