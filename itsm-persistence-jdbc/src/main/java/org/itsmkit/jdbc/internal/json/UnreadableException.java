package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** A text that is not what its type demands. */
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadableException twice(String property) {
        return new UnreadableException("property '" + property + "' stands there twice");
    }

    static UnreadableException unexpected(String wanted, JsonParser in) {
        return new UnreadableException("expected " + wanted + " but found " + in.currentToken());
    }
}
