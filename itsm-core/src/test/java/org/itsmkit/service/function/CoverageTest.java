package org.itsmkit.service.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.service.function.Teams.NEW_YORK;
import static org.itsmkit.service.function.Teams.SYDNEY;
import static org.itsmkit.service.function.Teams.VIENNA;
import static org.itsmkit.service.function.Teams.builder;
import static org.itsmkit.service.function.Teams.desk;
import static org.itsmkit.service.function.Teams.everyDay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.calendar.BusinessCalendar;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.OpenWindows;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.calendar.Window;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.junit.jupiter.api.Test;

/** Who is there when; {@link CoveragePropertyTest} counts it minute by minute. */
class CoverageTest {

    private static final GroupId EUROPE = GroupId.of("europe");
    private static final GroupId AMERICA = GroupId.of("america");

    private static Window window(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }

    private static final Window A_WINTERS_DAY = window("2026-01-14T00:00:00Z", "2026-01-15T00:00:00Z");

    /** Vienna is at UTC+1 then, New York at UTC−5: 07–15 and 14–22 UTC. */
    @Test
    void aDayOfTwoDesks() {
        List<Team> teams =
                List.of(desk("europe", VIENNA, "08:00", "16:00"), desk("america", NEW_YORK, "09:00", "17:00"));

        Coverage coverage = Coverage.of(teams, OpenWindows.always(), A_WINTERS_DAY);

        assertThat(coverage.required()).isEqualTo(Duration.ofHours(24));
        assertThat(coverage.covered()).as("07 to 22").isEqualTo(Duration.ofHours(15));
        assertThat(coverage.share()).as("15 of 24").contains(new BigDecimal("0.625000"));
        assertThat(coverage.gaps())
                .containsExactly(
                        window("2026-01-14T00:00:00Z", "2026-01-14T07:00:00Z"),
                        window("2026-01-14T22:00:00Z", "2026-01-15T00:00:00Z"));
        assertThat(coverage.overlaps()).containsExactly(window("2026-01-14T14:00:00Z", "2026-01-14T15:00:00Z"));
        assertThat(coverage.handOvers())
                .containsExactly(
                        new HandOver(EUROPE, AMERICA, Instant.parse("2026-01-14T15:00:00Z"), Duration.ofHours(1)));
        assertThat(coverage.blindHandOvers()).isEmpty();
        assertThat(coverage.isComplete()).isFalse();
        assertThat(coverage.sentences())
                .containsExactly(
                        "Nobody is there from 2026-01-14T00:00:00Z to 2026-01-14T07:00:00Z.",
                        "Nobody is there from 2026-01-14T22:00:00Z to 2026-01-15T00:00:00Z.");
    }

    /** Vienna 08–16 is 07–15 UTC, New York 10–20 is 15–01, Sydney (UTC+11) 12–18 is 01–07. */
    @Test
    void aDeskThatFollowsTheSun() {
        List<Team> teams = List.of(
                desk("europe", VIENNA, "08:00", "16:00"),
                desk("america", NEW_YORK, "10:00", "20:00"),
                desk("australia", SYDNEY, "12:00", "18:00"));

        Coverage coverage = Coverage.of(teams, OpenWindows.always(), A_WINTERS_DAY);

        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.share()).contains(new BigDecimal("1.000000"));
        assertThat(coverage.handOvers())
                .extracting(one -> one.from() + "→" + one.to())
                .containsExactly("america→australia", "australia→europe", "europe→america");
        assertThat(coverage.blindHandOvers()).hasSize(3);
        assertThat(coverage.sentences())
                .contains("europe hands over to america at 2026-01-14T15:00:00Z without an overlap.");
    }

    /** From 8 March to 29 March 2026 New York has summer time and Vienna has not: 10:00 there is 14 UTC, and Vienna ends at 15. */
    @Test
    void betweenTwoChangesOfTheClockHandOversAreOthers() {
        List<Team> teams =
                List.of(desk("europe", VIENNA, "08:00", "16:00"), desk("america", NEW_YORK, "10:00", "18:00"));

        Coverage winter = Coverage.of(teams, OpenWindows.always(), A_WINTERS_DAY);
        Coverage march =
                Coverage.of(teams, OpenWindows.always(), window("2026-03-18T00:00:00Z", "2026-03-19T00:00:00Z"));
        Coverage april =
                Coverage.of(teams, OpenWindows.always(), window("2026-04-15T00:00:00Z", "2026-04-16T00:00:00Z"));

        assertThat(winter.handOvers()).extracting(HandOver::overlap).containsExactly(Duration.ZERO);
        assertThat(march.handOvers()).extracting(HandOver::overlap).containsExactly(Duration.ofHours(1));
        assertThat(april.handOvers()).extracting(HandOver::overlap).containsExactly(Duration.ZERO);
    }

    /** On 29 March 2026 a day has 23 hours in Vienna, and on 25 October 25. */
    @Test
    void aDayAroundTheClockIsAsLongAsItIs() {
        Team night = desk("europe", VIENNA, "00:00", "24:00");
        OpenWindows always = OpenWindows.always();

        Coverage spring = Coverage.of(List.of(night), always, window("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
        Coverage autumn = Coverage.of(List.of(night), always, window("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));

        assertThat(spring.covered()).isEqualTo(Duration.ofHours(23)).isEqualTo(spring.required());
        assertThat(autumn.covered()).isEqualTo(Duration.ofHours(25)).isEqualTo(autumn.required());
    }

    /** Where nobody should be there, nobody is missing, and nobody hands over. */
    @Test
    void onlyWhatIsRequiredCounts() {
        List<Team> teams =
                List.of(desk("europe", VIENNA, "08:00", "16:00"), desk("america", NEW_YORK, "09:00", "17:00"));
        OpenWindows hours = BusinessCalendar.of(VIENNA, BusinessHours.weekdays(TimeRange.of("07:00", "15:00")));

        Coverage coverage = Coverage.of(teams, hours, A_WINTERS_DAY);

        assertThat(coverage.required()).isEqualTo(Duration.ofHours(8));
        assertThat(coverage.gaps()).containsExactly(window("2026-01-14T06:00:00Z", "2026-01-14T07:00:00Z"));
        assertThat(coverage.overlaps()).as("14 UTC is when it ends").isEmpty();
        assertThat(coverage.handOvers()).isEmpty();
        assertThat(coverage.share()).as("7 of 8").contains(new BigDecimal("0.875000"));
    }

    @Test
    void whereNothingIsRequiredThereIsNoShare() {
        Coverage coverage = Coverage.of(List.of(), OpenWindows.of(List.of()), A_WINTERS_DAY);

        assertThat(coverage.share()).isEmpty();
        assertThat(coverage.isComplete()).isTrue();
    }

    /** Of two that are there it is handed to the one that came last, who stays longest as a rule. */
    @Test
    void whoCameLastTakesOver() {
        List<Team> teams = List.of(
                desk("early", VIENNA, "06:00", "20:00"),
                desk("middle", VIENNA, "08:00", "12:00"),
                desk("late", VIENNA, "11:00", "20:00"));

        Coverage coverage = Coverage.of(teams, OpenWindows.always(), A_WINTERS_DAY);

        assertThat(coverage.handOvers())
                .containsExactly(new HandOver(
                        GroupId.of("middle"),
                        GroupId.of("late"),
                        Instant.parse("2026-01-14T11:00:00Z"),
                        Duration.ofHours(1)));
    }

    @Test
    void eachTierAndEachSkillIsCoveredByThoseWhoHaveIt() {
        Member linux = new Member(PersonId.of("carla"), Map.of("linux", 4, "mail", 2));
        Team first = desk("europe", VIENNA, "08:00", "16:00", new Member(PersonId.of("ben"), Map.of("mail", 1)));
        Team second = builder("operations", everyDay(VIENNA, "10:00", "12:00"))
                .function(SupportFunction.OPERATIONS_CONTROL)
                .tier(2)
                .addMembers(linux)
                .build();
        OpenWindows hours = BusinessCalendar.of(VIENNA, BusinessHours.weekdays(TimeRange.of("08:00", "16:00")));
        List<Team> teams = List.of(first, second);

        assertThat(Coverage.byTier(teams, hours, A_WINTERS_DAY))
                .containsOnlyKeys(1, 2)
                .satisfies(tiers -> assertThat(tiers.get(1).share()).contains(new BigDecimal("1.000000")))
                .satisfies(tiers -> assertThat(tiers.get(2).share()).contains(new BigDecimal("0.250000")));
        assertThat(Coverage.bySkill(teams, Set.of("linux", "mail", "sap"), 2, hours, A_WINTERS_DAY))
                .containsOnlyKeys("linux", "mail", "sap")
                .satisfies(skills -> assertThat(skills.get("mail").covered()).isEqualTo(Duration.ofHours(2)))
                .satisfies(skills -> assertThat(skills.get("sap").covered()).isZero());
    }

    @Test
    void thereAreBounds() {
        Team one = desk("europe", VIENNA, "08:00", "16:00");
        OpenWindows always = OpenWindows.always();

        assertThatIllegalArgumentException().isThrownBy(() -> Coverage.of(List.of(one, one), always, A_WINTERS_DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Coverage.of(List.of(one), always, window("2026-01-01T00:00:00Z", "2031-01-03T00:00:00Z")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coverage.bySkill(List.of(one), Set.of("mail"), 6, always, A_WINTERS_DAY));
    }

    @Test
    void aTeamIsWhatItIs() {
        Team.Builder desk = builder("europe", everyDay(VIENNA, "08:00", "16:00"));
        Member ben = new Member(PersonId.of("ben"), Map.of());

        assertThatIllegalArgumentException().isThrownBy(desk::build).withMessageContaining("type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.desk(DeskType.LOCAL)
                        .function(SupportFunction.TECHNICAL_MANAGEMENT)
                        .build());
        Team.Builder right = desk.function(SupportFunction.SERVICE_DESK);
        assertThat(right.build().zone()).isEqualTo(VIENNA);
        assertThatIllegalArgumentException().isThrownBy(() -> right.tier(0).build());
        assertThatIllegalArgumentException().isThrownBy(() -> right.tier(10).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> right.tier(9).addMembers(ben, ben).build());
        assertThatIllegalArgumentException().isThrownBy(() -> new Member(PersonId.of("ben"), Map.of("mail", 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Member(PersonId.of("ben"), Map.of("mail", 6)));
    }

    @Test
    void operationsManagementHasTwoParts() {
        for (SupportFunction function : SupportFunction.values()) {
            assertThat(function.isWithin(function)).isTrue();
            assertThat(function.isWithin(SupportFunction.OPERATIONS_MANAGEMENT))
                    .as("%s", function)
                    .isEqualTo(Set.of(
                                    SupportFunction.OPERATIONS_MANAGEMENT,
                                    SupportFunction.OPERATIONS_CONTROL,
                                    SupportFunction.FACILITIES_MANAGEMENT)
                            .contains(function));
        }
        assertThat(SupportFunction.OPERATIONS_MANAGEMENT.isWithin(SupportFunction.OPERATIONS_CONTROL))
                .isFalse();
    }
}
