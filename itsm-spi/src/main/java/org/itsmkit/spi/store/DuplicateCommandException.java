package org.itsmkit.spi.store;

/** A commit's key was used before. Nothing was changed now. */
public final class DuplicateCommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient CommandKey first;

    /** Says what was kept under the key at first. */
    public DuplicateCommandException(CommandKey first) {
        super("the command key was used before");
        this.first = first;
    }

    /** The key with the content and the result that were kept at first. The content may differ from what was asked now. */
    public CommandKey first() {
        return first;
    }
}
