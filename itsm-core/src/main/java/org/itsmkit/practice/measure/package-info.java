/**
 * What practices are measured by: key measures, where their figures come from, and the figures themselves. How figures are computed of
 * the records of the kit stands in {@code org.itsmkit.valuestream.keymeasure}, for it takes records of many rooms.
 */
@NullMarked
package org.itsmkit.practice.measure;

import org.jspecify.annotations.NullMarked;
