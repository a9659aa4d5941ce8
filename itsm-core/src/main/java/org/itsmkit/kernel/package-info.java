/**
 * What a decision is made of: commands, events, context, policies and rejections; and what several practices reckon alike. Pure; knows
 * no practice and no port but the vocabulary.
 */
@NullMarked
package org.itsmkit.kernel;

import org.jspecify.annotations.NullMarked;
