package org.itsmkit.jdbc.internal.sql;

import java.sql.SQLException;
import org.itsmkit.spi.store.StoreException;

/** Somebody else was quicker, and only the database knows with what: nothing was kept, and trying again may help. */
public final class ConflictException extends StoreException {

    private static final long serialVersionUID = 1;

    public ConflictException(String message) {
        super(message);
    }

    ConflictException(SQLException cause) {
        super("somebody else was quicker", cause);
    }
}
