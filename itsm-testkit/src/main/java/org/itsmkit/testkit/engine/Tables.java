package org.itsmkit.testkit.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is possible with incidents and changes, drawn by hand: the model does not look at the kit's lifecycles. */
final class Tables {

    private static final String INCIDENTS = """
            new         start       in-progress
            new         hold        on-hold
            new         resolve     resolved
            new         cancel      cancelled
            in-progress hold        on-hold
            in-progress resolve     resolved
            in-progress cancel      cancelled
            on-hold     hold        on-hold
            on-hold     resume      in-progress
            on-hold     resolve     resolved
            on-hold     cancel      cancelled
            resolved    confirm     resolved
            resolved    reopen      in-progress
            resolved    close       closed
            new         merge       closed
            in-progress merge       closed
            on-hold     merge       closed
            resolved    merge       closed
            closed      unmerge     in-progress
            resolved    refuse      in-progress
            """;

    private static final String CHANGES = """
            draft             authorise           authorised
            draft             submit              awaiting-approval
            draft             record-unauthorised implemented
            draft             cancel              cancelled
            awaiting-approval authorise           authorised
            awaiting-approval reject              rejected
            awaiting-approval expire              draft
            awaiting-approval revise              draft
            awaiting-approval cancel              cancelled
            rejected          revise              draft
            rejected          cancel              cancelled
            authorised        submit              awaiting-approval
            authorised        revise              draft
            authorised        begin               implementing
            authorised        implement           implemented
            authorised        cancel              cancelled
            implementing      implement           implemented
            implemented       close               closed
            """;

    /** Which action is possible in which statuses and leads nowhere else. */
    private static final Map<String, String> INCIDENTS_STAY = Map.of(
            "assign", "new in-progress on-hold",
            "escalate", "new in-progress on-hold",
            "diagnose", "new in-progress on-hold",
            "prioritise", "new in-progress on-hold",
            "describe", "new in-progress on-hold",
            "categorise", "new in-progress on-hold resolved",
            "set-fields", "new in-progress on-hold resolved",
            "link", "new in-progress on-hold resolved closed",
            "comment", "new in-progress on-hold resolved closed cancelled");

    /** The same for what is said of milestones, and between tiers. */
    private static final Map<String, String> INCIDENT_MILESTONES_STAY = Map.of(
            "acknowledge", "new",
            "record-repair", "new in-progress on-hold resolved",
            "record-recovery", "new in-progress on-hold resolved",
            "record-restoration", "new in-progress on-hold resolved",
            "correct-milestone", "new in-progress on-hold resolved closed",
            "de-escalate", "new in-progress on-hold");

    private static final Map<String, String> CHANGES_STAY = Map.of(
            "revise", "draft",
            "describe", "draft",
            "prioritise", "draft",
            "assign", "draft awaiting-approval authorised implementing",
            "categorise", "draft authorised",
            "set-fields", "draft authorised implementing implemented",
            "link", "draft awaiting-approval rejected authorised implementing implemented closed",
            "comment", "draft awaiting-approval rejected authorised implementing implemented closed cancelled");

    /** The same for what changes alone have. */
    private static final Map<String, String> CHANGES_OWN = Map.of(
            "authorise", "authorised",
            "schedule", "draft authorised",
            "assess-risk", "draft",
            "reclassify", "draft",
            "vote", "awaiting-approval",
            "take-votes", "awaiting-approval",
            "delegate", "awaiting-approval",
            "review", "implemented closed");

    private static final Map<String, String> INCIDENTS_PEOPLE = Map.of(
            "accept", "new in-progress on-hold",
            "hand-back", "new in-progress on-hold",
            "change-requester", "new in-progress on-hold resolved",
            "change-customer", "new in-progress on-hold resolved",
            "involve", "new in-progress on-hold resolved",
            "name-affected", "new in-progress on-hold resolved",
            "offer-workaround", "new in-progress on-hold",
            "try-workaround", "new in-progress on-hold resolved",
            "tag", "new in-progress on-hold resolved closed",
            "watch", "new in-progress on-hold resolved closed cancelled");

    private static final Map<String, String> CHANGES_PEOPLE = Map.of(
            "accept", "draft authorised implementing",
            "hand-back", "draft authorised implementing",
            "change-customer", "draft authorised",
            "involve", "draft awaiting-approval rejected authorised implementing implemented",
            "name-affected", "draft",
            "tag", "draft awaiting-approval rejected authorised implementing implemented closed",
            "watch", "draft awaiting-approval rejected authorised implementing implemented closed cancelled");

    /** What is planned, spent and enclosed. */
    private static final Map<String, String> WORK_ON_INCIDENTS = Map.of(
            "plan-tasks", "new in-progress on-hold",
            "do-task", "new in-progress on-hold resolved",
            "record-time", "new in-progress on-hold resolved closed cancelled",
            "attach", "new in-progress on-hold resolved closed cancelled");

    private static final Map<String, String> WORK_ON_CHANGES = Map.of(
            "plan-tasks", "draft awaiting-approval authorised implementing",
            "do-task", "draft authorised implementing implemented",
            "record-time", "draft awaiting-approval rejected authorised implementing implemented closed cancelled",
            "attach", "draft awaiting-approval rejected authorised implementing implemented closed cancelled");

    private final Map<String, String> rows = new HashMap<>();

    private Tables(String moves, Map<String, String> stays) {
        moves.lines().map(line -> line.split(" +")).forEach(row -> rows.put(row[0] + " " + row[1], row[2]));
        stay(stays);
    }

    private Tables stay(Map<String, String> stays) {
        stays.forEach((action, statuses) -> {
            for (String status : statuses.split(" ")) {
                rows.put(status + " " + action, status);
            }
        });
        return this;
    }

    static Tables incidents() {
        return new Tables(INCIDENTS, INCIDENTS_STAY)
                .stay(INCIDENTS_PEOPLE)
                .stay(INCIDENT_MILESTONES_STAY)
                .stay(WORK_ON_INCIDENTS);
    }

    static Tables changes() {
        return new Tables(CHANGES, CHANGES_STAY)
                .stay(CHANGES_OWN)
                .stay(CHANGES_PEOPLE)
                .stay(WORK_ON_CHANGES);
    }

    /** The table of a tenant that orders parts, and lets nobody reopen. */
    static Tables incidentsWithParts() {
        Tables tables = incidents();
        tables.rows.put("in-progress order-parts", "awaiting-parts");
        tables.rows.put("awaiting-parts resume", "in-progress");
        tables.rows.put("awaiting-parts comment", "awaiting-parts");
        tables.rows.remove("resolved reopen");
        return tables;
    }

    /** Where the action leads from there; empty if it is not possible. */
    Optional<String> to(String from, String action) {
        return Optional.ofNullable(rows.get(from + " " + action));
    }

    Set<String> actions() {
        Set<String> actions = new HashSet<>();
        rows.keySet().forEach(key -> actions.add(key.substring(key.indexOf(' ') + 1)));
        return actions;
    }
}
