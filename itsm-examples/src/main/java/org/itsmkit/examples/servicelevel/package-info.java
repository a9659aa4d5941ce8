/** What happened to tickets as lines of JSON, and where their clocks stood after each event, as the kit or another tool has it. */
@NullMarked
package org.itsmkit.examples.servicelevel;

import org.jspecify.annotations.NullMarked;
