package org.itsmkit.servicelevel.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.itsmkit.calendar.Window;
import org.itsmkit.fixture.Seeds;
import org.junit.jupiter.api.Test;

/** Availability is what somebody finds who looks at every minute. */
class AvailabilityPropertiesTest {

    private static final int LENGTH = 240;
    private static final long USERS = 100;

    @Test
    void itIsWhatIsLostMinuteByMinute() {
        Seeds.each(600, random -> {
            Minutes made = new Minutes(random, LENGTH);
            int from = random.nextInt(LENGTH);
            int to = from + 1 + random.nextInt(LENGTH);
            int agreed = 0;
            int maintained = 0;
            int down = 0;
            BigDecimal worst = BigDecimal.ZERO;
            BigDecimal users = BigDecimal.ZERO;
            for (int minute = from; minute < to; minute++) {
                maintained += made.isMaintained(minute) ? 1 : 0;
                if (made.isAgreed(minute)) {
                    agreed++;
                    down += made.goingOn(minute).isEmpty() ? 0 : 1;
                    worst = worst.add(made.worst(minute));
                    users = users.add(made.users(minute, USERS));
                }
            }
            Window period = Minutes.window(from, to);
            Collections.shuffle(made.outages, random);
            Optional<Availability> found = Availability.over(period, made.time(), made.outages);
            Optional<Availability> byUsers =
                    Availability.over(period, made.time(), made.outages, Weighting.byUsers(USERS));
            assertThat(found.isPresent()).isEqualTo(agreed > 0).isEqualTo(byUsers.isPresent());
            if (agreed > 0) {
                assertThat(found.get().agreedMicros()).isEqualTo(agreed * Minutes.MICROS);
                assertThat(found.get().maintenanceMicros()).isEqualTo(maintained * Minutes.MICROS);
                assertThat(found.get().downMicros()).isEqualTo(down * Minutes.MICROS);
                assertThat(found.get().ratio()).isEqualTo(left(worst, agreed));
                assertThat(byUsers.get().ratio()).isEqualTo(left(users, agreed * USERS));
            }
        });
    }

    /** What is left of {@code whole}, exactly. */
    private static Ratio left(BigDecimal lost, long whole) {
        BigInteger parts = lost.movePointRight(8).toBigIntegerExact();
        BigInteger all = BigDecimal.valueOf(whole).movePointRight(8).toBigIntegerExact();
        return new Ratio(all.subtract(parts), all);
    }

    @Test
    void itIsExplainedByStretchesThatAddUp() {
        Seeds.each(300, random -> {
            Minutes made = new Minutes(random, LENGTH);
            Window period = Minutes.window(0, LENGTH);
            Optional<Availability> found =
                    Availability.over(period, made.time(), made.outages, Weighting.byUsers(USERS));
            List<Window> expected = new ArrayList<>();
            int since = -1;
            for (int minute = 0; minute <= LENGTH; minute++) {
                boolean isDown = minute < LENGTH
                        && made.isAgreed(minute)
                        && !made.goingOn(minute).isEmpty();
                if (isDown && since < 0) {
                    since = minute;
                } else if (!isDown && since >= 0) {
                    expected.add(Minutes.window(since, minute));
                    since = -1;
                }
            }
            List<DownWindow> stretches = found.map(Availability::downWindows).orElse(List.of());
            assertThat(stretches).extracting(DownWindow::window).isEqualTo(expected);
            BigDecimal lost = BigDecimal.ZERO;
            for (DownWindow stretch : stretches) {
                BigDecimal micros = BigDecimal.valueOf(stretch.window().length().toNanos() / 1_000);
                BigDecimal parts = micros.movePointRight(8)
                        .multiply(new BigDecimal(stretch.lost().part()))
                        .divide(new BigDecimal(stretch.lost().whole()));
                lost = lost.add(parts);
                assertThat(stretch.outages())
                        .containsExactlyInAnyOrderElementsOf(made.outages.stream()
                                .filter(outage ->
                                        outage.within(stretch.window()).isPresent())
                                .toList());
            }
            if (found.isPresent()) {
                assertThat(lost.movePointLeft(8))
                        .isEqualByComparingTo(
                                new BigDecimal(found.get().lostUnits(Weighting.byUsers(USERS))).movePointLeft(8));
            }
        });
    }

    /** What was lost in two periods that follow each other is what was lost in both. */
    @Test
    void periodsAddUp() {
        Seeds.each(300, random -> {
            Minutes made = new Minutes(random, LENGTH);
            int middle = 1 + random.nextInt(LENGTH - 1);
            BigInteger first = lost(made, 0, middle);
            BigInteger second = lost(made, middle, LENGTH);
            assertThat(first.add(second)).isEqualTo(lost(made, 0, LENGTH));
        });
    }

    private static BigInteger lost(Minutes made, int from, int to) {
        return Availability.over(Minutes.window(from, to), made.time(), made.outages)
                .map(found -> found.lostUnits(Weighting.WORST))
                .orElse(BigInteger.ZERO);
    }
}
