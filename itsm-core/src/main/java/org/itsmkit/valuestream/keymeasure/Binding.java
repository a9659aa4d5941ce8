package org.itsmkit.valuestream.keymeasure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.practice.measure.Figure;
import org.itsmkit.practice.measure.Quantity;

/**
 * A function of the kit under its name.
 *
 * @param function the name, see {@link Figure#function}
 * @param what what its figure tells, as a sentence begins
 * @param none why it has none, where there is nothing to compute it of
 * @param compute what it comes to
 */
record Binding(String function, String what, String none, BiFunction<MeasuredWorld, Telling, Figure> compute)
        implements Measuring {

    @Override
    public Figure of(MeasuredWorld world) {
        return compute.apply(world, new Telling(this, world.period()));
    }

    /** Makes figures of one function. */
    record Telling(Binding binding, Window period) {

        /** Nothing can be said. */
        Figure nothing() {
            return nothing(binding.none());
        }

        /** Nothing can be said, for another reason. */
        Figure nothing(String reason) {
            return Figure.none(binding.function(), reason, period);
        }

        Figure told(Quantity value, long cases) {
            return Figure.of(binding.function(), value, cases, period, binding.what());
        }

        /** So much money; the sentence names its currency. */
        Figure money(BigDecimal value, Currency currency, long cases) {
            String what = binding.what() + " in " + currency.getCurrencyCode();
            return Figure.of(binding.function(), Quantity.of(value), cases, period, what);
        }

        /** So many of so many; nothing of none. */
        Figure share(long part, long whole) {
            return whole == 0 ? nothing() : told(Quantity.of(part, whole), whole);
        }

        /** How many of {@code all} are so. */
        <T> Figure share(Stream<T> all, Predicate<? super T> isSo) {
            long[] counts = new long[2];
            all.forEachOrdered(one -> {
                counts[0]++;
                counts[1] += isSo.test(one) ? 1 : 0;
            });
            return share(counts[1], counts[0]);
        }

        Figure length(Optional<Duration> value, long cases) {
            return value.map(known -> told(Quantity.of(known), cases)).orElseGet(this::nothing);
        }

        Figure amount(Optional<BigDecimal> value, long cases) {
            return value.map(known -> told(Quantity.of(known), cases)).orElseGet(this::nothing);
        }
    }
}
