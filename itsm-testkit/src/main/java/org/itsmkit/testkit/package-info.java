/** Contracts of the ports that hosts implement, as tests to inherit, and arbitraries for the vocabulary of the ports. */
@NullMarked
package org.itsmkit.testkit;

import org.jspecify.annotations.NullMarked;
