package org.itsmkit.service.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.service.support.SupportingService.essential;
import static org.itsmkit.service.support.SupportingService.helpful;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.service.warranty.Aim;
import org.itsmkit.service.warranty.AimFact;
import org.itsmkit.service.warranty.ServiceValue;
import org.itsmkit.service.warranty.Utility;
import org.itsmkit.service.warranty.Verdict;
import org.itsmkit.service.warranty.Warranty;
import org.itsmkit.service.warranty.WarrantyFacts;
import org.itsmkit.service.warranty.WarrantyTargets;
import org.junit.jupiter.api.Test;

/** What services are worth with what they rest on. */
class SupportGraphTest {

    private static final ServiceId SHOP = ServiceId.of("shop");
    private static final ServiceId PAYMENT = ServiceId.of("payment");
    private static final ServiceId NETWORK = ServiceId.of("network");
    private static final ServiceId NEWS = ServiceId.of("news");

    /** The shop does not work without payment, nor payment without the network; news only help it. */
    private static final SupportGraph GRAPH = SupportGraph.of(Map.of(
            SHOP, List.of(essential(PAYMENT), helpful(NEWS)),
            PAYMENT, List.of(essential(NETWORK)),
            NEWS, List.of(essential(NETWORK))));

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    /** One that does not do what it is to do. */
    private static final ServiceValue USELESS = ServiceValue.of(
            new Utility(List.of(Aim.outcome("any", "Anything")), List.of(AimFact.missed("any", "seen"))),
            new Warranty(WarrantyTargets.none(), WarrantyFacts.none()),
            NOW);

    @Test
    void whatIsEssentialIsFoundByEveryWay() {
        assertThat(GRAPH.essentialTo(SHOP)).containsExactly(NETWORK, PAYMENT);
        assertThat(GRAPH.essentialTo(NETWORK)).isEmpty();
        assertThat(GRAPH.restsOn(SHOP)).containsExactly(essential(PAYMENT), helpful(NEWS));
        assertThat(GRAPH.restsOn(ServiceId.of("nowhere"))).isEmpty();
    }

    @Test
    void noServiceRestsOnItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportGraph.of(Map.of(
                        SHOP, List.of(essential(PAYMENT)),
                        PAYMENT, List.of(helpful(NETWORK)),
                        NETWORK, List.of(essential(SHOP)))))
                .withMessage("rests on itself: network → shop → payment → network");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportGraph.of(Map.of(SHOP, List.of(helpful(SHOP)))))
                .withMessage("rests on itself: shop → shop");
    }

    @Test
    void thereAreBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportGraph.of(Map.of(SHOP, List.of(essential(NEWS), helpful(NEWS)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportGraph.of(Map.of(
                        SHOP,
                        IntStream.range(0, 101)
                                .mapToObj(i -> helpful(ServiceId.of("s" + i)))
                                .toList())));
    }

    @Test
    void aLongChainDoesNoHarm() {
        Map<ServiceId, List<SupportingService>> chain = new HashMap<>();
        for (int i = 0; i < SupportGraph.MOST_SERVICES - 1; i++) {
            chain.put(ServiceId.of("s" + i), List.of(essential(ServiceId.of("s" + (i + 1)))));
        }

        assertThat(SupportGraph.of(chain).essentialTo(ServiceId.of("s0"))).hasSize(SupportGraph.MOST_SERVICES - 1);
        chain.put(ServiceId.of("one-more"), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> SupportGraph.of(chain));
    }

    /** 0.999 of its own, 0.99 of payment, 0.995 of the network: no more than 0.99. */
    @Test
    void nothingIsMoreAvailableThanWhatItCannotWorkWithout() {
        Map<ServiceId, BigDecimal> shares = new HashMap<>(Map.of(
                SHOP, new BigDecimal("0.999"),
                PAYMENT, new BigDecimal("0.99"),
                NETWORK, new BigDecimal("0.995"),
                NEWS, new BigDecimal("0.5")));

        AvailabilityCeiling ceiling = AvailabilityCeiling.of(GRAPH, SHOP, shares);
        assertThat(ceiling.share()).contains(new BigDecimal("0.99"));
        assertThat(ceiling.by()).contains(PAYMENT);
        assertThat(ceiling.unknown()).isEmpty();
        assertThat(ceiling.isBelow(new BigDecimal("0.995"))).isTrue();
        assertThat(ceiling.isBelow(new BigDecimal("0.99"))).isFalse();

        shares.remove(PAYMENT);
        AvailabilityCeiling less = AvailabilityCeiling.of(GRAPH, SHOP, shares);
        assertThat(less.share()).contains(new BigDecimal("0.995"));
        assertThat(less.unknown()).containsExactly(PAYMENT);
        assertThat(AvailabilityCeiling.of(GRAPH, SHOP, Map.of()).share()).isEmpty();
        assertThat(AvailabilityCeiling.of(GRAPH, SHOP, Map.of()).isBelow(BigDecimal.ONE))
                .isFalse();
        shares.put(PAYMENT, new BigDecimal("1.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> AvailabilityCeiling.of(GRAPH, SHOP, shares));
    }

    @Test
    void aServiceIsWorthNoMoreThanWhatItRestsOn() {
        SupportedValue value = SupportedValue.of(GRAPH, SHOP, Map.of(NETWORK, USELESS, NEWS, USELESS));

        assertThat(value.own()).isEqualTo(Verdict.UNKNOWN);
        assertThat(value.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(value.failing()).as("news only help").containsExactly(NETWORK);
        assertThat(value.unknown()).containsExactly(PAYMENT);
        assertThat(value.sentences())
                .containsExactly(
                        "shop is not known to have value.",
                        "shop does not work without network, which has no value.",
                        "shop does not work without payment, which is not known to have value.");
        assertThat(SupportedValue.of(GRAPH, NETWORK, Map.of(NETWORK, USELESS)).sentences())
                .containsExactly("network has no value itself.");
    }

    /** Edges lead from lower to higher numbers, so there are no circles; the least is found by going every way there is. */
    @Property(tries = 100)
    void theCeilingIsTheLeastOfAllThatCanBeReached(
            @ForAll @IntRange(min = 1, max = 7) int size, @ForAll int edges, @ForAll int kinds, @ForAll int shares) {
        Map<ServiceId, List<SupportingService>> restsOn = new HashMap<>();
        Map<ServiceId, BigDecimal> known = new HashMap<>();
        int bit = 0;
        for (int i = 0; i < size; i++) {
            List<SupportingService> on = new ArrayList<>();
            for (int j = i + 1; j < size; j++, bit++) {
                if ((edges >> bit & 1) == 1) {
                    on.add((kinds >> bit & 1) == 1 ? essential(service(j)) : helpful(service(j)));
                }
            }
            restsOn.put(service(i), on);
            if ((shares >> i & 1) == 1) {
                known.put(service(i), BigDecimal.valueOf(Math.floorMod(shares * 31 + i * 17, 100), 2));
            }
        }

        AvailabilityCeiling ceiling = AvailabilityCeiling.of(SupportGraph.of(restsOn), service(0), known);

        Set<ServiceId> reached = new HashSet<>();
        reach(service(0), restsOn, reached);
        assertThat(ceiling.share())
                .isEqualTo(reached.stream()
                        .filter(known::containsKey)
                        .map(known::get)
                        .min(Comparator.naturalOrder()));
        assertThat(ceiling.unknown())
                .containsExactlyInAnyOrderElementsOf(
                        reached.stream().filter(one -> !known.containsKey(one)).toList());
    }

    private static ServiceId service(int number) {
        return ServiceId.of("s" + number);
    }

    private static void reach(ServiceId from, Map<ServiceId, List<SupportingService>> restsOn, Set<ServiceId> reached) {
        reached.add(from);
        restsOn.getOrDefault(from, List.of()).stream()
                .filter(SupportingService::isEssential)
                .forEach(one -> reach(one.service(), restsOn, reached));
    }
}
