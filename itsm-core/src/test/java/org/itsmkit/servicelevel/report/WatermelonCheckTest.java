package org.itsmkit.servicelevel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.servicelevel.report.Service.at;
import static org.itsmkit.servicelevel.report.Service.judged;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.servicelevel.report.WatermelonCheck.Finding;
import org.itsmkit.ticket.ClockState;
import org.junit.jupiter.api.Test;

/** Green outside, red inside. */
class WatermelonCheckTest {

    private static final Satisfaction.Scale STARS = Satisfaction.Scale.of(1, 5);
    private static final WatermelonCheck CHECK =
            new WatermelonCheck(new BigDecimal("0.9"), new BigDecimal("3.5"), STARS, 2);
    private static final By BY_SERVICE = By.labels("service");

    private static Labels service(String name) {
        return Labels.of("service", name);
    }

    private static List<Judged> kept(String service, int met, int breached) {
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < met + breached; i++) {
            ClockState state = i < met ? ClockState.MET : ClockState.BREACHED;
            all.add(judged(service(service), state, at("2026-03-02T10:00")));
        }
        return all;
    }

    private static List<Answer> said(String service, String... scores) {
        return List.of(scores).stream()
                .map(score -> new Answer(service(service), at("2026-03-03T10:00"), new BigDecimal(score)))
                .toList();
    }

    @Test
    void whereAllIsKeptAndNobodyIsSatisfied() {
        List<Judged> kept = new ArrayList<>();
        kept.addAll(kept("mail", 9, 1));
        kept.addAll(kept("print", 95, 5));
        kept.addAll(kept("vpn", 8, 2));
        kept.addAll(kept("wiki", 10, 0));
        List<Answer> said = new ArrayList<>();
        said.addAll(said("mail", "3", "3.5", "3.9"));
        said.addAll(said("print", "3", "4"));
        said.addAll(said("vpn", "1", "2"));
        said.addAll(said("wiki", "1"));
        said.addAll(said("archive", "5", "5"));

        List<Finding> found = CHECK.findings(
                kept.stream().collect(BY_SERVICE.collect(Compliance.collector())),
                said.stream().collect(BY_SERVICE.collect(Satisfaction.collector(STARS))));

        assertThat(found)
                .extracting(finding ->
                        finding.group().get("service").orElseThrow() + " " + finding.outside() + " " + finding.inside())
                .containsExactly(
                        "mail GREEN RED",
                        "print GREEN GREEN",
                        "vpn RED RED",
                        "wiki GREEN UNKNOWN",
                        "archive UNKNOWN GREEN");
        assertThat(found).filteredOn(Finding::isWatermelon).singleElement().satisfies(mail -> {
            assertThat(mail.compliance()).isEqualTo(new Compliance(9, 1, 0, 0));
            assertThat(mail.satisfaction().mean(2)).contains(new BigDecimal("3.46"));
        });
    }

    /** 3.4999… is shown as 3.49, and a mean that is 3.5 exactly is not below it. */
    @Test
    void whatDecidesIsExact() {
        assertThat(new Satisfaction(STARS, 3, new BigDecimal("10.5")).isBelow(new BigDecimal("3.5")))
                .contains(false);
        assertThat(new Satisfaction(STARS, 3, new BigDecimal("10.4999999")).isBelow(new BigDecimal("3.5")))
                .contains(true);
        assertThat(new Satisfaction(STARS, 0, BigDecimal.ZERO).isBelow(BigDecimal.ONE))
                .isEmpty();
        assertThat(new Satisfaction(STARS, 0, BigDecimal.ZERO).mean(1)).isEmpty();
    }

    /** All promises are asked for, the best mean, and a single answer; or nothing of either. */
    @Test
    void whatIsAskedForMayBeAllOrNothing() {
        WatermelonCheck all = new WatermelonCheck(BigDecimal.ONE, new BigDecimal("5"), STARS, 1);
        WatermelonCheck nothing = new WatermelonCheck(BigDecimal.ZERO, BigDecimal.ONE, STARS, 1);
        Grouped<Compliance> kept = kept("mail", 1, 0).stream().collect(BY_SERVICE.collect(Compliance.collector()));
        Grouped<Satisfaction> good =
                said("mail", "5").stream().collect(BY_SERVICE.collect(Satisfaction.collector(STARS)));
        Grouped<Satisfaction> bad =
                said("mail", "1").stream().collect(BY_SERVICE.collect(Satisfaction.collector(STARS)));

        assertThat(all.findings(kept, good).get(0).isWatermelon()).isFalse();
        assertThat(all.findings(kept, bad).get(0).isWatermelon()).isTrue();
        assertThat(nothing.findings(kept, bad).get(0).inside()).isEqualTo(WatermelonCheck.Colour.GREEN);
    }

    @Test
    void satisfactionIsWithinItsScale() {
        assertThat(new Satisfaction(STARS, 2, new BigDecimal("2")).mean(0)).contains(BigDecimal.ONE);
        assertThat(new Satisfaction(STARS, 2, BigDecimal.TEN).mean(0)).contains(new BigDecimal("5"));
        for (String sum : List.of("1.99", "10.01")) {
            assertThatThrownBy(() -> new Satisfaction(STARS, 2, new BigDecimal(sum)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Satisfaction(STARS, -1, new BigDecimal("-3")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> said("mail", "0.9").stream().collect(Satisfaction.collector(STARS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WatermelonCheck(new BigDecimal("-0.1"), BigDecimal.ONE, STARS, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void satisfactionIsWhatOneAddsUp() {
        Seeds.each(200, random -> {
            List<Answer> said = new ArrayList<>();
            long quarters = 0;
            for (int i = random.nextInt(40); i > 0; i--) {
                int score = 4 + random.nextInt(17);
                quarters += score;
                said.addAll(said(
                        "mail", new BigDecimal(score).divide(new BigDecimal(4)).toPlainString()));
            }
            Satisfaction found = said.parallelStream().collect(Satisfaction.collector(STARS));
            long all = quarters;
            assertThat(found.answers()).isEqualTo(said.size());
            assertThat(found.sum().multiply(new BigDecimal(4))).isEqualByComparingTo(BigDecimal.valueOf(all));
            assertThat(found.isBelow(new BigDecimal("2.75")))
                    .isEqualTo(
                            said.isEmpty()
                                    ? java.util.Optional.empty()
                                    : java.util.Optional.of(all < 11L * said.size()));
        });
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> said("mail", "5.5").stream().collect(Satisfaction.collector(STARS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Satisfaction.Scale.of(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Satisfaction(STARS, 1, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WatermelonCheck(new BigDecimal("95"), BigDecimal.ONE, STARS, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WatermelonCheck(BigDecimal.ONE, BigDecimal.TEN, STARS, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WatermelonCheck(BigDecimal.ONE, BigDecimal.ONE, STARS, 0))
                .isInstanceOf(IllegalArgumentException.class);
        Grouped<Satisfaction> onAnother = said("mail", "5").stream()
                .collect(BY_SERVICE.collect(Satisfaction.collector(Satisfaction.Scale.of(0, 10))));
        assertThatThrownBy(() -> CHECK.findings(
                        kept("mail", 1, 0).stream().collect(BY_SERVICE.collect(Compliance.collector())), onAnother))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
