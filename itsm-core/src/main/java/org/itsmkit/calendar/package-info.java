/**
 * Business calendars: when somebody could act. Weekly hours, holidays, shifts, breaks and extra openings in a zone, versions of
 * them, and what sets of them have in common; compiled, they answer how much open time lies between two instants, and when so much of it will
 * have passed. Pure arithmetic: no clock, no locale, no default zone.
 *
 * <p>All windows are half-open. Instants and durations are whole microseconds; finer digits are cut off towards the past, or towards
 * zero.
 */
@NullMarked
package org.itsmkit.calendar;

import org.jspecify.annotations.NullMarked;
