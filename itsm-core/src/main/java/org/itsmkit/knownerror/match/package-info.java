/** Which known errors may be at work in an incident. */
@NullMarked
package org.itsmkit.knownerror.match;

import org.jspecify.annotations.NullMarked;
