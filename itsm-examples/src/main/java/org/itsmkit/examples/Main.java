package org.itsmkit.examples;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the examples. */
@Command(name = "itsm-examples", mixinStandardHelpOptions = true, description = "Stories and tools of the ITSM Kit.")
public final class Main implements Runnable {

    private Main() {}

    /**
     * Runs a sub-command and exits with its code.
     *
     * @param arguments the sub-command and what belongs to it
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
