package org.itsmkit.bites;

import org.itsmkit.bites.problem.Problem;

public class FrontDoor {
    public Problem problem;
}
