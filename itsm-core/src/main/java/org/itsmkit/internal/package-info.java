/** What the rooms share and hosts never see; not exported. */
@NullMarked
package org.itsmkit.internal;

import org.jspecify.annotations.NullMarked;
