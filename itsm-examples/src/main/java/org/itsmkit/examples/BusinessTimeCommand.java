package org.itsmkit.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    /** Some editors put it before the first line; files put together have it before others too. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Answers answers = new Answers();
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String question = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (!question.isBlank()) {
                    out.println(answers.to(question));
                }
            }
        }
        out.flush();
        return answers.errors() == 0 ? 0 : 1;
    }
}
