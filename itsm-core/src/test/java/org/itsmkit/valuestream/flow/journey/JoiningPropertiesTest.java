package org.itsmkit.valuestream.flow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;

/** Random records: at every minute the work is where one finds it who looks at all records for that minute alone. */
class JoiningPropertiesTest {

    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");
    private static final int MINUTES = 30;
    private static final String[] STATUSES = {"a", "b", "c", "unknown", "over"};

    private static final ValueStream STREAM = ValueStream.named("random")
            .begin(Step.of("A", ValueChainActivity.PLAN).work("one", "a").work("two", "a"))
            .step(Step.of("B", ValueChainActivity.PLAN).work("one", "b").work("two", "b", "c"))
            .step(Step.of("C", ValueChainActivity.PLAN).work("one", "c"))
            .along("A", "B", "C")
            .build();

    private static Instant at(int minute) {
        return ZERO.plus(Duration.ofMinutes(minute));
    }

    private static Track track(Random random, String kind) {
        List<Integer> minutes = new ArrayList<>();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            minutes.add(random.nextInt(MINUTES));
        }
        Collections.sort(minutes);
        List<Standing> standings = new ArrayList<>();
        for (int minute : minutes) {
            String status = STATUSES[random.nextInt(STATUSES.length)];
            Phase phase = status.equals("over")
                    ? random.nextBoolean() ? Phase.CLOSED : Phase.CANCELLED
                    : List.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING, Phase.RESOLVED)
                            .get(random.nextInt(4));
            standings.add(new Standing(at(minute), Claim.of(kind, status), phase));
        }
        return new Track(RecordRef.of(kind, RecordId.of("1")), standings);
    }

    /** Where the work is from {@code minute} to the next: nothing of the kit's but its words is used. */
    private static String naive(List<Track> tracks, int minute) {
        int holder = -1;
        Instant since = Instant.MIN;
        for (int i = 0; i < tracks.size(); i++) {
            for (Standing standing : tracks.get(i).standings()) {
                boolean isOver = ((Claim.OfStatus) standing.where()).status().equals("over");
                if (!isOver
                        && !standing.at().isAfter(at(minute))
                        && !standing.at().isBefore(since)) {
                    holder = i;
                    since = standing.at();
                }
            }
        }
        if (holder < 0) {
            return "-";
        }
        Optional<Standing> last = tracks.get(holder).standings().stream()
                .filter(standing -> !standing.at().isAfter(at(minute)))
                .reduce((one, next) -> next);
        Claim.OfStatus where = (Claim.OfStatus) last.orElseThrow().where();
        String step = switch (where.kind() + where.status()) {
            case "onea", "twoa" -> "A";
            case "oneb", "twob", "twoc" -> "B";
            case "onec" -> "C";
            default -> "-";
        };
        return step.equals("-") ? "-" : step + " " + effort(last.orElseThrow().phase());
    }

    private static String effort(Phase phase) {
        return phase == Phase.ACTIVE ? "PROCESS" : phase == Phase.RESOLVED ? "CONFIRM" : "WAIT";
    }

    private static String found(Journey journey, int minute) {
        return journey.visitAt(at(minute))
                .map(visit -> visit.step() + " "
                        + visit.spans().stream()
                                .filter(span -> !span.fromInclusive().isAfter(at(minute)))
                                .reduce((one, next) -> next)
                                .orElseThrow()
                                .effort())
                .orElse("-");
    }

    @Property(tries = 500)
    void theWorkIsWhereItWasMovedLast(@ForAll long seed) {
        Random random = new Random(seed);
        List<Track> tracks = random.nextInt(3) == 0
                ? List.of(track(random, "one"))
                : List.of(track(random, "one"), track(random, "two"));

        Journey journey = Journey.of(STREAM, "random", tracks);

        for (int minute = 0; minute < MINUTES + 5; minute++) {
            assertThat(found(journey, minute))
                    .as("minute %s of %s", minute, tracks)
                    .isEqualTo(naive(tracks, minute));
        }
        for (int i = 1; i < journey.visits().size(); i++) {
            Visit before = journey.visits().get(i - 1);
            Visit visit = journey.visits().get(i);
            boolean follows = before.toExclusive().equals(Optional.of(visit.fromInclusive()));
            assertThat(follows && before.step().equals(visit.step()))
                    .as("one visit, not two")
                    .isFalse();
        }
    }
}
