/** How records and events become text and are read again: by their components, without annotations, never losing a property. */
@NullMarked
package org.itsmkit.jdbc.internal.json;

import org.jspecify.annotations.NullMarked;
