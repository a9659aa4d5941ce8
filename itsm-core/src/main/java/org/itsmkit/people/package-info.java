/** Shipped answers to who is there and who may do what; hosts with their own directory or rules need none of them. */
@NullMarked
package org.itsmkit.people;

import org.jspecify.annotations.NullMarked;
