package org.itsmkit.bites.engine;

public class Loop {
    public org.itsmkit.bites.kernel.Loop other;
}
