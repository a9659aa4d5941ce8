package org.itsmkit.practice.catalogue;

import static org.itsmkit.practice.catalogue.Contribution.HIGH;
import static org.itsmkit.practice.catalogue.Contribution.LOW;
import static org.itsmkit.practice.catalogue.Contribution.MEDIUM;
import static org.itsmkit.practice.catalogue.PracticeGroup.GENERAL;
import static org.itsmkit.practice.measure.Direction.DOWN;
import static org.itsmkit.practice.measure.Direction.UP;
import static org.itsmkit.practice.measure.KeyMeasure.computed;
import static org.itsmkit.practice.measure.KeyMeasure.notComputable;
import static org.itsmkit.practice.measure.Unit.NUMBER;
import static org.itsmkit.practice.measure.Unit.SCORE;
import static org.itsmkit.practice.measure.Unit.SHARE;
import static org.itsmkit.practice.measure.Unit.TIME;

import java.util.List;

/** General practices by which an organisation has the people, partners and knowledge that it needs. */
final class SupportingPractices {

    private SupportingPractices() {}

    static List<Practice> all() {
        return List.of(
                informationSecurityManagement(),
                knowledgeManagement(),
                organizationalChangeManagement(),
                projectManagement(),
                relationshipManagement(),
                supplierManagement(),
                workforceAndTalentManagement());
    }

    private static Practice informationSecurityManagement() {
        return Practice.of(GENERAL, "information-security-management", "Information security management")
                .purpose("Seeing to it that information is seen, altered and missed by nobody who must not.")
                .addInputs("what information is worth", "threats", "laws and contracts")
                .addOutputs("rules and controls", "incidents of security, dealt with")
                .contributes(MEDIUM, MEDIUM, MEDIUM, MEDIUM, MEDIUM, HIGH)
                .addMeasures(
                        computed(
                                "incidents-of-security",
                                SHARE,
                                DOWN,
                                "Of incidents that were logged, those in the category of security"),
                        computed(
                                "security-time-to-restore",
                                TIME,
                                DOWN,
                                "Median time from the detection of an incident of security until service was back"))
                .addRelated("risk-management", "incident-management", "availability-management")
                .build();
    }

    private static Practice knowledgeManagement() {
        return Practice.of(GENERAL, "knowledge-management", "Knowledge management")
                .purpose("Having what one person found out at hand for the next who needs it.")
                .addInputs("what was found out while working", "questions that come back")
                .addOutputs(
                        "known errors and articles that are right and found", "what nobody needs any more, taken away")
                .contributes(MEDIUM, HIGH, MEDIUM, MEDIUM, MEDIUM, HIGH)
                .addMeasures(
                        computed(
                                "incidents-solved-as-known",
                                SHARE,
                                UP,
                                "Of resolved incidents, those that were solved by what was known to help"),
                        computed(
                                "workaround-effectiveness",
                                SHARE,
                                UP,
                                "Of times that what is known to help was tried, those in which it did"))
                .addRelated("problem-management", "service-desk", "continual-improvement")
                .build();
    }

    private static Practice organizationalChangeManagement() {
        return Practice.of(GENERAL, "organizational-change-management", "Organizational change management")
                .purpose("Taking people along when their work changes, so that the change lasts.")
                .addInputs("changes that are planned", "whom they concern")
                .addOutputs("people who know what comes and why", "people who can do it")
                .contributes(MEDIUM, HIGH, MEDIUM, HIGH, MEDIUM, LOW)
                .addMeasures(
                        computed(
                                "changes-telling-people",
                                SHARE,
                                UP,
                                "Of changes that were made, those of which it was planned who is told"),
                        notComputable(
                                "new-ways-in-use",
                                SHARE,
                                UP,
                                "Of those whom a change of work concerned, those who work in the new way three "
                                        + "months later",
                                "The kit does not know who works in which way."))
                .addRelated("change-enablement", "workforce-and-talent-management", "continual-improvement")
                .build();
    }

    private static Practice projectManagement() {
        return Practice.of(GENERAL, "project-management", "Project management")
                .purpose("Bringing something about once, with given people, money and time.")
                .addInputs("what is to come about", "people, money and time")
                .addOutputs("what was to come about", "news on how it goes")
                .contributes(MEDIUM, LOW, MEDIUM, HIGH, HIGH, LOW)
                .addMeasures(
                        computed(
                                "changes-in-their-slot",
                                SHARE,
                                UP,
                                "Of changes that were made and had been scheduled, those that were begun and "
                                        + "done within their slot"),
                        notComputable(
                                "projects-in-budget",
                                SHARE,
                                UP,
                                "Of projects that are over, those that cost no more than was granted",
                                "The kit keeps no projects."))
                .addRelated("portfolio-management", "change-enablement", "release-management")
                .build();
    }

    private static Practice relationshipManagement() {
        return Practice.of(GENERAL, "relationship-management", "Relationship management")
                .purpose("Staying in touch with those for whom and with whom one works, so that both sides know "
                        + "what the other needs.")
                .addInputs("what customers and other stakeholders say", "how services do")
                .addOutputs(
                        "needs that are understood", "complaints that were dealt with", "people who were told in time")
                .contributes(MEDIUM, MEDIUM, HIGH, MEDIUM, LOW, MEDIUM)
                .addMeasures(
                        computed(
                                "satisfaction",
                                SCORE,
                                UP,
                                "Mean of what people answered who were asked how satisfied they are"),
                        computed(
                                "updates-in-time",
                                SHARE,
                                UP,
                                "Of updates that were sent in major incidents, those that were not late"))
                .addRelated("service-level-management", "service-desk", "business-analysis")
                .build();
    }

    private static Practice supplierManagement() {
        return Practice.of(GENERAL, "supplier-management", "Supplier management")
                .purpose("Having suppliers deliver what was agreed, and not depending on one without knowing it.")
                .addInputs("what is needed from outside", "contracts", "how suppliers do")
                .addOutputs("contracts that carry what is promised to customers", "suppliers who are measured")
                .contributes(MEDIUM, MEDIUM, MEDIUM, MEDIUM, HIGH, MEDIUM)
                .addMeasures(
                        computed(
                                "late-time-of-suppliers",
                                SHARE,
                                DOWN,
                                "Of the time by which promises were late, that in which a supplier had the record"),
                        computed(
                                "breaches-held-by-suppliers",
                                SHARE,
                                DOWN,
                                "Of promises that were broken, those that a supplier had when they were"))
                .addRelated("service-level-management", "service-financial-management", "risk-management")
                .build();
    }

    private static Practice workforceAndTalentManagement() {
        return Practice.of(GENERAL, "workforce-and-talent-management", "Workforce and talent management")
                .purpose("Having the right people in the right place, who can do what is asked and want to stay.")
                .addInputs("work that is to come", "skills that there are")
                .addOutputs("people with skills and roles", "load that can be borne")
                .contributes(HIGH, MEDIUM, MEDIUM, MEDIUM, MEDIUM, MEDIUM)
                .addMeasures(
                        computed(
                                "open-work-per-person",
                                NUMBER,
                                DOWN,
                                "Open tickets for each person who has any, on average, at the end of the period"),
                        computed(
                                "heaviest-load-share",
                                SHARE,
                                DOWN,
                                "Of open tickets that somebody has, those that lie with the one person who has "
                                        + "most: dependence on one"))
                .addRelated("organizational-change-management", "service-desk", "capacity-and-performance-management")
                .build();
    }
}
