/**
 * The kit as a reference model: a team checks its own help desk against it. The help desk is put behind a small adapter, {@link
 * org.itsmkit.testkit.conformance.HelpDesk}; {@link org.itsmkit.testkit.conformance.Conformance} drives it and the kit side by side, and
 * tells the shortest ways to make them differ.
 */
@NullMarked
package org.itsmkit.testkit.conformance;

import org.jspecify.annotations.NullMarked;
