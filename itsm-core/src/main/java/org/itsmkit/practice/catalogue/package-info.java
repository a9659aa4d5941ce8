/**
 * The 34 practices as data, in our own words: what each is for, what goes in and comes out, how much it contributes to the activities of
 * the value chain, and by what one sees how it does.
 */
@NullMarked
package org.itsmkit.practice.catalogue;

import org.jspecify.annotations.NullMarked;
