package org.itsmkit.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValueTest {

    @Property
    void decimalsAreEqualWhateverTheirScale(@ForAll long unscaled, @ForAll @IntRange(max = 9) int scale) {
        BigDecimal value = BigDecimal.valueOf(unscaled, scale);

        assertThat(FieldValue.decimal(value.setScale(scale + 5)))
                .isEqualTo(FieldValue.decimal(value))
                .hasSameHashCodeAs(FieldValue.decimal(value));
        assertThat(((FieldValue.Decimal) FieldValue.decimal(value)).value()).isEqualByComparingTo(value);
    }

    @Property
    void decimalsHaveAPlainScale(@ForAll long unscaled, @ForAll @IntRange(min = -9, max = 10) int scale) {
        BigDecimal value = ((FieldValue.Decimal) FieldValue.decimal(BigDecimal.valueOf(unscaled, scale))).value();

        assertThat(value.scale()).isBetween(0, FieldValue.Decimal.MAX_SCALE);
        assertThat(value).isEqualByComparingTo(BigDecimal.valueOf(unscaled, scale));
    }

    @Test
    void zeroIsZero() {
        assertThat(FieldValue.decimal(new BigDecimal("0E-999999999"))).isEqualTo(FieldValue.number(0));
        assertThat(FieldValue.decimal(new BigDecimal("0E+999999999"))).isEqualTo(FieldValue.number(0));
        assertThat(FieldValue.decimal(new BigDecimal("-0.00"))).isEqualTo(FieldValue.number(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999999999999999999999999999.9999999999",
                "-9999999999999999999999999999.9999999999",
                "1E+27",
                "0.0000000001",
                "1.50000000000000000000000000000000"
            })
    void theseFit(String text) {
        assertThat(((FieldValue.Decimal) FieldValue.decimal(new BigDecimal(text))).value())
                .isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E999999999",
                "-1E999999999",
                "1E-999999999",
                "1E+28",
                "10000000000000000000000000000",
                "0.00000000001",
                "1.00000000001",
                "1E2147483647",
                "1E-2147483647"
            })
    void theseDoNotAndThatIsToldAtOnce(String text) {
        BigDecimal value = new BigDecimal(text);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.decimal(value)));
    }

    @Test
    void textsAreStorable() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.text("a\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.text("\uDC00"));
        assertThatNullPointerException().isThrownBy(() -> FieldValue.text(null));
    }

    @Test
    void momentsAreTruncated() {
        assertThat(FieldValue.moment(Instant.parse("2026-03-02T08:00:00.123456789Z")))
                .isEqualTo(FieldValue.moment(Instant.parse("2026-03-02T08:00:00.123456Z")));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.moment(Instant.MAX));
    }

    @Test
    void datesLieInFourDigitYears() {
        assertThat(FieldValue.date(LocalDate.of(1, 1, 1))).isNotEqualTo(FieldValue.date(LocalDate.of(9999, 12, 31)));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.date(LocalDate.of(0, 12, 31)));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.date(LocalDate.of(10_000, 1, 1)));
    }

    @Test
    void listsHoldValuesOfOneType() {
        FieldValue one = FieldValue.number(1);

        assertThat(new FieldValue.ListOf(List.of()).values()).isEmpty();
        assertThat(new FieldValue.ListOf(Collections.nCopies(1_000, one)).values())
                .hasSize(1_000);
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.list(Collections.nCopies(1_001, one)));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.list(List.of(one, FieldValue.flag(true))));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldValue.list(List.of(FieldValue.list(List.of()))));
    }
}
