package org.itsmkit.examples;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.itsmkit.engine.Definition;
import org.itsmkit.lifecycle.Lifecycle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a lifecycle. */
@Command(name = "lifecycle", description = "Prints the standard lifecycle of a kind of record.")
final class LifecycleCommand implements Callable<Integer> {

    private enum Format {
        MERMAID,
        DOT
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ROOM",
            description = "The kind of record: incident, change, settings, facilities-request.")
    private String room = "";

    @Option(names = "--format", defaultValue = "MERMAID", description = "mermaid (the default) or dot.")
    private Format format = Format.MERMAID;

    @Override
    public Integer call() {
        Optional<Lifecycle> lifecycle = Kinds.registry().find(room).map(Definition::lifecycle);
        if (lifecycle.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("there is no room " + room + ", but "
                            + String.join(
                                    ", ",
                                    Kinds.registry().all().stream()
                                            .map(Definition::name)
                                            .toList()));
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                format == Format.DOT ? lifecycle.get().toDot() : lifecycle.get().toMermaid());
        out.flush();
        return 0;
    }
}
