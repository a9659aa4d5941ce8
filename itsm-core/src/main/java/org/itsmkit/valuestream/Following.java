package org.itsmkit.valuestream;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Occasion;
import org.itsmkit.engine.Reaction;
import org.itsmkit.engine.Targets;
import org.itsmkit.kernel.Command;

/**
 * What follows in one room from what happens in another.
 *
 * @param name by which tenants can switch it off
 * @param source whose events it follows
 * @param target on whose records it acts
 * @param to on which of them
 * @param what what it wants of each, if anything
 */
record Following<R, T>(
        String name,
        Definition<R> source,
        Definition<T> target,
        Function<Occasion<R>, Targets> to,
        BiFunction<Occasion<R>, T, Optional<Command<T>>> what)
        implements Reaction<R, T> {

    @Override
    public Targets targets(Occasion<R> occasion) {
        return to.apply(occasion);
    }

    @Override
    public Optional<Command<T>> command(Occasion<R> occasion, T target) {
        return what.apply(occasion, target);
    }
}
