package org.itsmkit.problem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.problem.analysis.Pareto.Line;
import org.junit.jupiter.api.Test;

class ParetoTest {

    @Test
    void theVitalFewReachTheShare() {
        Pareto calls = Pareto.of("calls", Map.of("printer", 50L, "mail", 30L, "vpn", 15L, "phone", 5L));

        assertThat(calls.vitalFew()).extracting(Line::category).containsExactly("printer", "mail");
        assertThat(calls.lines()).extracting(Line::cumulated).containsExactly(50L, 80L, 95L, 100L);
        assertThat(calls.lines().get(2).cumulatedShare()).isEqualByComparingTo("0.95");
        assertThat(calls.findings()).isEmpty();
        assertThat(calls.candidates()).extracting(CauseCandidate::cause).containsExactly("printer", "mail");
    }

    @Test
    void whatIsEqualToTheLastBelongsToTheVitalFewToo() {
        Pareto calls = Pareto.of("calls", Map.of("printer", 60L, "mail", 20L, "vpn", 20L));

        assertThat(calls.vitalFew()).extracting(Line::category).containsExactly("printer", "mail", "vpn");
        assertThat(calls.findings()).extracting(Finding::code).containsExactly("pareto.no-vital-few");
    }

    @Test
    void nothingCountedHasNoVitalFew() {
        Pareto none = Pareto.of("calls", Map.of("printer", 0L));

        assertThat(none.vitalFew()).isEmpty();
        assertThat(none.findings()).extracting(Finding::code).containsExactly("pareto.nothing-counted");
    }

    @Test
    void greatCountsAreExact() {
        long great = Long.MAX_VALUE / 5;
        Pareto calls = Pareto.of("calls", Map.of("a", 4 * great - 1, "b", great + 1));

        // One short of 80 per cent.
        assertThat(calls.vitalFew()).hasSize(2);
        assertThat(Pareto.of("calls", Map.of("a", 4 * great, "b", great)).vitalFew())
                .hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Pareto.of("calls", Map.of("a", Long.MAX_VALUE, "b", 1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Pareto.of("calls", Map.of("a", -1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pareto("calls", Map.of(), new BigDecimal("1.01")));
    }

    /** Among all sets that hold whatever occurs as often as what they hold, the least that reaches the share. */
    @Test
    void noSmallerSetReachesTheShare() {
        Seeds.each(200, random -> {
            Map<String, Long> counts = new HashMap<>();
            long total = 0;
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                long count = random.nextInt(6);
                counts.put("c" + i, count);
                total += count;
            }
            int percent = 1 + random.nextInt(100);
            Set<String> least = new HashSet<>();
            for (long bar = 6; bar >= 1; bar--) {
                long sum = 0;
                Set<String> above = new HashSet<>();
                for (Map.Entry<String, Long> entry : counts.entrySet()) {
                    if (entry.getValue() >= bar) {
                        above.add(entry.getKey());
                        sum += entry.getValue();
                    }
                }
                if (total > 0 && sum * 100 >= percent * total && least.isEmpty()) {
                    least.addAll(above);
                }
            }
            Pareto pareto = new Pareto("x", counts, BigDecimal.valueOf(percent, 2));

            assertThat(pareto.vitalFew().stream().map(Line::category)).containsExactlyInAnyOrderElementsOf(least);
            assertThat(pareto.vitalFew()).isEqualTo(pareto.lines().subList(0, least.size()));
        });
    }
}
