package org.itsmkit.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** Goals that are measured together, side by side. */
public interface GoalGroup {

    /** What it is called on the command line. */
    String name();

    /** Measures; what else is worth knowing goes to {@code log}, lines that begin with {@code #}. */
    List<Goal> measure(PrintStream log) throws Exception;
}
