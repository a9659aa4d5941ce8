package org.itsmkit.examples;

import java.time.InstantSource;
import picocli.CommandLine.Option;

/** Which database, as several sub-commands ask for it. */
final class DatabaseOptions {

    @Option(
            names = "--user",
            defaultValue = "",
            paramLabel = "NAME",
            description = "Who connects to the database, unless its URL says so.")
    private String user = "";

    @Option(
            names = "--password",
            defaultValue = "",
            arity = "0..1",
            interactive = true,
            echo = false,
            paramLabel = "WORD",
            description = "Their password; asked for if no word follows.")
    private String password = "";

    /** Opens {@code url} for so many threads. */
    Database open(String url, int connections, boolean install, InstantSource clock) {
        return Database.open(url, user, password, connections, install, clock);
    }
}
