package org.itsmkit.examples;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.itsmkit.examples.story.Stories;
import org.itsmkit.examples.story.Story;
import org.itsmkit.examples.story.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a story and tells it. */
@Command(name = "story", description = "Plays a story through the kit, and tells it as Markdown.")
final class StoryCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "server-outage",
            description = "Which story: server-outage, laptop-display, software-conflict, food-delivery, maturity or"
                    + " cloud-policy. Default:"
                    + " server-outage.")
    private String name = "server-outage";

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "jdbc:h2:mem:",
            description = "A JDBC URL of H2 or PostgreSQL, or 'memory'. Without it, H2 in this process.")
    private String database = "jdbc:h2:mem:";

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        Optional<Story> story = Stories.named(name);
        if (story.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("there is no story " + name + ", but " + String.join(", ", Stories.names()));
            return 2;
        }
        SettableClock clock = new SettableClock(Instant.EPOCH);
        String url = database.equals("jdbc:h2:mem:") ? "jdbc:h2:mem:story-" + System.nanoTime() : database;
        try (Database open = options.open(url, 1, true, clock)) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(Theatre.play(story.get(), open, clock));
            out.flush();
        }
        return 0;
    }
}
