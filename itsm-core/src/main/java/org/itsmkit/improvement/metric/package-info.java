/**
 * What must go well, how one sees that it does, and what is measured for it: critical success factors above key
 * performance indicators above metrics, as data that is checked, worked out from readings, explained in sentences and
 * drawn.
 *
 * <p>What nobody has measured lately is not green: it is unknown, and what rests on it is, unless that makes no
 * difference.
 */
@NullMarked
package org.itsmkit.improvement.metric;

import org.jspecify.annotations.NullMarked;
