/**
 * Messages that leave the kit towards people.
 */
@NullMarked
package org.itsmkit.spi.notice;

import org.jspecify.annotations.NullMarked;
