package org.itsmkit.practice.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.practice.capability.CapabilityLevelTest.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How mature a system is, and what became of it since the last time. */
class MaturityTest {

    private static final Instant LATER = MONDAY.plus(Duration.ofDays(100));

    private static Rating rating(String subject, int level) {
        return new Rating(subject, level, MONDAY, Optional.empty());
    }

    private static Rating until(String subject, int level, int days) {
        return new Rating(subject, level, MONDAY, Optional.of(MONDAY.plus(Duration.ofDays(days))));
    }

    private static List<Rating> system(Rating... practices) {
        List<Rating> all = new ArrayList<>(List.of(practices));
        Component.codes().forEach(code -> all.add(rating(code, 4)));
        return all;
    }

    @Test
    void aSystemIsAsMatureAsTheLowestOfItsComponents() {
        Maturity maturity = Maturity.of(
                system(rating("incident-management", 3), rating("service-desk", 2), rating("service-design", 2)),
                MONDAY);

        assertThat(maturity.level()).contains(2);
        assertThat(maturity.heldBackBy()).containsExactly("service-design", "service-desk");
        assertThat(maturity.sentences())
                .containsExactly("The system is at level 2, held back by service-design, service-desk.");
    }

    @Test
    void nobodyKnowsItWhereSomethingIsNotRated() {
        Maturity parts = Maturity.of(List.of(rating("service-desk", 3), rating("governance", 3)), MONDAY);

        assertThat(parts.level()).isEmpty();
        assertThat(parts.unrated()).containsExactly("guiding-principles", "value-chain", "improvement");
        assertThat(parts.sentences())
                .containsExactly(
                        "At which level the system is, nobody knows.",
                        "Not rated: guiding-principles, value-chain, improvement.");
        assertThat(Maturity.of(system(), MONDAY).level()).as("no practices").isEmpty();
        assertThat(Maturity.of(system(), MONDAY).sentences()).contains("No practice is rated.");
        assertThat(Maturity.of(List.of(), MONDAY).level()).isEmpty();
    }

    @Test
    void aRatingLapsesWithItsEvidence() {
        List<Rating> ratings = system(until("service-desk", 3, 10), until("incident-management", 4, 20));

        assertThat(Maturity.of(ratings, MONDAY).level()).contains(3);
        assertThat(Maturity.of(ratings, MONDAY).nextChange()).contains(MONDAY.plus(Duration.ofDays(10)));
        Maturity then = Maturity.of(ratings, MONDAY.plus(Duration.ofDays(10)));
        assertThat(then.level()).isEmpty();
        assertThat(then.lapsed()).extracting(Rating::subject).containsExactly("service-desk");
        assertThat(then.sentences())
                .contains("The rating of service-desk held until 2026-03-12T09:00:00Z; it must be found anew.");
    }

    @Test
    void whatRoseFellAndExpiredSince() {
        RatingComparison compared = RatingComparison.of(
                List.of(
                        rating("service-desk", 2),
                        rating("incident-management", 3),
                        until("problem-management", 2, 50),
                        rating("release-management", 1)),
                List.of(
                        rating("service-desk", 3),
                        rating("incident-management", 1),
                        rating("problem-management", 2),
                        rating("governance", 1)),
                LATER);

        assertThat(compared.movements())
                .extracting(RatingComparison.Movement::toString)
                .containsExactly(
                        "governance is at 1 and was not rated before",
                        "incident-management fell from 3 to 1",
                        "problem-management is at 2 as before; what was found before had expired",
                        "release-management was at 1 and is not rated any more",
                        "service-desk rose from 2 to 3");
        assertThat(compared.of(RatingComparison.Kind.ROSE)).hasSize(1);
        assertThat(compared.expired())
                .extracting(RatingComparison.Movement::subject)
                .containsExactly("problem-management");
    }

    @Test
    void nothingIsRatedTwice() {
        List<Rating> twice = List.of(rating("service-desk", 2), rating("service-desk", 3));

        assertThatIllegalArgumentException().isThrownBy(() -> Maturity.of(twice, MONDAY));
        assertThatIllegalArgumentException().isThrownBy(() -> RatingComparison.of(twice, List.of(), LATER));
        assertThatIllegalArgumentException().isThrownBy(() -> rating("service-desk", 6));
        assertThatIllegalArgumentException().isThrownBy(() -> rating("service-desk", -1));
    }
}
