package org.itsmkit.servicelevel.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.dependency.Requirement.allOf;
import static org.itsmkit.servicelevel.dependency.Requirement.anyOf;
import static org.itsmkit.servicelevel.dependency.Requirement.atLeast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.itsmkit.calendar.Window;
import org.itsmkit.servicelevel.availability.AgreedServiceTime;
import org.itsmkit.servicelevel.availability.Availability;
import org.itsmkit.servicelevel.availability.Outage;
import org.itsmkit.servicelevel.availability.OutageCause;
import org.itsmkit.servicelevel.availability.Ratio;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A web shop: it needs its database, two of three web servers, and one of two lines; all servers need the same power. */
class DependencyGraphTest {

    private static final DependencyGraph SHOP = DependencyGraph.of(Map.of(
            "shop", List.of(allOf("database"), atLeast(2, "web-1", "web-2", "web-3"), anyOf("line-a", "line-b"))));

    private static Window hours(int from, int to) {
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
        return new Window(midnight.plus(Duration.ofHours(from)), midnight.plus(Duration.ofHours(to)));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Nested
    class ByWindows {

        @Test
        void inSeriesItIsDownWhereAnyIs() {
            assertThat(SHOP.downWindows("shop", Map.of("database", List.of(hours(4, 5), hours(1, 2), hours(2, 3)))))
                    .containsExactly(hours(1, 3), hours(4, 5));
        }

        @Test
        void inParallelItIsDownWhereAllAre() {
            assertThat(SHOP.downWindows(
                            "shop",
                            Map.of("line-a", List.of(hours(0, 6)), "line-b", List.of(hours(2, 3), hours(5, 9)))))
                    .containsExactly(hours(2, 3), hours(5, 6));
        }

        @Test
        void ofSoManyItIsDownWhereTooFewAreLeft() {
            // two of three are needed: down where two are
            assertThat(SHOP.downWindows(
                            "shop",
                            Map.of(
                                    "web-1", List.of(hours(0, 4)),
                                    "web-2", List.of(hours(3, 6)),
                                    "web-3", List.of(hours(4, 8)))))
                    .containsExactly(hours(3, 6));
        }

        @Test
        void itIsDownWhereItIsItself() {
            assertThat(SHOP.downWindows("shop", Map.of("shop", List.of(hours(1, 2)), "line-a", List.of(hours(0, 9)))))
                    .containsExactly(hours(1, 2));
        }

        @Test
        void whatIsSharedTakesAllWithIt() {
            DependencyGraph sameRack = DependencyGraph.of(Map.of(
                    "shop", List.of(anyOf("web-1", "web-2")),
                    "web-1", List.of(allOf("power")),
                    "web-2", List.of(allOf("power"))));

            assertThat(sameRack.downWindows("shop", Map.of("power", List.of(hours(1, 2)))))
                    .containsExactly(hours(1, 2));
        }

        @Test
        void theAvailabilityOfTheServiceFollows() {
            List<Outage> outages = SHOP.downWindows("shop", Map.of("database", List.of(hours(6, 9)))).stream()
                    .map(down -> Outage.of("shop", down.fromInclusive(), down.toExclusive(), OutageCause.PROVIDER))
                    .toList();

            assertThat(Availability.over(hours(0, 24), AgreedServiceTime.always(), outages)
                            .orElseThrow()
                            .ratio())
                    .isEqualTo(Ratio.of(21, 24));
        }
    }

    @Nested
    class ByProbability {

        @Test
        void byHand() {
            Map<String, BigDecimal> own = Map.of(
                    "database", decimal("0.99"),
                    "web-1", decimal("0.9"),
                    "web-2", decimal("0.9"),
                    "web-3", decimal("0.9"),
                    "line-a", decimal("0.8"),
                    "line-b", decimal("0.9"));

            // 0.99 · (3 · 0.9² · 0.1 + 0.9³) · (1 − 0.2 · 0.1) = 0.99 · 0.972 · 0.98
            assertThat(SHOP.availability("shop", own, MathContext.UNLIMITED)).isEqualByComparingTo("0.9430344");
            assertThat(SHOP.availability("shop", own)).isEqualByComparingTo("0.9430344");
        }

        @Test
        void whatIsSharedIsNotCountedTwice() {
            DependencyGraph sameRack = DependencyGraph.of(Map.of(
                    "shop", List.of(anyOf("web-1", "web-2")),
                    "web-1", List.of(allOf("power")),
                    "web-2", List.of(allOf("power"))));
            Map<String, BigDecimal> own =
                    Map.of("web-1", decimal("0.9"), "web-2", decimal("0.9"), "power", decimal("0.5"));

            // 0.5 · (1 − 0.1²); as if each had its own power, it would be 1 − 0.55² = 0.6975
            assertThat(sameRack.availability("shop", own, MathContext.UNLIMITED))
                    .isEqualByComparingTo("0.495");
        }

        @Test
        void certaintiesStaySo() {
            DependencyGraph lines = DependencyGraph.of(Map.of("shop", List.of(anyOf("line-a", "line-b"))));
            assertThat(lines.availability("shop", Map.of("line-a", BigDecimal.ONE, "line-b", BigDecimal.ZERO)))
                    .isEqualByComparingTo("1");
            assertThat(lines.availability("shop", Map.of("line-a", BigDecimal.ZERO, "line-b", BigDecimal.ZERO)))
                    .isEqualByComparingTo("0");
            DependencyGraph samePower = DependencyGraph.of(Map.of(
                    "shop",
                    List.of(anyOf("line-a", "line-b")),
                    "line-a",
                    List.of(allOf("power")),
                    "line-b",
                    List.of(allOf("power"))));
            Map<String, BigDecimal> halves = Map.of("line-a", decimal("0.5"), "line-b", decimal("0.5"));
            Map<String, BigDecimal> own = new HashMap<>(halves);
            own.put("power", BigDecimal.ONE);
            assertThat(samePower.availability("shop", own)).isEqualByComparingTo("0.75");
            own.put("power", BigDecimal.ZERO);
            assertThat(samePower.availability("shop", own)).isEqualByComparingTo("0");
        }

        @Test
        void whatIsNoProbabilityIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SHOP.availability("database", Map.of("database", decimal("1.01"))))
                    .withMessageContaining("1.01");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SHOP.availability("database", Map.of("database", decimal("-0.01"))));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SHOP.availability("database", Map.of()))
                    .withMessage("no availability is given of the component database");
        }

        @Test
        void tooMuchThatIsSharedIsRefused() {
            Map<String, List<Requirement>> needs = new HashMap<>();
            Map<String, BigDecimal> own = new HashMap<>();
            String[] pairs = new String[24];
            for (int i = 0; i < 24; i++) {
                pairs[i] = "pair-" + i;
                needs.put(pairs[i], List.of(anyOf("shared-" + i, "shared-" + (i + 1))));
            }
            for (int i = 0; i <= 24; i++) {
                own.put("shared-" + i, decimal("0.9"));
            }
            needs.put("all", List.of(allOf(pairs)));
            DependencyGraph graph = DependencyGraph.of(needs);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> graph.availability("all", own))
                    .withMessageContaining("needed in several places");
            assertThat(graph.downWindows(
                            "all", Map.of("shared-3", List.of(hours(0, 2)), "shared-4", List.of(hours(1, 3)))))
                    .containsExactly(hours(1, 2));
        }

        /** Thirteen pairs of neighbours, each of which may be down alone; and {@code lines}, one of which is enough. */
        private Map<String, List<Requirement>> neighbours(String... lines) {
            Map<String, List<Requirement>> needs = new java.util.LinkedHashMap<>();
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                all.add("pair-" + i);
                needs.put("pair-" + i, List.of(anyOf("n" + i, "n" + (i + 1))));
            }
            all.add("lines");
            needs.put("lines", List.of(anyOf(lines)));
            needs.put("all", List.of(allOf(all.toArray(String[]::new))));
            return needs;
        }

        private Map<String, BigDecimal> halves(String... lines) {
            Map<String, BigDecimal> own = new HashMap<>();
            for (int i = 0; i < 14; i++) {
                own.put("n" + i, decimal("0.5"));
            }
            for (String line : lines) {
                own.put(line, BigDecimal.ONE);
            }
            return own;
        }

        private String[] thousandLines() {
            String[] lines = new String[1_000];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = "line-" + i;
            }
            return lines;
        }

        /** Rows of fourteen zeros and ones in which no two zeros are neighbours are as many as the sixteenth Fibonacci number. */
        @Test
        void whatIsNotSharedIsReckonedOnceHoweverMuchIs() {
            String[] lines = thousandLines();

            assertThat(DependencyGraph.of(neighbours(lines)).availability("all", halves(lines), MathContext.UNLIMITED))
                    .isEqualByComparingTo(decimal("987").divide(decimal("16384")));
        }

        @Test
        void whatNeedsSomethingSharedIsReckonedWithItAndMayBeTooMuch() {
            String[] lines = thousandLines();
            lines[0] = "n1";

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DependencyGraph.of(neighbours(lines)).availability("all", halves(lines)))
                    .withMessageContaining("exactly: 12 or more are needed in several places");
        }

        @Test
        void ofThirtyLinesThatNobodySharesOneIsEnough() {
            String[] lines = new String[30];
            Map<String, BigDecimal> own = new HashMap<>();
            for (int i = 0; i < lines.length; i++) {
                lines[i] = "line-" + i;
                own.put(lines[i], decimal("0.5"));
            }

            assertThat(DependencyGraph.of(Map.of("shop", List.of(anyOf(lines))))
                            .availability("shop", own, MathContext.UNLIMITED))
                    .isEqualByComparingTo(BigDecimal.ONE.subtract(decimal("0.5").pow(30)));
        }

        @Test
        void whoeverIsNotInTheGraphHasNoAvailability() {
            DependencyGraph lines = DependencyGraph.of(Map.of("shop", List.of(anyOf("line-a", "line-b"))));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lines.availability(
                            "shop",
                            Map.of("line-a", BigDecimal.ONE, "line-b", BigDecimal.ONE, "line-c", BigDecimal.ONE)))
                    .withMessage("not in the graph: line-c");
        }

        @Test
        void tooManyOfTooManyAreRefused() {
            String[] all = new String[10_000];
            Map<String, BigDecimal> own = new HashMap<>();
            for (int i = 0; i < all.length; i++) {
                all[i] = "n" + i;
                own.put(all[i], BigDecimal.ONE);
            }
            DependencyGraph graph = DependencyGraph.of(Map.of("half", List.of(atLeast(5_000, all))));

            assertThatIllegalArgumentException().isThrownBy(() -> graph.availability("half", own));
        }
    }

    @Test
    void circlesAreRefusedAndNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DependencyGraph.of(Map.of("a", List.of(allOf("a")))))
                .withMessage("depends on itself: a → a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DependencyGraph.of(Map.of(
                        "a", List.of(allOf("b")),
                        "b", List.of(anyOf("x", "c")),
                        "c", List.of(atLeast(1, "b", "y")))))
                .withMessageMatching("depends on itself: (b → c → b|c → b → c)");
        Map<String, List<Requirement>> ring = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            ring.put("n" + i, List.of(allOf("n" + (i + 1) % 1_000)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DependencyGraph.of(ring))
                .withMessageContaining("(990 more)");
    }

    /** Ten are named, and of more how many there are. */
    @Test
    void longCirclesAreNotNamedInFull() {
        for (int length : new int[] {10, 11}) {
            Map<String, List<Requirement>> ring = new java.util.LinkedHashMap<>();
            for (int i = 0; i < length; i++) {
                ring.put("n" + i, List.of(allOf("n" + (i + 1) % length)));
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DependencyGraph.of(ring))
                    .withMessage("depends on itself: n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → n8 → n9"
                            + (length == 10 ? "" : " → (1 more)") + " → n0");
        }
    }

    @Test
    void aGraphIsShownByItsSize() {
        assertThat(SHOP).hasToString("DependencyGraph[7 names]");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> atLeast(0, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> atLeast(3, "a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> allOf());
        assertThatIllegalArgumentException().isThrownBy(() -> allOf("a", "a")).withMessageContaining("once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHOP.downWindows("shopp", Map.of()))
                .withMessage("not in the graph: shopp");
        assertThatIllegalArgumentException().isThrownBy(() -> SHOP.downWindows("shop", Map.of("web-4", List.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHOP.availability("shop", Map.of("web-4", BigDecimal.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> SHOP.below("nothing"));
    }

    @Test
    void whatIsBelowStandsBehindWhatItDependsOn() {
        assertThat(SHOP.below("shop")).hasSize(7).last().isEqualTo("shop");
        assertThat(SHOP.needsOf("line-a")).isEmpty();
        assertThat(SHOP.names()).hasSize(7);
    }

    @Nested
    class Large {

        private final Instant zero = Instant.parse("2026-03-02T00:00:00Z");

        private Window seconds(int from, int to) {
            return new Window(zero.plusSeconds(from), zero.plusSeconds(to));
        }

        @Test
        void aChainOfAHundredThousandIsSoonFollowed() {
            int length = 100_000;
            Map<String, List<Requirement>> needs = new HashMap<>();
            Map<String, List<Window>> down = new HashMap<>();
            List<Window> expected = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                needs.put("n" + i, i + 1 < length ? List.of(allOf("n" + (i + 1))) : List.of());
                down.put("n" + i, List.of(seconds(2 * i, 2 * i + 1)));
                expected.add(seconds(2 * i, 2 * i + 1));
            }
            long begin = System.nanoTime();
            DependencyGraph chain = DependencyGraph.of(needs);
            assertThat(chain.downWindows("n0", down)).isEqualTo(expected);
            assertThat(chain.availability("n0", Map.of("n" + (length - 1), decimal("0.5"), "n7", decimal("0.5"))))
                    .isEqualByComparingTo("0.25");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        }

        /** 10,000 with 50,000 edges, each with a window of its own: it is down where one is that it reaches. */
        @Test
        void aGraphOfTenThousandIsSoonFollowed() {
            Random random = new Random(20_260_302);
            int size = 10_000;
            Map<String, List<Requirement>> needs = new HashMap<>();
            Map<String, List<Window>> down = new HashMap<>();
            List<List<Integer>> below = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                List<Requirement> five = new ArrayList<>();
                below.add(new ArrayList<>());
                for (int j = 0; j < 5 && i + 1 < size; j++) {
                    int other = i + 1 + random.nextInt(Math.min(1_000, size - i - 1));
                    five.add(allOf("n" + other));
                    below.get(i).add(other);
                }
                needs.put("n" + i, five);
                down.put("n" + i, List.of(seconds(2 * i, 2 * i + 1)));
            }
            boolean[] isReached = new boolean[size];
            isReached[0] = true;
            List<Window> expected = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                if (isReached[i]) {
                    expected.add(seconds(2 * i, 2 * i + 1));
                    below.get(i).forEach(other -> isReached[other] = true);
                }
            }
            long begin = System.nanoTime();
            DependencyGraph graph = DependencyGraph.of(needs);
            assertThat(graph.downWindows("n0", down)).isEqualTo(expected);
            // what is needed in any case is shared without end, and yet each counts once: 2 to the power of those that
            // are reached
            Map<String, BigDecimal> own = new HashMap<>();
            needs.keySet().forEach(name -> own.put(name, decimal("0.5")));
            assertThat(graph.availability("n0", own, MathContext.DECIMAL64).round(new MathContext(9)))
                    .isEqualByComparingTo(decimal("0.5")
                            .pow(expected.size(), MathContext.DECIMAL128)
                            .round(new MathContext(9)));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        }

        /** Pairs upon pairs, where what is below is needed by both: the windows of the lowest go all the way up. */
        @Test
        void thousandsOfRequirementsUponEachOtherAreSoonFollowed() {
            int levels = 5_000;
            Map<String, List<Requirement>> needs = new HashMap<>();
            for (int i = 0; i < levels; i++) {
                needs.put("a" + i, List.of(anyOf("a" + (i + 1), "b" + (i + 1))));
                needs.put("b" + i, List.of(anyOf("a" + (i + 1), "b" + (i + 1))));
            }
            String lowest = String.valueOf(levels);
            Map<String, List<Window>> down =
                    Map.of("a" + lowest, List.of(hours(0, 3)), "b" + lowest, List.of(hours(1, 4)));
            long begin = System.nanoTime();
            assertThat(DependencyGraph.of(needs).downWindows("a0", down)).containsExactly(hours(1, 3));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        }
    }
}
