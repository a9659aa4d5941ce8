/** Calendars from elsewhere: recurring windows as calendars exchange them, and the holidays of countries. */
@NullMarked
package org.itsmkit.examples.calendar;

import org.jspecify.annotations.NullMarked;
