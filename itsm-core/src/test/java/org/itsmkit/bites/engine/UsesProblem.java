package org.itsmkit.bites.engine;

import org.itsmkit.bites.problem.Problem;

public class UsesProblem {
    public Problem problem;
}
