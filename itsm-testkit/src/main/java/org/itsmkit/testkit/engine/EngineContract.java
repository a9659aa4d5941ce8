package org.itsmkit.testkit.engine;

/** What the engine promises on every store: that it goes by the rules on any way, and that nobody is quicker than the rules. */
public interface EngineContract extends EngineWalkContract, EngineRaceContract, EngineCascadeContract {}
