package org.itsmkit.problem.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/** Makes incidents of twelve weeks. */
final class Incidents {

    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    static final int WEEKS = 12;
    static final Window WINDOW = new Window(BEGIN, BEGIN.plus(Duration.ofDays(7 * WEEKS)));

    /** The chance of the simulations: always the same, unless a seed is chosen. */
    static Random random() {
        return new Random(Long.getLong("itsm.seed", 20_260_302L));
    }

    private final List<Sighting> all = new ArrayList<>();

    static RecordRef ref(int number) {
        return RecordRef.of("incident", RecordId.of("i" + number));
    }

    List<Sighting> all() {
        return all;
    }

    Incidents add(String ci, Instant at) {
        all.add(Sighting.of(ref(all.size()), at, Map.of("ci", ci)));
        return this;
    }

    Incidents add(String ci, double days) {
        return add(ci, BEGIN.plusSeconds((long) (days * 86_400)));
    }

    /** A Poisson process whose rate per day is {@code highest} times what {@code share} says of the part of the window that is over (thinning). */
    Incidents poisson(Random random, String ci, double highest, DoubleUnaryOperator share) {
        double whole = 7 * WEEKS;
        double day = -Math.log(1 - random.nextDouble()) / highest;
        while (day < whole) {
            if (random.nextDouble() < share.applyAsDouble(day / whole)) {
                add(ci, day);
            }
            day += -Math.log(1 - random.nextDouble()) / highest;
        }
        return this;
    }

    Sightings sightings() {
        return Sightings.of(all, WINDOW, Set.of());
    }
}
