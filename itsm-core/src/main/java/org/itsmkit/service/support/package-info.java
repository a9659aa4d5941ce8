/**
 * What services rest on each other. A service that cannot work without another is worth no more than that one, and no more available; what
 * only helps it takes nothing from it.
 *
 * <p>Pure, immutable and safe for use by many threads. Circles are refused.
 */
@NullMarked
package org.itsmkit.service.support;

import org.jspecify.annotations.NullMarked;
