/**
 * What can be measured of incidents after the fact: how long it took from one milestone to another, and who resolved them. Everything here
 * is computed from the incidents as they are, never counted while they happen. Pure; nothing is stored.
 */
@NullMarked
package org.itsmkit.incident.measure;

import org.jspecify.annotations.NullMarked;
