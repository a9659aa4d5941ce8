package org.itsmkit.bites.valuestream;

import org.itsmkit.bites.problem.Problem;

public class Crosses {
    public Problem problem;
}
