package org.itsmkit.testkit.engine;

import static org.itsmkit.testkit.fixture.People.ANNA;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.CARLA;
import static org.itsmkit.testkit.fixture.People.DORA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;
import static org.itsmkit.testkit.fixture.People.SERVICE_DESK;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.itsmkit.change.Change;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Impact;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Urgency;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketFamilyCommand;
import org.itsmkit.ticket.TicketMergeCommand;
import org.itsmkit.ticket.Ticketed;

/** What people come up with: commands with suitable and unsuitable arguments, each with what is wrong with it. */
final class Ideas {

    private static final List<LinkType> LINK_TYPES =
            List.of(LinkType.PARENT, LinkType.DUPLICATE_OF, LinkType.CAUSED_BY, LinkType.BLOCKS, LinkType.RELATED);

    private static final String TITLE_TOO_LONG = "x".repeat(256);

    private final Random random;
    private final PeopleIdeas peopleIdeas;
    private final List<Tracked<Incident>> incidents;
    private final List<Tracked<Change>> changes;
    private final MilestoneIdeas milestones;
    private final HoldIdeas holds;
    private final ChangeIdeas changeIdeas;
    private final InstantSource clock;

    Ideas(Random random, InstantSource clock, List<Tracked<Incident>> incidents, List<Tracked<Change>> changes) {
        this.random = random;
        this.peopleIdeas = new PeopleIdeas(random);
        this.incidents = incidents;
        this.changes = changes;
        this.milestones = new MilestoneIdeas(random);
        this.holds = new HoldIdeas(random);
        this.changeIdeas = new ChangeIdeas(random, clock);
        this.clock = clock;
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Anybody, but mostly those who have something to do. */
    PersonId anybody() {
        return random.nextInt(3) > 0 ? oneOf(List.of(BEN, CARLA, DORA, DORA, ANNA)) : oneOf(Office.EVERYBODY);
    }

    /** The rule that stands against the action itself, whatever the command says. */
    Optional<String> ruleAgainst(Tracked<?> record, PersonId who, String action) {
        Ticket ticket = record.ticket();
        if (List.of("resolve", "implement", "record-unauthorised", "close", "merge")
                        .contains(action)
                && WorkIdeas.hasOpenDuty(ticket)) {
            return Optional.of("rule:mandatory-tasks-are-over");
        }
        if (action.equals("confirm") && record.record() instanceof Incident incident) {
            return !who.equals(ticket.requester())
                    ? Optional.of("rule:the-requester-confirms")
                    : incident.confirmedBy().map(by -> "rule:confirmed-once");
        }
        if (record.record() instanceof Incident incident && MilestoneIdeas.isOnRecord(incident, action)) {
            return Optional.of("rule:milestones-recorded-once");
        }
        if (action.equals("unmerge")) {
            return ticket.merger().isEmpty() ? Optional.of("rule:unmerges-what-was-merged") : Optional.empty();
        }
        if (action.equals("refuse") && !who.equals(ticket.requester())) {
            return Optional.of("rule:the-requester-refuses");
        }
        if (record.record() instanceof Change
                && changeIdeas.ruleAgainst(record, who, action).isPresent()) {
            return changeIdeas.ruleAgainst(record, who, action);
        }
        return peopleIdeas.ruleAgainst(ticket, who, action);
    }

    /** The rule that stands against the command because of who gives it. */
    Optional<String> ruleAgainst(Tracked<?> record, PersonId who, Command<?> command) {
        boolean own = record.ticket().requester().equals(who);
        if (command instanceof TicketFamilyCommand.CommentToAll<?>
                && !Office.may(who, record.kind(), "read-internal", own)) {
            return Optional.of("rule:insiders-speak-to-all");
        }
        return peopleIdeas.ruleAgainst(record.ticket(), who, command);
    }

    /** What stands against a command that points at a record that is there, but not for everybody. */
    Optional<String> isHidden(Command<?> command, PersonId who) {
        if (command instanceof TicketCommand.LinkTo<?> link && isHidden(link.target(), who)) {
            return Optional.of("rule:link-target-exists");
        }
        return command instanceof TicketMergeCommand.MergeInto<?> merge && isHidden(merge.target(), who)
                ? Optional.of("merge.no-such-target")
                : Optional.empty();
    }

    private boolean isHidden(RecordRef target, PersonId who) {
        List<Tracked<?>> all = new ArrayList<>(incidents);
        all.addAll(changes);
        return all.stream()
                .filter(record -> record.ref().equals(target))
                .anyMatch(record -> !Office.may(
                        who, record.kind(), "read", record.ticket().requester().equals(who)));
    }

    Attempt<Incident> forIncident(Tracked<Incident> incident, Tailoring tailoring) {
        if (random.nextInt(4) == 0) {
            return milestones.forIncident(incident, tailoring);
        }
        if (random.nextInt(6) == 0) {
            return holds.forIncident(incident, incidents, tailoring, clock.instant());
        }
        return switch (random.nextInt(12)) {
            case 0 -> Attempt.good(new IncidentCommand.Resolve(Resolution.Code.FIXED, "restarted"));
            case 1 -> Attempt.incomplete(new IncidentCommand.Resolve(Resolution.Code.FIXED, ""), "text.missing");
            case 2 -> Attempt.good(new IncidentCommand.Confirm());
            case 3 ->
                switch (random.nextInt(4)) {
                    case 0 -> Attempt.good(new IncidentCommand.Refuse("still down"));
                    case 1 -> Attempt.incomplete(new IncidentCommand.Refuse(" "), "text.missing");
                    default -> Attempt.good(new IncidentCommand.Reopen("still down"));
                };
            case 4 ->
                random.nextBoolean()
                        ? milestones.diagnose(incident)
                        : Attempt.incomplete(new IncidentCommand.Diagnose("nul \0"), "text.not-storable");
            case 5 -> hold(tailoring);
            case 6 -> Attempt.good(new TicketCommand.Move<Incident>(Action.of("order-parts")));
            case 7 ->
                Attempt.good(
                        random.nextBoolean()
                                ? new TicketCommand.Start<Incident>()
                                : new TicketCommand.Resume<Incident>());
            case 8 -> escalate(incident);
            case 11 -> merge(incident);
            default -> forTicket(incident, tailoring);
        };
    }

    Attempt<Change> forChange(Tracked<Change> change, Tailoring tailoring) {
        return random.nextBoolean() ? changeIdeas.forChange() : forTicket(change, tailoring);
    }

    private <R extends Ticketed<R>> Attempt<R> forTicket(Tracked<R> record, Tailoring tailoring) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> peopleIdeas.forTicket();
            case 2, 3 -> new WorkIdeas(random).about(record);
            default -> forTicketItself(record, tailoring);
        };
    }

    private <R extends Ticketed<R>> Attempt<R> forTicketItself(Tracked<R> record, Tailoring tailoring) {
        return switch (random.nextInt(14)) {
            case 0 -> Attempt.good(new TicketCommand.Describe<R>("Title " + random.nextInt(3), "longer"));
            case 1 -> Attempt.incomplete(new TicketCommand.Describe<R>(TITLE_TOO_LONG, ""), "text.too-long");
            case 2 ->
                Attempt.good(
                        random.nextBoolean()
                                ? new TicketCommand.Categorise<R>(Category.of("software/mail"), ServiceId.of("mail"))
                                : new TicketCommand.Categorise<R>(Optional.empty(), Optional.of(ServiceId.of("web"))));
            case 3 ->
                random.nextInt(3) > 0
                        ? Attempt.good(new TicketCommand.Prioritise<R>(
                                oneOf(List.of(Impact.HIGH, Impact.MEDIUM, Impact.LOW)),
                                oneOf(List.of(Urgency.HIGH, Urgency.MEDIUM, Urgency.LOW))))
                        : Attempt.incomplete(
                                new TicketCommand.Prioritise<R>(Impact.of("galactic"), Urgency.LOW),
                                "priority.not-in-matrix");
            case 4, 5 -> assign(record);
            case 6, 7, 8 -> link(record);
            case 9 -> setFields(record, tailoring);
            case 10 ->
                random.nextInt(4) == 0
                        ? commentToAll()
                        : random.nextInt(4) > 0
                                ? Attempt.good(new TicketCommand.Comment<R>(
                                        "hello " + random.nextInt(9), random.nextBoolean()))
                                : Attempt.incomplete(TicketCommand.Comment.<R>toAll(" \n "), "text.missing");
            case 11 -> Attempt.good(new TicketCommand.Close<R>());
            case 12 ->
                random.nextInt(4) == 0
                        ? Attempt.good(new TicketCommand.Cancel<R>("no incident"))
                        : Attempt.incomplete(new TicketCommand.Cancel<R>(""), "text.missing");
            default -> migrate(record);
        };
    }

    private <R extends Ticketed<R>> Attempt<R> commentToAll() {
        return switch (random.nextInt(4)) {
            case 0 -> Attempt.incomplete(new TicketFamilyCommand.CommentToAll<R>(""), "text.missing");
            case 1 ->
                Attempt.incomplete(
                        new TicketFamilyCommand.CommentToAll<R>(
                                "hello", Optional.of(incidents.get(0).ref())),
                        "comment.from-elsewhere");
            default -> Attempt.good(new TicketFamilyCommand.CommentToAll<R>("hello " + random.nextInt(9)));
        };
    }

    private <R extends Ticketed<R>> Attempt<R> migrate(Tracked<R> record) {
        boolean incident = record.kind().equals("incident");
        return switch (random.nextInt(3)) {
            case 0 ->
                Attempt.incomplete(
                        new TicketCommand.Migrate<R>("in-orbit", Optional.empty(), "why not"),
                        "migration.unknown-status");
            default ->
                Attempt.good(new TicketCommand.Migrate<R>(
                        incident ? "in-progress" : "draft", Optional.empty(), "the lifecycle was changed"));
        };
    }

    private static final List<Optional<GroupId>> GROUPS = List.of(
            Optional.empty(), Optional.of(SERVICE_DESK), Optional.of(OPERATIONS), Optional.of(GroupId.of("basement")));

    private static final List<Optional<PersonId>> PEOPLE =
            List.of(Optional.empty(), Optional.of(BEN), Optional.of(CARLA), Optional.of(DORA), Optional.of(Office.GUS));

    private static final Map<GroupId, Set<PersonId>> MEMBERS =
            Map.of(SERVICE_DESK, Set.of(BEN), OPERATIONS, Set.of(CARLA, DORA));

    private <R extends Ticketed<R>> Attempt<R> assign(Tracked<R> record) {
        Optional<GroupId> group = oneOf(GROUPS);
        Optional<PersonId> person = oneOf(PEOPLE);
        Optional<String> rule = Optional.empty();
        if (group.isPresent() && !MEMBERS.containsKey(group.get())) {
            rule = Optional.of("rule:group-is-known");
        } else if (person.equals(Optional.of(Office.GUS))) {
            rule = Optional.of("rule:assignee-is-known");
        } else if (group.isPresent()
                && person.isPresent()
                && !MEMBERS.getOrDefault(group.get(), Set.of()).contains(person.get())) {
            rule = Optional.of("rule:assignee-is-member-of-group");
        } else if (group.equals(record.ticket().group())
                && person.equals(record.ticket().assignee())) {
            rule = Optional.of("rule:assignment-changes");
        }
        return Attempt.unless(new TicketCommand.Assign<R>(group, person), rule);
    }

    private Attempt<Incident> escalate(Tracked<Incident> incident) {
        if (random.nextBoolean()) {
            Optional<PersonId> from =
                    incident.ticket().lastManager().or(() -> incident.ticket().assignee());
            boolean hasManager = from.map(p -> p.equals(BEN) || p.equals(CARLA)).orElse(false);
            boolean doraKnows = incident.ticket().assignee().equals(Optional.of(DORA))
                    || incident.ticket().lastManager().isPresent();
            return Attempt.unless(
                    new TicketCommand.EscalateUp<Incident>("too slow"),
                    !hasManager
                            ? Optional.of("escalation.nobody-above")
                            : doraKnows ? Optional.of("escalation.in-circles") : Optional.empty());
        }
        return switch (random.nextInt(3)) {
            case 0 -> Attempt.incomplete(new TicketCommand.EscalateTo<Incident>(OPERATIONS, "\t"), "text.missing");
            case 1 ->
                Attempt.breaking(
                        new TicketCommand.EscalateTo<Incident>(GroupId.of("basement"), "dark"),
                        "rule:escalation-group-is-known");
            default -> Attempt.good(new TicketCommand.EscalateTo<Incident>(OPERATIONS, "needs root"));
        };
    }

    private Attempt<Incident> merge(Tracked<Incident> incident) {
        if (random.nextInt(3) == 0) {
            return Attempt.good(new TicketMergeCommand.Unmerge<Incident>("another mailbox"));
        }
        Tracked<Incident> target = oneOf(incidents);
        TicketMergeCommand.MergeInto<Incident> command = new TicketMergeCommand.MergeInto<>(target.ref());
        if (target.ref().equals(incident.ref())) {
            return Attempt.incomplete(command, "merge.into-itself");
        }
        if (Set.of("closed", "cancelled").contains(target.status())) {
            return Attempt.breaking(command, "rule:merge-target-is-not-over");
        }
        boolean taken = incident.ticket().links().stream()
                .anyMatch(link ->
                        link.type().equals("duplicate-of") && !link.target().equals(target.ref()));
        if (taken) {
            return Attempt.breaking(command, "merge.duplicate-of-another");
        }
        if (Circles.wouldClose(incidents, changes, "duplicate-of", incident.ref(), target.ref())) {
            return Attempt.breaking(command, "merge.makes-a-cycle");
        }
        return Circles.wouldClose(incidents, changes, "parent", incident.ref(), target.ref())
                ? Attempt.breaking(command, "merge.target-is-below")
                : Attempt.good(command);
    }

    private Attempt<Incident> hold(Tailoring tailoring) {
        boolean moon = !tailoring.holdReasons().isEmpty();
        return switch (random.nextInt(4)) {
            case 0 ->
                Attempt.incomplete(
                        new TicketCommand.PutOnHold<Incident>("awaiting-godot", Optional.empty()),
                        "hold.unknown-reason");
            case 1 ->
                Attempt.incomplete(
                        new TicketCommand.PutOnHold<Incident>("other", Optional.of(" ")),
                        moon ? "hold.unknown-reason" : "text.missing");
            case 2 ->
                moon
                        ? Attempt.good(new TicketCommand.PutOnHold<Incident>("awaiting-moon", Optional.empty()))
                        : Attempt.good(new TicketCommand.PutOnHold<Incident>("other", Optional.of("the moon")));
            default ->
                moon
                        ? Attempt.incomplete(
                                new TicketCommand.PutOnHold<Incident>("awaiting-supplier", Optional.empty()),
                                "hold.unknown-reason")
                        : Attempt.good(new TicketCommand.PutOnHold<Incident>("awaiting-supplier", Optional.empty()));
        };
    }

    private <R extends Ticketed<R>> Attempt<R> setFields(Tracked<R> record, Tailoring tailoring) {
        boolean defined = tailoring.fields().containsKey(record.kind());
        String value = oneOf(List.of("initech", "hooli", "acme"));
        TicketCommand.SetFields<R> command = new TicketCommand.SetFields<R>(Map.of("vendor", FieldValue.text(value)));
        if (!defined) {
            return Attempt.incomplete(command, "field.unknown");
        }
        return value.equals("acme") ? Attempt.incomplete(command, "field.not-allowed") : Attempt.good(command);
    }

    private <R extends Ticketed<R>> Attempt<R> link(Tracked<R> record) {
        List<RecordRef> targets = new ArrayList<>();
        incidents.forEach(incident -> targets.add(incident.ref()));
        changes.forEach(change -> targets.add(change.ref()));
        LinkType type = oneOf(LINK_TYPES);
        if (random.nextInt(5) == 0) {
            RecordRef pointed = record.ticket().links().stream()
                    .map(link -> link.target())
                    .sorted()
                    .findFirst()
                    .orElse(record.ref());
            boolean isMerged = type.equals(LinkType.DUPLICATE_OF)
                    && record.ticket()
                            .merger()
                            .map(merger -> merger.into().equals(pointed))
                            .orElse(false);
            TicketCommand.Unlink<R> unlink = new TicketCommand.Unlink<R>(type, pointed);
            return isMerged ? Attempt.breaking(unlink, "rule:merged-keeps-its-link") : Attempt.good(unlink);
        }
        if (random.nextInt(10) == 0) {
            return Attempt.breaking(
                    new TicketCommand.LinkTo<R>(type, RecordRef.of("incident", RecordId.of("no-such-incident"))),
                    "rule:link-target-exists");
        }
        RecordRef target = oneOf(targets);
        boolean single = type.equals(LinkType.PARENT) || type.equals(LinkType.DUPLICATE_OF);
        boolean taken = single
                && record.ticket().links().stream()
                        .anyMatch(link -> link.type().equals(type.value())
                                && !link.target().equals(target));
        Optional<String> rule = taken
                ? Optional.of("rule:link-is-the-only-one")
                : Circles.wouldClose(incidents, changes, type.value(), record.ref(), target)
                        ? Optional.of("rule:link-makes-no-cycle")
                        : Optional.empty();
        return Attempt.unless(new TicketCommand.LinkTo<R>(type, target), rule);
    }
}
