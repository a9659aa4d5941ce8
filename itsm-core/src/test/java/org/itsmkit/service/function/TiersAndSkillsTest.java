package org.itsmkit.service.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.service.function.Teams.VIENNA;
import static org.itsmkit.service.function.Teams.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.junit.jupiter.api.Test;

/** How much each tier solves, and what only one person can. */
class TiersAndSkillsTest {

    private static SolvedAt solved(String incident, int tier) {
        return new SolvedAt(RecordRef.of("incident", RecordId.of(incident)), tier);
    }

    /** Six are solved: three in tier 1, two in tier 2, one in tier 3. */
    @Test
    void whatATierSolvesAndWhatItPassesOn() {
        SharePerTier shares = SharePerTier.of(Stream.of(
                solved("a", 1), solved("b", 1), solved("c", 1), solved("d", 2), solved("e", 2), solved("f", 3)));

        assertThat(shares.total()).isEqualTo(6);
        assertThat(shares.share(1)).as("3 of 6").contains(new BigDecimal("0.500000"));
        assertThat(shares.share(2)).as("2 of 6").contains(new BigDecimal("0.333333"));
        assertThat(shares.share(4)).as("0 of 6").contains(new BigDecimal("0.000000"));
        assertThat(shares.escalationRate(1)).as("3 of the 6 that came").contains(new BigDecimal("0.500000"));
        assertThat(shares.escalationRate(2)).as("1 of the 3 that came").contains(new BigDecimal("0.333333"));
        assertThat(shares.escalationRate(3)).as("0 of the 1 that came").contains(new BigDecimal("0.000000"));
        assertThat(shares.escalationRate(4)).as("nothing came").isEmpty();
    }

    @Test
    void whatIsSolvedAgainCountsWhereItWasSolvedLast() {
        SharePerTier shares = SharePerTier.of(Stream.of(solved("a", 1), solved("b", 1), solved("a", 2)));

        assertThat(shares.solved()).isEqualTo(Map.of(1, 1L, 2, 1L));
    }

    @Test
    void ofNothingThereIsNoShare() {
        SharePerTier none = SharePerTier.of(Stream.empty());

        assertThat(none.total()).isZero();
        assertThat(none.share(1)).isEmpty();
        assertThat(none.escalationRate(1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> none.share(0));
        assertThatIllegalArgumentException().isThrownBy(() -> none.escalationRate(10));
        assertThatIllegalArgumentException().isThrownBy(() -> solved("a", 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new SharePerTier(new TreeMap<>(Map.of(1, 0L))));
    }

    /** Ben and Carla can mail, Carla alone Linux, and nobody SAP well enough; Carla belongs to two teams, and is one person. */
    @Test
    void whatOnePersonAloneCanIsNamed() {
        Member ben = new Member(PersonId.of("ben"), Map.of("mail", 3, "sap", 1));
        Member carla = new Member(PersonId.of("carla"), Map.of("mail", 3, "linux", 5));
        Member carlaThere = new Member(PersonId.of("carla"), Map.of("linux", 1, "mail", 2));
        List<Team> teams = List.of(
                desk("one", VIENNA, "08:00", "16:00", ben, carla), desk("two", VIENNA, "08:00", "16:00", carlaThere));

        SkillCover cover = SkillCover.of(teams, 2);

        assertThat(cover.able().get("mail")).containsExactly(PersonId.of("ben"), PersonId.of("carla"));
        assertThat(cover.busFactor("mail")).isEqualTo(2);
        assertThat(cover.heldByOne()).containsExactly("linux");
        assertThat(cover.heldByNobody()).containsExactly("sap");
        assertThat(cover.busFactor("cobol")).as("nobody claims to").isZero();
        assertThat(SkillCover.of(teams, 1).heldByOne()).containsExactly("linux", "sap");
        assertThatIllegalArgumentException().isThrownBy(() -> SkillCover.of(teams, 0));
    }
}
