/**
 * What a tenant has tailored: lifecycles, matrices, hold reasons, fields, rules. A record like any other: versioned and
 * journaled.
 */
@NullMarked
package org.itsmkit.settings;

import org.jspecify.annotations.NullMarked;
