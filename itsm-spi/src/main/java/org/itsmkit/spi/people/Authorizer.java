package org.itsmkit.spi.people;

import org.itsmkit.spi.Caller;
import org.itsmkit.spi.query.Condition;

/**
 * Who may do what. Denied is what is not allowed, and so is everything asked of an authorizer that throws.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface Authorizer {

    /** Decides whether {@code caller}, with all roles the directory knows of, may use {@code permission} on {@code subject}. */
    Decision decide(Caller caller, Permission permission, Subject subject);

    /**
     * Returns which records of {@code kind} the caller may know of. The condition is made part of every query, count and look-up, so
     * that what is not visible cannot be told from what does not exist.
     */
    Condition visible(Caller caller, String kind);
}
