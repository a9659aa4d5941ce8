/**
 * What the engine promises on every store: random walks of commands against an independent model, and races. A store runs it with
 * a class of a few lines that implements {@link org.itsmkit.testkit.engine.EngineContract}.
 */
@NullMarked
package org.itsmkit.testkit.engine;

import org.jspecify.annotations.NullMarked;
