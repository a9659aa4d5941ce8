/**
 * What is written down of an improvement: what it is for, where one stands, where one wants to be, what is done, and
 * what came of it.
 */
@NullMarked
package org.itsmkit.improvement.evidence;

import org.jspecify.annotations.NullMarked;
