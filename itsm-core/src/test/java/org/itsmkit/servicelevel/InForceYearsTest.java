package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.servicelevel.Agreeing.MARCH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.junit.jupiter.api.Test;

/** The years in which agreements hold and are looked at. */
class InForceYearsTest {

    private static List<String> said(Optional<LocalDate> reviewOn) {
        Inputs inputs = Inputs.check();
        InForce.reviewedIn(inputs, reviewOn);
        return inputs.violations().stream().map(Violation::code).toList();
    }

    @Test
    void anAgreementIsLookedAtFrom1970To2198OrNever() {
        assertThat(said(Optional.of(LocalDate.of(1969, 12, 31)))).containsExactly("agreement.out-of-range");
        assertThat(said(Optional.of(LocalDate.of(1970, 1, 1)))).isEmpty();
        assertThat(said(Optional.of(LocalDate.of(2198, 12, 31)))).isEmpty();
        assertThat(said(Optional.of(LocalDate.of(2199, 1, 1)))).containsExactly("agreement.out-of-range");
        assertThat(said(Optional.empty())).isEmpty();
    }

    @Test
    void anAgreementHoldsFrom1970To2198() {
        Instant end = Instant.parse("2199-01-01T00:00:00Z");

        assertThat(InForce.canHold(Instant.EPOCH.minusNanos(1))).isFalse();
        assertThat(InForce.canHold(Instant.EPOCH)).isTrue();
        assertThat(InForce.canHold(end.minusNanos(1))).isTrue();
        assertThat(InForce.canHold(end)).isFalse();
    }

    @Test
    void aYearStandsForAllThatFollowUnlessItEndsBefore() {
        Instant aYearLater = Instant.parse("2027-03-01T00:00:00Z");
        Instant sooner = aYearLater.minusNanos(1_000);

        assertThat(InForce.lookedAtUntil(MARCH, Optional.empty())).isEqualTo(aYearLater);
        assertThat(InForce.lookedAtUntil(MARCH, Optional.of(sooner))).isEqualTo(sooner);
        assertThat(InForce.lookedAtUntil(MARCH, Optional.of(aYearLater.plusSeconds(1))))
                .isEqualTo(aYearLater);
    }
}
