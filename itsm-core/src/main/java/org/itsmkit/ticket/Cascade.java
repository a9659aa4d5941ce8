package org.itsmkit.ticket;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Command;

/**
 * What runs from a ticket to others of its kind, down a tree however deep.
 *
 * @param of the kind
 * @param what the name, without the kind
 * @param to on which it acts
 * @param command what it wants of each of them
 */
record Cascade<R extends Ticketed<R>>(
        Definition<R> of,
        String what,
        boolean isRequired,
        Function<Occasion<R>, Targets> to,
        BiFunction<Occasion<R>, R, Optional<Command<R>>> command)
        implements Reaction<R, R> {

    @Override
    public String name() {
        return of.name() + "-" + what;
    }

    @Override
    public Definition<R> source() {
        return of;
    }

    @Override
    public Definition<R> target() {
        return of;
    }

    @Override
    public boolean goesDeep() {
        return true;
    }

    @Override
    public Targets targets(Occasion<R> occasion) {
        return to.apply(occasion);
    }

    @Override
    public Optional<Command<R>> command(Occasion<R> occasion, R target) {
        return command.apply(occasion, target);
    }
}
