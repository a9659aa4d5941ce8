package org.itsmkit.testkit.engine;

/**
 * What the engine promises on every store: that it goes by the rules on any way, that nobody is quicker than the rules, and that nobody
 * is reminded too early or twice.
 */
public interface EngineContract extends EngineWalkContract, EngineRaceContract, EngineTimerContract {}
