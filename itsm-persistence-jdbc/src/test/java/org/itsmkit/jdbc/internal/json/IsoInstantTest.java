package org.itsmkit.jdbc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK is the oracle. */
class IsoInstantTest {

    @Property(tries = 20_000)
    void isTheTextOfTheJdk(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 3) int precision,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nanos) {
        int unit = new int[] {1_000_000_000, 1_000_000, 1_000, 1}[precision];
        Instant instant = Instant.ofEpochSecond(second, nanos / unit * unit);

        assertThat(IsoInstant.print(instant)).isEqualTo(instant.toString());
        assertThat(IsoInstant.parse(instant.toString())).isEqualTo(instant);
    }

    @Test
    void everyDayOfFourCenturiesAndOfTheFirstAndTheLast() {
        for (int start : new int[] {0, 1800, 9900}) {
            LocalDate end = LocalDate.of(start + 400, 1, 1);
            for (LocalDate day = LocalDate.of(start, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
                Instant instant = day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
                assertThat(IsoInstant.print(instant)).isEqualTo(instant.toString());
                assertThat(IsoInstant.parse(instant.toString())).isEqualTo(instant);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T00:00:00Z",
                "2024-06-30T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "2024-01-01t00:00:00z",
                "2024-01-01T00:00:00.5Z",
                "2024-01-01T00:00:00.123456789Z",
                "2024-01-01T00:00:00+01:00"
            })
    void whatTheJdkReads(String text) {
        assertThat(IsoInstant.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-02-29T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-00-01T00:00:00Z",
                "2024-01-00T00:00:00Z",
                "2024-01-01T25:00:00Z",
                "2024-01-01T00:60:00Z",
                "2024-01-01T00:00:61Z",
                "2024-01-01T00:00:00.1234567890Z",
                "2024-01-01T00:00:00,5Z",
                "2024-01-0\u0661T00:00:00Z",
                "2024-01-01T00:00:0-1Z"
            })
    void whatTheJdkRefuses(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instant.parse(text));
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> IsoInstant.parse(text));
    }
}
