package org.itsmkit.servicelevel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.servicelevel.report.Service.DESK;
import static org.itsmkit.servicelevel.report.Service.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** How old is what is open. */
class BacklogAgesTest {

    private static final Labels DESK_TEAM = Labels.of("team", "desk");
    private static final List<Duration> BOUNDS =
            List.of(Duration.ofHours(8), Duration.ofHours(24), Duration.ofHours(40));

    private static OpenRecord since(String from) {
        return new OpenRecord(DESK_TEAM, at(from), Optional.empty());
    }

    @Test
    void anAgeIsInTheBucketWhoseBeginningItHasReached() {
        BacklogAges found = Stream.of(
                        since("2026-03-04T12:00"),
                        since("2026-03-04T04:00"),
                        since("2026-03-04T04:01"),
                        since("2026-03-03T12:00"),
                        since("2026-01-01T12:00"))
                .collect(BacklogAges.at(at("2026-03-04T12:00"), BOUNDS));

        assertThat(found.buckets()).extracting(BacklogAges.Bucket::records).containsExactly(2L, 1L, 1L, 1L);
        assertThat(found.buckets().get(1))
                .isEqualTo(new BacklogAges.Bucket(Duration.ofHours(8), Optional.of(Duration.ofHours(24)), 1));
        assertThat(found.ages().most()).contains(Duration.ofDays(62));
    }

    @Test
    void orByOpenTimeSoThatAWeekendDoesNotAge() {
        BacklogAges found = Stream.of(since("2026-03-06T16:00"), since("2026-03-04T12:00"))
                .collect(BacklogAges.at(at("2026-03-09T10:00"), BOUNDS, DESK.time()));

        assertThat(found.buckets()).extracting(BacklogAges.Bucket::records).containsExactly(1L, 1L, 0L, 0L);
        assertThat(found.ages().least()).contains(Duration.ofHours(2));
        assertThat(found.ages().most()).contains(Duration.ofHours(22));
    }

    @Test
    void whatWasClosedByThenOrCameLaterIsPassedOver() {
        Instant noon = at("2026-03-04T12:00");
        List<OpenRecord> all = List.of(
                new OpenRecord(DESK_TEAM, noon.minusSeconds(60), Optional.of(noon)),
                new OpenRecord(DESK_TEAM, noon.minusSeconds(60), Optional.of(noon.plusNanos(1_000))),
                new OpenRecord(DESK_TEAM, noon.plusNanos(1_000), Optional.empty()),
                new OpenRecord(Labels.NONE, noon, Optional.empty()));

        Grouped<BacklogAges> found = all.stream().collect(By.labels("team").collect(BacklogAges.at(noon, List.of())));

        assertThat(found.of(DESK_TEAM).orElseThrow().ages().cases()).isEqualTo(1);
        assertThat(found.total().buckets()).containsExactly(new BacklogAges.Bucket(Duration.ZERO, Optional.empty(), 2));
    }

    @Test
    void everyOpenRecordIsInOneBucket() {
        Seeds.each(200, random -> {
            Instant when = at("2026-03-04T12:00");
            List<OpenRecord> all = new ArrayList<>();
            for (int i = random.nextInt(80); i > 0; i--) {
                Instant from = when.plusSeconds(3_600L * (random.nextInt(200) - 150));
                Optional<Instant> until = random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(from.plusSeconds(3_600L * random.nextInt(100)));
                all.add(new OpenRecord(DESK_TEAM, from, until));
            }
            List<Duration> ages = all.stream()
                    .filter(one -> !one.at().isAfter(when)
                            && one.until().orElse(Instant.MAX).isAfter(when))
                    .map(one -> openTime(one.at(), when))
                    .toList();
            BacklogAges found = all.parallelStream().collect(BacklogAges.at(when, BOUNDS, DESK.time()));

            assertThat(found.ages().cases()).isEqualTo(ages.size());
            assertThat(found.buckets())
                    .allSatisfy(bucket -> assertThat(bucket.records())
                            .isEqualTo(ages.stream()
                                    .filter(age -> age.compareTo(bucket.fromInclusive()) >= 0)
                                    .filter(age ->
                                            age.compareTo(bucket.toExclusive().orElse(Duration.ofDays(999))) < 0)
                                    .count()));
        });
    }

    private static Duration openTime(Instant from, Instant to) {
        return DESK.days().orElseThrow().windows(from, to).stream()
                .map(Window::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void nonsenseIsRefused() {
        Instant noon = at("2026-03-04T12:00");
        Duration hour = Duration.ofHours(1);
        for (List<Duration> bounds : List.of(List.of(Duration.ZERO), List.of(hour, hour), List.of(hour.negated()))) {
            assertThatThrownBy(() -> BacklogAges.at(noon, bounds)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new OpenRecord(DESK_TEAM, noon, Optional.of(noon.minusNanos(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
