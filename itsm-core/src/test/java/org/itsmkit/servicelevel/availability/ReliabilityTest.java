package org.itsmkit.servicelevel.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.availability.Minutes.at;
import static org.itsmkit.servicelevel.availability.Minutes.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    private static final OpenWindows ELAPSED = OpenWindows.always();

    private static Outage down(int from, int to) {
        return Outage.of("INC" + from, at(from), at(to), OutageCause.PROVIDER);
    }

    private static Duration minutes(int count) {
        return Duration.ofMinutes(count);
    }

    @Test
    void theUsualMeasuresByHand() {
        // 1,000 minutes, down for 40 (two that overlap) and for 20
        Reliability found =
                Reliability.over(window(0, 1_000), ELAPSED, List.of(down(100, 130), down(110, 140), down(500, 520)));

        assertThat(found.failures()).isEqualTo(2);
        assertThat(found.mtbf()).contains(minutes(470)); // (1,000 − 60) / 2
        assertThat(found.mtrs()).contains(minutes(30)); // 60 / 2
        assertThat(found.mtbsi()).contains(minutes(500)); // 470 + 30 = 1,000 / 2
        assertThat(found.beganDown()).isFalse();
        assertThat(found.endsDown()).isFalse();
    }

    @Test
    void withoutFailuresThereAreNoMeans() {
        Reliability found = Reliability.over(window(0, 1_000), ELAPSED, List.of(down(2_000, 2_001)));

        assertThat(found.failures()).isZero();
        assertThat(found.mtbf()).isEmpty();
        assertThat(found.mtrs()).isEmpty();
        assertThat(found.mtbsi()).isEmpty();
    }

    @Test
    void whatWasGoingOnAtTheBeginningBelongsToThePeriodBefore() {
        List<Outage> outages = List.of(down(50, 150), down(400, 430));
        Reliability before = Reliability.over(window(0, 100), ELAPSED, outages);
        Reliability after = Reliability.over(window(100, 1_000), ELAPSED, outages);

        assertThat(before.failures()).isEqualTo(1);
        assertThat(before.endsDown()).isTrue();
        assertThat(before.mtrs()).contains(minutes(50));
        assertThat(after.beganDown()).isTrue();
        assertThat(after.failures()).isEqualTo(1);
        assertThat(after.mtrs()).contains(minutes(30));
        assertThat(after.mtbf()).contains(minutes(820)); // 900 − 50 − 30
    }

    @Test
    void whatGoesOnAtTheEndIsAFailure() {
        Reliability found = Reliability.over(
                window(0, 1_000), ELAPSED, List.of(Outage.ongoing("INC1", at(900), OutageCause.PROVIDER)));

        assertThat(found.failures()).isEqualTo(1);
        assertThat(found.endsDown()).isTrue();
        assertThat(found.mtrs()).contains(minutes(100));
        assertThat(Reliability.over(window(0, 1_000), ELAPSED, List.of(down(900, 1_000)))
                        .endsDown())
                .isFalse();
    }

    @Test
    void aNightWithoutServiceDoesNotMakeTwoOfOne() {
        OpenWindows days = OpenWindows.of(List.of(window(0, 600), window(1_440, 2_040)));
        Reliability found = Reliability.over(window(0, 2_880), days, List.of(down(570, 1_500), down(700, 800)));

        assertThat(found.failures()).isEqualTo(1);
        assertThat(found.mtrs()).contains(minutes(90)); // 30 in the evening, 60 in the morning
        assertThat(found.mtbf()).contains(minutes(1_110)); // 1,200 − 90
    }

    /** It begins where it first takes of agreed time, so it is lost between no two periods. */
    @Test
    void whatBeginsAtNightBelongsToTheNextMorning() {
        OpenWindows days = OpenWindows.of(List.of(window(0, 600), window(1_440, 2_040)));
        List<Outage> night = List.of(down(700, 1_500));

        assertThat(Reliability.over(window(0, 1_000), days, night).failures()).isZero();
        assertThat(Reliability.over(window(0, 1_000), days, night).endsDown()).isFalse();
        assertThat(Reliability.over(window(1_000, 2_880), days, night).failures())
                .isEqualTo(1);
    }

    @Test
    void meansAreRoundedDownAndAddUp() {
        Window period = new Window(at(0), at(0).plusNanos(10_000));
        List<Outage> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            three.add(Outage.of(
                    "INC" + i, at(0).plusNanos(i * 2_000L), at(0).plusNanos(i * 2_000L + 1_000), OutageCause.PROVIDER));
        }
        Reliability found = Reliability.over(period, ELAPSED, three);

        // 10 µs, 3 of them down: 7 / 3 and 3 / 3
        assertThat(found.mtbf()).contains(Duration.ofNanos(2_000));
        assertThat(found.mtrs()).contains(Duration.ofNanos(1_000));
        assertThat(found.mtbsi()).contains(Duration.ofNanos(3_000));
    }

    @Test
    void allOfTheTimeMayBeDown() {
        Reliability found = Reliability.over(window(0, 100), ELAPSED, List.of(down(0, 100)));

        assertThat(found.failures()).isEqualTo(1);
        assertThat(found.mtbf()).contains(Duration.ZERO);
        assertThat(found.mtrs()).contains(minutes(100));
        assertThat(new Reliability(window(0, 1), 0, 0, 0, false, false).mtbf()).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reliability(window(0, 1), 1, -1, 0, false, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reliability(window(0, 1), 1, 2, 0, false, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reliability(window(0, 1), 1, 0, -1, false, false));
    }

    @Test
    void itIsWhatIsCountedMinuteByMinute() {
        Seeds.each(800, random -> {
            Minutes made = new Minutes(random, 200);
            int from = random.nextInt(150);
            int to = from + 1 + random.nextInt(150);
            Reliability counted = counted(made, from, to);
            assertThat(Reliability.over(window(from, to), made.time(), made.outages))
                    .isEqualTo(counted);
        });
    }

    @Test
    void failuresOfPeriodsAddUp() {
        Seeds.each(500, (Random random) -> {
            Minutes made = new Minutes(random, 200);
            int middle = 1 + random.nextInt(199);
            int first = Reliability.over(window(0, middle), made.time(), made.outages)
                    .failures();
            int second = Reliability.over(window(middle, 400), made.time(), made.outages)
                    .failures();
            assertThat(first + second)
                    .isEqualTo(Reliability.over(window(0, 400), made.time(), made.outages)
                            .failures());
        });
    }

    /** Runs of minutes in which something goes on, one after the other. */
    private static Reliability counted(Minutes made, int from, int to) {
        int observed = 0;
        for (int minute = from; minute < to; minute++) {
            observed += made.isAgreed(minute) ? 1 : 0;
        }
        int down = 0;
        int failures = 0;
        boolean beganDown = false;
        boolean endsDown = false;
        for (int minute = 0; minute < to; minute++) {
            if (made.goingOn(minute).isEmpty()) {
                continue;
            }
            int earlier = 0;
            int within = 0;
            for (; minute < to && !made.goingOn(minute).isEmpty(); minute++) {
                if (made.isAgreed(minute)) {
                    earlier += minute < from ? 1 : 0;
                    within += minute < from ? 0 : 1;
                }
            }
            boolean goesOn = minute == to && made.goingOn(to).stream().anyMatch(made.goingOn(to - 1)::contains);
            if (within > 0 && earlier > 0) {
                beganDown = true;
                observed -= within;
            } else if (within > 0) {
                failures++;
                down += within;
            }
            endsDown |= within > 0 && goesOn;
        }
        return new Reliability(
                window(from, to), observed * Minutes.MICROS, down * Minutes.MICROS, failures, beganDown, endsDown);
    }
}
