package org.itsmkit.testkit;

/** Holds the place until the first real type arrives; then delete it. */
public final class Placeholder {
    private Placeholder() {}
}
