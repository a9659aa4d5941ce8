package org.itsmkit.examples.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.Change;
import org.itsmkit.incident.Incident;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.valuestream.ledger.Conversion;
import org.itsmkit.valuestream.ledger.Demand;
import org.itsmkit.valuestream.ledger.Ending;
import org.itsmkit.valuestream.ledger.Opportunity;
import org.itsmkit.valuestream.ledger.Quantity;
import org.itsmkit.valuestream.ledger.Stakeholder;
import org.itsmkit.valuestream.ledger.ValueEffect;
import org.itsmkit.valuestream.ledger.ValueEntry;
import org.itsmkit.valuestream.ledger.ValueKind;
import org.itsmkit.valuestream.ledger.ValueLedger;
import org.itsmkit.valuestream.ledger.Worth;

/** What came in of demand and went out of value, booked from the changes, the incidents and the service. */
final class FoodLedger {

    static final Stakeholder DINERS = Stakeholder.segment(Features.DINERS);
    static final Stakeholder RESTAURANTS = Stakeholder.segment(Features.RESTAURANTS);

    private static final String WISH = "wishes";
    private static final String FEE_OF_A_DAY = "1000";
    private static final String ISK = "ISK";

    private final Stage stage;
    private final Features features;
    private final TroubleFigures troubles;
    private final FoodService service;

    FoodLedger(Stage stage, Features features, FoodTroubles troubles, FoodService service) {
        this.stage = stage;
        this.features = features;
        this.troubles = new TroubleFigures(stage, troubles);
        this.service = service;
    }

    void isLookedAt(Agenda agenda) {
        agenda.at("2026-03-16T17:00:00", this::isNotWorthItYet);
        agenda.at("2026-05-19T16:00:00", this::isClosed);
    }

    /** What is known by now. */
    ValueLedger now() {
        ValueLedger ledger = ValueLedger.empty();
        for (Feature feature : features.soFar()) {
            ledger = ledger.and(demand(feature));
            if (isDone(feature.change())) {
                ledger = ledger.and(wish(feature));
            }
        }
        for (Incident incident : troubles.all()) {
            for (ValueEntry entry : money(incident)) {
                ledger = ledger.and(entry);
            }
        }
        return ledger.and(fee())
                .and(Opportunity.builder()
                        .name("lunch for whole offices")
                        .stakeholder(Stakeholder.segment("offices"))
                        .size(Quantity.of("40", "offices"))
                        .at(stage.instantOf("2026-03-02", "09:00:00"))
                        .build());
    }

    private static boolean isDone(Change change) {
        return change.ticket().closedAt().isPresent() && change.result().isPresent();
    }

    private static Demand demand(Feature feature) {
        Change change = feature.change();
        Optional<Ending> ending = change.ticket()
                .closedAt()
                .map(at -> isDone(change)
                        ? new Ending(Ending.How.SATISFIED, at, "")
                        : new Ending(Ending.How.DECLINED, at, "Nobody may fly over the city."));
        return Demand.builder()
                .name(feature.title())
                .stakeholder(Stakeholder.segment(feature.asker()))
                .service(FoodDelivery.FOOD)
                .size(Quantity.of("1", WISH))
                .at(change.ticket().openedAt())
                .addAnswers(feature.ref())
                .ending(ending)
                .build();
    }

    private static ValueEntry wish(Feature feature) {
        return ValueEntry.builder()
                .name(feature.title())
                .service(FoodDelivery.FOOD)
                .stakeholder(Stakeholder.segment(feature.asker()))
                .kind(ValueKind.OUTCOME)
                .effect(ValueEffect.SUPPORTED)
                .amount(Quantity.of("1", WISH))
                .addEvidence(feature.ref())
                .at(feature.change().ticket().closedAt().orElseThrow())
                .build();
    }

    private List<ValueEntry> money(Incident incident) {
        List<ValueEntry> entries = new ArrayList<>();
        var ticket = incident.ticket();
        TroubleFigures.amount(incident, FoodDelivery.OVERCHARGED)
                .ifPresent(amount -> entries.add(money(
                        "charged twice, " + ticket.number(),
                        ValueEffect.IMPOSED,
                        amount,
                        ticket.openedAt(),
                        incident)));
        TroubleFigures.amount(incident, FoodDelivery.PAID_BACK)
                .ifPresent(amount -> entries.add(money(
                        "paid back, " + ticket.number(),
                        ValueEffect.REMOVED,
                        amount,
                        ticket.resolvedAt().orElse(ticket.updatedAt()),
                        incident)));
        return entries;
    }

    private ValueEntry money(String name, ValueEffect effect, BigDecimal amount, Instant at, Incident incident) {
        return ValueEntry.builder()
                .name(name)
                .service(FoodDelivery.FOOD)
                .stakeholder(DINERS)
                .kind(ValueKind.COST)
                .effect(effect)
                .amount(Quantity.money(amount.toPlainString(), ISK))
                .addEvidence(troubles.ref(incident))
                .at(at)
                .build();
    }

    /** What restaurants pay: so much for each whole day since it is live. */
    private ValueEntry fee() {
        long days = Duration.between(liveSince(), stage.now().toInstant()).toDays();
        return ValueEntry.builder()
                .name("fee for " + days + " days")
                .service(FoodDelivery.FOOD)
                .stakeholder(RESTAURANTS)
                .kind(ValueKind.COST)
                .effect(ValueEffect.IMPOSED)
                .amount(Quantity.money(
                        new BigDecimal(FEE_OF_A_DAY)
                                .multiply(BigDecimal.valueOf(days))
                                .toPlainString(),
                        ISK))
                .addEvidence(service.ref())
                .at(stage.now().toInstant())
                .build();
    }

    private Instant liveSince() {
        return service.service().liveSince().orElseThrow();
    }

    private void isNotWorthItYet() {
        Worth worth = now().worth(DINERS);
        stage.narrate("Orri asks the ledger whether diners have value of the service: " + said(worth));
    }

    private static String said(Worth worth) {
        return worth.verdict() + ". " + String.join(" ", worth.reasons());
    }

    private void isClosed() {
        ValueLedger ledger = now();
        stage.narrate("Orri asks the ledger once more. For diners: " + said(ledger.worth(DINERS)));
        stage.narrate("For restaurants: " + said(ledger.worth(RESTAURANTS)));
        ValueLedger withSales = ledger.and(ValueEntry.builder()
                .name("sales through the app, as the app counts them")
                .service(FoodDelivery.FOOD)
                .stakeholder(RESTAURANTS)
                .kind(ValueKind.OUTCOME)
                .effect(ValueEffect.SUPPORTED)
                .amount(Quantity.money("1840000", ISK))
                .at(stage.now().toInstant())
                .build());
        stage.narrate("The app counts what restaurants sold by it; no record here does. With that: "
                + said(withSales.worth(RESTAURANTS)));
        tell(ledger);
    }

    private void tell(ValueLedger ledger) {
        Window all = new Window(stage.instantOf("2026-01-12", "00:00:00"), stage.instantOf("2026-05-20", "00:00:00"));
        Conversion demand = ledger.demand(all);
        Conversion opportunities = ledger.opportunities(all);
        List<String> lines = new ArrayList<>();
        lines.add("- Of " + demand.came() + " wishes that came in, " + demand.ended(Ending.How.SATISFIED)
                + " came true (" + demand.rate(2).map(BigDecimal::toPlainString).orElse("none") + " of all), "
                + demand.ended(Ending.How.DECLINED) + " was declined; "
                + demand.took().median().map(Account::duration).orElse("no time")
                + " in the median, around the clock.");
        lines.add("- Opportunities that nobody has answered yet: " + String.join(", ", opportunities.open()) + " ("
                + opportunities.openSize().entrySet().stream()
                        .map(size -> size.getValue().toPlainString() + " "
                                + size.getKey().name())
                        .collect(Collectors.joining(", "))
                + ").");
        lines.add("- Outcomes that are supported, with a record that shows it: "
                + ledger.evidentOutcomes().size() + "; without: "
                + ledger.claimedOutcomes().size() + ".");
        for (Stakeholder whose : List.of(DINERS, RESTAURANTS)) {
            Worth worth = ledger.worth(whose);
            lines.add("- Value for " + whose + ": " + said(worth)
                    + (worth.notCompared().isEmpty()
                            ? ""
                            : " Not compared: " + String.join(", ", worth.notCompared()) + "."));
        }
        stage.tellChapter("The value ledger", lines);
        FoodWarranty warranty = new FoodWarranty(stage, service, troubles);
        warranty.tell();
        service.isToImprove(
                FoodDelivery.ORRI,
                "That is not all: {who} notes with the service what nobody knows of its warranty.",
                new ServiceCommand.Improve(String.join(" ", warranty.unknown()), Optional.empty()));
    }
}
