/** Lines of JSON that ask, and lines of JSON that answer: a calendar of the kit behind a format that others speak. */
@NullMarked
package org.itsmkit.examples.lines;

import org.jspecify.annotations.NullMarked;
