package org.itsmkit.practice.catalogue;

import static org.itsmkit.practice.catalogue.Contribution.HIGH;
import static org.itsmkit.practice.catalogue.Contribution.LOW;
import static org.itsmkit.practice.catalogue.Contribution.MEDIUM;
import static org.itsmkit.practice.catalogue.Contribution.NONE;
import static org.itsmkit.practice.catalogue.PracticeGroup.SERVICE;
import static org.itsmkit.practice.measure.Direction.DOWN;
import static org.itsmkit.practice.measure.Direction.UP;
import static org.itsmkit.practice.measure.KeyMeasure.computed;
import static org.itsmkit.practice.measure.KeyMeasure.notComputable;
import static org.itsmkit.practice.measure.Unit.NUMBER;
import static org.itsmkit.practice.measure.Unit.SHARE;
import static org.itsmkit.practice.measure.Unit.TIME;

import java.util.List;

/** Practices of services by which these become what was agreed, and stay so. */
final class DesigningPractices {

    private DesigningPractices() {}

    static List<Practice> all() {
        return List.of(
                availabilityManagement(),
                businessAnalysis(),
                capacityAndPerformanceManagement(),
                serviceCatalogueManagement(),
                serviceContinuityManagement(),
                serviceDesign(),
                serviceLevelManagement(),
                serviceValidationAndTesting());
    }

    private static Practice availabilityManagement() {
        return Practice.of(SERVICE, "availability-management", "Availability management")
                .purpose("Having services there when it was agreed that they are.")
                .addInputs("what customers need to be there, and when", "how components fail")
                .addOutputs("targets that can be met", "designs that survive the loss of a part")
                .contributes(MEDIUM, MEDIUM, LOW, HIGH, MEDIUM, MEDIUM)
                .addMeasures(
                        computed(
                                "mean-time-between-failures",
                                TIME,
                                UP,
                                "Time that services ran for each failure, of agreed service time"),
                        computed(
                                "availability",
                                SHARE,
                                UP,
                                "Of agreed service time, that in which services could be used, by how much of "
                                        + "them could"))
                .addRelated(
                        "service-level-management",
                        "service-continuity-management",
                        "infrastructure-and-platform-management")
                .build();
    }

    private static Practice businessAnalysis() {
        return Practice.of(SERVICE, "business-analysis", "Business analysis")
                .purpose("Understanding what a business needs, and saying it so that others can build and buy it.")
                .addInputs("needs and troubles of the business", "what there is already")
                .addOutputs("requirements that can be tested", "ways to meet them, with what they cost and bring")
                .contributes(MEDIUM, MEDIUM, HIGH, HIGH, LOW, NONE)
                .addMeasures(
                        notComputable(
                                "requirements-reworked",
                                SHARE,
                                DOWN,
                                "Of requirements that were agreed, those that had to be changed because they "
                                        + "were misunderstood",
                                "The kit keeps no requirements."),
                        notComputable(
                                "requirements-used",
                                SHARE,
                                UP,
                                "Of requirements that were met, those that somebody makes use of",
                                "The kit keeps no requirements."))
                .addRelated("service-design", "relationship-management", "software-development-and-management")
                .build();
    }

    private static Practice capacityAndPerformanceManagement() {
        return Practice.of(SERVICE, "capacity-and-performance-management", "Capacity and performance management")
                .purpose("Having enough, and not far too much, of what it takes to do what is asked as quickly as "
                        + "was agreed.")
                .addInputs("demand as it was and as it is expected", "how much components and teams can bear")
                .addOutputs("forecasts", "plans for more or less")
                .contributes(MEDIUM, MEDIUM, LOW, HIGH, MEDIUM, MEDIUM)
                .addMeasures(
                        computed(
                                "backlog-growth",
                                NUMBER,
                                DOWN,
                                "Open incidents at the end of the period, less those at its beginning"),
                        computed(
                                "median-age-of-backlog",
                                TIME,
                                DOWN,
                                "Median age of the incidents that are open at the end of the period"))
                .addRelated(
                        "service-level-management",
                        "infrastructure-and-platform-management",
                        "workforce-and-talent-management")
                .build();
    }

    private static Practice serviceCatalogueManagement() {
        return Practice.of(SERVICE, "service-catalogue-management", "Service catalogue management")
                .purpose("Having one place that says which services there are, what they offer and to whom, and "
                        + "that is right.")
                .addInputs("services and offerings", "for whom they are")
                .addOutputs("views of the catalogue for those who use, buy and run services")
                .contributes(LOW, LOW, HIGH, MEDIUM, LOW, MEDIUM)
                .addMeasures(
                        computed(
                                "incidents-naming-a-service",
                                SHARE,
                                UP,
                                "Of incidents that were logged, those that name a service: whether people find "
                                        + "it in the catalogue"),
                        notComputable(
                                "entries-reviewed",
                                SHARE,
                                UP,
                                "Of entries of the catalogue, those that their owner looked at in the last year",
                                "The catalogue of services is not among the records that key measures are "
                                        + "computed of."))
                .addRelated("service-level-management", "service-request-management", "service-desk")
                .build();
    }

    private static Practice serviceContinuityManagement() {
        return Practice.of(SERVICE, "service-continuity-management", "Service continuity management")
                .purpose("Being able to go on with what is vital when disaster strikes.")
                .addInputs("what the business cannot do without, and for how long", "what may happen")
                .addOutputs("plans that were tried", "targets for the time and the data that may be lost")
                .contributes(MEDIUM, MEDIUM, LOW, HIGH, MEDIUM, MEDIUM)
                .addMeasures(
                        computed(
                                "longest-outage",
                                TIME,
                                DOWN,
                                "Longest time for which services were out without a break in the period"),
                        notComputable(
                                "plans-exercised",
                                SHARE,
                                UP,
                                "Of plans for disasters, those that were tried in the last year",
                                "The kit keeps no plans for disasters."))
                .addRelated("availability-management", "risk-management", "supplier-management")
                .build();
    }

    private static Practice serviceDesign() {
        return Practice.of(SERVICE, "service-design", "Service design")
                .purpose("Shaping services that do what people need, that can be run, and that are a pleasure to "
                        + "use.")
                .addInputs("needs and constraints", "what can be built and bought")
                .addOutputs("designs of services seen from all four dimensions")
                .contributes(MEDIUM, MEDIUM, MEDIUM, HIGH, LOW, NONE)
                .addMeasures(
                        notComputable(
                                "designs-that-lasted",
                                SHARE,
                                UP,
                                "Of services that were designed anew, those that were not redesigned within a year",
                                "The kit keeps no designs."),
                        notComputable(
                                "designs-tried-with-users",
                                SHARE,
                                UP,
                                "Of designs, those that users had in their hands before they were built",
                                "The kit keeps no designs."))
                .addRelated("business-analysis", "architecture-management", "service-validation-and-testing")
                .build();
    }

    private static Practice serviceLevelManagement() {
        return Practice.of(SERVICE, "service-level-management", "Service level management")
                .purpose("Agreeing with customers what service they get, and showing whether they get it.")
                .addInputs("what customers need", "what teams and suppliers can promise")
                .addOutputs("agreements", "reports of what was kept, and reviews of them")
                .contributes(HIGH, MEDIUM, HIGH, MEDIUM, LOW, HIGH)
                .addMeasures(
                        computed(
                                "promises-kept",
                                SHARE,
                                UP,
                                "Of promises that were decided in the period, those that were kept"),
                        computed(
                                "agreements-reviewed-in-time",
                                SHARE,
                                UP,
                                "Of agreements in force that are to be reviewed, those whose review is not overdue"))
                .addRelated("relationship-management", "availability-management", "supplier-management")
                .build();
    }

    private static Practice serviceValidationAndTesting() {
        return Practice.of(SERVICE, "service-validation-and-testing", "Service validation and testing")
                .purpose("Finding out, before others do, whether something new does what it is to do and can be "
                        + "used as agreed.")
                .addInputs("requirements that can be tested", "what was built")
                .addOutputs("results of tests", "what is not good enough, sent back")
                .contributes(LOW, MEDIUM, NONE, HIGH, HIGH, NONE)
                .addMeasures(
                        computed(
                                "changes-with-test-plan",
                                SHARE,
                                UP,
                                "Of changes that were made, those of which it was planned how one sees that they "
                                        + "went well"),
                        computed(
                                "changes-with-issues",
                                SHARE,
                                DOWN,
                                "Of changes that were made, those that went otherwise than planned in any way"))
                .addRelated("release-management", "service-design", "software-development-and-management")
                .build();
    }
}
