/** Questions about business time as lines of JSON, and their answers: a calendar of the kit behind a format that others speak. */
@NullMarked
package org.itsmkit.examples.businesstime;

import org.jspecify.annotations.NullMarked;
