package org.itsmkit.testkit.engine;

import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.ticket.Ticketed;

/**
 * A command, and what the model says is wrong with it, besides what the caller may and where the record stands.
 *
 * @param incomplete the code of what is missing from it, if anything is
 * @param rule the code of the rule that it breaks, if it does
 */
record Attempt<R extends Ticketed<R>>(Command<R> command, Optional<String> incomplete, Optional<String> rule) {

    static <R extends Ticketed<R>> Attempt<R> good(Command<R> command) {
        return new Attempt<>(command, Optional.empty(), Optional.empty());
    }

    static <R extends Ticketed<R>> Attempt<R> incomplete(Command<R> command, String code) {
        return new Attempt<>(command, Optional.of(code), Optional.empty());
    }

    static <R extends Ticketed<R>> Attempt<R> breaking(Command<R> command, String rule) {
        return new Attempt<>(command, Optional.empty(), Optional.of(rule));
    }

    /** A command that is fine unless a rule stands against it. */
    static <R extends Ticketed<R>> Attempt<R> unless(Command<R> command, Optional<String> rule) {
        return new Attempt<>(command, Optional.empty(), rule);
    }
}
