package org.itsmkit.valuestream.flow.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.NaiveStatistics;
import org.itsmkit.kernel.DurationStatistics;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.journey.Effort;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.itsmkit.valuestream.flow.journey.Visit;
import org.junit.jupiter.api.Test;

/** Random journeys: every figure is what one counts who looks at every minute, and knows by heart which step is further on than which. */
class FlowPropertiesTest {

    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");
    private static final int MINUTES = 60;
    private static final List<Effort> EFFORTS = List.of(Effort.values());
    private static final List<String> STEPS = List.of("A", "B", "C", "D", "E");

    /** From A by B and C in turns, or by E, to D. */
    private static final ValueStream STREAM = ValueStream.named("random")
            .begin(Step.of("A", ValueChainActivity.PLAN))
            .step(Step.of("B", ValueChainActivity.PLAN))
            .step(Step.of("C", ValueChainActivity.PLAN))
            .step(Step.of("D", ValueChainActivity.PLAN))
            .step(Step.of("E", ValueChainActivity.PLAN))
            .along("A", "B", "C", "D")
            .leads("C", "B")
            .along("A", "E", "D")
            .build();

    /** First what is further on, then than what. */
    private static final Set<String> FURTHER = Set.of("BA", "CA", "DA", "EA", "DB", "DC", "DE");

    /** One minute of one piece of work: at which step, how; no step between steps. */
    private record Minute(String step, Effort effort) {}

    /** A piece of work as plain minutes: what the oracle reads. */
    private record Piece(int begin, List<Minute> minutes, boolean isOver, boolean dropped) {
        int end() {
            return begin + minutes.size();
        }

        /** The visits as {step, from, to}, by comparing each minute with the one before. */
        List<int[]> visits() {
            List<int[]> visits = new ArrayList<>();
            for (int i = 0; i < minutes.size(); i++) {
                String step = minutes.get(i).step();
                boolean goesOn = i > 0 && minutes.get(i - 1).step().equals(step);
                if (!step.isEmpty() && goesOn) {
                    visits.get(visits.size() - 1)[2]++;
                } else if (!step.isEmpty()) {
                    visits.add(new int[] {STEPS.indexOf(step), begin + i, begin + i + 1});
                }
            }
            return visits;
        }

        long count(int from, int to, String step, Effort... efforts) {
            return minutes.subList(Math.max(0, from - begin), Math.max(0, Math.min(to, end()) - begin)).stream()
                    .filter(m -> m.step().equals(step) && List.of(efforts).contains(m.effort()))
                    .count();
        }
    }

    private static Instant at(int minute) {
        return ZERO.plus(Duration.ofMinutes(minute));
    }

    private static boolean further(int one, int other) {
        return FURTHER.contains(STEPS.get(one) + STEPS.get(other));
    }

    /** Minutes in stretches; the work begins and ends at a step. */
    private static Piece piece(Random random) {
        List<Minute> minutes = new ArrayList<>();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            boolean isGap = !minutes.isEmpty() && i > 1 && random.nextInt(6) == 0;
            String step = isGap ? "" : STEPS.get(random.nextInt(5));
            Effort effort = isGap ? Effort.WAIT : EFFORTS.get(random.nextInt(3));
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                minutes.add(new Minute(step, effort));
            }
        }
        boolean isOver = random.nextInt(4) > 0;
        return new Piece(random.nextInt(MINUTES / 2), minutes, isOver, isOver && random.nextInt(4) == 0);
    }

    private static Journey journey(Piece piece, int number) {
        List<Visit> visits = new ArrayList<>();
        List<int[]> plain = piece.visits();
        for (int v = 0; v < plain.size(); v++) {
            int[] visit = plain.get(v);
            List<Visit.Span> spans = new ArrayList<>();
            for (int minute = visit[1]; minute < visit[2]; minute++) {
                Effort effort = piece.minutes().get(minute - piece.begin()).effort();
                if (spans.isEmpty() || spans.get(spans.size() - 1).effort() != effort) {
                    spans.add(new Visit.Span(at(minute), effort));
                }
            }
            boolean isOpen = v + 1 == plain.size() && !piece.isOver();
            visits.add(new Visit(STEPS.get(visit[0]), spans, isOpen ? Optional.empty() : Optional.of(at(visit[2]))));
        }
        return new Journey(
                "j" + number,
                List.of(),
                visits,
                List.of(),
                at(piece.begin()),
                piece.isOver() ? Optional.of(at(piece.end())) : Optional.empty(),
                piece.dropped());
    }

    private record Scene(List<Piece> pieces, int from, int to, FlowMeasures found) {

        static Scene of(long seed) {
            Random random = new Random(seed);
            List<Piece> pieces = new ArrayList<>();
            List<Journey> journeys = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                Piece piece = piece(random);
                pieces.add(piece);
                journeys.add(journey(piece, i));
            }
            int from = random.nextInt(MINUTES);
            int to = from + 1 + random.nextInt(MINUTES - from);
            return new Scene(
                    pieces,
                    from,
                    to,
                    FlowMeasures.of(STREAM, new Window(at(from), at(to)), FlowTime.elapsed(), journeys.stream()));
        }

        boolean contains(int minute) {
            return from <= minute && minute < to;
        }

        /** Those that went out in the period. */
        List<Piece> gone() {
            return pieces.stream().filter(p -> p.isOver() && contains(p.end())).toList();
        }

        /** What is still there is there for ever. */
        boolean isThere(Piece piece, int minute) {
            return piece.begin() <= minute && (!piece.isOver() || minute < piece.end());
        }
    }

    private static void assertMinutes(DurationStatistics found, List<Long> minutes) {
        NaiveStatistics.assertSame(found, minutes.stream().map(m -> m * 60).toList());
    }

    @Property(tries = 300)
    void times(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        List<Piece> done = scene.gone().stream().filter(p -> !p.dropped()).toList();
        List<Long> lead = new ArrayList<>();
        List<Long> process = new ArrayList<>();
        List<Long> confirm = new ArrayList<>();
        List<Long> wait = new ArrayList<>();
        for (Piece piece : done) {
            lead.add((long) piece.minutes().size());
            process.add(piece.minutes().stream()
                    .filter(m -> m.effort() == Effort.PROCESS)
                    .count());
            confirm.add(piece.minutes().stream()
                    .filter(m -> m.effort() == Effort.CONFIRM)
                    .count());
            wait.add(piece.minutes().stream()
                    .filter(m -> m.effort() == Effort.WAIT)
                    .count());
        }

        FlowMeasures found = scene.found();
        assertMinutes(found.leadTime(), lead);
        assertMinutes(found.processTime(), process);
        assertMinutes(found.confirmTime(), confirm);
        assertMinutes(found.waitTime(), wait);
        assertThat(found.dropped()).isEqualTo(scene.gone().size() - done.size());
        assertThat(found.arrivals())
                .isEqualTo(scene.pieces().stream()
                        .filter(p -> scene.contains(p.begin()))
                        .count());
        long all = lead.stream().mapToLong(m -> m).sum();
        assertThat(found.flowEfficiency())
                .isEqualTo(
                        all == 0
                                ? Optional.empty()
                                : Optional.of(Fraction.of(
                                        process.stream().mapToLong(m -> m).sum(), all)));
    }

    @Property(tries = 300)
    void workUnderWay(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        long sum = 0;
        long most = 0;
        for (int minute = scene.from(); minute <= scene.to(); minute++) {
            int now = minute;
            long there =
                    scene.pieces().stream().filter(p -> scene.isThere(p, now)).count();
            assertThat(scene.found().wipAt(at(minute))).as("minute %s", minute).isEqualTo(there);
            sum += minute < scene.to() ? there : 0;
            most = minute < scene.to() ? Math.max(most, there) : most;
        }
        assertThat(scene.found().averageWip()).isEqualTo(Fraction.of(sum, scene.to() - scene.from()));
        assertThat(scene.found().workInProgress().most()).isEqualTo(most);
    }

    @Property(tries = 300)
    void steps(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        for (int s = 0; s < STEPS.size(); s++) {
            step(scene, s, scene.found().steps().get(s));
        }
    }

    private static void step(Scene scene, int s, StepMeasures found) {
        String name = STEPS.get(s);
        long entered = 0;
        long there = 0;
        long presence = 0;
        long waiting = 0;
        long handedOn = 0;
        long accurate = 0;
        List<Long> worked = new ArrayList<>();
        List<Long> waited = new ArrayList<>();
        List<Long> queued = new ArrayList<>();
        for (Piece piece : scene.pieces()) {
            List<int[]> visits = piece.visits();
            for (int i = 0; i < visits.size(); i++) {
                int[] visit = visits.get(i);
                boolean isLast = i + 1 == visits.size();
                boolean isOpen = isLast && !piece.isOver();
                int since = i == 0 ? visit[1] : visits.get(i - 1)[2];
                if (visit[0] != s) {
                    continue;
                }
                entered += scene.contains(visit[1]) ? 1 : 0;
                there += visit[1] < scene.to() && (isOpen || visit[2] >= scene.to()) ? 1 : 0;
                for (int minute = scene.from(); minute < scene.to(); minute++) {
                    boolean isIn = visit[1] <= minute && (isOpen || minute < visit[2]);
                    presence += isIn ? 1 : 0;
                    int known = Math.min(minute, visit[2] - 1) - piece.begin();
                    boolean waits = isIn && piece.minutes().get(known).effort() == Effort.WAIT;
                    boolean isBefore = since <= minute && minute < visit[1];
                    waiting += waits || isBefore ? 1 : 0;
                }
                if (isOpen || !scene.contains(visit[2])) {
                    continue;
                }
                worked.add(piece.count(visit[1], visit[2], name, Effort.PROCESS));
                waited.add(piece.count(visit[1], visit[2], name, Effort.WAIT));
                queued.add((long) visit[1] - since);
                boolean isOn =
                        isLast ? !piece.dropped() : visits.get(i + 1)[0] != s && !further(s, visits.get(i + 1)[0]);
                handedOn += isOn ? 1 : 0;
                accurate += isOn && !comesBack(visits, i) ? 1 : 0;
            }
        }
        assertThat(List.of(found.entered(), found.left(), found.there(), found.handedOn(), found.accurate()))
                .isEqualTo(List.of(entered, (long) worked.size(), there, handedOn, accurate));
        assertThat(found.wip()).isEqualTo(Fraction.of(presence, scene.to() - scene.from()));
        assertThat(found.waiting()).isEqualTo(Duration.ofMinutes(waiting));
        assertMinutes(found.worked(), worked);
        assertMinutes(found.waited(), waited);
        assertMinutes(found.queued(), queued);
    }

    private static boolean comesBack(List<int[]> visits, int left) {
        boolean wasFurther = false;
        for (int[] later : visits.subList(left + 1, visits.size())) {
            if (later[0] == visits.get(left)[0]) {
                return wasFurther;
            }
            wasFurther |= further(later[0], visits.get(left)[0]);
        }
        return false;
    }

    @Property(tries = 300)
    void loops(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        Map<String, long[]> loops = new TreeMap<>();
        for (Piece piece : scene.pieces()) {
            List<int[]> visits = piece.visits();
            for (int left = 0; left < visits.size(); left++) {
                int back = left + 1;
                while (back < visits.size() && visits.get(back)[0] != visits.get(left)[0]) {
                    back++;
                }
                if (back < visits.size() && comesBack(visits, left) && scene.contains(visits.get(back)[1])) {
                    StringBuilder name = new StringBuilder();
                    visits.subList(left, back).forEach(visit -> name.append(STEPS.get(visit[0])));
                    int until = piece.isOver() ? Math.min(piece.end(), scene.to()) : scene.to();
                    int furthest = visits.get(back - 1)[0];
                    for (int i = visits.size() - 1; i > back; i--) {
                        boolean isAsFar = visits.get(i)[0] == furthest || further(visits.get(i)[0], furthest);
                        until = isAsFar ? Math.min(visits.get(i)[1], scene.to()) : until;
                    }
                    long[] tally = loops.computeIfAbsent(name.toString(), any -> new long[2]);
                    tally[0]++;
                    tally[1] += until - visits.get(back)[1];
                }
            }
        }

        Map<String, List<Long>> found = new HashMap<>();
        scene.found()
                .loops()
                .forEach(loop -> found.put(
                        String.join("", loop.steps()),
                        List.of(loop.times(), loop.lost().toMinutes())));
        Map<String, List<Long>> expected = new HashMap<>();
        loops.forEach((name, tally) -> expected.put(name, List.of(tally[0], tally[1])));
        assertThat(found).isEqualTo(expected);
    }

    /** With figures that one has at hand, whether they are of part of a stay or not. */
    @Property(tries = 300)
    void littlesLaw(@ForAll long seed) {
        Scene scene = Scene.of(seed);
        LittlesLaw law = scene.found().littlesLaw();

        assertThat(law.averageWip()).isEqualTo(scene.found().averageWip());
        law.residual()
                .ifPresent(residual -> assertThat(law.ofUnfinished()
                                .plus(law.ofBefore())
                                .plus(law.ofSurplus().orElseThrow()))
                        .as("what it is of is all of it")
                        .isEqualTo(residual));
        List<Piece> gone = scene.gone();
        boolean isWhole = !gone.isEmpty()
                && gone.size() == scene.pieces().size()
                && gone.stream().allMatch(p -> scene.contains(p.begin()));
        if (isWhole) {
            assertThat(law.residual()).contains(Fraction.ZERO);
        }
        if (!gone.isEmpty()) {
            long stays = gone.stream().mapToLong(p -> p.minutes().size()).sum();
            assertThat(law.predicted())
                    .contains(Fraction.of(law.arrivals(), scene.to() - scene.from())
                            .times(Fraction.of(stays, gone.size())));
        }
    }

    @Test
    void theLawIsExactWhereAllComesAndGoes() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Journey> journeys = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Piece piece = piece(random);
                journeys.add(journey(new Piece(piece.begin(), piece.minutes(), true, false), i));
            }
            assertThat(FlowMeasures.of(STREAM, new Window(at(0), at(1_000)), FlowTime.elapsed(), journeys.stream())
                            .littlesLaw()
                            .residual())
                    .contains(Fraction.ZERO);
        }
    }
}
