package org.itsmkit.spi;

/**
 * A key that is one text: stores write it as that text alone.
 *
 * <p>Implementations are records with the single component {@code value}, so that {@code new X(id.value())}
 * is equal to {@code id}. Equality is exact: no case folding, no trimming.
 */
public interface Id {

    /** The text of this key; never blank. */
    String value();
}
