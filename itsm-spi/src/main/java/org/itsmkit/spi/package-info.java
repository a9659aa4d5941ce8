/** The ports that a host implements, and the plain vocabulary they speak. */
@NullMarked
package org.itsmkit.spi;

import org.jspecify.annotations.NullMarked;
