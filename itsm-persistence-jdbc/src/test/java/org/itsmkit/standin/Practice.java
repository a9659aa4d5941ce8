package org.itsmkit.standin;

/** Stands in for a practice of core, so that the rule against knowing one can be shown to bite. */
public class Practice {}
