package org.itsmkit.service.heritage;

import java.util.List;

/** What became of the processes of strategy and design. */
final class HeritageOfDesign {

    private HeritageOfDesign() {}

    /** What became of service strategy: five processes. */
    static List<Ancestor> strategy() {
        return List.of(
                strategic(
                        "Strategy management for IT services",
                        to(
                                "strategy-management",
                                "Strategy is no longer that of IT alone, but of the whole organisation.")),
                strategic(
                        "Service portfolio management",
                        to(
                                "portfolio-management",
                                "Projects, products and customers are weighed as well as services.")),
                strategic(
                        "Financial management for IT services",
                        to(
                                "service-financial-management",
                                "It is about money for services whoever provides them, IT or not.")),
                strategic(
                        "Demand management",
                        to(
                                "capacity-and-performance-management",
                                "How much will be wanted is forecast where room for it is planned."),
                        to("service-design", "Patterns of use are thought of where a service is shaped."),
                        to("relationship-management", "Why customers want it is learnt in talks with them.")),
                strategic(
                        "Business relationship management",
                        to(
                                "relationship-management",
                                "It looks after all whom a service concerns, suppliers and partners included.")));
    }

    /** What became of service design: eight processes. */
    static List<Ancestor> design() {
        return List.of(
                designing(
                        "Design coordination",
                        to("service-design", "Design is one practice now, and need not be coordinated from outside."),
                        to("project-management", "What is designed in a project is kept together by that.")),
                designing(
                        "Service catalogue management",
                        to("service-catalogue-management", "Little changed; views are made for each audience.")),
                designing(
                        "Service level management",
                        to("service-level-management", "What users go through counts beside what was measured.")),
                designing(
                        "Availability management",
                        to(
                                "availability-management",
                                "Little changed; it is planned with resilience against failures in mind.")),
                designing(
                        "Capacity management",
                        to(
                                "capacity-and-performance-management",
                                "How quickly a service answers counts as much as how much of it there is.")),
                designing(
                        "IT service continuity management",
                        to("service-continuity-management", "Services are meant, and what runs them besides IT.")),
                designing(
                        "Information security management",
                        to(
                                "information-security-management",
                                "It belongs to the whole organisation, and to everybody's work.")),
                designing(
                        "Supplier management",
                        to("supplier-management", "Partners who share aims are told apart from those who deliver.")));
    }

    private static Ancestor strategic(String name, Successor... successors) {
        return HeritageOfOperation.process(name, Stage.SERVICE_STRATEGY, successors);
    }

    private static Ancestor designing(String name, Successor... successors) {
        return HeritageOfOperation.process(name, Stage.SERVICE_DESIGN, successors);
    }

    private static Successor to(String practice, String change) {
        return new Successor(practice, change);
    }
}
