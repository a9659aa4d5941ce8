package org.itsmkit.jdbc.internal.store;

/** A word of a searchable text; {@code place} says of which of the field's texts. */
record WordRow(String field, int place, String word) {}
