package org.itsmkit.examples.replay;

/** The file is no incident log: there is nothing in it to replay. */
public final class LogFormatException extends Exception {

    private static final long serialVersionUID = 1;

    LogFormatException(String message) {
        super(message);
    }
}
