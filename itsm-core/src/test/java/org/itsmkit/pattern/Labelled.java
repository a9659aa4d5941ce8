package org.itsmkit.pattern;

/** A copy method that several records share, as {@code Ticketed} does for the rooms. */
public interface Labelled<R extends Labelled<R>> {

    String label();

    R withLabel(String label);
}
