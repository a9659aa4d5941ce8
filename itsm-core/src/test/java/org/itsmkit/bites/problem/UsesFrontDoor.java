package org.itsmkit.bites.problem;

import org.itsmkit.bites.FrontDoor;

public class UsesFrontDoor {
    public FrontDoor door;
}
