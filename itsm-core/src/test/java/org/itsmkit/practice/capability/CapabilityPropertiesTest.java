package org.itsmkit.practice.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.practice.capability.CapabilityLevelTest.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.itsmkit.kernel.Dimension;
import org.junit.jupiter.api.Test;

/** Levels against somebody who tries them hour by hour, and the criteria of the kit. */
class CapabilityPropertiesTest {

    private static final int HOURS = 40;

    /** Any criteria, of which some levels have none, and any evidence, some of it withdrawn. */
    private static List<Criterion> criteria(Random random) {
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            criteria.add(Criterion.of(
                    "c" + i, "it", 1 + random.nextInt(3), Dimension.ORGANISATIONS_AND_PEOPLE, "It is so."));
        }
        return criteria;
    }

    private static List<Evidence> evidence(Random random) {
        List<Evidence> all = new ArrayList<>();
        for (int i = 1; i <= random.nextInt(25); i++) {
            Instant from = hour(random.nextInt(HOURS));
            Optional<Instant> withdrawn = random.nextInt(5) == 0
                    ? Optional.of(from.plus(Duration.ofHours(random.nextInt(10))))
                    : Optional.empty();
            all.add(new Evidence(
                    i,
                    "c" + random.nextInt(10),
                    BEN,
                    CARLA,
                    from,
                    from.plus(Duration.ofHours(1 + random.nextInt(30))),
                    Set.of(),
                    Optional.empty(),
                    "",
                    withdrawn));
        }
        return all;
    }

    private static Instant hour(int hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }

    /** The highest level of which, and below which, no level is empty and no criterion without evidence. */
    private static int naive(List<Criterion> criteria, List<Evidence> evidence, Instant known, Instant at) {
        for (int level = 5; level > 0; level--) {
            boolean isReached = true;
            for (int below = 1; below <= level; below++) {
                boolean any = false;
                for (Criterion criterion : criteria) {
                    if (criterion.level() == below) {
                        any = true;
                        boolean shown = false;
                        for (Evidence one : evidence) {
                            shown |= one.criterion().equals(criterion.code())
                                    && !one.at().isAfter(known)
                                    && at.isBefore(one.validUntil())
                                    && !one.withdrawnAt()
                                            .map(gone -> !at.isBefore(gone))
                                            .orElse(false);
                        }
                        isReached &= shown;
                    }
                }
                isReached &= any;
            }
            if (isReached) {
                return level;
            }
        }
        return 0;
    }

    @Property(tries = 300)
    void levelsAreAsTriedOneByOneAndFallWhenTheySay(@ForAll Random random) {
        List<Criterion> criteria = criteria(random);
        List<Evidence> evidence = evidence(random);
        Instant at = hour(random.nextInt(HOURS));

        CapabilityLevel level = CapabilityLevel.of("it", criteria, evidence, at);

        assertThat(level.reached()).isEqualTo(naive(criteria, evidence, at, at));
        Optional<Instant> fall = Optional.empty();
        for (int later = 0; later <= 100 && fall.isEmpty(); later++) {
            Instant then = at.plus(Duration.ofHours(later));
            fall = naive(criteria, evidence, at, then) < level.reached() ? Optional.of(then) : Optional.empty();
        }
        assertThat(level.nextChange()).isEqualTo(fall);
        assertThat(level.reached() == 0
                        || level.gapsTo(level.reached(), Duration.ZERO).isEmpty())
                .isTrue();
        assertThat(level.reached() == 5
                        || !level.gapsTo(level.reached() + 1, Duration.ZERO).isEmpty())
                .isTrue();
    }

    /** Four sides of five levels, and for a practice besides: its purpose, its outputs, a figure of each measure, and one that is better. */
    @Test
    void theKitAsksForTheSameOfAllAndForMoreOfPractices() {
        assertThat(Criteria.of("governance")).hasSize(4 * 5);
        assertThat(Criteria.of("incident-management")).hasSize(4 * 5 + 1 + 1 + 2 + 1);
        assertThat(Criteria.of("change-enablement")).hasSize(4 * 5 + 1 + 1 + 3 + 1);
        assertThat(Criteria.of("astrology")).isEmpty();
        assertThat(Criteria.standard()).hasSize(34 * 25 + 1 + 4 * 20);
        assertThat(Criteria.standard().stream().map(Criterion::code)).doesNotHaveDuplicates();
        assertThat(Criteria.standard().stream().map(Criterion::sentence)).doesNotHaveDuplicates();
    }

    @Test
    void criteriaAreSentences() {
        assertThat(Criteria.find("incident-management.2.people").orElseThrow().sentence())
                .isEqualTo("Incident management: it is said who does it, and they have time for it.");
        assertThat(Criteria.find("told:median-time-to-restore").orElseThrow().sentence())
                .isEqualTo("Incident management: this figure is known: median time from the detection of an incident"
                        + " until service was back.");
        assertThat(Criteria.find("governance.5.streams").orElseThrow().sentence())
                .isEqualTo("Governance, how the organisation is directed and watched over: whenever its steps are"
                        + " changed, it was measured before, and is afterwards.");
        assertThat(Criteria.standard())
                .allMatch(criterion -> criterion.sentence().endsWith("."));
        assertThat(Criteria.isSubject("governance")).isTrue();
        assertThat(Criteria.isSubject("service-desk")).isTrue();
        assertThat(Criteria.isSubject("astrology")).isFalse();
    }
}
