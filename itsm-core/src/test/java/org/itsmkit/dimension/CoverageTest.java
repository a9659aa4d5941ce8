package org.itsmkit.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.kernel.Dimension.INFORMATION_AND_TECHNOLOGY;
import static org.itsmkit.kernel.Dimension.ORGANISATIONS_AND_PEOPLE;
import static org.itsmkit.kernel.Dimension.PARTNERS_AND_SUPPLIERS;
import static org.itsmkit.kernel.Dimension.VALUE_STREAMS_AND_PROCESSES;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.itsmkit.dimension.Coverage.Gap;
import org.itsmkit.dimension.OutsideFactor.Kind;
import org.itsmkit.kernel.OrganisationId;
import org.junit.jupiter.api.Test;

/** Mail at Acme, seen from all four dimensions. */
class CoverageTest {

    private static final OrganisationId CLOUD = OrganisationId.of("Cloud Ltd");
    private static final OrganisationId LINES = OrganisationId.of("Lines Inc");
    private static final OrganisationId DISKS = OrganisationId.of("Disks & Sons");

    private static final Aspect DESK =
            Aspect.of(ORGANISATIONS_AND_PEOPLE, "the desk answers").ownedBy(BEN);
    private static final Aspect SERVER = Aspect.of(INFORMATION_AND_TECHNOLOGY, "a server for mail");
    private static final Aspect HOSTING =
            Aspect.of(PARTNERS_AND_SUPPLIERS, "hosting").ownedBy(CARLA).suppliedBy(CLOUD);

    private static Aspect from(OrganisationId supplier, int spend) {
        return HOSTING.suppliedBy(supplier).costing(BigDecimal.valueOf(spend));
    }

    @Test
    void whatNobodyThoughtOfAndWhatNobodyOwns() {
        Coverage coverage = Coverage.of(Subject.service("mail"), List.of(SERVER, DESK, HOSTING));

        assertThat(coverage.covered())
                .containsExactly(ORGANISATIONS_AND_PEOPLE, INFORMATION_AND_TECHNOLOGY, PARTNERS_AND_SUPPLIERS);
        assertThat(coverage.uncovered()).containsExactly(VALUE_STREAMS_AND_PROCESSES);
        assertThat(coverage.unowned()).containsExactly(SERVER);
        assertThat(coverage.gaps())
                .extracting(Gap::sentence)
                .containsExactly(
                        "Nothing is known of mail as to value streams and processes.",
                        "Nobody sees to this: a server for mail.");
    }

    @Test
    void ofNothingEverythingIsMissing() {
        Coverage coverage = Coverage.of(Subject.criticalService("mail"), List.of());

        assertThat(coverage.uncovered()).hasSize(4);
        assertThat(coverage.gaps()).hasSize(4).allMatch(gap -> gap.kind() == Coverage.Kind.UNCOVERED);
        assertThat(coverage.onlySupplier()).isEmpty();
    }

    @Test
    void aServiceOnWhichMuchDependsHangsOnOneSupplier() {
        List<Aspect> aspects = List.of(HOSTING, HOSTING.suppliedBy(CLOUD));

        assertThat(Coverage.of(Subject.criticalService("mail"), aspects).gaps())
                .filteredOn(gap -> gap.kind() == Coverage.Kind.SINGLE_SUPPLIER)
                .extracting(Gap::sentence)
                .containsExactly("Much depends on mail, and all of it that comes from outside comes from Cloud Ltd.");
        assertThat(Coverage.of(Subject.service("mail"), aspects).gaps())
                .noneMatch(gap -> gap.kind() == Coverage.Kind.SINGLE_SUPPLIER);
        assertThat(Coverage.of(Subject.service("mail"), aspects).onlySupplier()).contains(CLOUD);
    }

    /** 60, 30 and 10 of 100: 60² + 30² + 10² = 3,600 + 900 + 100 = 4,600, which is highly concentrated. */
    @Test
    void howMuchHangsOnHowFew() {
        List<Aspect> aspects = List.of(from(LINES, 30), from(CLOUD, 40), from(DISKS, 10), from(CLOUD, 20), SERVER);
        Concentration found = Concentration.bySpend(aspects).orElseThrow();

        assertThat(found.index()).isEqualByComparingTo("4600");
        assertThat(found.level()).isEqualTo(Concentration.Level.HIGH);
        assertThat(found.suppliers())
                .extracting(Concentration.Weighed::supplier)
                .containsExactly(CLOUD, LINES, DISKS);
        assertThat(found.perCent(CLOUD)).isEqualByComparingTo("60");
        assertThat(found.perCent(OrganisationId.of("nobody"))).isZero();
        assertThat(Coverage.of(Subject.service("mail"), aspects).gaps())
                .extracting(Gap::sentence)
                .contains("Suppliers of mail are few: the Herfindahl–Hirschman index is 4600.00 of 10,000,"
                        + " and Cloud Ltd has 60.0 %.");
    }

    /** By aspects: 2, 1 and 1 of 4, that is 50² + 25² + 25² = 3,750. */
    @Test
    void whereNobodyKnowsWhatIsPaidAspectsAreCounted() {
        List<Aspect> aspects = List.of(HOSTING, HOSTING, HOSTING.suppliedBy(LINES), HOSTING.suppliedBy(DISKS), SERVER);

        assertThat(Concentration.bySpend(aspects)).isEmpty();
        assertThat(Concentration.byAspects(aspects).orElseThrow().index()).isEqualByComparingTo("3750");
        assertThat(Concentration.byAspects(List.of(SERVER))).isEmpty();
    }

    /** Ten of equal weight have exactly 1,000: moderate from there. Five and a half are not to be had; 1,800 itself is moderate. */
    @Test
    void theBoundsOfTheClasses() {
        assertThat(even(10).level()).isEqualTo(Concentration.Level.MODERATE);
        assertThat(even(11).level()).isEqualTo(Concentration.Level.LOW);
        assertThat(even(6).level()).as("1,666.66").isEqualTo(Concentration.Level.MODERATE);
        assertThat(even(5).level()).as("2,000").isEqualTo(Concentration.Level.HIGH);
        // 900 + 400 + 225 + 225 + 100 + 100
        assertThat(of(30, 20, 15, 15, 10, 10).index()).isEqualByComparingTo("1950");
        // 900 + 7 · 100
        assertThat(of(30, 10, 10, 10, 10, 10, 10, 10).index()).isEqualByComparingTo("1600");
        // 20, 20, 20, 20, 10, 10 make 4 · 400 + 2 · 100 = 1,800: the highest that is moderate
        assertThat(of(20, 20, 20, 20, 10, 10).index()).isEqualByComparingTo("1800");
        assertThat(of(20, 20, 20, 20, 10, 10).level()).isEqualTo(Concentration.Level.MODERATE);
    }

    private static Concentration even(int suppliers) {
        int[] weights = new int[suppliers];
        Arrays.fill(weights, 7);
        return of(weights);
    }

    private static Concentration of(int... weights) {
        List<Aspect> aspects = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            aspects.add(from(OrganisationId.of("s" + i), weights[i]));
        }
        return Concentration.bySpend(aspects).orElseThrow();
    }

    @Property(tries = 200)
    void theIndexIsThatOfSharesInPerCent(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1_000) Integer> weights) {
        double total = weights.stream().mapToInt(Integer::intValue).sum();
        double naive = weights.stream()
                .mapToDouble(weight -> Math.pow(100.0 * weight / total, 2))
                .sum();

        Concentration found = of(weights.stream().mapToInt(Integer::intValue).toArray());

        assertThat(found.index().doubleValue()).isBetween(naive - 0.02, naive + 0.01);
    }

    @Test
    void whatBearsOnItFromOutside() {
        OutsideFactor law = OutsideFactor.of(
                "privacy-law",
                Kind.LEGAL,
                "mail of customers must stay in the country",
                INFORMATION_AND_TECHNOLOGY,
                PARTNERS_AND_SUPPLIERS);
        OutsideFactor wages = OutsideFactor.of("wages", Kind.ECONOMIC, "wages rise", ORGANISATIONS_AND_PEOPLE);
        Coverage coverage = Coverage.of(
                Subject.service("mail"), List.of(DESK, HOSTING), List.of(law, wages.answered("we train our own")));

        assertThat(coverage.unanswered()).containsExactly(law);
        assertThat(coverage.gaps())
                .filteredOn(gap -> gap.kind() == Coverage.Kind.NO_RESPONSE)
                .containsExactly(new Gap(
                        Coverage.Kind.NO_RESPONSE,
                        List.of(INFORMATION_AND_TECHNOLOGY, PARTNERS_AND_SUPPLIERS),
                        "Nothing is done about this: mail of customers must stay in the country."));
        assertThat(wages.answered("  ").response()).isEmpty();
    }

    @Test
    void whatSaysNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Aspect.of(PARTNERS_AND_SUPPLIERS, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> HOSTING.costing(BigDecimal.valueOf(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutsideFactor.of("law", Kind.LEGAL, "", PARTNERS_AND_SUPPLIERS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutsideFactor("law", Kind.LEGAL, "a law", Set.of(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coverage.of(Subject.service("mail"), Collections.nCopies(Coverage.MOST + 1, DESK)));
        assertThatIllegalArgumentException().isThrownBy(() -> Subject.service(""));
    }

    @Test
    void whatIsPaidToOneAloneDoesNotMakeTheOthersNothing() {
        // Of six suppliers one is known to be paid: by aspects that is 6 · (100 / 6)² = 1,666, which is not high.
        List<Aspect> aspects = new ArrayList<>(List.of(from(CLOUD, 10)));
        for (String other : List.of("b", "c", "d", "e", "f")) {
            aspects.add(HOSTING.suppliedBy(OrganisationId.of(other)));
        }

        assertThat(Coverage.of(Subject.service("mail"), aspects).gaps())
                .noneMatch(gap -> gap.kind() == Coverage.Kind.CONCENTRATED);
    }
}
