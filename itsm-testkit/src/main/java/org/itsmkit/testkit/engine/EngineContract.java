package org.itsmkit.testkit.engine;

/**
 * What the engine promises on every store: that it goes by the rules on any way, that nobody is quicker than the rules, that what
 * follows from an event reaches all whom it concerns, that nobody is reminded too early or twice, nor a threshold acted
 * on, that tenants never see each other,
 * that no input hurts, and that the greatest tickets are kept whole.
 */
public interface EngineContract
        extends EngineWalkContract,
                EngineRaceContract,
                EngineCascadeContract,
                EngineTimerContract,
                EngineServiceLevelContract,
                EngineTenantContract,
                EngineHostileInputContract,
                EngineSizeContract {}
