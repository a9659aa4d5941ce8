package org.itsmkit.incident.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.engine.Records;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.incident.OfferedWorkaround;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.RecordRef;

/**
 * How well the workaround of a known error helps. What helped, and did not for long, counts as tried and not as solved.
 *
 * @param offered for how many incidents it was offered
 * @param tried for how many of these it was tried
 * @param solved how many of those it solved
 */
public record WorkaroundEffect(long offered, long tried, long solved) {

    public WorkaroundEffect {
        if (solved < 0 || tried < solved || offered < tried) {
            throw new IllegalArgumentException("solved at most what was tried, tried at most what was offered, not "
                    + solved + ", " + tried + ", " + offered);
        }
    }

    /** Counts the incidents that {@code caller} may know of, by what they are found by; reads none of them. */
    public static WorkaroundEffect of(Records<Incident> incidents, Caller caller, RecordRef knownError) {
        Objects.requireNonNull(knownError, "knownError");
        // In this order: of what is tried meanwhile, no more is counted as solved than was counted as tried.
        long solved = incidents.count(caller, Incidents.WORKAROUND_SOLVED.is(knownError));
        long tried = Math.max(solved, incidents.count(caller, Incidents.WORKAROUND_TRIED.is(knownError)));
        long offered = Math.max(tried, incidents.count(caller, Incidents.WORKAROUND_OFFERED.is(knownError)));
        return new WorkaroundEffect(offered, tried, solved);
    }

    /** Counts these incidents, and reads the stream once. Closes nothing. */
    public static WorkaroundEffect of(Stream<Incident> incidents, RecordRef knownError) {
        long[] counts = new long[3];
        incidents.forEachOrdered(incident -> incident.workaround(knownError).ifPresent(one -> {
            counts[0]++;
            counts[1] += one.wasTried() ? 1 : 0;
            counts[2] += one.state() == OfferedWorkaround.State.SOLVED ? 1 : 0;
        }));
        return new WorkaroundEffect(counts[0], counts[1], counts[2]);
    }

    /** {@code solved / tried}, 0 to 1 with four decimals, half up; empty if nobody tried it. */
    public Optional<BigDecimal> effectiveness() {
        return tried == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(solved).divide(BigDecimal.valueOf(tried), 4, RoundingMode.HALF_UP));
    }
}
