package org.itsmkit.service.heritage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What became of the older processes and functions, against lists of all there were and all there are. */
class HeritageTest {

    /** The 34 practices of ITIL 4: 14 general, 17 of services, 3 technical. */
    private static final List<String> PRACTICES = List.of(
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
            "incident-management",
            "it-asset-management",
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

    private static final List<String> PROCESSES = List.of(
            "Strategy management for IT services",
            "Service portfolio management",
            "Financial management for IT services",
            "Demand management",
            "Business relationship management",
            "Design coordination",
            "Service catalogue management",
            "Service level management",
            "Availability management",
            "Capacity management",
            "IT service continuity management",
            "Information security management",
            "Supplier management",
            "Transition planning and support",
            "Change management",
            "Service asset and configuration management",
            "Release and deployment management",
            "Service validation and testing",
            "Change evaluation",
            "Knowledge management",
            "Event management",
            "Incident management",
            "Request fulfilment",
            "Problem management",
            "Access management",
            "Seven-step improvement process");

    private static final List<String> FUNCTIONS =
            List.of("Service desk", "Technical management", "IT operations management", "Application management");

    @Test
    void thereAreSoManyOfEach() {
        assertThat(PRACTICES).hasSize(34).doesNotHaveDuplicates();
        assertThat(PROCESSES).hasSize(26).doesNotHaveDuplicates();
        assertThat(FUNCTIONS).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void allOfThemAreMapped() {
        assertThat(named(Ancestor.Sort.PROCESS)).containsExactlyElementsOf(PROCESSES);
        assertThat(named(Ancestor.Sort.FUNCTION)).containsExactlyElementsOf(FUNCTIONS);
        assertThat(Arrays.stream(Stage.values())
                        .map(stage -> Heritage.all().stream()
                                .filter(one -> one.sort() == Ancestor.Sort.PROCESS && one.stage() == stage)
                                .count()))
                .as("by stage")
                .containsExactly(5L, 8L, 7L, 5L, 1L);
    }

    private static List<String> named(Ancestor.Sort sort) {
        return Heritage.all().stream()
                .filter(one -> one.sort() == sort)
                .map(Ancestor::name)
                .toList();
    }

    @Test
    void everySuccessorIsAPractice() {
        assertThat(Heritage.all())
                .allSatisfy(one -> assertThat(PRACTICES).as(one.name()).containsAll(one.practices()));
    }

    @Test
    void somePracticesAreNew() {
        TreeSet<String> without = new TreeSet<>(PRACTICES);
        without.removeIf(practice -> !Heritage.ancestorsOf(practice).isEmpty());

        assertThat(without)
                .containsExactly(
                        "architecture-management",
                        "business-analysis",
                        "risk-management",
                        "workforce-and-talent-management");
    }

    @Test
    void bothDirectionsSayTheSame() {
        for (String practice : PRACTICES) {
            assertThat(Heritage.ancestorsOf(practice))
                    .as(practice)
                    .isEqualTo(Heritage.all().stream()
                            .filter(one -> one.successors().stream()
                                    .anyMatch(next -> next.practice().equals(practice)))
                            .toList());
        }
        assertThat(Heritage.all())
                .allSatisfy(one -> assertThat(Heritage.of(one.code())).contains(one));
        assertThat(Heritage.ancestorsOf("alchemy")).isEmpty();
        assertThat(Heritage.of("alchemy")).isEmpty();
    }

    @Test
    void changeManagementBecameTwo() {
        assertThat(Heritage.of("change-management").orElseThrow().practices())
                .containsExactly("change-enablement", "organizational-change-management");
        assertThat(Heritage.ancestorsOf("change-enablement"))
                .extracting(Ancestor::code)
                .containsExactly("transition-planning-and-support", "change-management", "change-evaluation");
        assertThat(Heritage.ancestorsOf("monitoring-and-event-management"))
                .extracting(Ancestor::sort)
                .containsExactly(Ancestor.Sort.PROCESS, Ancestor.Sort.FUNCTION);
    }

    @Test
    void whatChangedIsSaidInOneSentence() {
        Stream<Successor> all = Heritage.all().stream().flatMap(one -> one.successors().stream());
        assertThat(all)
                .extracting(Successor::change)
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).matches("[A-Z][^.]{10,98}\\."));
    }

    @Test
    void anAncestorHasSuccessors() {
        Successor desk = new Successor("service-desk", "It is heard.");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ancestor(
                        "desk", "Desk", Ancestor.Sort.FUNCTION, Stage.SERVICE_OPERATION, List.of(desk, desk)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Ancestor("desk", "Desk", Ancestor.Sort.FUNCTION, Stage.SERVICE_OPERATION, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Successor("service-desk", " "));
    }
}
