/**
 * Who is there and who may do what: the directory, the authorizer and the audit sink.
 */
@NullMarked
package org.itsmkit.spi.people;

import org.jspecify.annotations.NullMarked;
