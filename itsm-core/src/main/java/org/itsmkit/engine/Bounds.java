package org.itsmkit.engine;

import java.util.List;
import org.itsmkit.kernel.Violation;

/**
 * How far a record of a kind may grow, so that it can be kept and read at a bounded cost. Asked of every command once it is decided, before
 * anything is kept. No rule of a policy: tenants cannot switch it off.
 *
 * @param <R> the record
 */
@FunctionalInterface
public interface Bounds<R> {

    /** What of {@code after} is too much; empty if nothing is, or if it was too much {@code before} and has not grown since. */
    List<Violation> exceeded(R before, R after);
}
