/**
 * The teams by which services are supported: what they are for, in which tier, with which skills and shifts. From that follows when nobody
 * is there who should be, when one team hands over to the next, which skill only one person has, and how much each tier solves.
 *
 * <p>Pure, immutable and safe for use by many threads; nothing is stored.
 */
@NullMarked
package org.itsmkit.service.function;

import org.jspecify.annotations.NullMarked;
