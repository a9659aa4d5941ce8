package org.itsmkit.examples;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.itsmkit.examples.businesstime.Answers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Answers questions about business time, line by line. */
@Command(
        name = "business-time",
        description =
                "Reads questions about business time from standard input, a line of JSON each, and prints an answer per line.")
final class BusinessTimeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return Answers.lines().answer(System.in, spec.commandLine().getOut());
    }
}
