/**
 * What crosses rooms: an event in one practice lets something follow in another. Each is a reaction, pure, named, and can be switched
 * off by tenants.
 */
@NullMarked
package org.itsmkit.valuestream;

import org.jspecify.annotations.NullMarked;
