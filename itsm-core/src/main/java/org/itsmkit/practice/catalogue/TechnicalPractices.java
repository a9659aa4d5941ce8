package org.itsmkit.practice.catalogue;

import static org.itsmkit.practice.catalogue.Contribution.HIGH;
import static org.itsmkit.practice.catalogue.Contribution.LOW;
import static org.itsmkit.practice.catalogue.Contribution.MEDIUM;
import static org.itsmkit.practice.catalogue.Contribution.NONE;
import static org.itsmkit.practice.catalogue.PracticeGroup.TECHNICAL;
import static org.itsmkit.practice.measure.Direction.DOWN;
import static org.itsmkit.practice.measure.Direction.UP;
import static org.itsmkit.practice.measure.KeyMeasure.computed;
import static org.itsmkit.practice.measure.KeyMeasure.notComputable;
import static org.itsmkit.practice.measure.Unit.NUMBER;
import static org.itsmkit.practice.measure.Unit.PER_WEEK;
import static org.itsmkit.practice.measure.Unit.SHARE;
import static org.itsmkit.practice.measure.Unit.TIME;

import java.util.List;

/** The technical practices. */
final class TechnicalPractices {

    private TechnicalPractices() {}

    static List<Practice> all() {
        return List.of(
                deploymentManagement(), infrastructureAndPlatformManagement(), softwareDevelopmentAndManagement());
    }

    private static Practice deploymentManagement() {
        return Practice.of(TECHNICAL, "deployment-management", "Deployment management")
                .purpose("Moving what was built to where it is to run.")
                .addInputs("what is ready to run", "environments")
                .addOutputs("what runs where it is to run", "a way back")
                .contributes(NONE, LOW, NONE, HIGH, HIGH, LOW)
                .addMeasures(
                        computed("deployment-frequency", PER_WEEK, UP, "Changes that were made in a week"),
                        computed(
                                "change-failure-rate",
                                SHARE,
                                DOWN,
                                "Of changes that were made, those that failed, were backed out or caused an "
                                        + "incident"))
                .addRelated("release-management", "change-enablement", "software-development-and-management")
                .build();
    }

    private static Practice infrastructureAndPlatformManagement() {
        return Practice.of(
                        TECHNICAL, "infrastructure-and-platform-management", "Infrastructure and platform management")
                .purpose("Having the machines, networks and platforms ready on which services run, be they one's "
                        + "own or rented.")
                .addInputs("needs for computing, storage and networks", "what is on the market")
                .addOutputs("platforms that others can use by themselves", "components that are kept up to date")
                .contributes(MEDIUM, MEDIUM, NONE, MEDIUM, HIGH, HIGH)
                .addMeasures(
                        computed(
                                "mean-time-to-restore-service",
                                TIME,
                                DOWN,
                                "Agreed service time that a failure took, on average"),
                        computed(
                                "standard-changes",
                                SHARE,
                                UP,
                                "Of changes that were made, those that go by a standard model: what is routine"))
                .addRelated("deployment-management", "availability-management", "capacity-and-performance-management")
                .build();
    }

    private static Practice softwareDevelopmentAndManagement() {
        return Practice.of(TECHNICAL, "software-development-and-management", "Software development and management")
                .purpose("Making and keeping software that does what is needed, can be trusted and can be changed.")
                .addInputs("requirements", "faults that were found")
                .addOutputs("software with its tests", "software that is taken out of use")
                .contributes(NONE, MEDIUM, NONE, HIGH, HIGH, MEDIUM)
                .addMeasures(
                        computed(
                                "median-lead-time",
                                TIME,
                                DOWN,
                                "Median time from the opening of a change until it is in use"),
                        notComputable(
                                "fault-density",
                                NUMBER,
                                DOWN,
                                "Faults that were found in use for each thousand lines of code",
                                "The kit does not see code."))
                .addRelated("deployment-management", "service-validation-and-testing", "architecture-management")
                .build();
    }
}
