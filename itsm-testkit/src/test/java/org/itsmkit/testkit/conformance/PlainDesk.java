package org.itsmkit.testkit.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.jspecify.annotations.Nullable;

/** A help desk as a small company may have written it one afternoon: a list of tickets with fields that change. Shares nothing with the kit. */
class PlainDesk implements HelpDesk {

    static final String NEW = "new";
    static final String WORKING = "in-progress";
    static final String WAITING = "on-hold";
    static final String RESOLVED = "resolved";
    static final String CLOSED = "closed";
    static final String CANCELLED = "cancelled";

    private static final Map<String, Set<String>> MEMBERS =
            Map.of("service-desk", Set.of("ben"), "operations", Set.of("carla", "dora.méndez@example.org"));
    private static final Set<String> KNOWN_REASONS = Set.of("awaiting-requester", "awaiting-supplier");
    private static final List<String> PRIORITIES = List.of("critical", "high", "moderate", "low", "low");

    /** A row of the list. */
    static final class Row {
        String requester = "";
        String status = NEW;
        int priority;

        @Nullable
        String group;

        @Nullable
        String person;

        @Nullable
        String reason;

        @Nullable
        String code;

        @Nullable
        String confirmedBy;

        int passedOn;
        int cameBack;
    }

    private final List<Row> rows = new ArrayList<>();

    Row row(String ticket) {
        return rows.get(Integer.parseInt(ticket) - 1);
    }

    @Override
    public Reply log(PersonId by, String title, Impact impact, Urgency urgency) {
        if (title.isBlank()) {
            return Reply.refused("no title");
        }
        Row row = new Row();
        row.requester = by.value();
        row.priority = place(impact.value()) + place(urgency.value());
        rows.add(row);
        return Reply.done(String.valueOf(rows.size()));
    }

    private static int place(String level) {
        return List.of("high", "medium", "low").indexOf(level);
    }

    @Override
    public TicketView look(String ticket) {
        Row row = row(ticket);
        return TicketView.empty()
                .with(Aspect.STATUS, row.status)
                .with(Aspect.PRIORITY, PRIORITIES.get(row.priority))
                .with(Aspect.GROUP, Optional.ofNullable(row.group))
                .with(Aspect.ASSIGNEE, Optional.ofNullable(row.person))
                .with(Aspect.HOLD_REASON, Optional.ofNullable(row.reason))
                .with(Aspect.RESOLUTION_CODE, Optional.ofNullable(row.code))
                .with(Aspect.CONFIRMED_BY, Optional.ofNullable(row.confirmedBy))
                .with(Aspect.REASSIGNMENTS, row.passedOn)
                .with(Aspect.REOPENINGS, row.cameBack);
    }

    private static boolean isOpen(Row row) {
        return Set.of(NEW, WORKING, WAITING).contains(row.status);
    }

    @Override
    public Reply prioritise(PersonId by, String ticket, Impact impact, Urgency urgency) {
        Row row = row(ticket);
        if (!isOpen(row)) {
            return Reply.refused("over");
        }
        row.priority = place(impact.value()) + place(urgency.value());
        return Reply.done(ticket);
    }

    @Override
    public Reply assign(PersonId by, String ticket, GroupId group, Optional<PersonId> person) {
        Row row = row(ticket);
        Set<String> members = MEMBERS.get(group.value());
        String whom = person.map(PersonId::value).orElse(null);
        if (!isOpen(row) || members == null || (whom != null && !members.contains(whom))) {
            return Reply.refused("not there");
        }
        if (group.value().equals(row.group) && Objects.equals(whom, row.person)) {
            return Reply.refused("theirs already");
        }
        if ((row.group != null && !row.group.equals(group.value()))
                || (row.person != null && !row.person.equals(whom))) {
            row.passedOn++;
        }
        row.group = group.value();
        row.person = whom;
        return Reply.done(ticket);
    }

    @Override
    public Reply start(PersonId by, String ticket) {
        return move(ticket, Set.of(NEW), WORKING);
    }

    @Override
    public Reply hold(PersonId by, String ticket, String reason) {
        Row row = row(ticket);
        if (!isOpen(row) || !KNOWN_REASONS.contains(reason)) {
            return Reply.refused("no");
        }
        row.status = WAITING;
        row.reason = reason;
        return Reply.done(ticket);
    }

    @Override
    public Reply resume(PersonId by, String ticket) {
        return move(ticket, Set.of(WAITING), WORKING);
    }

    @Override
    public Reply resolve(PersonId by, String ticket, String code, String text) {
        Row row = row(ticket);
        if (!isOpen(row) || text.isEmpty()) {
            return Reply.refused("no");
        }
        row.status = RESOLVED;
        row.reason = null;
        row.code = code;
        return Reply.done(ticket);
    }

    @Override
    public Reply confirm(PersonId by, String ticket) {
        Row row = row(ticket);
        if (!row.status.equals(RESOLVED) || !row.requester.equals(by.value()) || row.confirmedBy != null) {
            return Reply.refused("no");
        }
        row.confirmedBy = by.value();
        return Reply.done(ticket);
    }

    @Override
    public Reply reopen(PersonId by, String ticket, String reason) {
        Row row = row(ticket);
        if (!row.status.equals(RESOLVED) || reason.isEmpty()) {
            return Reply.refused("no");
        }
        row.status = WORKING;
        row.code = null;
        row.confirmedBy = null;
        row.cameBack++;
        return Reply.done(ticket);
    }

    @Override
    public Reply close(PersonId by, String ticket) {
        return move(ticket, Set.of(RESOLVED), CLOSED);
    }

    @Override
    public Reply cancel(PersonId by, String ticket, String reason) {
        return reason.isEmpty() ? Reply.refused("no reason") : move(ticket, Set.of(NEW, WORKING, WAITING), CANCELLED);
    }

    @Override
    public Reply comment(PersonId by, String ticket, String text, boolean isInternal) {
        if (text.isEmpty()) {
            return Reply.refused("nothing said");
        }
        Row row = row(ticket);
        if (!isInternal && by.value().equals(row.requester) && "awaiting-requester".equals(row.reason)) {
            row.status = WORKING;
            row.reason = null;
        }
        return Reply.done(ticket);
    }

    private Reply move(String ticket, Set<String> from, String to) {
        Row row = row(ticket);
        if (!from.contains(row.status)) {
            return Reply.refused("it is " + row.status);
        }
        row.status = to;
        row.reason = null;
        return Reply.done(ticket);
    }
}
