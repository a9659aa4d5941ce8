package org.itsmkit.valuestream.keymeasure;

import org.itsmkit.practice.measure.Figure;

/** Computes a figure of what there is. Pure: the same world, the same figure. */
@FunctionalInterface
public interface Measuring {

    /** What it comes to in the period of the world; with a reason, and without a value, where nothing can be said. */
    Figure of(MeasuredWorld world);
}
