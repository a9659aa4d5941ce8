package org.itsmkit.spi.store;

/** The world failed: the store cannot be reached, or what it holds cannot be read. Nothing was changed, or it is not known. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
