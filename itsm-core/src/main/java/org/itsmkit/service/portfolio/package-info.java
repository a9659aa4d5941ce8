/**
 * What is written down of a service on its way from an idea to its end: what was designed, who accepted it, at which gates somebody said
 * that it may go on and by which evidence, and how it is to end.
 */
@NullMarked
package org.itsmkit.service.portfolio;

import org.jspecify.annotations.NullMarked;
