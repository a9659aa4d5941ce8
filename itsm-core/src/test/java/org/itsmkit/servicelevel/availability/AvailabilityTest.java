package org.itsmkit.servicelevel.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.availability.OutageCause.CUSTOMER;
import static org.itsmkit.servicelevel.availability.OutageCause.PROVIDER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Availability by hand. 2026-03-02 is a Monday. */
class AvailabilityTest {

    private static final OpenWindows OFFICE =
            BusinessCalendar.of(ZoneId.of("UTC"), BusinessHours.weekdays(TimeRange.of("08:00", "18:00")));
    private static final Window WEEK = window("2026-03-02T00:00", "2026-03-09T00:00");
    private static final Window MONDAY = window("2026-03-02T00:00", "2026-03-03T00:00");

    private static Instant at(String local) {
        return Instant.parse(local + ":00Z");
    }

    private static Window window(String from, String to) {
        return new Window(at(from), at(to));
    }

    private static Outage down(String reference, String from, String to) {
        return Outage.of(reference, at(from), at(to), PROVIDER);
    }

    /** On Monday, at whole hours. */
    private static Outage hours(String reference, int from, int to) {
        Instant midnight = MONDAY.fromInclusive();
        return Outage.of(
                reference, midnight.plus(Duration.ofHours(from)), midnight.plus(Duration.ofHours(to)), PROVIDER);
    }

    private static Ratio onMonday(Weighting weighting, Outage... outages) {
        return Availability.over(MONDAY, AgreedServiceTime.always(), List.of(outages), weighting)
                .orElseThrow()
                .ratio();
    }

    @Test
    void aWeekByHand() {
        AgreedServiceTime time = AgreedServiceTime.of(OFFICE)
                .without(OpenWindows.of(List.of(window("2026-03-04T16:00", "2026-03-04T20:00"))));
        Outage mail = down("INC1", "2026-03-02T09:00", "2026-03-02T10:00");
        Outage disk = down("INC2", "2026-03-02T09:30", "2026-03-02T11:00");
        Outage night = down("INC3", "2026-03-03T17:00", "2026-03-04T09:00");
        Outage late = down("INC4", "2026-03-04T15:00", "2026-03-04T17:00");
        Outage sunday = down("INC5", "2026-03-08T09:00", "2026-03-08T17:00");

        Availability week = Availability.over(WEEK, time, List.of(sunday, late, night, disk, mail))
                .orElseThrow();

        // 5 × 10 h, of which 2 h are maintenance (its other 2 h are not in service hours)
        assertThat(week.agreed()).isEqualTo(Duration.ofDays(2));
        assertThat(week.maintenanceMicros()).isEqualTo(Duration.ofHours(2).toNanos() / 1_000);
        // 09–11 on Monday, 17–18 and 08–09 of the night, 15–16 before maintenance, nothing on Sunday: 2 + 2 + 1
        assertThat(week.down()).isEqualTo(Duration.ofHours(5));
        assertThat(week.ratio()).isEqualTo(Ratio.of(43, 48));
        assertThat(week.ratio().toPerCent(2)).isEqualTo(new BigDecimal("89.58"));
        assertThat(week.downWindows())
                .containsExactly(
                        new DownWindow(window("2026-03-02T09:00", "2026-03-02T11:00"), Ratio.ONE, List.of(mail, disk)),
                        new DownWindow(window("2026-03-03T17:00", "2026-03-03T18:00"), Ratio.ONE, List.of(night)),
                        new DownWindow(window("2026-03-04T08:00", "2026-03-04T09:00"), Ratio.ONE, List.of(night)),
                        new DownWindow(window("2026-03-04T15:00", "2026-03-04T16:00"), Ratio.ONE, List.of(late)));
    }

    @Test
    void almostAllIsNotAll() {
        Window period =
                new Window(MONDAY.fromInclusive(), MONDAY.fromInclusive().plus(Duration.ofMinutes(20_000)));
        Outage minute = down("INC1", "2026-03-02T09:00", "2026-03-02T09:01");

        Availability availability = Availability.over(period, AgreedServiceTime.always(), List.of(minute))
                .orElseThrow();

        // 19,999 of 20,000 minutes are 99.995 %
        assertThat(availability.ratio().toPerCent(2)).isEqualTo(new BigDecimal("99.99"));
        assertThat(availability.meets(new BigDecimal("0.99995"))).isTrue();
        assertThat(availability.meets(new BigDecimal("0.999951"))).isFalse();
    }

    @Test
    void whatGoesOnCountsUntilTheEnd() {
        Outage ongoing = Outage.ongoing("INC1", at("2026-03-02T18:00"), PROVIDER);

        assertThat(onMonday(Weighting.WORST, ongoing)).isEqualTo(Ratio.of(18, 24));
        assertThat(Availability.over(WEEK, AgreedServiceTime.of(OFFICE), List.of(ongoing))
                        .orElseThrow()
                        .ratio())
                .isEqualTo(Ratio.of(10, 50));
    }

    @Test
    void whatLiesOutsideOfThePeriodCostsNothing() {
        assertThat(onMonday(
                        Weighting.WORST,
                        down("INC1", "2026-03-01T00:00", "2026-03-02T00:00"),
                        Outage.ongoing("INC2", at("2026-03-03T00:00"), PROVIDER)))
                .isEqualTo(Ratio.ONE);
    }

    @Test
    void whereNoServiceIsAgreedThereIsNoAnswer() {
        Window sunday = window("2026-03-08T00:00", "2026-03-09T00:00");
        assertThat(Availability.over(sunday, AgreedServiceTime.of(OFFICE), List.of()))
                .isEmpty();
        assertThat(Availability.over(
                        MONDAY, AgreedServiceTime.always().without(OpenWindows.always()), List.of(hours("INC1", 1, 2))))
                .isEmpty();
    }

    @Test
    void ofDegradationsAtOnceTheWorseOneCounts() {
        Outage slow = hours("INC1", 0, 4).withSeverity(new BigDecimal("0.25"));
        Outage slower = hours("INC2", 3, 5).withSeverity(new BigDecimal("0.5"));

        // 3 h · 0.25 + 2 h · 0.5 = 1.75 h of 24 h: 22.25 / 24
        assertThat(onMonday(Weighting.WORST, slow, slower)).isEqualTo(Ratio.of(89, 96));
    }

    @Nested
    class ByUsers {

        private final Weighting of200 = Weighting.byUsers(200);

        @Test
        void usersOfUnknownGroupsAddUp() {
            // 50 + 150 + 100 user hours of 200 · 24: 4,500 / 4,800
            assertThat(onMonday(
                            of200,
                            hours("INC1", 0, 2).withAffected(AffectedUsers.of(50)),
                            hours("INC2", 1, 3).withAffected(AffectedUsers.of(100))))
                    .isEqualTo(Ratio.of(15, 16));
        }

        @Test
        void usersOfTheSameGroupDoNot() {
            // 50 + 100 + 100 user hours: 4,550 / 4,800
            assertThat(onMonday(
                            of200,
                            hours("INC1", 0, 2).withAffected(AffectedUsers.of(50, "north")),
                            hours("INC2", 1, 3).withAffected(AffectedUsers.of(100, "north"))))
                    .isEqualTo(Ratio.of(91, 96));
        }

        @Test
        void thereAreNeverMoreThanThereAre() {
            // 150 + 200 + 150 user hours, for 300 of 200 are 200: 4,300 / 4,800
            assertThat(onMonday(
                            of200,
                            hours("INC1", 0, 2).withAffected(AffectedUsers.of(150, "north")),
                            hours("INC2", 1, 3).withAffected(AffectedUsers.of(150, "south"))))
                    .isEqualTo(Ratio.of(43, 48));
        }

        @Test
        void whoeverIsNotCountedIsEverybody() {
            assertThat(onMonday(of200, hours("INC1", 0, 6))).isEqualTo(Ratio.of(3, 4));
            // 6 h · 200 users · 0.5
            assertThat(onMonday(of200, hours("INC1", 0, 6).withSeverity(new BigDecimal("0.5"))))
                    .isEqualTo(Ratio.of(7, 8));
        }

        @Test
        void manyLargeOnesDoNotOverflow() {
            List<Outage> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(hours("INC" + i, 0, 12).withAffected(AffectedUsers.of(AffectedUsers.MOST)));
            }
            assertThat(onMonday(Weighting.byUsers(AffectedUsers.MOST), all.toArray(new Outage[0])))
                    .isEqualTo(Ratio.of(1, 2));
        }
    }

    @Test
    void whatWasLostIsKnownInWholeUnits() {
        Weighting ofThree = Weighting.byUsers(3);
        Availability availability = Availability.over(
                        MONDAY,
                        AgreedServiceTime.always(),
                        List.of(hours("INC1", 0, 1).withAffected(AffectedUsers.of(1))),
                        ofThree)
                .orElseThrow();

        // an hour of one user, in millionths of microseconds
        assertThat(availability.lostUnits(ofThree)).isEqualTo(3_600_000_000L * 1_000_000);
        assertThat(availability.units(ofThree))
                .isEqualTo(availability.lostUnits(ofThree).multiply(new java.math.BigInteger("72")));
    }

    @Test
    void aHundredThousandOutagesAtOnceAreNoTrouble() {
        List<Outage> all = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            all.add(Outage.ongoing("INC" + i, MONDAY.fromInclusive().plusSeconds(i / 2), CUSTOMER)
                    .withAffected(AffectedUsers.of(1, "group " + i % 1_000)));
        }
        long begin = System.nanoTime();
        Availability availability = Availability.over(MONDAY, AgreedServiceTime.always(), all, Weighting.byUsers(1_000))
                .orElseThrow();

        assertThat(availability.downWindows()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void nonsenseIsRefused() {
        Instant now = MONDAY.fromInclusive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outage.of("INC1", now, now, PROVIDER))
                .withMessageContaining("ends after it begins");
        assertThatIllegalArgumentException().isThrownBy(() -> Outage.of("INC1", now, now.plusNanos(999), PROVIDER));
        assertThatIllegalArgumentException().isThrownBy(() -> Outage.of(" ", now, now.plusSeconds(1), PROVIDER));
        assertThatIllegalArgumentException().isThrownBy(() -> Outage.ongoing("INC1", Instant.MIN, PROVIDER));
        Outage one = hours("INC1", 0, 1);
        for (String severity : new String[] {"0", "-0.1", "1.000001", "0.0000001"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> one.withSeverity(new BigDecimal(severity)))
                    .withMessageContaining("severity");
        }
        assertThat(one.withSeverity(new BigDecimal("1.0000000"))).isEqualTo(one);
        assertThatIllegalArgumentException().isThrownBy(() -> AffectedUsers.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> AffectedUsers.of(AffectedUsers.MOST + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> AffectedUsers.of(1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Weighting.byUsers(0));
        assertThatIllegalArgumentException().isThrownBy(() -> OutageCause.of("not a code"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Availability(MONDAY, 0, 0, 0, Ratio.ONE, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Availability(MONDAY, 1, 0, 2, Ratio.ONE, List.of()));
    }

    @Test
    void hostsAddCausesOfTheirOwn() {
        OutageCause power = OutageCause.of("power");

        assertThat(power)
                .isEqualTo(new OutageCause("power"))
                .hasToString("power")
                .isNotEqualTo(PROVIDER);
    }

    @Test
    void whatIsAtTheBoundsIsRight() {
        Outage one = hours("INC1", 0, 1);

        assertThat(onMonday(Weighting.WORST, one.withSeverity(new BigDecimal("0.000001"))))
                .isEqualTo(Ratio.of(23_999_999, 24_000_000));
        assertThat(onMonday(Weighting.byUsers(1), one.withAffected(AffectedUsers.of(0))))
                .isEqualTo(Ratio.ONE);
        assertThat(onMonday(Weighting.byUsers(1), one.withAffected(AffectedUsers.of(AffectedUsers.MOST, "all"))))
                .isEqualTo(Ratio.of(23, 24));
        Availability never = new Availability(MONDAY, 1, 0, 1, Ratio.ZERO, List.of());
        assertThat(never.down()).isEqualTo(never.agreed());
        assertThatIllegalArgumentException().isThrownBy(() -> new Availability(MONDAY, 1, -1, 0, Ratio.ONE, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Availability(MONDAY, 1, 0, -1, Ratio.ONE, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Weighting.byUsers(AffectedUsers.MOST + 1));
    }

    @Test
    void instantsAreCutOffToMicroseconds() {
        Instant now = MONDAY.fromInclusive();
        Outage outage = Outage.of("INC1", now.plusNanos(1_999), now.plusNanos(3_001), PROVIDER);

        assertThat(outage.fromInclusive()).isEqualTo(now.plusNanos(1_000));
        assertThat(outage.toExclusive()).isEqualTo(Optional.of(now.plusNanos(3_000)));
        assertThat(Availability.over(MONDAY, AgreedServiceTime.always(), List.of(outage))
                        .orElseThrow()
                        .downMicros())
                .isEqualTo(2);
    }
}
