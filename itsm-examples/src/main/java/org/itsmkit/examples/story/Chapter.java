package org.itsmkit.examples.story;

import java.util.function.Consumer;

/** A part of an account that one story has and others do not. */
interface Chapter {

    /**
     * Writes it.
     *
     * @param heading begins a section
     * @param line writes a line
     */
    void write(Stage stage, Consumer<String> heading, Consumer<String> line);
}
