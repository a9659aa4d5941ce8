package org.itsmkit.change.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.itsmkit.change.measure.RandomChanges.at;
import static org.itsmkit.change.measure.RandomChanges.change;
import static org.itsmkit.change.measure.RandomChanges.hours;
import static org.itsmkit.change.measure.RandomChanges.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.kernel.DurationStatistics;
import org.junit.jupiter.api.Test;

/** What is measured of changes, by hand. */
class ChangeMeasuresTest {

    private static final Window DAY = hours(0, 24);
    private static final DurationStatistics NO_TIMES = DurationStatistics.of(List.of());

    /** Asked for at 1, decided at 3, opened at 0, begun at 9. */
    private static MeasuredChange planned(int number) {
        return MeasuredChange.builder()
                .reference(change(number))
                .type(ChangeType.NORMAL)
                .authorised(true)
                .openedAt(at(0))
                .requestedAt(at(1))
                .decidedAt(at(3))
                .begunAt(at(9))
                .build();
    }

    private static MeasuredChange made(int number, ChangeOutcome outcome, int hour) {
        return MeasuredChange.builder()
                .from(planned(number))
                .begunAt(Optional.empty())
                .outcome(outcome)
                .endedAt(at(hour))
                .build();
    }

    private static MeasuredChange cancelled(int number, int hour) {
        return MeasuredChange.builder()
                .from(planned(number))
                .begunAt(Optional.empty())
                .cancelled(true)
                .endedAt(at(hour))
                .build();
    }

    private static ChangeMeasures measured(MeasuredChange... changes) {
        return ChangeMeasures.of(DAY, Stream.of(changes), Stream.empty());
    }

    @Test
    void aDayByHand() {
        ChangeMeasures day = ChangeMeasures.of(
                DAY,
                Stream.of(
                        made(1, ChangeOutcome.SUCCESSFUL, 4).withCollisions(3),
                        made(2, ChangeOutcome.SUCCESSFUL_WITH_ISSUES, 6).withCausedIncident(true),
                        made(3, ChangeOutcome.BACKED_OUT, 10)
                                .withType(ChangeType.EMERGENCY)
                                .withAuthorised(false)
                                .withDecidedAt(at(21)),
                        made(4, ChangeOutcome.FAILED, 23)
                                .withCausedIncident(true)
                                .withLeadFrom(at(20)),
                        cancelled(5, 9),
                        planned(6)),
                Stream.of(
                        new Restoration(incident(1), change(2), at(6), Optional.of(at(8))),
                        new Restoration(incident(2), change(4), at(23), Optional.empty())));

        ChangeCounts counts = day.counts();
        assertThat(counts.made()).isEqualTo(4);
        assertThat(counts.made(ChangeType.NORMAL)).isEqualTo(3);
        assertThat(counts.made(ChangeOutcome.BACKED_OUT)).isEqualTo(1);
        assertThat(counts.successRate()).contains(new Share(2, 4));
        assertThat(counts.successRate(ChangeType.EMERGENCY)).contains(new Share(0, 1));
        assertThat(counts.successRate(ChangeType.STANDARD)).isEmpty();
        assertThat(counts.emergencyRatio()).contains(new Share(1, 4));
        assertThat(counts.unauthorisedRatio()).contains(new Share(1, 4));
        assertThat(counts.cancelledRatio()).contains(new Share(1, 5));
        assertThat(counts.collisionsPerChange(2)).contains(new BigDecimal("0.75"));
        assertThat(day.approval().cases())
                .as("also of what is cancelled, and not over")
                .isEqualTo(6);
        assertThat(day.approval().most()).contains(Duration.ofHours(20));
        assertThat(day.delivery().changeFailureRate())
                .as("what fails and causes an incident counts once")
                .contains(new Share(3, 4));
        assertThat(day.delivery().leadTime().median()).contains(Duration.ofHours(5));
        assertThat(day.delivery().longestGap()).isEqualTo(Duration.ofHours(13));
        assertThat(day.delivery().restoration().median()).contains(Duration.ofHours(2));
        assertThat(day.delivery().unrestored()).isEqualTo(1);
        assertThat(day.sentences())
                .containsExactly(
                        "From 2026-03-02T00:00:00Z to 2026-03-03T00:00:00Z 4 changes were made and 1 cancelled.",
                        "Succeeded: 2 of 4 (50.0 %).",
                        "Backed out: 1 of 4 (25.0 %).",
                        "Failed: 1 of 4 (25.0 %).",
                        "Emergency changes: 1 of 4 (25.0 %).",
                        "Made before anybody had said yes: 1 of 4 (25.0 %).",
                        "On average 0.7 things were in the way of a change when it was scheduled.",
                        "Decisions took 2 h in the median, and nine of ten at most 20 h (6 cases).",
                        "A change was made 4.0 times a day; the longest time without one was 13 h.",
                        "Changes reached their users after 5 h in the median, and nine of ten at most 10 h (4 cases).",
                        "Failed, backed out or the cause of an incident: 3 of 4 (75.0 %).",
                        "After changes that caused incidents service was restored within 2 h in the median,"
                                + " and nine of ten at most 2 h (1 case).",
                        "1 incident that a change caused was not over when the period ended.");
    }

    @Test
    void ofNothingNothingIsSaid() {
        ChangeMeasures none = measured();

        ChangeCounts counts = none.counts();
        assertThat(List.of(
                        counts.successRate(),
                        counts.successRate(ChangeType.NORMAL),
                        counts.backedOutRate(),
                        counts.failedRate(),
                        counts.emergencyRatio(),
                        counts.unauthorisedRatio(),
                        counts.incidentRate(),
                        counts.cancelledRatio(),
                        none.delivery().changeFailureRate()))
                .allMatch(Optional::isEmpty);
        assertThat(counts.collisionsPerChange(1)).isEmpty();
        assertThat(none.approval().median()).isEmpty();
        assertThat(none.delivery().leadTime().median()).isEmpty();
        assertThat(none.delivery().restoration().median()).isEmpty();
        assertThat(none.delivery().longestGap()).isEqualTo(Duration.ofHours(24));
        assertThat(none.delivery().perWeek(1)).isEqualTo(new BigDecimal("0.0"));
        assertThat(none.sentences())
                .containsExactly(
                        "From 2026-03-02T00:00:00Z to 2026-03-03T00:00:00Z 0 changes were made and 0 cancelled.");
    }

    @Test
    void whereAllWereCancelledNoneFailed() {
        ChangeMeasures day = measured(cancelled(1, 9).withCausedIncident(true));

        assertThat(day.counts().cancelledRatio()).contains(new Share(1, 1));
        assertThat(day.counts().failedRate()).isEmpty();
        assertThat(day.delivery().changeFailureRate()).isEmpty();
        assertThat(day.counts().cancelledByType().get(ChangeType.NORMAL)).isEqualTo(1);
    }

    @Test
    void aPeriodHasItsBeginningAndNotItsEnd() {
        for (int edge : List.of(0, 24)) {
            long inside = edge == 0 ? 1 : 0;
            MeasuredChange change = made(1, ChangeOutcome.SUCCESSFUL, edge)
                    .withRequestedAt(at(-5))
                    .withDecidedAt(at(edge));
            Restoration restoration = new Restoration(incident(1), change(1), at(-1), Optional.of(at(edge)));
            ChangeMeasures day = ChangeMeasures.of(DAY, Stream.of(change), Stream.of(restoration));

            assertThat(day.counts().made()).isEqualTo(inside);
            assertThat(day.approval().cases()).isEqualTo((int) inside);
            assertThat(day.delivery().restoration().cases()).isEqualTo((int) inside);
            assertThat(day.delivery().unrestored()).isEqualTo(1 - inside);
            assertThat(day.delivery().longestGap()).isEqualTo(Duration.ofHours(24));
            assertThat(measured(cancelled(1, edge)).counts().cancelled()).isEqualTo(inside);
        }
    }

    @Test
    void anIncidentThatBeginsWhenThePeriodEndsIsOfTheNext() {
        Stream<Restoration> next = Stream.of(new Restoration(incident(1), change(1), at(24), Optional.empty()));

        assertThat(ChangeMeasures.of(DAY, Stream.empty(), next).delivery().unrestored())
                .isZero();
    }

    @Test
    void whatIsDecidedInOnePeriodAndMadeInTheNextCountsInBothOnceEach() {
        ChangeTrend trend = ChangeTrend.of(
                List.of(DAY, hours(24, 48)), Stream.of(made(1, ChangeOutcome.FAILED, 30)), Stream.empty());

        assertThat(trend.series(each -> each.approval().cases())).containsExactly(1, 0);
        assertThat(trend.series(each -> each.counts().made())).containsExactly(0L, 1L);
        assertThat(trend.series(each -> each.counts().failedRate()))
                .containsExactly(Optional.empty(), Optional.of(new Share(1, 1)));
        assertThat(trend.sentences())
                .containsExactly(
                        "From 2026-03-02T00:00:00Z to 2026-03-03T00:00:00Z 0 changes were made.",
                        "From 2026-03-03T00:00:00Z to 2026-03-04T00:00:00Z 1 change was made,"
                                + " 0 of 1 (0.0 %) succeeded, 1 of 1 (100.0 %) are failures.");
    }

    @Test
    void whatIsWrittenDownAfterwardsHasNoLeadTime() {
        MeasuredChange afterwards = made(1, ChangeOutcome.SUCCESSFUL, 10).withOpenedAt(at(11));

        assertThat(measured(afterwards).counts().made()).isEqualTo(1);
        assertThat(measured(afterwards).delivery().leadTime().cases()).isZero();
        assertThat(measured(afterwards.withLeadFrom(at(7)))
                        .delivery()
                        .leadTime()
                        .median())
                .contains(Duration.ofHours(3));
    }

    @Test
    void aDecisionThatNobodyIsKnownToHaveAskedForHasNoLeadTime() {
        assertThat(measured(planned(1).withRequestedAt(Optional.empty()))
                        .approval()
                        .cases())
                .isZero();
        assertThat(measured(planned(1).withDecidedAt(Optional.empty()))
                        .approval()
                        .cases())
                .isZero();
    }

    @Test
    void teamsAndServicesOneOfThemMissing() {
        MeasuredChange both =
                made(1, ChangeOutcome.SUCCESSFUL, 5).withLabels(Map.of("team", "shop", "service", "mail"));
        MeasuredChange teamOnly = made(2, ChangeOutcome.FAILED, 6).withLabels(Map.of("team", "shop"));
        MeasuredChange later = made(3, ChangeOutcome.FAILED, 60).withLabels(Map.of("team", "network"));
        List<Restoration> restorations = List.of(
                new Restoration(incident(1), change(2), at(6), Optional.of(at(7))),
                new Restoration(incident(2), change(99), at(6), Optional.of(at(9))));

        ChangeGroups byTeam = ChangeMeasures.by("team", DAY, Stream.of(both, teamOnly, later), restorations.stream());
        ChangeGroups byService =
                ChangeMeasures.by("service", DAY, Stream.of(both, teamOnly, later), restorations.stream());

        assertThat(byTeam.groups().keySet()).containsExactly("network", "shop");
        assertThat(byTeam.of("shop").orElseThrow().counts().successRate()).contains(new Share(1, 2));
        assertThat(byTeam.of("network").orElseThrow().counts().successRate()).isEmpty();
        assertThat(byTeam.of("desk")).isEmpty();
        assertThat(byTeam.without().counts().made()).isZero();
        assertThat(byTeam.without().delivery().restoration().median()).contains(Duration.ofHours(3));
        assertThat(byService.of("mail").orElseThrow().counts().successRate()).contains(new Share(1, 1));
        assertThat(byService.without().counts().successRate()).contains(new Share(0, 1));
        assertThat(byService.without().delivery().restoration().cases()).isEqualTo(2);
        assertThat(byService.total().counts().successRate()).contains(new Share(1, 2));
    }

    @Test
    void howOftenIsExactForAnyPeriod() {
        DeliveryMeasures moment = new DeliveryMeasures(
                new Window(at(0), at(0).plusNanos(1)), 1, 0, Duration.ofNanos(1), NO_TIMES, NO_TIMES, 0);
        DeliveryMeasures ages =
                new DeliveryMeasures(new Window(Instant.MIN, Instant.MAX), 1, 0, Duration.ZERO, NO_TIMES, NO_TIMES, 0);

        assertThat(moment.perDay(0)).isEqualTo(new BigDecimal("86400000000000"));
        assertThat(ages.perDay(3)).isEqualTo(new BigDecimal("0.000"));
    }

    @Test
    void aShareIsShownRoundedDownAndComparedExactly() {
        Share third = new Share(1, 3);

        assertThat(third.toPerCent(2)).isEqualTo(new BigDecimal("33.33"));
        assertThat(third).hasToString("1 of 3 (33.3 %)");
        assertThat(third.isAtLeast(new BigDecimal("0.3333"))).isTrue();
        assertThat(new Share(1, 2).isAtLeast(new BigDecimal("0.5"))).isTrue();
        assertThat(third.isAtLeast(new BigDecimal("0.3334"))).isFalse();
        assertThat(new Share(1, 2)).isEqualByComparingTo(new Share(50, 100)).isNotEqualTo(new Share(50, 100));
        assertThat(new Share(99_999, 100_000).toPerCent(2)).isEqualTo(new BigDecimal("99.99"));
        assertThat(new Share(Long.MAX_VALUE, Long.MAX_VALUE))
                .isGreaterThan(new Share(Long.MAX_VALUE - 1, Long.MAX_VALUE));
    }

    @Test
    void howOftenIsSaidByTheDayOrElseByTheWeek() {
        Window twoDays = hours(0, 48);
        MeasuredChange first = made(1, ChangeOutcome.SUCCESSFUL, 5);
        MeasuredChange second = made(2, ChangeOutcome.SUCCESSFUL, 6);

        assertThat(ChangeMeasures.of(twoDays, Stream.of(first), Stream.empty()).sentences())
                .contains("A change was made 3.5 times a week; the longest time without one was 1 d 19 h.");
        assertThat(ChangeMeasures.of(twoDays, Stream.of(first, second), Stream.empty())
                        .sentences())
                .contains("A change was made 1.0 times a day; the longest time without one was 1 d 18 h.");
    }

    @Test
    void lengthsAreSaidInDaysHoursAndMinutes() {
        assertThat(Sentences.length(Duration.ofDays(2).plusMinutes(5).plusSeconds(59)))
                .isEqualTo("2 d 5 min");
        assertThat(Sentences.length(Duration.ofHours(25))).isEqualTo("1 d 1 h");
        assertThat(Sentences.length(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Sentences.length(Duration.ZERO)).isEqualTo("0 s");
    }

    @Test
    void aChangeThatCannotBeIsRefused() {
        MeasuredChange change = planned(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withOutcome(ChangeOutcome.FAILED))
                .withMessageContaining("has an end if");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withCancelled(true))
                .withMessageContaining("has an end if");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withEndedAt(at(9)))
                .withMessageContaining("has an end if");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made(1, ChangeOutcome.FAILED, 9).withCancelled(true))
                .withMessageContaining("no outcome");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withDecidedAt(at(0)))
                .withMessageContaining("is decided after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made(1, ChangeOutcome.FAILED, 9).withBegunAt(at(10)))
                .withMessageContaining("ends after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withCollisions(-1))
                .withMessageContaining("-1 collisions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withLabels(Map.of("", "x")))
                .withMessageContaining("label");
        assertThatIllegalStateException()
                .isThrownBy(() -> MeasuredChange.builder()
                        .reference(change(1))
                        .type(ChangeType.NORMAL)
                        .openedAt(at(0))
                        .build())
                .withMessageContaining("authorised");
    }

    @Test
    void otherNonsenseIsRefusedToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Restoration(incident(1), change(1), at(2), Optional.of(at(1))))
                .withMessageContaining("restored after");
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeMeasures.by("", DAY, Stream.empty(), Stream.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeTrend.of(List.of(DAY, hours(25, 48)), Stream.empty(), Stream.empty()))
                .withMessageContaining("begins when");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeGroups("", new TreeMap<>(), measured(), measured()));
    }

    @Test
    void figuresThatDoNotGoTogetherAreRefused() {
        Map<ChangeType, Map<ChangeOutcome, Long>> one = Map.of(ChangeType.NORMAL, Map.of(ChangeOutcome.FAILED, 1L));
        assertThat(new ChangeCounts(one, Map.of(), 1, 1, 0).made()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeCounts(one, Map.of(), 2, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeCounts(one, Map.of(), 0, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeCounts(one, Map.of(), 0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeCounts(Map.of(), Map.of(), 0, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeCounts(one, Map.of(ChangeType.NORMAL, -1L), 0, 0, 0));
        for (List<Long> parts : List.of(List.of(1L, 2L, 0L), List.of(1L, -1L, 0L), List.of(1L, 1L, -1L))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DeliveryMeasures(
                            DAY, parts.get(0), parts.get(1), Duration.ZERO, NO_TIMES, NO_TIMES, parts.get(2)));
        }
        DurationStatistics two = DurationStatistics.of(List.of(Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryMeasures(DAY, 1, 0, Duration.ZERO, two, NO_TIMES, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryMeasures(DAY, 1, 0, Duration.ofDays(2), NO_TIMES, NO_TIMES, 0));
        ChangeMeasures none = measured();
        ChangeMeasures some = measured(made(1, ChangeOutcome.FAILED, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeMeasures(DAY, none.counts(), NO_TIMES, some.delivery()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeMeasures(hours(0, 1), none.counts(), NO_TIMES, none.delivery()));
    }
}
