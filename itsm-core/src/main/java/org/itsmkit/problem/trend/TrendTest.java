package org.itsmkit.problem.trend;

import java.util.List;

/** A question that incidents with something in common are asked, each key by itself. */
public sealed interface TrendTest permits Recurrence, RateChange, RateCusum, FallingMtbf, TopKeys {

    /**
     * Returns what is found, in the order of the keys; at most one for each.
     *
     * @throws IllegalArgumentException if the window of the sightings is too short for the question
     */
    List<TrendFinding> findings(Sightings sightings);
}
