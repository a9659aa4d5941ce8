package org.itsmkit.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MicrosTest {

    private static final long FIRST_SECOND = -62_135_596_800L;
    private static final long LAST_SECOND = 253_402_300_799L;

    @Property
    void countsMicroseconds(
            @ForAll @LongRange(min = FIRST_SECOND, max = LAST_SECOND) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        BigInteger expected = BigInteger.valueOf(second)
                .multiply(BigInteger.valueOf(1_000_000))
                .add(BigInteger.valueOf(nano / 1_000));

        assertThat(Micros.of(instant)).isEqualTo(expected.longValueExact());
        assertThat(Micros.toInstant(Micros.of(instant))).isEqualTo(Micros.truncate(instant));
    }

    @Property
    void truncatesTowardsThePast(
            @ForAll @LongRange(min = FIRST_SECOND, max = LAST_SECOND) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        Instant truncated = Micros.truncate(instant);

        assertThat(truncated).isBeforeOrEqualTo(instant).isAfter(instant.minusNanos(1_000));
        assertThat(truncated.getNano() % 1_000).isZero();
        assertThat(Micros.truncate(truncated)).isSameAs(truncated);
    }

    @Test
    void knowsItsBounds() {
        assertThat(Micros.toInstant(Micros.of(Micros.MIN))).isEqualTo(Micros.MIN);
        assertThat(Micros.toInstant(Micros.of(Micros.MAX))).isEqualTo(Micros.MAX);
        assertThat(Micros.truncate(Micros.MAX.plusNanos(999))).isEqualTo(Micros.MAX);
        assertThat(Micros.of(Instant.parse("1969-12-31T23:59:59.999999999Z"))).isEqualTo(-1);
    }

    @Test
    void refusesWhatLiesOutside() {
        assertThatIllegalArgumentException().isThrownBy(() -> Micros.truncate(Micros.MIN.minusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Micros.truncate(Micros.MAX.plusNanos(1_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Micros.of(Instant.MIN));
        assertThatIllegalArgumentException().isThrownBy(() -> Micros.of(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> Micros.toInstant(Long.MIN_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> Micros.toInstant(Long.MAX_VALUE));
    }
}
