package org.itsmkit.examples;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.itsmkit.jdbc.Dialect;
import org.itsmkit.jdbc.SchemaScript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the DDL of the JDBC store. */
@Command(name = "schema", description = "Prints the DDL of the store's tables.")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Option(names = "--dialect", required = true, paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // picocli's
    private Dialect dialect;

    @Option(names = "--schema", defaultValue = "", paramLabel = "S", description = "Default: the connection's own.")
    private String schema = "";

    @Option(
            names = "--prefix",
            defaultValue = "itsm_",
            paramLabel = "P",
            description = "What the names of tables begin with. Default: itsm_")
    private String prefix = "itsm_";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.print(SchemaScript.of(dialect, schema, prefix));
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
        out.flush();
        return 0;
    }
}
