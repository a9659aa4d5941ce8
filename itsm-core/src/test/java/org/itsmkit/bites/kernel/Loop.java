package org.itsmkit.bites.kernel;

public class Loop {
    public org.itsmkit.bites.engine.Loop other;
}
