/**
 * Service level management: what is promised to customers, among teams and by suppliers, of which records, and what became of it.
 *
 * <p>Decided here: how an agreement comes about, ends and is replaced, which agreements hold for a record, and what follows where a clock
 * reaches a threshold. Left to the host: who signs, and the wording of what was signed. What is measured, and how, is
 * {@link org.itsmkit.servicelevel.clock}'s.
 */
@NullMarked
package org.itsmkit.servicelevel;

import org.jspecify.annotations.NullMarked;
