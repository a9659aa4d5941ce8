package org.itsmkit.service.heritage;

import java.util.List;
import java.util.Locale;

/** What became of the processes of transition, operation and improvement, and of the functions. */
final class HeritageOfOperation {

    private HeritageOfOperation() {}

    /** What became of service transition: seven processes. */
    static List<Ancestor> transition() {
        return List.of(
                transitional(
                        "Transition planning and support",
                        to("project-management", "What goes into use together is led as a project."),
                        to("change-enablement", "When changes come is seen to with the schedule of all changes."),
                        to("release-management", "What becomes available when is planned with releases.")),
                transitional(
                        "Change management",
                        to(
                                "change-enablement",
                                "Whoever is nearest may say yes, and the aim is more changes that succeed."),
                        to(
                                "organizational-change-management",
                                "What a change asks of people is a practice of its own.")),
                transitional(
                        "Service asset and configuration management",
                        to(
                                "service-configuration-management",
                                "What services are made of was parted from what it costs and is worth."),
                        to(
                                "it-asset-management",
                                "What is owned, what it costs and when it goes has a practice of its own.")),
                transitional(
                        "Release and deployment management",
                        to(
                                "release-management",
                                "Making something available to users is decided apart from putting it in place."),
                        to(
                                "deployment-management",
                                "Putting it in place is technical, and may be done many times a day.")),
                transitional(
                        "Service validation and testing",
                        to(
                                "service-validation-and-testing",
                                "Little changed; tests begin while a service is thought of.")),
                transitional(
                        "Change evaluation",
                        to(
                                "change-enablement",
                                "Whether a change did what it was to do is looked at where it was approved."),
                        to(
                                "service-validation-and-testing",
                                "What it is expected to do is tried before it is in use.")),
                transitional(
                        "Knowledge management",
                        to(
                                "knowledge-management",
                                "It serves all practices, and not only what is being put into use.")));
    }

    /** What became of service operation: five processes. */
    static List<Ancestor> operation() {
        return List.of(
                operational(
                        "Event management",
                        to(
                                "monitoring-and-event-management",
                                "Watching belongs to it, and not only what follows from what was seen.")),
                operational(
                        "Incident management",
                        to(
                                "incident-management",
                                "Little changed; people swarm around what is hard instead of passing it on.")),
                operational(
                        "Request fulfilment",
                        to(
                                "service-request-management",
                                "What users may ask for is arranged and automated in advance.")),
                operational(
                        "Problem management",
                        to(
                                "problem-management",
                                "Known errors are looked after in their own right, and causes may be many.")),
                operational(
                        "Access management",
                        to("information-security-management", "Who may do what is a matter of security."),
                        to("service-request-management", "To be given access is asked for as other services are.")));
    }

    /** What became of continual service improvement: one process. */
    static List<Ancestor> improvement() {
        return List.of(improving(
                "Seven-step improvement process",
                to("continual-improvement", "It is everybody's, and goes by a model with steps of its own."),
                to("measurement-and-reporting", "Gathering and showing figures is a practice by itself.")));
    }

    /** What became of the four functions. */
    static List<Ancestor> functions() {
        return List.of(
                function(
                        "Service desk",
                        to(
                                "service-desk",
                                "It is a practice: what it takes to be heard and understood, over any channel.")),
                function(
                        "Technical management",
                        to("infrastructure-and-platform-management", "Machines and clouds are looked after together.")),
                function(
                        "IT operations management",
                        to(
                                "infrastructure-and-platform-management",
                                "What is done each day belongs to those who look after what it is done with."),
                        to("monitoring-and-event-management", "Watching has a practice of its own.")),
                function(
                        "Application management",
                        to(
                                "software-development-and-management",
                                "Who builds software and who keeps it are not parted any longer.")));
    }

    private static Ancestor transitional(String name, Successor... successors) {
        return process(name, Stage.SERVICE_TRANSITION, successors);
    }

    private static Ancestor operational(String name, Successor... successors) {
        return process(name, Stage.SERVICE_OPERATION, successors);
    }

    private static Ancestor improving(String name, Successor... successors) {
        return process(name, Stage.CONTINUAL_SERVICE_IMPROVEMENT, successors);
    }

    private static Ancestor function(String name, Successor... successors) {
        return new Ancestor(code(name), name, Ancestor.Sort.FUNCTION, Stage.SERVICE_OPERATION, List.of(successors));
    }

    /** A process of that stage. */
    static Ancestor process(String name, Stage stage, Successor... successors) {
        return new Ancestor(code(name), name, Ancestor.Sort.PROCESS, stage, List.of(successors));
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Successor to(String practice, String change) {
        return new Successor(practice, change);
    }
}
