package org.itsmkit.examples.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.itsmkit.service.Service;
import org.itsmkit.service.warranty.AimFact;
import org.itsmkit.service.warranty.AvailabilityTarget;
import org.itsmkit.service.warranty.Finding;
import org.itsmkit.service.warranty.ServiceValue;
import org.itsmkit.service.warranty.Verdict;
import org.itsmkit.service.warranty.WarrantyFacts;

/** Whether the service is fit for purpose and for use, as far as records show. */
final class FoodWarranty {

    private final Stage stage;
    private final FoodService service;
    private final TroubleFigures troubles;

    FoodWarranty(Stage stage, FoodService service, TroubleFigures troubles) {
        this.stage = stage;
        this.service = service;
        this.troubles = troubles;
    }

    void tell() {
        Service live = service.service();
        ServiceValue value = value();
        List<String> lines = new ArrayList<>();
        lines.add("Live since " + stage.day(live.liveSince().orElseThrow())
                + ". Whether it is fit for purpose and for use, as far as records show:\n");
        value.sentences().forEach(sentence -> lines.add("- " + sentence));
        value.warranty().findings(value.at()).stream()
                .filter(finding -> finding.verdict() != Verdict.UNKNOWN)
                .forEach(finding -> lines.add("- " + finding.sentence()));
        stage.tellChapter(live.number() + ": " + live.name(), lines);
    }

    /** What nobody knows of how well it does what it does. */
    List<String> unknown() {
        return value().unknown().stream().map(Finding::sentence).toList();
    }

    private ServiceValue value() {
        Service live = service.service();
        Instant now = stage.now().toInstant();
        Instant liveSince = live.liveSince().orElseThrow();
        Duration since = Duration.between(liveSince, now);
        long cold = troubles.all().stream()
                .filter(incident -> incident.ticket().title().contains("cold"))
                .count();
        return live.value(
                List.of(
                        AimFact.reached("eaten-warm", "incidents that tell of cold food: " + cold),
                        AimFact.reached("no-calls", "all of it is ordered by app")),
                WarrantyFacts.builder()
                        .availability(new AvailabilityTarget.Measured(since, troubles.down()))
                        .build(),
                now);
    }
}
