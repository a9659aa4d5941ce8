/** The front door. */
@NullMarked
package org.itsmkit;

import org.jspecify.annotations.NullMarked;
