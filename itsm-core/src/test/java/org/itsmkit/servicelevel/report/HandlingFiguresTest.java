package org.itsmkit.servicelevel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.servicelevel.report.Service.at;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.servicelevel.availability.Ratio;
import org.junit.jupiter.api.Test;

/** First contact, and from group to group. */
class HandlingFiguresTest {

    private static Handled of(String team, boolean isAtFirstContact, int reassignments) {
        return new Handled(Labels.of("team", team), at("2026-03-02T10:00"), isAtFirstContact, reassignments);
    }

    @Test
    void ratesByTeam() {
        Grouped<HandlingFigures> found = Stream.of(
                        of("desk", true, 0), of("desk", true, 0), of("desk", false, 2), of("network", false, 3))
                .collect(By.labels("team").collect(HandlingFigures.collector()));

        HandlingFigures desk = found.of(Labels.of("team", "desk")).orElseThrow();
        assertThat(desk.firstContactRate()).contains(Ratio.of(2, 3));
        assertThat(desk.reassignedRate()).contains(Ratio.of(1, 3));
        assertThat(desk.meanReassignments(2)).contains(new BigDecimal("0.66"));
        assertThat(found.total()).isEqualTo(new HandlingFigures(4, 2, Map.of(0, 2L, 2, 1L, 3, 1L)));
        assertThat(found.total().reassignments()).isEqualTo(5);
    }

    @Test
    void allOfThemMayBeAtFirstContactAndNoneMayBe() {
        assertThat(new HandlingFigures(2, 2, Map.of(0, 2L)).firstContactRate()).contains(Ratio.ONE);
        assertThat(new HandlingFigures(2, 0, Map.of(1, 2L)).firstContactRate()).contains(Ratio.ZERO);
        assertThat(new HandlingFigures(2, 0, Map.of(1, 2L)).reassignedRate()).contains(Ratio.ONE);
    }

    @Test
    void ofNoneThereIsNoRate() {
        HandlingFigures none = Stream.<Handled>empty().collect(HandlingFigures.collector());

        assertThat(none.firstContactRate()).isEmpty();
        assertThat(none.reassignedRate()).isEmpty();
        assertThat(none.meanReassignments(1)).isEmpty();
    }

    @Test
    void theyAreWhatOneCounts() {
        Seeds.each(200, random -> {
            List<Handled> all = new ArrayList<>();
            long first = 0;
            long hops = 0;
            for (int i = random.nextInt(50); i > 0; i--) {
                boolean isFirst = random.nextBoolean();
                int often = random.nextInt(4);
                first += isFirst ? 1 : 0;
                hops += often;
                all.add(of("desk", isFirst, often));
            }
            HandlingFigures found = all.parallelStream().collect(HandlingFigures.collector());
            assertThat(found.records()).isEqualTo(all.size());
            assertThat(found.atFirstContact()).isEqualTo(first);
            assertThat(found.reassignments()).isEqualTo(hops);
        });
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> of("desk", true, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HandlingFigures(1, -1, Map.of(0, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HandlingFigures(1, 2, Map.of(0, 1L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HandlingFigures(2, 1, Map.of(0, 1L))).isInstanceOf(IllegalArgumentException.class);
    }
}
