/** Whether what was directed comes about: what was measured against what was planned, and where it leads. */
@NullMarked
package org.itsmkit.governance.monitor;

import org.jspecify.annotations.NullMarked;
