package org.itsmkit.examples;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.itsmkit.examples.servicelevel.Answers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Works out service level clocks, line by line. */
@Command(
        name = "service-level",
        description =
                "Reads what happened to tickets from standard input, a line of JSON each, and prints where their clocks stood after each event.")
final class ServiceLevelCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return Answers.lines().answer(System.in, spec.commandLine().getOut());
    }
}
