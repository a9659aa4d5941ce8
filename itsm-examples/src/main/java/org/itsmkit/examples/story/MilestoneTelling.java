package org.itsmkit.examples.story;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.itsmkit.incident.IncidentTimelineEvent;
import org.itsmkit.ticket.TierEvent;

/** Puts into words what was said of milestones, and between tiers. */
final class MilestoneTelling {

    private final Function<Instant, String> times;

    MilestoneTelling(Function<Instant, String> times) {
        this.times = times;
    }

    /** What happened, if it is something of that sort. */
    Optional<String> of(Object event) {
        if (event instanceof IncidentTimelineEvent.Acknowledged acknowledged) {
            return Optional.of("acknowledged" + at(acknowledged.at()));
        }
        if (event instanceof IncidentTimelineEvent.Repaired repaired) {
            return Optional.of("repaired" + at(repaired.at()));
        }
        if (event instanceof IncidentTimelineEvent.Recovered recovered) {
            return Optional.of("recovered" + at(recovered.at()));
        }
        if (event instanceof IncidentTimelineEvent.Restored restored) {
            return Optional.of("restored" + at(restored.at()));
        }
        if (event instanceof IncidentTimelineEvent.MilestoneCorrected corrected) {
            return Optional.of("corrected: " + corrected.milestone().name().toLowerCase(Locale.ROOT)
                    + corrected.after().map(this::at).orElse(" nobody knows when") + ", not"
                    + corrected.before().map(this::at).orElse(" unknown") + ": \"" + corrected.reason() + "\"");
        }
        if (event instanceof TierEvent.HandedDown<?> handed) {
            return Optional.of("handed down to " + handed.group() + ": \"" + handed.reason() + "\"");
        }
        return Optional.empty();
    }

    private String at(Instant instant) {
        return " at " + times.apply(instant);
    }
}
