/**
 * Governance: those who answer for the organisation evaluate how it stands and what is asked of it, direct what is to be done, and monitor
 * whether that comes about. What is directed is a {@link org.itsmkit.governance.Directive}, from its evaluation to the observations by
 * which it is judged.
 */
@NullMarked
package org.itsmkit.governance;

import org.jspecify.annotations.NullMarked;
