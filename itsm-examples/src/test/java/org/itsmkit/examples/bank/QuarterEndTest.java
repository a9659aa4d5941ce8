package org.itsmkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.itsmkit.calendar.Window;
import org.junit.jupiter.api.Test;

/** When the books are closed. */
class QuarterEndTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(VIENNA).toInstant();
    }

    private static boolean isClosed(LocalDate day) {
        boolean endsAQuarter = Set.of(3, 6, 9, 12).contains(day.getMonthValue());
        return endsAQuarter && day.getDayOfMonth() > day.lengthOfMonth() - QuarterEnd.DAYS;
    }

    @Test
    void isThreeWholeDaysInVienna() {
        assertThat(QuarterEnd.contains(at("2026-03-28T23:59:59"))).isFalse();
        assertThat(QuarterEnd.contains(at("2026-03-29T00:00"))).isTrue();
        assertThat(QuarterEnd.contains(at("2026-03-31T23:59:59"))).isTrue();
        assertThat(QuarterEnd.contains(at("2026-04-01T00:00"))).isFalse();
    }

    @Test
    void aWindowMayEndWhenItBegins() {
        assertThat(QuarterEnd.touches(new Window(at("2026-03-28T22:00"), at("2026-03-29T00:00"))))
                .isFalse();
        assertThat(QuarterEnd.touches(new Window(at("2026-03-28T22:00"), at("2026-03-29T00:01"))))
                .isTrue();
    }

    @Property
    void everyHourIsAsItsDay(@ForAll @IntRange(max = 24 * 366 * 8) int hour) {
        Instant at = at("2024-01-01T00:00").plusSeconds(hour * 3_600L);

        assertThat(QuarterEnd.contains(at)).isEqualTo(isClosed(LocalDate.ofInstant(at, VIENNA)));
    }

    @Property
    void aWindowTouchesItIfOneOfItsHoursDoes(
            @ForAll @IntRange(max = 24 * 366 * 8) int hour, @ForAll @IntRange(min = 1, max = 24 * 150) int hours) {
        Instant from = at("2024-01-01T00:00").plusSeconds(hour * 3_600L);
        boolean anyIsClosed = false;
        for (int i = 0; i < hours; i++) {
            anyIsClosed |= isClosed(LocalDate.ofInstant(from.plusSeconds(i * 3_600L), VIENNA));
        }

        assertThat(QuarterEnd.touches(new Window(from, from.plusSeconds(hours * 3_600L))))
                .isEqualTo(anyIsClosed);
    }
}
