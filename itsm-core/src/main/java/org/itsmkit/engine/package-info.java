/**
 * Load, decide, apply, react, commit: carries any kind of record through its commands and knows none of them.
 */
@NullMarked
package org.itsmkit.engine;

import org.jspecify.annotations.NullMarked;
