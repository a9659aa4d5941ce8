/**
 * How changes of one sort are made: a change model says which way such a change goes, who must approve it, what must be planned and done,
 * and how its risk is found. Those that were approved are the catalogue of standard changes, which need no approval each.
 */
@NullMarked
package org.itsmkit.change.model;

import org.jspecify.annotations.NullMarked;
