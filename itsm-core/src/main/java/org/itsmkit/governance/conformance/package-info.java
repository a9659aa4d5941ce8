/** What policies have come to: which records are as they want them, how often they objected, who was excepted, and which are to be looked at. */
@NullMarked
package org.itsmkit.governance.conformance;

import org.jspecify.annotations.NullMarked;
