package org.itsmkit.practice.catalogue;

import static org.itsmkit.practice.catalogue.Contribution.HIGH;
import static org.itsmkit.practice.catalogue.Contribution.LOW;
import static org.itsmkit.practice.catalogue.Contribution.MEDIUM;
import static org.itsmkit.practice.catalogue.Contribution.NONE;
import static org.itsmkit.practice.catalogue.PracticeGroup.GENERAL;
import static org.itsmkit.practice.measure.Direction.DOWN;
import static org.itsmkit.practice.measure.Direction.UP;
import static org.itsmkit.practice.measure.KeyMeasure.computed;
import static org.itsmkit.practice.measure.KeyMeasure.notComputable;
import static org.itsmkit.practice.measure.Unit.MONEY;
import static org.itsmkit.practice.measure.Unit.SHARE;

import java.util.List;

/** General practices by which an organisation decides where to go, and sees how it gets there. */
final class DirectingPractices {

    private DirectingPractices() {}

    static List<Practice> all() {
        return List.of(
                architectureManagement(),
                continualImprovement(),
                measurementAndReporting(),
                portfolioManagement(),
                riskManagement(),
                serviceFinancialManagement(),
                strategyManagement());
    }

    private static Practice architectureManagement() {
        return Practice.of(GENERAL, "architecture-management", "Architecture management")
                .purpose("Knowing how the parts of an organisation and its services hang together, so that each "
                        + "can be replaced without surprise to the others.")
                .addInputs(
                        "aims and constraints of the organisation",
                        "designs that are proposed",
                        "incidents that reached further than anybody thought")
                .addOutputs(
                        "principles and reference designs",
                        "a picture of the parts as they are and as they are to be",
                        "advice on designs")
                .contributes(HIGH, MEDIUM, LOW, HIGH, MEDIUM, LOW)
                .addMeasures(
                        computed(
                                "incidents-beyond-one-item",
                                SHARE,
                                DOWN,
                                "Of incidents that name configuration items, those that name more than one: how "
                                        + "far a fault spreads"),
                        notComputable(
                                "designs-by-principle",
                                SHARE,
                                UP,
                                "Of designs that were looked at, those that keep to the agreed principles",
                                "The kit keeps no designs and no principles of design."))
                .addRelated(
                        "infrastructure-and-platform-management", "service-configuration-management", "service-design")
                .build();
    }

    private static Practice continualImprovement() {
        return Practice.of(GENERAL, "continual-improvement", "Continual improvement")
                .purpose("Making services and the ways of working on them better in steps that are small enough "
                        + "to be measured.")
                .addInputs("what measures and reviews found", "ideas of anybody", "aims of the organisation")
                .addOutputs("improvements with a baseline and a target", "what was learned from those that are over")
                .contributes(MEDIUM, HIGH, MEDIUM, MEDIUM, LOW, MEDIUM)
                .addMeasures(
                        computed(
                                "lessons-acted-on",
                                SHARE,
                                UP,
                                "Of what was to be done after major incidents and was due, what was done"),
                        notComputable(
                                "improvements-with-benefit",
                                SHARE,
                                UP,
                                "Of improvements that are over, those that brought what was expected of them",
                                "Improvements are not among the records that key measures are computed of."))
                .addRelated("measurement-and-reporting", "organizational-change-management", "problem-management")
                .build();
    }

    private static Practice measurementAndReporting() {
        return Practice.of(GENERAL, "measurement-and-reporting", "Measurement and reporting")
                .purpose("Giving those who decide figures that they can trust, about what they decide.")
                .addInputs("records of work", "questions of those who decide")
                .addOutputs("measures with a definition", "reports that say what is known and what is not")
                .contributes(HIGH, HIGH, MEDIUM, MEDIUM, MEDIUM, MEDIUM)
                .addMeasures(
                        computed(
                                "incidents-fully-timed",
                                SHARE,
                                UP,
                                "Of resolved incidents, those of which it is known when they were diagnosed and "
                                        + "when service was back: what there is to measure"),
                        notComputable(
                                "decisions-with-figures",
                                SHARE,
                                UP,
                                "Of decisions that were taken, those that name the figures that they rest on",
                                "The kit does not know of decisions that are taken outside of it."))
                .addRelated("continual-improvement", "service-level-management", "knowledge-management")
                .build();
    }

    private static Practice portfolioManagement() {
        return Practice.of(GENERAL, "portfolio-management", "Portfolio management")
                .purpose("Spending what there is on the mix of products, services and programmes from which most "
                        + "is to be expected.")
                .addInputs("strategy and funds", "proposals with what they cost and bring", "how services do")
                .addOutputs("a portfolio with priorities", "decisions to begin, go on and stop")
                .contributes(HIGH, MEDIUM, MEDIUM, LOW, LOW, NONE)
                .addMeasures(
                        notComputable(
                                "services-with-owner",
                                SHARE,
                                UP,
                                "Of services in the portfolio, those with an owner and a case for their costs",
                                "The portfolio of services is not among the records that key measures are "
                                        + "computed of."),
                        notComputable(
                                "investments-stopped-in-time",
                                SHARE,
                                UP,
                                "Of investments that were stopped, those that were before half of their funds "
                                        + "were spent",
                                "The kit keeps no funds of investments."))
                .addRelated("strategy-management", "service-financial-management", "project-management")
                .build();
    }

    private static Practice riskManagement() {
        return Practice.of(GENERAL, "risk-management", "Risk management")
                .purpose("Knowing what may go wrong, deciding what of it is taken, and seeing to the rest.")
                .addInputs(
                        "threats and weak spots", "how much the organisation is ready to lose", "changes and incidents")
                .addOutputs("risks with owners and treatments", "risks that were accepted by somebody who may")
                .contributes(HIGH, MEDIUM, MEDIUM, MEDIUM, MEDIUM, MEDIUM)
                .addMeasures(
                        computed(
                                "changes-with-risk-assessed",
                                SHARE,
                                UP,
                                "Of changes that were made, those whose risk had been assessed"),
                        computed(
                                "accepted-risks-overdue",
                                SHARE,
                                DOWN,
                                "Of problems that are lived with, those that were to be looked at again and were "
                                        + "not"))
                .addRelated("information-security-management", "change-enablement", "service-continuity-management")
                .build();
    }

    private static Practice serviceFinancialManagement() {
        return Practice.of(GENERAL, "service-financial-management", "Service financial management")
                .purpose("Knowing what services cost and bring in, so that money goes where it is meant to go.")
                .addInputs("budgets", "costs of work and components", "terms of contracts")
                .addOutputs("costs by service", "charges, credits and forecasts")
                .contributes(HIGH, LOW, MEDIUM, LOW, HIGH, LOW)
                .addMeasures(
                        computed(
                                "service-credits",
                                MONEY,
                                DOWN,
                                "What was given back to customers for promises that were not kept"),
                        computed(
                                "cost-per-ticket",
                                MONEY,
                                DOWN,
                                "What the time that was spent on a resolved ticket cost on average, where it is "
                                        + "known"))
                .addRelated("portfolio-management", "supplier-management", "service-level-management")
                .build();
    }

    private static Practice strategyManagement() {
        return Practice.of(GENERAL, "strategy-management", "Strategy management")
                .purpose("Deciding what the organisation is for, for whom, and by which way it gets there.")
                .addInputs("what customers, owners and rivals do", "outside factors", "what the organisation can do")
                .addOutputs("aims that can be measured", "courses of action, and what is not done")
                .contributes(HIGH, MEDIUM, LOW, NONE, NONE, NONE)
                .addMeasures(
                        notComputable(
                                "aims-reached",
                                SHARE,
                                UP,
                                "Of aims that were due, those that were reached",
                                "The kit keeps no aims of the organisation."),
                        notComputable(
                                "aims-with-measure",
                                SHARE,
                                UP,
                                "Of aims, those by a figure of which one sees whether they are reached",
                                "The kit keeps no aims of the organisation."))
                .addRelated("portfolio-management", "risk-management", "architecture-management")
                .build();
    }
}
