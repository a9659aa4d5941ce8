package org.itsmkit.bites.incident;

import org.itsmkit.bites.problem.Problem;

public class UsesProblem {
    public Problem problem;
}
