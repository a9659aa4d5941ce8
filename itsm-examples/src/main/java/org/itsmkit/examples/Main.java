package org.itsmkit.examples;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the examples. */
@Command(
        name = "itsm-examples",
        mixinStandardHelpOptions = true,
        version = "ITSM Kit examples",
        description = "Stories and tools of the ITSM Kit.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StoryCommand.class,
            ReplayCommand.class,
            LifecycleCommand.class,
            BusinessTimeCommand.class,
            ServiceLevelCommand.class,
            VerifyCommand.class,
            SchemaCommand.class
        },
        scope = CommandLine.ScopeType.INHERIT)
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs a sub-command and exits with its code: 0 if all went well, 1 if something did not, 2 if it was called wrongly.
     *
     * @param arguments the sub-command and what belongs to it
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, ready to be executed. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr()
                            .println(command.getCommandSpec().qualifiedName() + " failed: " + reason(exception));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String reason(Throwable exception) {
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a sub-command is needed");
    }
}
