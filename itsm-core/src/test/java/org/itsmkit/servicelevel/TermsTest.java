package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.itsmkit.servicelevel.Agreeing.DESK;
import static org.itsmkit.servicelevel.Agreeing.resolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.kernel.FieldCondition;
import org.junit.jupiter.api.Test;

/** Terms that are made are sound. */
class TermsTest {

    private static Terms of(List<Commitment> commitments, Map<String, CalendarData> hours, List<String> zoneBy) {
        return new Terms(Set.of("incident"), FieldCondition.all(), commitments, hours, zoneBy);
    }

    private static List<Commitment> commitments(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> resolution("promise-" + i, 8))
                .toList();
    }

    private static Map<String, CalendarData> hours(int many) {
        Map<String, CalendarData> hours = new HashMap<>(Map.of("desk", DESK));
        for (int i = 1; i < many; i++) {
            hours.put("hours-" + i, DESK);
        }
        return hours;
    }

    @Test
    void theyHaveTwoHundredCommitmentsAndTwentyHoursAtMost() {
        Terms greatest = of(commitments(Terms.MOST_COMMITMENTS), hours(Terms.MOST_HOURS), List.of());

        assertThat(greatest.commitments()).hasSize(200);
        assertThat(greatest.hours()).hasSize(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(commitments(Terms.MOST_COMMITMENTS + 1), hours(1), List.of()))
                .withMessage("an agreement has at most 200 commitments and 20 service hours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(commitments(1), hours(Terms.MOST_HOURS + 1), List.of()))
                .withMessage("an agreement has at most 200 commitments and 20 service hours");
    }

    @Test
    void fiveFieldsTellOfZonesAndAreFields() {
        List<String> five = List.of("location", "site", "requester", "customer", "country");

        assertThat(of(commitments(1), hours(1), five).zoneBy()).isEqualTo(five);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(
                        commitments(1),
                        hours(1),
                        List.of("location", "site", "requester", "customer", "country", "building")))
                .withMessage("at most 5 fields tell of time zones");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(commitments(1), hours(1), List.of("no field")))
                .withMessageContaining("field name");
    }

    @Test
    void hoursHaveNames() {
        Map<String, CalendarData> odd = hours(1);
        odd.put("the desk", DESK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(commitments(1), odd, List.of()))
                .withMessageContaining("hours has an illegal character at index 3");
    }

    @Test
    void commitmentsHaveNamesOfTheirOwnAndHoursThatAreThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(resolution("one", 8), resolution("one", 4)), hours(1), List.of()))
                .withMessage("two commitments are called one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(resolution("one", 8)), Map.of(), List.of()))
                .withMessage("commitment one speaks of hours desk, which are not agreed");
    }

    @Test
    void theSameTermsAreMeantInTheZoneThatAFieldTells() {
        Terms terms = new Terms(Set.of("incident"), FieldCondition.priority(1), commitments(2), hours(2));

        assertThat(terms.zoneBy()).isEmpty();
        assertThat(terms.inZoneOf("location", "requester"))
                .isEqualTo(new Terms(
                        Set.of("incident"),
                        FieldCondition.priority(1),
                        commitments(2),
                        hours(2),
                        List.of("location", "requester")));
    }
}
