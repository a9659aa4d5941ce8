/**
 * Value streams: through which steps work comes from those who ask to those who use, in the normal direction, and which records are work at
 * which step. What travelled there is in {@link org.itsmkit.valuestream.flow.journey}, what is measured of it in {@link
 * org.itsmkit.valuestream.flow.measure}. Pure and immutable; nothing is stored.
 *
 * <p>A stream crosses practices: an idea becomes a change becomes a release. Its steps name practices and roles in words, and records by kind
 * and status, so that it is drawn for records of a host's own as well as for the kit's.
 */
@NullMarked
package org.itsmkit.valuestream.flow;

import org.jspecify.annotations.NullMarked;
