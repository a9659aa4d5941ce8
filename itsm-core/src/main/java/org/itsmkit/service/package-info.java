/**
 * Services from the first idea to their end: what customers have of each, who answers for it, on what it rests, and the gates at which
 * somebody must say by evidence that it may go on. From strategy over design and transition into operation and, one day, out of it, with
 * improvements noted all the way. What a service is worth is reckoned in {@code warranty}, who supports it when in {@code function}.
 */
@NullMarked
package org.itsmkit.service;

import org.jspecify.annotations.NullMarked;
