package org.itsmkit.change.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;

/** Changes, incidents and periods in whole hours of a few days, so that many of them meet the ends of a period. */
final class RandomChanges {

    static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");

    private static final int HOURS = 48;
    private static final List<String> TEAMS = List.of("network", "shop", "databases");

    private static final List<ChangeType> TYPES = List.of(ChangeType.values());
    private static final List<ChangeOutcome> OUTCOMES = List.of(ChangeOutcome.values());

    private final Random random;

    RandomChanges(long seed) {
        this.random = new Random(seed);
    }

    static Instant at(int hour) {
        return ZERO.plus(Duration.ofHours(hour));
    }

    static Window hours(int from, int to) {
        return new Window(at(from), at(to));
    }

    static RecordRef change(int number) {
        return RecordRef.of("change", RecordId.of("C-" + number));
    }

    static RecordRef incident(int number) {
        return RecordRef.of("incident", RecordId.of("I-" + number));
    }

    Window period() {
        int from = random.nextInt(HOURS);
        return hours(from, from + 1 + random.nextInt(HOURS - from));
    }

    /** Up to thirty changes; often none. */
    List<MeasuredChange> changes() {
        List<MeasuredChange> changes = new ArrayList<>();
        int size = random.nextInt(4) == 0 ? 0 : random.nextInt(31);
        for (int i = 0; i < size; i++) {
            changes.add(change(i, random.nextInt(OUTCOMES.size() + 2)));
        }
        return changes;
    }

    /** Made so, or, by the last two fates, cancelled or not over. */
    private MeasuredChange change(int number, int fate) {
        int begun = random.nextInt(HOURS);
        MeasuredChange.Builder builder = MeasuredChange.builder()
                .reference(change(number))
                .type(TYPES.get(random.nextInt(TYPES.size())))
                .authorised(random.nextInt(5) > 0)
                .openedAt(at(random.nextInt(HOURS)))
                .causedIncident(random.nextInt(4) == 0)
                .collisions(random.nextInt(4))
                .leadFrom(maybe(at(random.nextInt(HOURS))))
                .begunAt(maybe(at(begun)));
        if (random.nextBoolean()) {
            int asked = random.nextInt(HOURS);
            builder.requestedAt(maybe(at(asked))).decidedAt(maybe(at(asked + random.nextInt(HOURS - asked))));
        }
        if (random.nextInt(4) > 0) {
            builder.putLabels("team", TEAMS.get(random.nextInt(TEAMS.size())));
        }
        if (random.nextInt(4) > 0) {
            builder.putLabels("service", "s" + random.nextInt(2));
        }
        Instant ended = at(begun + random.nextInt(HOURS - begun + 1));
        if (fate < OUTCOMES.size()) {
            builder.outcome(OUTCOMES.get(fate)).endedAt(ended);
        } else if (fate == OUTCOMES.size()) {
            builder.cancelled(true).endedAt(ended);
        }
        return builder.build();
    }

    /** Some of the incidents are after changes that are not among {@link #changes}. */
    List<Restoration> restorations() {
        List<Restoration> restorations = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            int from = random.nextInt(HOURS);
            restorations.add(new Restoration(
                    incident(i),
                    change(random.nextInt(40)),
                    at(from),
                    maybe(at(from + random.nextInt(HOURS - from + 1)))));
        }
        return restorations;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) > 0 ? Optional.of(value) : Optional.empty();
    }
}
