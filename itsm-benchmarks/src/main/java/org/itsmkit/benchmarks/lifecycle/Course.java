package org.itsmkit.benchmarks.lifecycle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.itsmkit.benchmarks.Paired;
import org.openjdk.jmh.infra.Blackhole;

/** Who is compared, and over which course. */
final class Course {

    static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

    private static final Instant LATER = BEGIN.plusSeconds(3_600);
    private static final Step[] STEPS = Step.values();

    /** Round and round, so that every step is possible and permitted. */
    private static final Step[] ROUND = {
        Step.ASSIGN, Step.START, Step.HOLD, Step.RESUME, Step.HOLD, Step.RESUME, Step.RESOLVE, Step.REOPEN
    };

    private final Blackhole seen = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    /** Each in a loop of its own, so that none pays for the others' being there. */
    Map<String, Paired.Work> works() {
        KitMover kit = new KitMover("anna", new NoFacts());
        BareMover bare = new BareMover("anna", new NoFacts());
        LimitMover limit = new LimitMover("anna");
        StatelessMover stateless = new StatelessMover("anna");
        SquirrelMover squirrel = new SquirrelMover("anna");
        Map<String, Paired.Work> works = new LinkedHashMap<>();
        works.put("kit", times -> {
            kit.open();
            for (int i = 0; i < times; i++) {
                kit.take(ROUND[i & 7], LATER);
                seen.consume(kit.now());
            }
        });
        works.put("bare", times -> {
            bare.open();
            for (int i = 0; i < times; i++) {
                bare.take(ROUND[i & 7], LATER);
                seen.consume(bare.now());
            }
        });
        works.put("limit", times -> {
            limit.open();
            for (int i = 0; i < times; i++) {
                limit.take(ROUND[i & 7], LATER);
                seen.consume(limit.now());
            }
        });
        works.put("stateless4j", times -> {
            stateless.open();
            for (int i = 0; i < times; i++) {
                stateless.take(ROUND[i & 7], LATER);
                seen.consume(stateless.now());
            }
        });
        works.put("squirrel", times -> {
            squirrel.open();
            for (int i = 0; i < times; i++) {
                squirrel.take(ROUND[i & 7], LATER);
                seen.consume(squirrel.now());
            }
        });
        return works;
    }

    /** In how many of so many steps, most of them refused, anybody comes to stand elsewhere than the limit. */
    static int wrong(int cases, int steps) {
        Random random = new Random(20_261_121);
        int wrong = 0;
        for (int i = 0; i < cases; i++) {
            String caller = random.nextInt(4) > 0 ? "anna" : "bob";
            LimitMover limit = new LimitMover(caller);
            List<Mover> others = List.of(
                    new KitMover(caller, new NoFacts()),
                    new BareMover(caller, new NoFacts()),
                    new StatelessMover(caller),
                    new SquirrelMover(caller));
            for (int n = 0; n < steps; n++) {
                Step step = random.nextBoolean() ? ROUND[(int) limit.version() & 7] : STEPS[random.nextInt(7)];
                Instant at = BEGIN.plusSeconds(n + random.nextInt(4));
                limit.take(step, at);
                for (Mover other : others) {
                    other.take(step, at);
                    wrong += other.stage() == limit.stage() && other.version() == limit.version() ? 0 : 1;
                }
            }
        }
        return wrong;
    }
}
