/**
 * The four dimensions, from all of which a service, a practice or a change is to be seen, and the factors outside of an organisation that
 * bear on them. What is said of a subject is held against all four: which nobody thought of, what nobody owns, on which supplier it hangs.
 *
 * <p>Pure; nothing is stored. Whoever knows a subject says what there is of it, and is told what is missing.
 */
@NullMarked
package org.itsmkit.dimension;

import org.jspecify.annotations.NullMarked;
