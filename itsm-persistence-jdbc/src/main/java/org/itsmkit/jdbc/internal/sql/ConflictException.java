package org.itsmkit.jdbc.internal.sql;

import java.sql.SQLException;

/** The database says that somebody else was quicker: nothing was kept, and trying again may help. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConflictException(SQLException cause) {
        super("somebody else was quicker", cause);
    }
}
