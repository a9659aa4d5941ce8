package org.itsmkit.jdbc;

/** Holds the place until the first real type arrives; then delete it. */
public final class Placeholder {
    private Placeholder() {}
}
