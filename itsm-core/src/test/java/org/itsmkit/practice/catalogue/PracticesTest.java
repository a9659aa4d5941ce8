package org.itsmkit.practice.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.practice.measure.Source;
import org.junit.jupiter.api.Test;

/** The 34 practices are all there, and whole. */
class PracticesTest {

    private static final List<Practice> ALL = Practices.all();

    @Test
    void thereAreFourteenSeventeenAndThree() {
        assertThat(ALL).hasSize(34);
        assertThat(Practices.of(PracticeGroup.GENERAL)).hasSize(14);
        assertThat(Practices.of(PracticeGroup.SERVICE)).hasSize(17);
        assertThat(Practices.of(PracticeGroup.TECHNICAL)).hasSize(3);
    }

    @Test
    void theyAreThese() {
        assertThat(ALL.stream().map(Practice::code))
                .containsExactly(
                        "architecture-management",
                        "continual-improvement",
                        "information-security-management",
                        "knowledge-management",
                        "measurement-and-reporting",
                        "organizational-change-management",
                        "portfolio-management",
                        "project-management",
                        "relationship-management",
                        "risk-management",
                        "service-financial-management",
                        "strategy-management",
                        "supplier-management",
                        "workforce-and-talent-management",
                        "availability-management",
                        "business-analysis",
                        "capacity-and-performance-management",
                        "change-enablement",
                        "it-asset-management",
                        "incident-management",
                        "monitoring-and-event-management",
                        "problem-management",
                        "release-management",
                        "service-catalogue-management",
                        "service-configuration-management",
                        "service-continuity-management",
                        "service-design",
                        "service-desk",
                        "service-level-management",
                        "service-request-management",
                        "service-validation-and-testing",
                        "deployment-management",
                        "infrastructure-and-platform-management",
                        "software-development-and-management");
    }

    @Test
    void codesOfMeasuresAreUniqueAmongAllPractices() {
        List<String> codes = measures().map(KeyMeasure::code).toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(measures().map(KeyMeasure::figure)).doesNotHaveDuplicates();
    }

    @Test
    void whatTheyHaveToDoWithIsAPractice() {
        Set<String> codes = new TreeSet<>(ALL.stream().map(Practice::code).toList());
        for (Practice practice : ALL) {
            assertThat(codes).as(practice.code()).containsAll(practice.related());
            assertThat(practice.related()).as(practice.code()).isNotEmpty();
        }
    }

    @Test
    void everyActivityOfTheValueChainHasPracticesWithoutWhichItCannotBeDone() {
        for (ValueChainActivity activity : ValueChainActivity.values()) {
            assertThat(ALL)
                    .as("%s", activity)
                    .filteredOn(practice -> practice.contribution(activity) == Contribution.HIGH)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(ALL).allMatch(practice -> practice.contributions().containsValue(Contribution.HIGH));
    }

    @Test
    void whatIsSaidIsSaidOnceAndAsSentences() {
        Set<String> purposes = new HashSet<>();
        for (Practice practice : ALL) {
            assertThat(practice.purpose()).as(practice.code()).endsWith(".").hasSizeBetween(40, 160);
            assertThat(purposes.add(practice.purpose())).as(practice.code()).isTrue();
            assertThat(practice.measures()).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(measures().map(KeyMeasure::sentence)).doesNotHaveDuplicates().noneMatch(text -> text.endsWith("."));
        assertThat(measures().map(KeyMeasure::source))
                .allMatch(source -> !(source instanceof Source.NotComputable not)
                        || not.reason().endsWith("."));
    }

    @Test
    void onesAreFoundByTheirCode() {
        assertThat(Practices.get("service-desk").name()).isEqualTo("Service desk");
        assertThat(Practices.find("astrology")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Practices.get("astrology"))
                .withMessageContaining("astrology");
    }

    @Test
    void whatIsNotWholeIsNone() {
        Practice desk = Practices.get("service-desk");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.withMeasures(desk.measures().subList(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.withMeasures(
                        desk.measures().get(0), desk.measures().get(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.withInputs());
        assertThatIllegalArgumentException().isThrownBy(() -> desk.withPurpose(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.withRelated("service-desk"));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.withContributions(Map.of()));
    }

    private static Stream<KeyMeasure> measures() {
        return ALL.stream().flatMap(practice -> practice.measures().stream());
    }
}
