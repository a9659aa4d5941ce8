/** Stories and tools that show the kit at work. */
@NullMarked
package org.itsmkit.examples;

import org.jspecify.annotations.NullMarked;
