package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.valuestream.flow.Claim;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;
import org.itsmkit.valuestream.flow.journey.FlowTime;
import org.itsmkit.valuestream.flow.journey.Journey;
import org.itsmkit.valuestream.flow.journey.Standing;
import org.itsmkit.valuestream.flow.journey.Track;
import org.itsmkit.valuestream.flow.measure.Comparison;
import org.itsmkit.valuestream.flow.measure.FlowMeasures;
import org.itsmkit.valuestream.flow.measure.Fraction;
import org.itsmkit.valuestream.flow.measure.StepTarget;
import org.itsmkit.valuestream.ledger.Conversion;
import org.itsmkit.valuestream.ledger.Demand;
import org.itsmkit.valuestream.ledger.Ending;
import org.itsmkit.valuestream.ledger.Quantity;
import org.itsmkit.valuestream.ledger.Stakeholder;
import org.itsmkit.valuestream.ledger.ValueEffect;
import org.itsmkit.valuestream.ledger.ValueEntry;
import org.itsmkit.valuestream.ledger.ValueKind;
import org.itsmkit.valuestream.ledger.ValueLedger;
import org.itsmkit.valuestream.ledger.Worth;
import org.junit.jupiter.api.Test;

/** The snippets about value streams and the value ledger. */
class ValueStreamsDocTest {

    private static Instant at(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }

    private static RecordRef ref(String kind, String id) {
        return RecordRef.of(kind, RecordId.of(id));
    }

    private static Standing standing(String time, String kind, String status, Phase phase) {
        return new Standing(at(time), Claim.of(kind, status), phase);
    }

    private static ValueStream shop() {
        // spotless:off
        // snippet: value-stream
        ValueStream shop = ValueStream.named("New things in the shop")
                .begin(Step.of("weigh", ValueChainActivity.ENGAGE)
                        .practices("relationship management", "portfolio management")
                        .roles("product owner")
                        .work("idea", "raised", "weighed"))                // of a kind of the host's own
                .step(Step.of("build", ValueChainActivity.OBTAIN_BUILD)
                        .practices("software development and management")
                        .work("change", "draft", "authorised", "implementing")
                        .labelled("on the bench"))                         // for what has no status
                .step(Step.of("check", ValueChainActivity.DESIGN_AND_TRANSITION)
                        .practices("service validation and testing")
                        .work("change", "implemented"))
                .along("weigh", "build", "check")
                .build();
        String picture = shop.toMermaid();                                 // or toSvg()
        // end
        // spotless:on
        assertThat(picture).startsWith("flowchart LR\n");
        assertThat(shop.toSvg()).startsWith("<svg ");
        return shop;
    }

    @Test
    void aMonthOfTheShop() {
        ValueStream stream = shop();
        // spotless:off
        // snippet: value-stream-journey
        Track idea = new Track(ref("idea", "7"), List.of(
                standing("2026-03-02T09:00", "idea", "raised", Phase.NEW),
                standing("2026-03-04T09:00", "idea", "weighed", Phase.ACTIVE),
                standing("2026-03-04T17:00", "idea", "taken", Phase.CLOSED)));
        Track change = new Track(ref("change", "C-2"), List.of(            // as Track.of(Changes.DEFINITION, journal)
                standing("2026-03-05T09:00", "change", "draft", Phase.NEW),
                standing("2026-03-05T13:00", "change", "implementing", Phase.ACTIVE),
                standing("2026-03-06T17:00", "change", "implemented", Phase.RESOLVED),
                standing("2026-03-09T09:00", "change", "closed", Phase.CLOSED)));

        Journey giftCards = Journey.of(stream, "gift cards", List.of(idea, change));
        // end
        // spotless:on
        Journey colours = Journey.of(
                stream,
                new Track(
                        ref("change", "C-3"),
                        List.of(
                                standing("2026-03-10T09:00", "change", "draft", Phase.ACTIVE),
                                standing("2026-03-10T17:00", "change", "implemented", Phase.RESOLVED),
                                standing("2026-03-11T09:00", "change", "draft", Phase.ACTIVE),
                                standing("2026-03-11T13:00", "change", "implemented", Phase.RESOLVED),
                                standing("2026-03-12T09:00", "change", "closed", Phase.CLOSED))));
        Stream<Journey> journeys = Stream.of(giftCards, colours);

        // spotless:off
        // snippet: value-stream-measures
        FlowTime office = FlowTime.of(
                BusinessCalendar.of(ZoneOffset.UTC, BusinessHours.weekdays(TimeRange.of("09:00", "17:00"))).compile());
        Window march = new Window(at("2026-03-01T00:00"), at("2026-04-01T00:00"));
        FlowMeasures measures = FlowMeasures.of(stream, march, office, journeys);

        Optional<Duration> lead = measures.leadTime().median();            // also percentile(85), mean()
        Optional<Fraction> efficiency = measures.flowEfficiency();         // exact: 4/7
        Optional<Fraction> accurate = measures.rolled();                   // 2 of 3 that build handed on did not come back
        List<String> sentences = measures.sentences();
        String picture = measures.toMermaid();                             // with the measures in it
        // end

        // snippet: value-stream-comparison
        Comparison comparison = Comparison.of(measures, List.of(
                StepTarget.of("weigh").waited(Duration.ofHours(4)),
                StepTarget.of("build").completeAndAccurate(Fraction.of(19, 20))));
        List<String> gained = comparison.sentences();
        // end
        // spotless:on

        assertThat(giftCards.visits()).hasSize(3);
        assertThat(giftCards.leadTime(FlowTime.elapsed())).contains(Duration.ofDays(7));
        assertThat(picture).contains("bottleneck");
        assertThat(lead).contains(Duration.ofHours(28));
        assertThat(efficiency).contains(Fraction.of(4, 7));
        assertThat(accurate).contains(Fraction.of(2, 3));
        assertThat(sentences)
                .containsExactly(
                        "From 2026-03-01T00:00:00Z to 2026-04-01T00:00:00Z 2 pieces of work came in, 2 were done and 0"
                                + " dropped.",
                        "Lead time: 1 d 4 h in the median, 85 of a hundred at most 1 d 16 h (2 cases).",
                        "Process time: 16 h in the median, 85 of a hundred at most 20 h (2 cases).",
                        "Wait time: 10 h in the median, 85 of a hundred at most 20 h (2 cases).",
                        "Flow efficiency: 57.1 % of the lead time is work.",
                        "0.2 pieces of work were under way on average, and 0.4 were done per week.",
                        "Complete and accurate at every step: 66.6 %.",
                        "Of what build handed on, 66.6 % did not come back (2 of 3).",
                        "Work waits most at weigh: 16 h all together, while 1 left, which is 16 h for each.",
                        "Rework: build → check → build, 1 time, which took 4 h.",
                        "weigh was passed over 1 time.",
                        "0.29 pieces of work were under way on average, and by Little's law it would be 0.29: it holds"
                                + " exactly.");
        assertThat(gained)
                .containsExactly(
                        "All together 12 h would be gained.",
                        "weigh: 12 h less for each (work 0 s, wait 12 h), 12 h for all 1.",
                        "Complete and accurate at every step: 66.6 % now, 95.0 % then.");
    }

    @Test
    void theLedgerOfABaker() {
        RecordRef report = ref("agreement", "A-1");
        Window march = new Window(at("2026-03-01T00:00"), at("2026-04-01T00:00"));
        // spotless:off
        // snippet: value-ledger
        ServiceId webShop = ServiceId.of("web shop");
        Stakeholder baker = Stakeholder.of(OrganisationId.of("Baker"));
        ValueEntry orders = ValueEntry.builder()
                .name("orders arrive at night")
                .service(webShop).stakeholder(baker)
                .kind(ValueKind.OUTCOME).effect(ValueEffect.SUPPORTED)
                .amount(Quantity.money("500", "EUR"))
                .addEvidence(report)
                .at(at("2026-03-31T12:00"))
                .build();
        ValueEntry fee = ValueEntry.builder()
                .name("monthly fee")
                .service(webShop).stakeholder(baker)
                .kind(ValueKind.COST).effect(ValueEffect.IMPOSED)
                .amount(Quantity.money("100", "EUR"))
                .at(at("2026-03-31T12:00"))
                .build();
        // end

        // snippet: value-worth
        ValueLedger ledger = ValueLedger.empty().and(orders).and(fee);
        Optional<Quantity> net = ledger.balance().netInMoney();            // 400 EUR
        Worth worth = ledger.of(webShop).worth(baker);                     // CREATED
        ValueEntry leak = fee.withName("customers' data may leak")
                .withKind(ValueKind.RISK).withAmount(Optional.empty());
        Worth now = ledger.and(leak).worth(baker);                         // CANNOT_TELL
        List<String> notCompared = now.notCompared();                      // EUR, customers' data may leak
        List<String> statement = ledger.statement(march).sentences();
        // end

        // snippet: value-demand
        Demand abroad = Demand.builder()
                .name("ship abroad").stakeholder(baker).service(webShop)
                .size(Quantity.of("5", "points"))
                .at(at("2026-03-04T10:00"))
                .build();
        ValueLedger asked = ledger.and(abroad);
        ValueLedger done = asked.and(abroad.withEnding(
                new Ending(Ending.How.SATISFIED, at("2026-03-20T10:00"), "")));
        Conversion conversion = done.demand(march);
        Optional<BigDecimal> rate = conversion.rate(2);                    // 1.00
        // end
        // spotless:on
        assertThat(net).contains(Quantity.money("400", "EUR"));
        assertThat(worth.verdict()).isEqualTo(Worth.Verdict.CREATED);
        assertThat(now.verdict()).isEqualTo(Worth.Verdict.CANNOT_TELL);
        assertThat(notCompared).containsExactly("EUR", "customers' data may leak");
        assertThat(statement).last().isEqualTo("In EUR: 0 before, 400 after.");
        assertThat(asked.demand(march).open()).containsExactly("ship abroad");
        assertThat(rate).contains(new BigDecimal("1.00"));
        assertThat(conversion.took().median()).contains(Duration.ofDays(16));
    }
}
