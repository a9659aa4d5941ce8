/**
 * The seven guiding principles as questions to data: what is undertaken is held against each, and each answer says which data made it.
 * Decisions cite them, and say how each bore on what was decided.
 */
@NullMarked
package org.itsmkit.governance.principle;

import org.jspecify.annotations.NullMarked;
