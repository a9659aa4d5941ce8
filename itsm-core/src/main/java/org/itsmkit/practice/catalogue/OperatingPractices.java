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
import static org.itsmkit.practice.measure.Unit.SHARE;
import static org.itsmkit.practice.measure.Unit.TIME;

import java.util.List;

/** Practices of services by which these run from day to day. */
final class OperatingPractices {

    private OperatingPractices() {}

    static List<Practice> all() {
        return List.of(
                changeEnablement(),
                incidentManagement(),
                itAssetManagement(),
                monitoringAndEventManagement(),
                problemManagement(),
                releaseManagement(),
                serviceConfigurationManagement(),
                serviceDesk(),
                serviceRequestManagement());
    }

    private static Practice changeEnablement() {
        return Practice.of(SERVICE, "change-enablement", "Change enablement")
                .purpose("Letting as many changes as possible do what they are meant to do, by weighing their "
                        + "risk and seeing that somebody said yes.")
                .addInputs("requests for change", "the calendar of changes", "what earlier changes did")
                .addOutputs(
                        "changes that were authorised or refused",
                        "a calendar without collisions",
                        "what was learned from changes")
                .contributes(MEDIUM, MEDIUM, LOW, HIGH, HIGH, MEDIUM)
                .addMeasures(
                        computed(
                                "change-success-rate",
                                SHARE,
                                UP,
                                "Of changes that were made, those that did what they were to do"),
                        computed(
                                "changes-unauthorised",
                                SHARE,
                                DOWN,
                                "Of changes that were made, those that were begun before anybody had said yes"),
                        computed(
                                "decided-at-first-meeting",
                                SHARE,
                                UP,
                                "Of changes on agendas of boards that met, those that were voted on and not put off"))
                .addRelated("release-management", "deployment-management", "risk-management")
                .build();
    }

    private static Practice incidentManagement() {
        return Practice.of(SERVICE, "incident-management", "Incident management")
                .purpose("Giving people their service back as soon as can be, whatever the cause.")
                .addInputs("reports of users and alerts", "what is known to help", "promises to customers")
                .addOutputs("service that works again", "a record of what happened")
                .contributes(NONE, MEDIUM, MEDIUM, LOW, LOW, HIGH)
                .addMeasures(
                        computed(
                                "median-time-to-restore",
                                TIME,
                                DOWN,
                                "Median time from the detection of an incident until service was back"),
                        computed("incidents-reopened", SHARE, DOWN, "Of resolved incidents, those that had come back"))
                .addRelated("service-desk", "problem-management", "monitoring-and-event-management")
                .build();
    }

    private static Practice itAssetManagement() {
        return Practice.of(SERVICE, "it-asset-management", "IT asset management")
                .purpose("Knowing what one owns and rents, what it costs, and when it goes, over its whole life.")
                .addInputs("orders, contracts and licences", "what is found on the network")
                .addOutputs("a register of assets with their costs", "licences that suffice and are not too many")
                .contributes(MEDIUM, MEDIUM, NONE, MEDIUM, HIGH, MEDIUM)
                .addMeasures(
                        notComputable(
                                "assets-found",
                                SHARE,
                                UP,
                                "Of assets in the register, those that were found where it says that they are",
                                "The kit keeps no register of assets."),
                        notComputable(
                                "licences-in-use",
                                SHARE,
                                UP,
                                "Of licences that are paid for, those that somebody uses",
                                "The kit keeps no licences."))
                .addRelated("service-configuration-management", "service-financial-management", "supplier-management")
                .build();
    }

    private static Practice monitoringAndEventManagement() {
        return Practice.of(SERVICE, "monitoring-and-event-management", "Monitoring and event management")
                .purpose("Watching services and their parts, and telling what matters from what does not, before "
                        + "users do.")
                .addInputs("signals of components", "what is normal")
                .addOutputs("alerts to those who can act", "incidents that nobody had to report")
                .contributes(LOW, MEDIUM, NONE, MEDIUM, MEDIUM, HIGH)
                .addMeasures(
                        computed(
                                "incidents-seen-first",
                                SHARE,
                                UP,
                                "Of incidents that were logged, those that monitoring logged before anybody called"),
                        computed(
                                "median-time-to-log",
                                TIME,
                                DOWN,
                                "Median time from the detection of an incident until it was logged"))
                .addRelated("incident-management", "availability-management", "infrastructure-and-platform-management")
                .build();
    }

    private static Practice problemManagement() {
        return Practice.of(SERVICE, "problem-management", "Problem management")
                .purpose("Finding out why incidents happen and may happen, and bringing that to an end or living "
                        + "with it knowingly.")
                .addInputs("incidents and their trends", "what suppliers and makers know")
                .addOutputs(
                        "causes with evidence",
                        "known errors with workarounds",
                        "changes that bring an end to problems")
                .contributes(NONE, HIGH, LOW, MEDIUM, LOW, HIGH)
                .addMeasures(
                        computed(
                                "recurring-incidents",
                                SHARE,
                                DOWN,
                                "Of incidents that began, those that belong to a recurrence of one service, "
                                        + "category or configuration item"),
                        computed(
                                "problems-with-root-cause",
                                SHARE,
                                UP,
                                "Of problems that came to their end, those whose cause was found"))
                .addRelated("incident-management", "knowledge-management", "change-enablement")
                .build();
    }

    private static Practice releaseManagement() {
        return Practice.of(SERVICE, "release-management", "Release management")
                .purpose("Making new and changed things available to those who use them, at a time and in a form "
                        + "that suits them.")
                .addInputs("what was built and tested", "who uses it and when")
                .addOutputs("releases that people can use", "notes on what is new")
                .contributes(LOW, MEDIUM, MEDIUM, HIGH, MEDIUM, MEDIUM)
                .addMeasures(
                        computed(
                                "changes-causing-incidents",
                                SHARE,
                                DOWN,
                                "Of changes that were made, those of which an incident came"),
                        notComputable(
                                "release-adoption",
                                TIME,
                                DOWN,
                                "Median time from a release until half of its users use it",
                                "The kit does not know which version anybody uses."))
                .addRelated("deployment-management", "change-enablement", "service-validation-and-testing")
                .build();
    }

    private static Practice serviceConfigurationManagement() {
        return Practice.of(SERVICE, "service-configuration-management", "Service configuration management")
                .purpose("Knowing of which parts services are made and how these hang together, as far as "
                        + "somebody needs to know.")
                .addInputs("what is installed and changed", "questions of other practices")
                .addOutputs("configuration items with their relations", "answers to what depends on what")
                .contributes(MEDIUM, MEDIUM, NONE, HIGH, MEDIUM, HIGH)
                .addMeasures(
                        computed(
                                "tickets-naming-an-item",
                                SHARE,
                                UP,
                                "Of incidents, problems and changes that were opened, those that name a "
                                        + "configuration item"),
                        notComputable(
                                "items-verified",
                                SHARE,
                                UP,
                                "Of configuration items, those that were held against what is there in the last "
                                        + "quarter",
                                "The kit knows configuration items by their names alone."))
                .addRelated("it-asset-management", "change-enablement", "incident-management")
                .build();
    }

    private static Practice serviceDesk() {
        return Practice.of(SERVICE, "service-desk", "Service desk")
                .purpose("Being the place where users are heard, helped at once where that is possible, and told "
                        + "how it goes.")
                .addInputs("calls, mails and messages of users", "what is known to help")
                .addOutputs("tickets that are understood", "answers")
                .contributes(NONE, MEDIUM, HIGH, MEDIUM, NONE, HIGH)
                .addMeasures(
                        computed(
                                "first-contact-resolution",
                                SHARE,
                                UP,
                                "Of resolved incidents, those that whoever had them first resolved in one go"),
                        computed(
                                "median-time-to-acknowledge",
                                TIME,
                                DOWN,
                                "Median time from the logging of an incident until somebody knew of it"))
                .addRelated("incident-management", "service-request-management", "relationship-management")
                .build();
    }

    private static Practice serviceRequestManagement() {
        return Practice.of(SERVICE, "service-request-management", "Service request management")
                .purpose("Giving users what was agreed that they may ask for, quickly and each time the same.")
                .addInputs("requests from the catalogue", "who may ask for what")
                .addOutputs("requests that were fulfilled or refused", "fewer steps by hand")
                .contributes(NONE, MEDIUM, HIGH, LOW, LOW, HIGH)
                .addMeasures(
                        notComputable(
                                "requests-in-time",
                                SHARE,
                                UP,
                                "Of requests that were due, those that were fulfilled in time",
                                "Requests are not among the records that key measures are computed of."),
                        notComputable(
                                "requests-without-hands",
                                SHARE,
                                UP,
                                "Of requests that were fulfilled, those that nobody had to touch",
                                "Requests are not among the records that key measures are computed of."))
                .addRelated("service-desk", "service-catalogue-management", "knowledge-management")
                .build();
    }
}
