/**
 * Replays the incident log of another tool through the kit: every row becomes commands, every figure is read from the journals that
 * they leave.
 *
 * <p>The log is ServiceNow's audit log of incidents in the form of the UCI data set 498 (Amaral, Fantinato and Peres, 2018, doi
 * 10.24432/C57S4H): one row per update, each with all columns.
 */
@NullMarked
package org.itsmkit.examples.replay;

import org.jspecify.annotations.NullMarked;
