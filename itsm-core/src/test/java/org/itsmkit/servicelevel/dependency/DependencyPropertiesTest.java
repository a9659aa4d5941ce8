package org.itsmkit.servicelevel.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Graphs of up to twelve against all states that they can be in, and against every minute. */
class DependencyPropertiesTest {

    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");
    private static final int MINUTES = 120;

    private static String name(int i) {
        return "n" + i;
    }

    private static Window window(int from, int to) {
        return new Window(ZERO.plusSeconds(from * 60L), ZERO.plusSeconds(to * 60L));
    }

    /** Each needs some of those behind it: much is shared. */
    private static Map<String, List<Requirement>> needs(Random random, int size) {
        Map<String, List<Requirement>> needs = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            List<Requirement> requirements = new ArrayList<>();
            for (int j = random.nextInt(3); j > 0 && i + 1 < size; j--) {
                List<String> others = new ArrayList<>();
                for (int k = i + 1; k < size; k++) {
                    others.add(name(k));
                }
                Collections.shuffle(others, random);
                others = others.subList(0, 1 + random.nextInt(Math.min(4, others.size())));
                requirements.add(new Requirement(1 + random.nextInt(others.size()), others));
            }
            needs.put(name(i), requirements);
        }
        return needs;
    }

    /** What the words say: not down itself, and of each requirement enough are available. */
    private static boolean isUp(Map<String, List<Requirement>> needs, String name, Predicate<String> isUpItself) {
        if (!isUpItself.test(name)) {
            return false;
        }
        for (Requirement requirement : needs.get(name)) {
            int up = 0;
            for (String other : requirement.of()) {
                up += isUp(needs, other, isUpItself) ? 1 : 0;
            }
            if (up < requirement.needed()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theProbabilityIsThatOfAllStatesInWhichItIsUp() {
        Seeds.each(150, random -> {
            int size = 1 + random.nextInt(10);
            Map<String, List<Requirement>> needs = needs(random, size);
            Map<String, BigDecimal> own = new HashMap<>();
            for (int i = 0; i < size; i++) {
                own.put(name(i), BigDecimal.valueOf(random.nextInt(11), 1));
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (int state = 0; state < 1 << size; state++) {
                int bits = state;
                BigDecimal probability = BigDecimal.ONE;
                for (int i = 0; i < size; i++) {
                    BigDecimal up = own.get(name(i));
                    boolean isUp = (bits >> i & 1) == 1;
                    probability = probability.multiply(isUp ? up : BigDecimal.ONE.subtract(up));
                }
                boolean counts = probability.signum() > 0
                        && isUp(needs, name(0), each -> (bits >> Integer.parseInt(each.substring(1)) & 1) == 1);
                sum = counts ? sum.add(probability) : sum;
            }
            DependencyGraph graph = DependencyGraph.of(needs);
            assertThat(graph.availability(name(0), own, MathContext.UNLIMITED)).isEqualByComparingTo(sum);
            assertThat(graph.availability(name(0), own).subtract(sum).abs()).isLessThan(new BigDecimal("1e-30"));
        });
    }

    /** Twelve components under one requirement, of which any number may be needed. */
    @Test
    void soManyOfTwelveAreThoseOfAllStates() {
        Seeds.each(10, random -> {
            int size = 12;
            String[] names = new String[size];
            Map<String, BigDecimal> own = new HashMap<>();
            for (int i = 0; i < size; i++) {
                names[i] = name(i);
                own.put(name(i), BigDecimal.valueOf(random.nextInt(101), 2));
            }
            BigDecimal[] exactly = new BigDecimal[size + 1];
            java.util.Arrays.fill(exactly, BigDecimal.ZERO);
            for (int state = 0; state < 1 << size; state++) {
                BigDecimal probability = BigDecimal.ONE;
                for (int i = 0; i < size; i++) {
                    BigDecimal up = own.get(name(i));
                    probability = probability.multiply((state >> i & 1) == 1 ? up : BigDecimal.ONE.subtract(up));
                }
                exactly[Integer.bitCount(state)] = exactly[Integer.bitCount(state)].add(probability);
            }
            BigDecimal atLeast = BigDecimal.ZERO;
            for (int needed = size; needed >= 1; needed--) {
                atLeast = atLeast.add(exactly[needed]);
                DependencyGraph graph =
                        DependencyGraph.of(Map.of("service", List.of(Requirement.atLeast(needed, names))));
                assertThat(graph.availability("service", own, MathContext.UNLIMITED))
                        .isEqualByComparingTo(atLeast);
            }
        });
    }

    @Test
    void windowsAreWhatEveryMinuteShows() {
        Seeds.each(250, random -> {
            int size = 1 + random.nextInt(9);
            Map<String, List<Requirement>> needs = needs(random, size);
            Map<String, List<Window>> down = new HashMap<>();
            for (int i = 0; i < size; i++) {
                List<Window> windows = new ArrayList<>();
                for (int j = random.nextInt(4); j > 0; j--) {
                    int from = random.nextInt(MINUTES - 1);
                    windows.add(window(from, from + 1 + random.nextInt(MINUTES - from)));
                }
                down.put(name(i), windows);
            }
            List<Window> expected = new ArrayList<>();
            int since = -1;
            for (int minute = 0; minute <= MINUTES; minute++) {
                Instant at = ZERO.plusSeconds(minute * 60L);
                boolean isDown = minute < MINUTES
                        && !isUp(needs, name(0), each -> down.get(each).stream().noneMatch(w -> w.contains(at)));
                if (isDown && since < 0) {
                    since = minute;
                } else if (!isDown && since >= 0) {
                    expected.add(window(since, minute));
                    since = -1;
                }
            }
            assertThat(DependencyGraph.of(needs).downWindows(name(0), down)).isEqualTo(expected);
        });
    }
}
