package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.measure.ChangeGroups;
import org.itsmkit.change.measure.ChangeMeasures;
import org.itsmkit.change.measure.ChangeTrend;
import org.itsmkit.change.measure.DeliveryMeasures;
import org.itsmkit.change.measure.MeasuredChange;
import org.itsmkit.change.measure.Restoration;
import org.itsmkit.change.measure.Share;
import org.itsmkit.change.measure.TeamRecord;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.PastChange;
import org.itsmkit.change.risk.RiskFacts;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** The snippets about what is measured of changes. */
class ChangeMeasuresDocTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private static RecordRef change(String id) {
        return RecordRef.of("change", RecordId.of(id));
    }

    private static RecordRef incident(String id) {
        return RecordRef.of("incident", RecordId.of(id));
    }

    @Test
    void aMonthOfTheShop() {
        // spotless:off
        // snippet: change-measured
        MeasuredChange upgrade = MeasuredChange.builder()
                .reference(change("C-2"))
                .type(ChangeType.NORMAL)
                .authorised(true)
                .openedAt(at("2026-03-02T09:00"))
                .leadFrom(at("2026-03-01T17:00"))              // the first commit
                .requestedAt(at("2026-03-02T10:00"))
                .decidedAt(at("2026-03-03T16:00"))
                .begunAt(at("2026-03-10T22:00"))
                .endedAt(at("2026-03-11T01:00"))
                .outcome(ChangeOutcome.SUCCESSFUL_WITH_ISSUES)
                .causedIncident(true)
                .collisions(1)
                .putLabels("team", "shop")
                .putLabels("service", "web shop")
                .build();
        Restoration outage = new Restoration(incident("I-7"), change("C-2"),
                at("2026-03-11T08:00"), Optional.of(at("2026-03-11T09:30")));
        // end
        // spotless:on
        MeasuredChange hotfix = MeasuredChange.builder()
                .reference(change("C-3"))
                .type(ChangeType.EMERGENCY)
                .authorised(false)
                .openedAt(at("2026-03-12T09:00"))
                .requestedAt(at("2026-03-12T10:00"))
                .decidedAt(at("2026-03-12T14:00"))
                .endedAt(at("2026-03-12T10:00"))
                .outcome(ChangeOutcome.SUCCESSFUL)
                .putLabels("team", "shop")
                .build();
        MeasuredChange cables = MeasuredChange.builder()
                .reference(change("C-1"))
                .type(ChangeType.STANDARD)
                .authorised(true)
                .openedAt(at("2026-03-20T09:00"))
                .endedAt(at("2026-03-25T09:00"))
                .outcome(ChangeOutcome.BACKED_OUT)
                .putLabels("team", "network")
                .build();
        List<MeasuredChange> changes = List.of(upgrade, hotfix, cables);
        List<Restoration> restorations = List.of(outage);

        // spotless:off
        // snippet: change-measures
        Window march = window("2026-03-01T00:00", "2026-04-01T00:00");
        ChangeMeasures measures = ChangeMeasures.of(march, changes.stream(), restorations.stream());

        Optional<Share> succeeded = measures.counts().successRate();            // 2 of 3
        Optional<Duration> decision = measures.approval().median();
        List<String> sentences = measures.sentences();
        // end

        // snippet: change-delivery
        DeliveryMeasures delivery = measures.delivery();
        BigDecimal perWeek = delivery.perWeek(1);                               // deployment frequency
        Optional<Duration> leadTime = delivery.leadTime().median();             // lead time for changes
        Optional<Share> failures = delivery.changeFailureRate();                // change failure rate
        Optional<Duration> restored = delivery.restoration().median();          // time to restore service
        // end

        // snippet: change-groups
        ChangeGroups byTeam = ChangeMeasures.by("team", march, changes.stream(), restorations.stream());
        Optional<Share> shop = byTeam.of("shop").flatMap(each -> each.counts().unauthorisedRatio());

        ChangeTrend trend = ChangeTrend.of(
                List.of(march, window("2026-04-01T00:00", "2026-05-01T00:00")), changes.stream(), restorations.stream());
        List<Optional<Share>> overTime = trend.series(each -> each.counts().successRate());
        // end

        // snippet: change-record
        List<PastChange> history = TeamRecord.of("team", "shop", changes.stream());
        RiskFacts facts = RiskFacts.at(at("2026-04-02T09:00")).withHistory(history);
        // end
        // spotless:on

        assertThat(succeeded).contains(new Share(2, 3));
        assertThat(decision).contains(Duration.ofHours(17));
        assertThat(sentences)
                .containsExactly(
                        "From 2026-02-28T23:00:00Z to 2026-03-31T22:00:00Z 3 changes were made and 0 cancelled.",
                        "Succeeded: 2 of 3 (66.6 %).",
                        "Backed out: 1 of 3 (33.3 %).",
                        "Failed: 0 of 3 (0.0 %).",
                        "Emergency changes: 1 of 3 (33.3 %).",
                        "Made before anybody had said yes: 1 of 3 (33.3 %).",
                        "On average 0.3 things were in the way of a change when it was scheduled.",
                        "Decisions took 17 h in the median, and nine of ten at most 1 d 6 h (2 cases).",
                        "A change was made 0.6 times a week; the longest time without one was 12 d 23 h.",
                        "Changes reached their users after 5 d in the median, and nine of ten at most 9 d 8 h"
                                + " (3 cases).",
                        "Failed, backed out or the cause of an incident: 2 of 3 (66.6 %).",
                        "After changes that caused incidents service was restored within 1 h 30 min in the median,"
                                + " and nine of ten at most 1 h 30 min (1 case).");
        assertThat(perWeek).isEqualTo(new BigDecimal("0.6"));
        assertThat(leadTime).contains(Duration.ofDays(5));
        assertThat(failures).contains(new Share(2, 3));
        assertThat(restored).contains(Duration.ofMinutes(90));
        assertThat(shop).contains(new Share(1, 2));
        assertThat(overTime).containsExactly(Optional.of(new Share(2, 3)), Optional.empty());
        assertThat(facts.history())
                .containsExactly(
                        PastChange.of(
                                "C-2",
                                at("2026-03-11T01:00"),
                                PastChange.Mark.SUCCESSFUL_WITH_ISSUES,
                                PastChange.Mark.CAUSED_INCIDENT),
                        PastChange.of(
                                "C-3",
                                at("2026-03-12T10:00"),
                                PastChange.Mark.SUCCESSFUL,
                                PastChange.Mark.UNAUTHORISED));
    }
}
