/**
 * Where the processes and functions of ITIL v3 went: which practices of ITIL 4 took them up, and what changed. For organisations that know
 * the older names, and for records that still carry them. Names are facts; the sentences are ours.
 */
@NullMarked
package org.itsmkit.service.heritage;

import org.jspecify.annotations.NullMarked;
