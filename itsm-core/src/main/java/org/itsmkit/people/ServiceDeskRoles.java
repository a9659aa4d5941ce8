package org.itsmkit.people;

import org.itsmkit.spi.people.Authorizer;

/**
 * The roles that service desks usually have, and what each may do. A host that likes them gives its people these roles, in its
 * directory or with each caller; one that wants others begins with {@link Authorizers#byRole()} instead. Every action is named: one
 * that a later release brings, or a host invents, is open to administrators alone until it is given to somebody.
 */
public final class ServiceDeskRoles {

    /** Tells of incidents, follows those of their own, and says whether they are solved. Sees nobody else's. */
    public static final String REQUESTER = "requester";
    /** Works on every incident, proposes major ones and works on them, writes down problems and known errors and helps with them,
     * drafts and makes changes, and proposes models of them. */
    public static final String AGENT = "agent";
    /** What an agent may, and besides gives up incidents of others, and authorises and closes changes. */
    public static final String TEAM_LEAD = "team-lead";
    /** Whatever an incident takes, and leads major ones; of changes what an agent may. */
    public static final String INCIDENT_MANAGER = "incident-manager";
    /** Whatever problems and known errors take; of incidents and changes what an agent may. */
    public static final String PROBLEM_MANAGER = "problem-manager";
    /** Whatever changes and their models take, holds meetings about them, and says yes; of all else what an agent may. */
    public static final String CHANGE_MANAGER = "change-manager";
    /**
     * Works out what is promised, has it signed, and sees to it; takes services from the first idea to their end; asks anew what is promised
     * of tickets, and only reads them else.
     */
    public static final String SERVICE_LEVEL_MANAGER = "service-level-manager";
    /** Reads everything of everybody, touches nothing. */
    public static final String AUDITOR = "auditor";
    /** Everything, settings and migrations included. */
    public static final String ADMINISTRATOR = "administrator";

    private static final String INCIDENT = "incident";
    private static final String MAJOR_INCIDENT = "major-incident";
    private static final String PROBLEM = "problem";
    private static final String KNOWN_ERROR = "known-error";
    private static final String CHANGE = "change";
    private static final String CHANGE_MODEL = "change-model";
    private static final String CAB_MEETING = "cab-meeting";
    private static final String ASSESSMENT = "assessment";
    private static final String AGREEMENT = "agreement";
    private static final String IMPROVEMENT = "improvement";
    private static final String SERVICE = "service";
    private static final String GOVERNANCE_POLICY = "governance-policy";
    private static final String DIRECTIVE = "directive";
    private static final String ANY = "*";

    private static final String[] OF_WHO_ASKED = {
        "log", "read", "describe", "comment", "confirm", "refuse", "reopen", "cancel", "watch", "attach"
    };

    private static final String[] OF_WHO_WORKS_ON_INCIDENTS = {
        "log",
        "read",
        "read-internal",
        "describe",
        "categorise",
        "prioritise",
        "assign",
        "escalate",
        "diagnose",
        "set-fields",
        "link",
        "comment",
        "start",
        "hold",
        "resume",
        "resolve",
        "confirm",
        "refuse",
        "reopen",
        "close",
        "accept",
        "hand-back",
        "de-escalate",
        "change-requester",
        "change-customer",
        "involve",
        "name-affected",
        "tag",
        "watch",
        "merge",
        "unmerge",
        "acknowledge",
        "record-repair",
        "record-recovery",
        "record-restoration",
        "correct-milestone",
        "offer-workaround",
        "try-workaround",
        "plan-tasks",
        "do-task",
        "record-time",
        "attach"
    };

    private static final String[] OF_WHO_WORKS_ON_MAJOR_INCIDENTS = {
        "read",
        "read-internal",
        "propose",
        "propose-again",
        "mitigate",
        "restore",
        "relapse",
        "inform",
        "enter",
        "record-findings",
        "add-action-item",
        "settle-action-item"
    };

    private static final String[] OF_WHO_LEADS_MAJOR_INCIDENTS = {
        "accept", "reject", "demote", "assign-role", "vacate-role", "plan-communication", "begin-review", "close"
    };

    private static final String[] OF_WHO_WORKS_ON_PROBLEMS = {
        "log",
        "read",
        "read-internal",
        "comment",
        "link",
        "analyse",
        "name-affected",
        "accept",
        "hand-back",
        "tag",
        "watch",
        "do-task",
        "record-time",
        "attach"
    };

    private static final String[] OF_WHO_WORKS_ON_KNOWN_ERRORS = {
        "identify",
        "read",
        "read-internal",
        "describe-workaround",
        "verify-workaround",
        "comment",
        "link",
        "name-affected",
        "accept",
        "hand-back",
        "tag",
        "watch",
        "do-task",
        "record-time",
        "attach"
    };

    private static final String[] OF_WHO_MANAGES_EITHER = {
        "describe", "categorise", "prioritise", "assign", "set-fields", "involve", "plan-tasks", "plan-fix", "note-fix"
    };

    private static final String[] OF_WHO_MANAGES_PROBLEMS = {
        "assess",
        "weigh",
        "investigate",
        "drop-analysis",
        "identify-root-cause",
        "resolve",
        "review",
        "accept-risk",
        "renew-risk",
        "reanalyse",
        "hold",
        "resume",
        "escalate",
        "change-customer",
        "close",
        "cancel",
        "merge",
        "unmerge"
    };

    private static final String[] OF_WHO_MANAGES_KNOWN_ERRORS = {
        "describe-error", "record-fix", "recur", "publish", "retire"
    };

    private static final String[] OF_WHO_MAKES_CHANGES = {
        "draft",
        "read",
        "read-internal",
        "comment",
        "link",
        "begin",
        "implement",
        "record-unauthorised",
        "review",
        "vote",
        "delegate",
        "accept",
        "hand-back",
        "tag",
        "watch",
        "do-task",
        "record-time",
        "attach"
    };

    private static final String[] OF_WHO_ANSWERS_FOR_A_CHANGE = {
        "describe",
        "categorise",
        "prioritise",
        "assign",
        "set-fields",
        "revise",
        "schedule",
        "assess-risk",
        "reclassify",
        "submit",
        "cancel",
        "change-customer",
        "involve",
        "name-affected",
        "plan-tasks"
    };

    private static final String[] OF_WHO_AUTHORISES_CHANGES = {"authorise", "reject", "expire", "close"};

    private static final String[] OF_WHO_PROPOSES_CHANGE_MODELS = {"propose", "read", "read-internal"};

    private static final String[] OF_WHO_MANAGES_CHANGE_MODELS = {
        "revise", "describe", "hand-over", "approve", "reject", "suspend", "reinstate", "retire"
    };

    private static final String[] OF_WHO_HOLDS_MEETINGS = {
        "plan",
        "reschedule",
        "invite",
        "uninvite",
        "hand-over",
        "put-on-agenda",
        "take-off-agenda",
        "order-agenda",
        "convene",
        "note-attendance",
        "decide",
        "defer",
        "write-minutes",
        "close",
        "cancel"
    };

    private static final String[] OF_WHO_MANAGES_AGREEMENTS = {
        "draft",
        "revise",
        "renew-hours",
        "describe",
        "hand-over",
        "rest-on",
        "agree",
        "activate",
        "begin-review",
        "end-review",
        "set-review-date",
        "give-notice",
        "terminate",
        "expire",
        "withdraw"
    };

    private static final String[] OF_WHO_WORKS_ON_IMPROVEMENTS = {
        "propose",
        "read",
        "read-internal",
        "measure",
        "measure-again",
        "settle-step",
        "review-control",
        "decide",
        "learn"
    };

    private static final String[] OF_WHO_LEADS_IMPROVEMENTS = {
        "describe",
        "hand-over",
        "relate",
        "weigh",
        "set-vision",
        "assess",
        "aim",
        "set-target",
        "drop-target",
        "make-plan",
        "plan-step",
        "move-step",
        "act",
        "check",
        "evaluate",
        "realise",
        "keep",
        "set-control",
        "close",
        "go-back",
        "plan-again",
        "park",
        "resume",
        "abandon"
    };

    private static final String[] OF_WHO_RUNS_SERVICES = {"read", "read-internal", "accept", "improve"};

    private static final String[] OF_WHO_MANAGES_SERVICES = {
        "propose",
        "describe",
        "hand-over",
        "set-aims",
        "add-customers",
        "remove-customers",
        "rest-on",
        "address-dimension",
        "design",
        "name-support",
        "assure",
        "charter",
        "begin-design",
        "complete-design",
        "accept",
        "go-live",
        "end-early-life",
        "send-back",
        "reject",
        "suspend",
        "resume",
        "improve",
        "plan-retirement",
        "keep",
        "retire"
    };

    private ServiceDeskRoles() {}

    /** An authorizer by these roles and no others. */
    public static Authorizer standard() {
        return extended().build();
    }

    /** These roles, to be given more, and others beside them. */
    public static RoleAuthorizer.Builder extended() {
        RoleAuthorizer.Builder roles = Authorizers.byRole()
                .mayOnOwn(REQUESTER, INCIDENT, OF_WHO_ASKED)
                .may(AUDITOR, ANY, "read", "read-internal")
                .may(ADMINISTRATOR, ANY, ANY);
        for (String role : new String[] {AGENT, TEAM_LEAD, INCIDENT_MANAGER, PROBLEM_MANAGER, CHANGE_MANAGER}) {
            roles.mayOnOwn(role, INCIDENT, OF_WHO_ASKED)
                    .may(role, INCIDENT, OF_WHO_WORKS_ON_INCIDENTS)
                    .may(role, MAJOR_INCIDENT, OF_WHO_WORKS_ON_MAJOR_INCIDENTS)
                    .may(role, PROBLEM, OF_WHO_WORKS_ON_PROBLEMS)
                    .may(role, KNOWN_ERROR, OF_WHO_WORKS_ON_KNOWN_ERRORS)
                    .may(role, CHANGE, OF_WHO_MAKES_CHANGES)
                    .mayOnOwn(role, CHANGE, OF_WHO_ANSWERS_FOR_A_CHANGE)
                    .may(role, CHANGE_MODEL, OF_WHO_PROPOSES_CHANGE_MODELS)
                    .may(role, CAB_MEETING, "read", "read-internal")
                    .may(role, ASSESSMENT, "read", "read-internal")
                    .may(role, AGREEMENT, "read", "read-internal")
                    .may(role, SERVICE, OF_WHO_RUNS_SERVICES)
                    .may(role, GOVERNANCE_POLICY, "read", "read-internal")
                    .may(role, DIRECTIVE, "read", "read-internal", "observe");
        }
        for (String kind : new String[] {
            INCIDENT,
            MAJOR_INCIDENT,
            PROBLEM,
            KNOWN_ERROR,
            CHANGE,
            CHANGE_MODEL,
            CAB_MEETING,
            ASSESSMENT,
            AGREEMENT,
            SERVICE
        }) {
            roles.may(SERVICE_LEVEL_MANAGER, kind, "read", "read-internal");
        }
        for (String role : new String[] {AGENT, TEAM_LEAD, INCIDENT_MANAGER, PROBLEM_MANAGER, CHANGE_MANAGER}) {
            roles.may(role, IMPROVEMENT, OF_WHO_WORKS_ON_IMPROVEMENTS);
        }
        for (String role : new String[] {TEAM_LEAD, INCIDENT_MANAGER, PROBLEM_MANAGER, CHANGE_MANAGER}) {
            roles.may(role, IMPROVEMENT, OF_WHO_LEADS_IMPROVEMENTS);
        }
        roles.may(SERVICE_LEVEL_MANAGER, IMPROVEMENT, OF_WHO_WORKS_ON_IMPROVEMENTS)
                .may(SERVICE_LEVEL_MANAGER, IMPROVEMENT, OF_WHO_LEADS_IMPROVEMENTS);
        return roles.may(SERVICE_LEVEL_MANAGER, AGREEMENT, OF_WHO_MANAGES_AGREEMENTS)
                .may(SERVICE_LEVEL_MANAGER, SERVICE, OF_WHO_MANAGES_SERVICES)
                .may(SERVICE_LEVEL_MANAGER, GOVERNANCE_POLICY, "read", "read-internal")
                .may(SERVICE_LEVEL_MANAGER, DIRECTIVE, "read", "read-internal", "observe")
                .may(SERVICE_LEVEL_MANAGER, INCIDENT, "recompute-clocks")
                .may(SERVICE_LEVEL_MANAGER, PROBLEM, "recompute-clocks")
                .may(SERVICE_LEVEL_MANAGER, KNOWN_ERROR, "recompute-clocks")
                .may(SERVICE_LEVEL_MANAGER, CHANGE, "recompute-clocks")
                .may(PROBLEM_MANAGER, PROBLEM, OF_WHO_MANAGES_EITHER)
                .may(PROBLEM_MANAGER, PROBLEM, OF_WHO_MANAGES_PROBLEMS)
                .may(PROBLEM_MANAGER, KNOWN_ERROR, OF_WHO_MANAGES_EITHER)
                .may(PROBLEM_MANAGER, KNOWN_ERROR, OF_WHO_MANAGES_KNOWN_ERRORS)
                .may(TEAM_LEAD, INCIDENT, "cancel")
                .may(INCIDENT_MANAGER, INCIDENT, "cancel")
                .may(INCIDENT_MANAGER, MAJOR_INCIDENT, OF_WHO_LEADS_MAJOR_INCIDENTS)
                .may(TEAM_LEAD, CHANGE, OF_WHO_ANSWERS_FOR_A_CHANGE)
                .may(TEAM_LEAD, CHANGE, OF_WHO_AUTHORISES_CHANGES)
                .may(CHANGE_MANAGER, CHANGE, OF_WHO_ANSWERS_FOR_A_CHANGE)
                .may(CHANGE_MANAGER, CHANGE, OF_WHO_AUTHORISES_CHANGES)
                .may(CHANGE_MANAGER, CHANGE, "take-votes")
                .may(CHANGE_MANAGER, CHANGE_MODEL, OF_WHO_MANAGES_CHANGE_MODELS)
                .may(CHANGE_MANAGER, CAB_MEETING, OF_WHO_HOLDS_MEETINGS);
    }
}
